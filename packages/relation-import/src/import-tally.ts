import type { ImportSource } from "@sweetspot/crm-import";
import { createProblemLog, type ProblemLog, type TextWriter } from "@sweetspot/crm-import/reading";
import type { FileRow } from "./file-rows.ts";
import { PROBLEM_TEXTS } from "./problem-texts.ts";
import type { RelationFileReport, RelationImportProgress, RelationProblem } from "./relation-report.model.ts";
import type { RelationKind } from "./relation-sink.port.ts";
import type { RowFault } from "./row-values.ts";

/** What an import has read so far. */
export interface ImportTally {
  readonly problems: ProblemLog<RelationProblem>;
  readonly files: readonly RelationFileReport[];
  /** Rows of a kind taken in all files. */
  good(kind: RelationKind): number;
  take(file: string, kind: RelationKind): void;
  /** What is wrong with a row; one fault that costs the row counts it as bad. */
  fault(file: string, row: FileRow, faults: readonly RowFault[], header: (field: string) => string): void;
  refuse(file: string, why: { readonly code: string; readonly message: string }): void;
  expectBytes(bytes: number): void;
  addBytes(bytes: number): void;
  tell(phase: RelationImportProgress["phase"], file?: string): void;
  /** Hands the problems so far to the bad rows file. */
  flush(): Promise<void>;
}

const LONGEST_SHOWN = 200;

interface FileTally {
  readonly name: string;
  readonly good: Record<RelationKind, number>;
  bad: number;
  refused?: { readonly code: string; readonly message: string };
}

export function createImportTally(request: {
  readonly files: readonly ImportSource[];
  readonly badRows?: TextWriter;
  readonly onProgress?: (progress: RelationImportProgress) => void;
}): ImportTally {
  const problems = createProblemLog<RelationProblem>(request.badRows);
  const files = request.files.map(({ name }): FileTally => ({
    name,
    good: { people: 0, bodies: 0, ties: 0 },
    bad: 0,
  }));
  const byName = new Map(files.map((file) => [file.name, file]));
  const all: FileTally = { name: "", good: { people: 0, bodies: 0, ties: 0 }, bad: 0 };
  let bytesRead = 0;
  let bytesTotal = 0;
  return {
    problems,
    get files() {
      return files.map((file) => ({ ...file, good: { ...file.good } }));
    },
    good: (kind) => all.good[kind],
    take(file, kind) {
      all.good[kind] += 1;
      const tally = byName.get(file);
      if (tally) tally.good[kind] += 1;
    },
    fault(file, { kind, line }, faults, header) {
      for (const { code, effect, field, value } of faults)
        problems.add({
          file,
          kind,
          line,
          ...(field === undefined ? {} : { column: header(field) }),
          ...(value === undefined ? {} : { value: value.slice(0, LONGEST_SHOWN) }),
          code,
          effect,
          ...PROBLEM_TEXTS[code],
        });
      if (!faults.some(({ effect }) => effect === "row")) return;
      all.bad += 1;
      const tally = byName.get(file);
      if (tally) tally.bad += 1;
    },
    refuse(file, why) {
      const tally = byName.get(file);
      if (tally) tally.refused = why;
    },
    expectBytes: (bytes) => void (bytesTotal += bytes),
    addBytes: (bytes) => void (bytesRead += bytes),
    tell(phase, file) {
      const good = all.good.people + all.good.bodies + all.good.ties;
      request.onProgress?.({
        phase,
        ...(file === undefined ? {} : { file }),
        bytesRead,
        bytesTotal,
        good,
        bad: all.bad,
      });
    },
    flush: () => problems.flush(),
  };
}
