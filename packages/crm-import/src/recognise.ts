import { createHash } from "node:crypto";
import type { OpportunityStatus } from "@sweetspot/contract";
import type { CsvFormat } from "./csv-format.ts";
import { decideDateOrder } from "./date-values.ts";
import {
  type ColumnMapping,
  type DateOrder,
  type DecimalSign,
  type FileMapping,
  KEEPS_ATTRIBUTES,
  type KeyRule,
  targetOf,
} from "./file-mapping.model.ts";
import { HEADERS, VOCABULARY } from "./header-index.ts";
import { IMPORT_KINDS, type ImportKind } from "./import-sink.port.ts";
import { normaliseName, squashName } from "./normalise-name.ts";
import { decideDecimal, decimalOf } from "./number-values.ts";
import { statusOfStage } from "./stage-status.ts";
import { HOUSEKEEPING, OTHER_OBJECTS } from "./vocabulary/other-objects.ts";
import { list } from "./vocabulary/vocabulary.model.ts";

/** Whose export a file seems to be; for showing, never for branching. */
export type FileShape = "salesforce" | "hubspot" | "generic";

/** The same for every file with these columns in this order, whatever its rows: a saved mapping is found by it. */
export const signatureOf = (header: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify(header.map(squashName)))
    .digest("hex")
    .slice(0, 24);

/** Guesses kind and columns of a file from its name, header and first rows. */
export function recognise(file: string, format: CsvFormat, dates?: DateOrder): FileMapping {
  const kind = recogniseKind(file, format.header);
  return mapColumns(kind ?? "ignored", format, dates);
}

/** The mapping of a file whose kind is known, for a user who corrects it. */
export function mapColumns(kind: ImportKind | "ignored", format: CsvFormat, dates?: DateOrder): FileMapping {
  if (kind === "ignored") {
    return {
      kind,
      key: "id",
      stages: {},
      columns: format.header.map((header) => ({ header, target: "ignored" })),
    };
  }
  const targets = assignTargets(kind, format.header);
  const spare = KEEPS_ATTRIBUTES.has(kind) ? "attribute" : "ignored";
  const plain = format.header.map((header, at) => ({
    header,
    target: targets.get(at) ?? (IGNORED_HEADERS.has(squashName(header)) ? "ignored" : spare),
  }));
  const decimalOfFile = decideFileDecimal(kind, plain, format);
  const columns = plain.map((column, at) =>
    withFormats(kind, column, valuesOf(format, at), dates, decimalOfFile, format),
  );
  return { kind, columns, key: keyRuleOf(kind, columns, format), stages: stagesOf(kind, columns, format) };
}

const OTHER_HEADERS: ReadonlySet<string> = new Set(OTHER_OBJECTS.map(squashName));
/** "" is a column without a name; "_" is one that some query tools add. */
const IGNORED_HEADERS: ReadonlySet<string> = new Set(["", ...HOUSEKEEPING.map(squashName)]);

function recogniseKind(file: string, header: readonly string[]): ImportKind | undefined {
  if (header.some((cell) => OTHER_HEADERS.has(squashName(cell)))) return undefined;
  const fileName = squashName(file);
  let best: { readonly kind: ImportKind; readonly score: number } | undefined;
  for (const kind of IMPORT_KINDS) {
    const targets = new Set(assignTargets(kind, header).values());
    if (!VOCABULARY[kind].needs.every((group) => group.some((target) => targets.has(target)))) continue;
    const { signs } = HEADERS.get(kind)!;
    const weights = [...targets].reduce((sum, target) => sum + VOCABULARY[kind].targets[target]!.weight, 0);
    const hints = header.filter((cell) => signs.has(squashName(cell))).length * 3;
    const named = VOCABULARY[kind].fileNames.some((word) => fileName.includes(squashName(word))) ? 3 : 0;
    const score = weights + hints + named;
    if (best === undefined || score > best.score) best = { kind, score };
  }
  return best !== undefined && best.score >= 3 ? best.kind : undefined;
}

/** Target by column: each target once, given to the column with its best word. */
function assignTargets(kind: ImportKind, header: readonly string[]): ReadonlyMap<number, string> {
  const known = HEADERS.get(kind)!.targets;
  const candidates = header.flatMap((cell, at) =>
    (known.get(squashName(cell)) ?? []).map((meaning) => ({ at, ...meaning })),
  );
  candidates.sort((one, other) => one.rank - other.rank || one.at - other.at);
  const byColumn = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, target } of candidates) {
    if (byColumn.has(at) || taken.has(target)) continue;
    byColumn.set(at, target);
    taken.add(target);
  }
  return byColumn;
}

function* valuesOf(format: CsvFormat, at: number): Generator<string> {
  for (const { cells } of format.sample) {
    const cell = cells[at]?.trim();
    if (cell !== undefined && cell !== "") yield cell;
  }
}

const LIST_HEADER = /^(?:associated|zugeordnet|zugehorig|idsder)|terkait$/u;

function withFormats(
  kind: ImportKind,
  column: ColumnMapping,
  values: Iterable<string>,
  dates: DateOrder | undefined,
  decimalOfFile: DecimalSign,
  format: CsvFormat,
): ColumnMapping {
  const is = targetOf(kind, column.target)?.is;
  if (is === "date" || is === "instant") {
    const { order, assumed } = decideDateOrder(values, dates ?? (format.delimiter === ";" ? "dmy" : "mdy"));
    return { ...column, dates: order, ...(assumed && dates === undefined ? { assumed } : {}) };
  }
  if (is === "number" || is === "money") {
    const { decimal, assumed } = decideDecimal(values, decimalOfFile);
    return { ...column, decimal, ...(assumed ? { assumed } : {}) };
  }
  if (is === "reference" && LIST_HEADER.test(squashName(column.header))) return { ...column, list: true };
  return column;
}

/** Columns that do not decide follow the others of the file; a file cut at semicolons writes decimal commas. */
function decideFileDecimal(
  kind: ImportKind,
  columns: readonly ColumnMapping[],
  format: CsvFormat,
): DecimalSign {
  let votes = 0;
  for (const [at, column] of columns.entries()) {
    const is = targetOf(kind, column.target)?.is;
    if (is !== "number" && is !== "money") continue;
    for (const value of valuesOf(format, at)) {
      const decimal = decimalOf(value);
      if (decimal === ",") votes++;
      if (decimal === ".") votes--;
    }
  }
  if (votes !== 0) return votes > 0 ? "," : ".";
  return format.delimiter === ";" ? "," : ".";
}

function keyRuleOf(kind: ImportKind, columns: readonly ColumnMapping[], format: CsvFormat): KeyRule {
  const at = columns.findIndex((column) => column.target === "id");
  const hasIds = at >= 0 && (format.sample.length === 0 || !valuesOf(format, at).next().done);
  if (hasIds) return "id";
  return kind === "accounts" || kind === "products" || kind === "teamMembers" ? "name" : "content";
}

function stagesOf(
  kind: ImportKind,
  columns: readonly ColumnMapping[],
  format: CsvFormat,
): Readonly<Record<string, OpportunityStatus>> {
  const at = kind === "opportunities" ? columns.findIndex((column) => column.target === "stage") : -1;
  if (at < 0) return {};
  const names = new Set(valuesOf(format, at));
  return Object.fromEntries([...names].slice(0, 100).map((stage) => [stage, statusOfStage(stage)]));
}

const SALESFORCE_HEADERS: ReadonlySet<string> = new Set(
  list(
    "AccountId | OwnerId | StageName | IsDeleted | SystemModstamp | CurrencyIsoCode | Account Name | Accountname | Account-Inhaber | Account Owner | Opportunity Name | Opportunity Owner | Opportunity-Inhaber | Schlusstermin",
  ).map(squashName),
);
const HUBSPOT =
  /^(?:recordid|datensatzid|hsobjectid|hubspot.*|associated.*|zugeordnete.*|lifecyclestage|companyowner)$/u;

/** Whose words the header uses most. */
export function recogniseShape(header: readonly string[]): FileShape {
  const squashed = header.map(squashName);
  const hubspot = squashed.filter((cell) => HUBSPOT.test(cell)).length;
  const salesforce = squashed.filter((cell) => SALESFORCE_HEADERS.has(cell)).length;
  if (hubspot === 0 && salesforce === 0) return "generic";
  return hubspot > 0 ? "hubspot" : "salesforce";
}
/** Adds stages the saved mapping has not seen yet. */
export const withNewStages = (saved: FileMapping, seen: FileMapping): FileMapping => ({
  ...saved,
  stages: { ...seen.stages, ...saved.stages },
});

/** A label for each column that becomes an attribute; the second of two equal headers gets a number. */
export function attributeLabels(columns: readonly ColumnMapping[]): readonly (string | undefined)[] {
  const used = new Map<string, number>();
  return columns.map(({ header, target }) => {
    if (target !== "attribute" && target !== "startDate") return undefined;
    const key = normaliseName(header);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count === 1 ? header : `${header} (${count})`;
  });
}
