import type { ImportProblem } from "./import-problem.model.ts";
import type { FileReport, ImportProgress, RowCounts } from "./import-report.model.ts";
import type { ImportCounts, ImportKind, NamedKind } from "./import-sink.port.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { RecognisedFile } from "./survey-file.ts";

/** A name nobody has, as it is counted while rows go by. */
export interface UnmatchedCount {
  readonly kind: NamedKind;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  rows: number;
}

/** Counts of one file; mutable while it is read. */
export interface FileTally {
  readonly name: string;
  readonly kind: FileReport["kind"];
  good: number;
  bad: number;
  skipped: number;
  refused?: NonNullable<FileReport["refused"]>;
}

/** Distinct unmatched names remembered; beyond it they are problems of their rows only. */
const UNMATCHED_LIMIT = 10_000;

export interface ImportTally {
  readonly files: readonly FileTally[];
  readonly counts: ImportCounts;
  readonly unmatched: ReadonlyMap<string, UnmatchedCount>;
  of(file: RecognisedFile): FileTally;
  addCounts(counts: ImportCounts): void;
  addUnmatched(kind: NamedKind, text: string, file: string, line: number): void;
  addBytes(bytes: number): void;
  addProblem(problem: ImportProblem): void;
  progress(phase: ImportProgress["phase"], file: string | undefined): ImportProgress;
}

/** Keeps count of an import. */
export function createImportTally(
  files: readonly RecognisedFile[],
  bytesTotal: number,
  problems: ProblemLog<ImportProblem>,
): ImportTally {
  const tallies = files.map((file): FileTally => ({
    name: file.name,
    kind: file.refused ? "ignored" : file.mapping.kind,
    good: 0,
    bad: 0,
    skipped: 0,
    ...(file.refused === undefined ? {} : { refused: file.refused }),
  }));
  const unmatched = new Map<string, UnmatchedCount>();
  let counts: ImportCounts = {};
  let bytesRead = 0;
  return {
    files: tallies,
    get counts() {
      return counts;
    },
    unmatched,
    of: (file) => tallies[files.indexOf(file)]!,
    addCounts: (more) => (counts = sumCounts(counts, more)),
    addUnmatched(kind, text, file, line) {
      const key = `${kind}\n${text}`;
      const known = unmatched.get(key);
      if (known) known.rows++;
      else if (unmatched.size < UNMATCHED_LIMIT) unmatched.set(key, { kind, text, file, line, rows: 1 });
    },
    addBytes: (bytes) => (bytesRead += bytes),
    addProblem: (problem) => problems.add(problem),
    progress: (phase, file) => ({ phase, file, bytesRead, bytesTotal, rows: rowsByKind(tallies) }),
  };
}

function rowsByKind(tallies: readonly FileTally[]): RowCounts {
  const rows: Partial<Record<ImportKind, { readonly good: number; readonly bad: number }>> = {};
  for (const { kind, good, bad } of tallies) {
    if (kind === "ignored") continue;
    rows[kind] = { good: (rows[kind]?.good ?? 0) + good, bad: (rows[kind]?.bad ?? 0) + bad };
  }
  return rows;
}

function sumCounts(one: ImportCounts, other: ImportCounts): ImportCounts {
  const sum = { ...one };
  for (const [kind, counts] of Object.entries(other) as [
    ImportKind,
    NonNullable<ImportCounts[ImportKind]>,
  ][]) {
    const before = sum[kind] ?? { created: 0, updated: 0, unchanged: 0 };
    sum[kind] = {
      created: before.created + counts.created,
      updated: before.updated + counts.updated,
      unchanged: before.unchanged + counts.unchanged,
    };
  }
  return sum;
}
