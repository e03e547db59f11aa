import type { PlanEdit, PlanFields, TeamMember } from "@sweetspot/contract";
import { cellId, diffFields } from "@sweetspot/plan-model";
import { foldText, type Level } from "@sweetspot/white-space";
import type { GridModel } from "@sweetspot/white-space-plan";
import { dsvFormat } from "d3-dsv";
import { type CellRef, type Cells, putCell } from "../edits/cell-edits.model.ts";
import { type Author, type NewId, planEdit, type Put } from "../edits/edit.ts";
import { findDelimiter, fuse } from "./csv-fields.ts";
import { type CsvCell, type CsvIssue, type CsvRow, readRow } from "./csv-row.model.ts";
import { createStructure } from "./csv-structure.ts";
import type { CsvColumn, CsvReader } from "./csv-words.ts";

/** What a file would change, before anything is changed. */
export interface CsvPreview {
  /** One step of undo, however many commits it travels in; undefined where nothing would change. */
  readonly edit: PlanEdit | undefined;
  readonly newPerspectives: readonly string[];
  readonly newAreas: readonly string[];
  readonly newOfferings: readonly string[];
  /** Cells that would change. */
  readonly changed: number;
  /** Of these, levels set by hand, and levels handed back. */
  readonly levelsSet: number;
  readonly levelsHandedBack: number;
  readonly rows: number;
  /** Rows that say "from CRM data" but name a level the CRM's data does not give today: the level is not taken. */
  readonly otherCrmLevel: number;
  readonly issues: readonly CsvIssue[];
}

export interface CsvSources {
  /** All perspectives of the plan. */
  readonly models: readonly GridModel[];
  readonly reader: CsvReader;
  readonly people: readonly TeamMember[];
  readonly currency: string;
  /** Name of the perspective for files that name none. */
  readonly perspectiveName: string;
  readonly author: Author;
  readonly newId: NewId;
}

/** Reads a file against the plan. Good rows are kept, bad ones are named with line and remedy. */
export function readCsv(text: string, sources: CsvSources): CsvPreview {
  const { columns, rows } = toRows(text, sources.reader);
  const issues: CsvIssue[] = [];
  const structure = createStructure(sources);
  const puts: Put[] = [];
  const seen = new Set<string>();
  const counts = { changed: 0, levelsSet: 0, levelsHandedBack: 0, otherCrmLevel: 0 };
  if (!columns.has("area") || !columns.has("offering"))
    issues.push({
      line: 1,
      column: columns.has("area") ? "offering" : "area",
      problem: "no-header",
      value: "",
    });
  else
    for (const { line, row } of rows) {
      const reading = readRow(row, line, sources);
      const place = [row.perspective ?? "", row.area ?? "", row.offering ?? ""].map(foldText).join("\n");
      const missing = (["area", "offering"] as const).find((column) => !row[column]?.trim());
      if (missing !== undefined)
        issues.push({ line, column: missing, problem: `${missing}-missing`, value: "" });
      if (seen.has(place) && missing === undefined)
        issues.push({
          line,
          column: "area",
          problem: "duplicate",
          value: `${row.area ?? ""}, ${row.offering ?? ""}`,
        });
      issues.push(...reading.issues);
      if (missing !== undefined || seen.has(place) || reading.issues.length > 0) continue;
      seen.add(place);
      const area = structure.area(row.perspective ?? "", row.area ?? "");
      const offering = structure.offering(row.offering ?? "");
      const put = toPut(reading.cell, { area, offering }, structure.derivedLevel(area, offering), sources);
      if (
        reading.cell.crmLevel !== undefined &&
        structure.derivedLevel(area, offering) !== reading.cell.crmLevel
      )
        counts.otherCrmLevel += 1;
      if (!put) continue;
      puts.push(put);
      counts.changed += 1;
      if (put.fields["level"] === null) counts.levelsHandedBack += 1;
      else if (put.fields["level"] !== undefined) counts.levelsSet += 1;
    }
  // Structure comes first, so that a commit never refers to something a later one brings.
  const all = [...structure.puts(), ...puts];
  return {
    edit: all.length === 0 ? undefined : planEdit("csv-imported", all),
    ...structure.names(),
    ...counts,
    rows: rows.length,
    issues,
  };
}

/** The put that makes a cell what its row says; undefined where it is so already. */
function toPut(
  wanted: CsvCell,
  ref: CellRef,
  derived: Level | undefined,
  { models, author }: CsvSources,
): Put | undefined {
  const cells: Cells = models[0]?.plan.cells ?? new Map();
  const now = (cells.get(cellId(ref.area, ref.offering))?.fields as PlanFields | undefined) ?? {};
  const sameAnyway = !wanted.saysByHand && now["level"] === undefined && wanted.level === derived;
  const target: Record<string, PlanFields[string]> = { ...now };
  for (const [name, value] of Object.entries(wanted.fields)) {
    if (value === null) delete target[name];
    else target[name] = value;
  }
  if (wanted.level === null) for (const name of LEVEL_FIELDS) delete target[name];
  else if (wanted.level !== undefined && !sameAnyway && wanted.level !== now["level"]) {
    target["level"] = wanted.level;
    target["levelSetBy"] = author.by;
    target["levelSetAt"] = author.at;
  }
  const patch = diffFields(now, target);
  return Object.keys(patch).length === 0 ? undefined : putCell(cells, ref, patch);
}

const LEVEL_FIELDS = ["level", "levelReason", "levelSetBy", "levelSetAt"];

interface NumberedRow {
  readonly line: number;
  readonly row: CsvRow;
}

function toRows(
  text: string,
  reader: CsvReader,
): { readonly columns: ReadonlySet<CsvColumn>; readonly rows: readonly NumberedRow[] } {
  const plain = text.replace(/^\uFEFF/, "");
  const table = dsvFormat(findDelimiter(plain)).parseRows(plain);
  const header = (table[0] ?? []).map((name) => reader.column(fuse(name)));
  const columns = new Set(header.filter((column) => column !== undefined));
  let line = 1;
  const rows = table.flatMap((cells, index): NumberedRow[] => {
    const at = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    if (index === 0 || cells.every((cell) => cell.trim() === "")) return [];
    const row: Partial<Record<CsvColumn, string>> = {};
    header.forEach((column, place) => {
      if (column !== undefined) row[column] = fuse(cells[place] ?? "");
    });
    return [{ line: at, row }];
  });
  return { columns, rows };
}
