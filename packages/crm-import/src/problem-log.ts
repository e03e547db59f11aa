import { stringify } from "csv-stringify/sync";

/** Takes the bad rows file piece by piece. */
export interface TextWriter {
  write(text: string): void | Promise<void>;
}

/** What is wrong with one row of a file of whatever kind. */
export interface LoggedProblem {
  readonly file: string;
  readonly line: number;
  readonly kind: string | undefined;
  readonly column?: string;
  readonly value?: string;
  readonly code: string;
  /** `row` or `value`: what was left out; `none`: the row was taken as it is. */
  readonly effect: "row" | "value" | "none";
  readonly message: string;
  readonly remedy: string;
}

export interface ProblemLog<Problem extends LoggedProblem = LoggedProblem> {
  readonly count: number;
  /** The first ones, for the report. */
  readonly first: readonly Problem[];
  add(problem: Problem): void;
  /** Hands what has gathered to the writer. */
  flush(): Promise<void>;
}

/** Problems kept in memory; all of them are written. */
const KEPT = 500;
const COLUMNS = ["file", "line", "kind", "column", "value", "effect", "problem", "message", "remedy"];
/** Marks UTF-8 for Excel. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Gathers problems: the first ones in memory, all of them as CSV in which no cell can be a formula. */
export function createProblemLog<Problem extends LoggedProblem>(writer?: TextWriter): ProblemLog<Problem> {
  const first: Problem[] = [];
  let waiting: Problem[] = [];
  let count = 0;
  let started = false;
  return {
    get count() {
      return count;
    },
    first,
    add(problem) {
      count++;
      waiting.push(problem);
    },
    async flush() {
      // What a row points at is looked up after its batch was read; readers want the order of the file.
      const problems = waiting.toSorted((one, other) => one.line - other.line);
      waiting = [];
      first.push(...problems.slice(0, KEPT - first.length));
      if (!writer || (started && problems.length === 0)) return;
      const rows = problems.map(toCells);
      await writer.write(
        (started ? "" : BYTE_ORDER_MARK) +
          stringify(started ? rows : [COLUMNS, ...rows], { escape_formulas: true }),
      );
      started = true;
    },
  };
}

const EFFECTS = { row: "row left out", value: "value left out", none: "taken as it is" };

const toCells = (problem: LoggedProblem): readonly string[] => [
  problem.file,
  String(problem.line),
  problem.kind ?? "",
  problem.column ?? "",
  problem.value ?? "",
  EFFECTS[problem.effect],
  problem.code,
  problem.message,
  problem.remedy,
];
