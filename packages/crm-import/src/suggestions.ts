import type { RecordId } from "@sweetspot/contract";
import type { ImportSink, NamedKind } from "./import-sink.port.ts";
import { squashName } from "./normalise-name.ts";

export interface Suggestion {
  readonly id: RecordId;
  readonly name: string;
}

/** Names looked at for suggestions, at most: beyond it a user searches by hand. */
const NAMES_LOOKED_AT = 50_000;
const PAGE = 1_000;
const SHOWN = 5;

/**
 * What may have been meant by names nobody has. Names that differ only in case, spaces, punctuation or accents come
 * first, then by edit distance, then names that contain one another.
 */
export async function suggestNames(
  sink: ImportSink,
  kind: NamedKind,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
  const asked = texts.map((text) => ({ text, squashed: squashName(text), found: [] as Ranked[] }));
  for await (const candidate of eachName(sink, kind)) {
    const squashed = squashName(candidate.name);
    for (const { squashed: wanted, found } of asked) {
      const rank = rankOf(wanted, squashed);
      if (rank !== undefined) keepBest(found, { rank, id: candidate.id, name: candidate.name });
    }
  }
  return new Map(asked.map(({ text, found }) => [text, found.map(({ id, name }) => ({ id, name }))]));
}

async function* eachName(sink: ImportSink, kind: NamedKind): AsyncGenerator<Suggestion> {
  let after: { readonly nameKey: string; readonly id: RecordId } | undefined;
  for (let seen = 0; seen < NAMES_LOOKED_AT; seen += PAGE) {
    const page = await sink.listNames(kind, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    yield* page;
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}

interface Ranked extends Suggestion {
  readonly rank: number;
}

function keepBest(found: Ranked[], next: Ranked): void {
  const at = found.findIndex(({ rank }) => next.rank < rank);
  found.splice(at < 0 ? found.length : at, 0, next);
  if (found.length > SHOWN) found.pop();
}

/** Smaller is nearer; undefined where the two are not alike. */
export function rankOf(wanted: string, candidate: string): number | undefined {
  if (wanted === "" || candidate === "") return undefined;
  if (wanted === candidate) return 0;
  const allowed = Math.max(1, Math.floor(wanted.length / 4));
  const distance = editDistance(wanted, candidate, allowed);
  if (distance <= allowed) return distance;
  const contained =
    wanted.length >= 4 && candidate.length >= 4 && (candidate.includes(wanted) || wanted.includes(candidate));
  return contained ? 100 + Math.abs(candidate.length - wanted.length) : undefined;
}

/** Letters to insert, drop, change or swap with their neighbour; counting stops above `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + same);
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[other.length]!;
}

/** Up to 50 names that contain the search, ignoring case, spaces and punctuation: to choose an alias's target by hand. */
export async function findNames(
  sink: ImportSink,
  kind: NamedKind,
  search: string,
): Promise<readonly Suggestion[]> {
  const wanted = squashName(search);
  const found: Suggestion[] = [];
  for await (const { id, name } of eachName(sink, kind)) {
    if (squashName(name).includes(wanted)) found.push({ id, name });
    if (found.length === 50) break;
  }
  return found;
}
