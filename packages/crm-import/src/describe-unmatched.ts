import type { UnmatchedReference } from "./import-report.model.ts";
import type { ImportSink, NamedKind } from "./import-sink.port.ts";
import type { ImportTally } from "./import-tally.ts";
import { suggestNames } from "./suggestions.ts";

/** Unmatched names for which suggestions are looked up; the rest is listed without. */
const SUGGESTED = 100;

/** The names nobody has, most rows first. `sink` is undefined where the import did not come to its end: then nothing is suggested. */
export async function describeUnmatched(
  sink: ImportSink | undefined,
  tally: ImportTally,
): Promise<readonly UnmatchedReference[]> {
  const counts = [...tally.unmatched.values()].toSorted((one, other) => other.rows - one.rows);
  const suggestions = new Map<NamedKind, Awaited<ReturnType<typeof suggestNames>>>();
  const shown = sink === undefined ? [] : counts.slice(0, SUGGESTED);
  for (const kind of new Set(shown.map((count) => count.kind))) {
    const texts = shown.filter((count) => count.kind === kind).map(({ text }) => text);
    suggestions.set(kind, await suggestNames(sink!, kind, texts));
  }
  return counts.map((count) => ({
    ...count,
    suggestions: suggestions.get(count.kind)?.get(count.text) ?? [],
  }));
}
