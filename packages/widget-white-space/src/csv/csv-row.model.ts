import { type PlanFields, type PlanValue, type TeamMember, toRecordId } from "@sweetspot/contract";
import { cell as cellEntity, validateRecord } from "@sweetspot/plan-model";
import { foldText, type Level } from "@sweetspot/white-space";
import { nameMembers } from "./csv-out.model.ts";
import { readAmount } from "./csv-fields.ts";
import type { CsvColumn, CsvReader } from "./csv-words.ts";

/** What is wrong with a row, by a code the view has words for. */
export type CsvProblem =
  | "no-header"
  | "area-missing"
  | "offering-missing"
  | "unknown-level"
  | "reason-missing"
  | "unknown-set-by"
  | "unknown-answer"
  | "unknown-reason"
  | "unknown-possession"
  | "unknown-basis"
  | "bad-amount"
  | "bad-currency"
  | "bad-date"
  | "unknown-person"
  | "bad-flag"
  | "too-long"
  | "duplicate";

export interface CsvIssue {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly column: CsvColumn | undefined;
  readonly problem: CsvProblem;
  readonly value: string;
}

/** A row's columns by name; columns the file does not have are absent and leave their fields as they are. */
export type CsvRow = Readonly<Partial<Record<CsvColumn, string>>>;

/** What a row wants of its cell. `level` undefined: leave it; null: the CRM's data. */
export interface CsvCell {
  readonly level: Level | null | undefined;
  /** Does the file say "by hand"? Without that word a level the cell has anyway changes nothing. */
  readonly saysByHand: boolean;
  /** Fields as they shall be; null where they shall be empty. */
  readonly fields: PlanFields;
  /** The level the file names beside "from CRM data". */
  readonly crmLevel: Level | undefined;
}

export interface RowReading {
  readonly cell: CsvCell;
  readonly issues: readonly CsvIssue[];
}

export interface RowContext {
  readonly reader: CsvReader;
  readonly people: readonly TeamMember[];
  /** Currency of amounts that name none. */
  readonly currency: string;
}

/** Reads one row; with an issue the row is not applied. */
export function readRow(row: CsvRow, line: number, context: RowContext): RowReading {
  const issues: CsvIssue[] = [];
  const fields: Record<string, PlanValue> = {};
  const wrong = (column: CsvColumn, problem: CsvProblem, value: string): undefined => {
    issues.push({ line, column, problem, value });
    return undefined;
  };
  const take = (column: CsvColumn, field: string, read: (text: string) => PlanValue | undefined): void => {
    const text = row[column]?.trim();
    if (text === undefined) return;
    const value = text === "" ? null : read(text);
    if (value !== undefined) fields[field] = value;
  };
  const { reader } = context;

  const level = readLevel(row, reader, wrong);
  const noReason = level.level === "not-possible" && !row.reason?.trim();
  if (noReason) wrong("reason", "reason-missing", row.level ?? "");
  if (level.level !== null) take("reason", "levelReason", (text) => text);
  take(
    "makesSense",
    "makesSense",
    (text) => reader.answer(text) ?? wrong("makesSense", "unknown-answer", text),
  );
  take("proposed", "proposed", (text) => reader.answer(text) ?? wrong("proposed", "unknown-answer", text));
  take(
    "absenceReason",
    "absenceReason",
    (text) => reader.reason(text) ?? wrong("absenceReason", "unknown-reason", text),
  );
  take("absenceNote", "absenceNote", (text) => text);
  take("competitor", "competitor", (text) => text);
  const readMoney =
    (column: "potential" | "market", currencyColumn: "currency" | "marketCurrency") =>
    (text: string): PlanValue | undefined => {
      const amount = readAmount(text);
      if (amount === undefined) return wrong(column, "bad-amount", text);
      const currency = (row[currencyColumn]?.trim() || context.currency).toUpperCase();
      if (!/^[A-Z]{3}$/.test(currency)) return wrong(currencyColumn, "bad-currency", currency);
      return { amount, currency };
    };
  take("potential", "potential", readMoney("potential", "currency"));
  take("market", "marketVolume", readMoney("market", "marketCurrency"));
  take(
    "possession",
    "possession",
    (text) => reader.possession(text) ?? wrong("possession", "unknown-possession", text),
  );
  take(
    "potentialBasis",
    "potentialBasis",
    (text) => reader.basis(text) ?? wrong("potentialBasis", "unknown-basis", text),
  );
  take("nextStep", "nextStep", (text) => text);
  take(
    "owner",
    "nextStepOwner",
    (text) => findPerson(text, context.people) ?? wrong("owner", "unknown-person", text),
  );
  take("due", "nextStepDue", (text) => (isDay(text) ? text : wrong("due", "bad-date", text)));
  take("done", "nextStepDone", (text) => {
    const done = reader.flag(text);
    if (done === undefined) return wrong("done", "bad-flag", text);
    return done ? true : null;
  });
  take("notes", "notes", (text) => text);
  take("deals", "opportunities", (text) => text.split(/\s+/).map((id) => toRecordId(decode(id))));
  for (const issue of lengthIssues(fields)) issues.push({ line, ...issue });
  return { cell: { ...level, fields }, issues };
}

type Wrong = (column: CsvColumn, problem: CsvProblem, value: string) => undefined;

/** "By hand" and a blank take the level; "from CRM data" hands the cell back, whatever level stands beside it. */
function readLevel(row: CsvRow, reader: CsvReader, wrong: Wrong): Omit<CsvCell, "fields"> {
  const nothing = { level: undefined, crmLevel: undefined, saysByHand: false };
  const word = row.level?.trim() ?? "";
  const by = row.setBy?.trim() ?? "";
  const setBy = by === "" ? undefined : reader.setBy(by);
  if (by !== "" && setBy === undefined) {
    wrong("setBy", "unknown-set-by", by);
    return nothing;
  }
  const level = word === "" ? undefined : reader.level(word);
  if (word !== "" && level === undefined) {
    wrong("level", "unknown-level", word);
    return nothing;
  }
  if (setBy === "crm") return { level: null, crmLevel: level, saysByHand: false };
  return { level, crmLevel: undefined, saysByHand: setBy === "hand" };
}

function findPerson(text: string, people: readonly TeamMember[]): string | undefined {
  for (const [id, name] of nameMembers(people)) if (foldText(name) === foldText(text)) return id;
  const byId = people.find((member) => member.id === text);
  const byMail = people.find(
    (member) => member.email.state === "known" && foldText(member.email.value) === foldText(text),
  );
  return (byId ?? byMail)?.id;
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
  );
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const COLUMN_OF: Readonly<Record<string, CsvColumn>> = {
  levelReason: "reason",
  absenceNote: "absenceNote",
  competitor: "competitor",
  nextStep: "nextStep",
  notes: "notes",
  opportunities: "deals",
  potential: "potential",
  marketVolume: "market",
};

/** The plan model's own limits, so that a file is refused before the store refuses it. */
function lengthIssues(fields: PlanFields): Omit<CsvIssue, "line">[] {
  const values = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const record = {
    id: toRecordId("row"),
    type: cellEntity.name,
    fields: { area: "area", offering: "offering", ...values },
  };
  return validateRecord(record, "plan").map((issue) => ({
    column: issue.field === undefined ? undefined : COLUMN_OF[issue.field],
    problem: "too-long",
    value: issue.message,
  }));
}
