import type { RecordId } from "@sweetspot/contract";
import { type CellProblem, type CellValues, createCellReader } from "./cell-values.ts";
import type { CsvRecord } from "./csv-reader.ts";
import type { ImportProblem, ProblemCode } from "./import-problem.model.ts";
import type { ImportKind, NamedKind } from "./import-sink.port.ts";
import { cut, toProblemText } from "./problem-texts.ts";
import { createRecordKeys } from "./record-key.ts";
import type { ReferenceText } from "./references.ts";
import { nameOf } from "./row-name.ts";
import type { RecognisedFile } from "./survey-file.ts";

/** A row whose own cells are good; what it points at is not looked up yet. */
export interface ReadRow {
  readonly line: number;
  readonly id: RecordId;
  readonly name: string;
  readonly values: CellValues;
  readonly references: Readonly<Record<string, RowReference>>;
}

export interface RowReference extends ReferenceText {
  readonly column: string;
}

export type RowOutcome =
  | { readonly state: "good"; readonly row: ReadRow; readonly problems: readonly ImportProblem[] }
  | { readonly state: "bad"; readonly problems: readonly ImportProblem[] }
  /** The CRM itself has deleted the record. */
  | { readonly state: "deleted" };

/** The other records each kind points at, and what kind those are. */
const REFERENCES: Readonly<Record<ImportKind, Readonly<Record<string, NamedKind>>>> = {
  teamMembers: {},
  products: {},
  accounts: { parent: "accounts", owner: "teamMembers" },
  contacts: { account: "accounts", owner: "teamMembers" },
  opportunities: { account: "accounts", owner: "teamMembers", product: "products" },
  lineItems: { opportunity: "opportunities", product: "products" },
  assets: { account: "accounts", product: "products" },
};

/** Reads the rows of one file by its mapping. Keys of rows without ids depend on the rows read before. */
export function createRowReader(
  file: RecognisedFile,
  kind: ImportKind,
  currency: string,
): { read(record: CsvRecord): RowOutcome } {
  const { mapping } = file;
  const cells = createCellReader(kind, mapping, currency);
  const keyOf = createRecordKeys(kind, mapping.key);
  const headerOf = new Map(mapping.columns.map(({ target, header }) => [target, header]));
  const references = Object.entries(REFERENCES[kind]).filter(
    ([field]) => headerOf.has(`${field}Id`) || headerOf.has(`${field}Name`),
  );
  const hasNameColumn = headerOf.has("name");
  const width = mapping.columns.length;

  const problem = (
    line: number,
    code: ProblemCode,
    effect: "row" | "value",
    cell: Partial<CellProblem> = {},
  ): ImportProblem => ({
    file: file.name,
    kind,
    line,
    code,
    effect,
    ...(cell.column === undefined ? {} : { column: cell.column }),
    ...(cell.value === undefined ? {} : { value: cut(cell.value) }),
    ...toProblemText(code, cut(cell.value ?? ""), cell.detail),
  });
  const missing = (target: string): Partial<CellProblem> => {
    const column = headerOf.get(target);
    return column === undefined ? {} : { column };
  };

  return {
    read({ line, cells: row }) {
      if (
        row.length !== width &&
        (row.length < width || row.slice(width).some((cell) => cell.trim() !== ""))
      ) {
        const detail =
          row.length < width ? `${width - row.length} cells fewer` : `${row.length - width} cells more`;
        return { state: "bad", problems: [problem(line, "wrong-column-count", "row", { detail })] };
      }
      const found: CellProblem[] = [];
      const values = cells.read(row, found);
      if (values.booleans["deleted"]) return { state: "deleted" };
      const problems = found.map((cell) => problem(line, cell.code, cell.effect, cell));
      if (problems.some(({ effect }) => effect === "row")) return { state: "bad", problems };
      const name = nameOf(kind, values, hasNameColumn);
      if (name === "" && kind !== "lineItems")
        problems.push(problem(line, "missing-name", "row", missing("name")));
      if (
        kind === "lineItems" &&
        values.texts["opportunityId"] === undefined &&
        values.texts["opportunityName"] === undefined
      ) {
        problems.push(problem(line, "missing-reference", "row", missing("opportunityId")));
      }
      // A row that is left out must not take a number of its content key: its correction will want the same one.
      if (problems.some(({ effect }) => effect === "row")) return { state: "bad", problems };
      const id = keyOf(values, name);
      if (id === undefined) {
        problems.push(problem(line, "missing-id", "row", missing("id")));
        return { state: "bad", problems };
      }
      return {
        state: "good",
        problems,
        row: { line, id, name, values, references: referencesOf(references, values, headerOf) },
      };
    },
  };
}

function referencesOf(
  references: readonly (readonly [string, NamedKind])[],
  { texts }: CellValues,
  headerOf: ReadonlyMap<string, string>,
): Readonly<Record<string, RowReference>> {
  const found: Record<string, RowReference> = {};
  for (const [field, kind] of references) {
    const id = texts[`${field}Id`];
    const name = texts[`${field}Name`];
    if (id === undefined && name === undefined) continue;
    found[field] = {
      kind,
      id,
      name,
      column: headerOf.get(`${field}${id === undefined ? "Name" : "Id"}`) ?? "",
    };
  }
  return found;
}
