import { createHash } from "node:crypto";
import { RELATION_TYPES } from "@sweetspot/contract";
import { type Field } from "./fields.ts";
import type { FileRow } from "./file-rows.ts";
import { isAfter } from "./partial-dates.ts";
import type { BodyRow, PersonRow, TieRow } from "./relation-sink.port.ts";
import { createRowValues, type RowFault, type RowValues } from "./row-values.ts";

/** A row that was read; `row` is absent where it cannot be taken. */
export interface ReadRecord<Row> {
  readonly row?: Row;
  /** As far as it can be told. */
  readonly key?: string;
  readonly faults: readonly RowFault[];
}

const LONGEST_KEY = 240;
const LONGEST_NAME = 400;
const LONGEST_WORD = 200;

export function readPerson(given: FileRow): ReadRecord<PersonRow> {
  const values = createRowValues(given);
  const key = readKey(values);
  const parts = definedOnly({
    givenName: values.text("givenName", LONGEST_WORD, "value"),
    familyName: values.text("familyName", LONGEST_WORD, "value"),
    title: values.text("title", LONGEST_WORD, "value"),
    city: values.text("city", LONGEST_WORD, "value"),
    birthDate: values.date("birthDate", "value"),
    sourceDate: values.date("sourceDate", "value"),
  });
  const written = values.text("name", LONGEST_NAME, "row");
  const name = written ?? [parts.givenName, parts.familyName].filter((part) => part !== undefined).join(" ");
  if (name === "" && !values.bad) values.add({ code: "missing-name", effect: "row", field: "name" });
  return toRead(values, key, () => ({ key: key ?? "", name, ...parts }));
}

export function readBody(given: FileRow): ReadRecord<BodyRow> {
  const values = createRowValues(given);
  const key = readKey(values);
  const name = values.text("name", LONGEST_NAME, "row");
  if (name === undefined && !values.bad) values.add({ code: "missing-name", effect: "row", field: "name" });
  const people = values.number("people", "value");
  const parts = definedOnly({
    place: values.text("place", LONGEST_WORD, "value"),
    people: people === undefined ? undefined : Math.min(Math.round(people), 2_000_000_000),
    insolvent: values.date("insolvent", "value"),
    register: values.text("register", LONGEST_WORD, "value"),
    sourceDate: values.date("sourceDate", "value"),
  });
  return toRead(values, key, () => ({ key: key ?? "", name: name ?? "", ...parts }));
}

const KNOWN_TYPES = new Set<string>(RELATION_TYPES);
/** A body that owns another one owns a share of it. */
const OWNERSHIP = "shareholder";

/** A tie without a key of its own is known by its ends, its type, its role and its start: `derived` says so. */
export function readTie(given: FileRow): ReadRecord<TieRow> & { readonly derived: boolean } {
  const values = createRowValues(given);
  const ends = readEnds(values);
  const type = readType(values, ends.otherBody !== undefined);
  const role = values.text("role", LONGEST_WORD, "value");
  const start = values.date("start", "row");
  const end = values.date("end", "row");
  if (start !== undefined && end !== undefined && isAfter(start, end))
    values.add({ code: "dates-reversed", effect: "row", field: "end", value: `${start} > ${end}` });
  const share = values.number("share", "row");
  if (share !== undefined && share > 100)
    values.add({ code: "share-out-of-range", effect: "row", field: "share", value: String(share) });
  const parts = definedOnly({
    ...ends,
    role,
    share,
    start,
    end,
    seenFrom: values.date("seenFrom", "value"),
    seenTo: values.date("seenTo", "value"),
    sourceDate: values.date("sourceDate", "value"),
  });
  const own = values.text("key", LONGEST_KEY, "row");
  const key = own ?? deriveKey(ends, type, role, start);
  return {
    ...toRead(values, key, () => ({ key, type: type ?? "", ...parts })),
    derived: own === undefined,
  };
}

/** A second tie that differs in its end alone is one of its own. */
export const keyWithEnd = ({ key, end = "" }: TieRow): string => shorten(`${key}>${end}`);

type EndField = "person" | "otherPerson" | "body" | "otherBody";
type Ends = Readonly<Partial<Record<EndField, string>>>;

function readEnds(values: RowValues): Ends {
  const ends = definedOnly({
    person: values.text("person", LONGEST_KEY, "row"),
    body: values.text("body", LONGEST_KEY, "row"),
    otherPerson: values.text("otherPerson", LONGEST_KEY, "row"),
    otherBody: values.text("otherBody", LONGEST_KEY, "row"),
  });
  if (values.bad) return ends;
  const named = Object.keys(ends).toSorted().join(" ");
  const wanted = missingEnd(named);
  if (wanted !== undefined) values.add({ code: "missing-end", effect: "row", field: wanted });
  else if (!["body person", "otherPerson person", "body otherBody"].includes(named))
    values.add({ code: "too-many-ends", effect: "row" });
  const { person, otherPerson, body, otherBody } = ends;
  if (person !== undefined && person === otherPerson)
    values.add({ code: "self-tie", effect: "row", field: "otherPerson", value: person });
  if (body !== undefined && body === otherBody)
    values.add({ code: "self-tie", effect: "row", field: "otherBody", value: body });
  return ends;
}

function missingEnd(named: string): Field | undefined {
  if (named === "" || named === "body" || named === "otherPerson") return "person";
  return named === "person" || named === "otherBody" ? "body" : undefined;
}

function readType(values: RowValues, ownership: boolean): string | undefined {
  const written = values.text("type", 60, "row");
  if (written === undefined) {
    if (ownership) return OWNERSHIP;
    if (!values.bad) values.add({ code: "missing-type", effect: "row", field: "type" });
    return undefined;
  }
  const type = written.toLowerCase().replace(/[\s-]+/gu, "_");
  if (!KNOWN_TYPES.has(type))
    values.add({ code: "unknown-type", effect: "none", field: "type", value: written });
  return type;
}

function deriveKey({ person, otherPerson, body, otherBody }: Ends, type = "", role = "", start = ""): string {
  const from = person ?? `owner ${otherBody ?? ""}`;
  const to = otherPerson === undefined ? (body ?? "") : `person ${otherPerson}`;
  return shorten([from, to, type, role, start].join(">"));
}

const shorten = (key: string): string =>
  key.length <= LONGEST_KEY ? key : createHash("sha256").update(key).digest("base64url");

function readKey(values: RowValues): string | undefined {
  const key = values.text("key", LONGEST_KEY, "row");
  if (key === undefined && !values.bad) values.add({ code: "missing-key", effect: "row", field: "key" });
  return key;
}

function toRead<Row>(values: RowValues, key: string | undefined, build: () => Row): ReadRecord<Row> {
  const known = key === undefined ? {} : { key };
  return values.bad ? { ...known, faults: values.faults } : { ...known, row: build(), faults: values.faults };
}

type Defined<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The object without what is undefined. */
function definedOnly<T extends object>(given: T): Defined<T> {
  const kept: Partial<Record<string, unknown>> = {};
  for (const name in given) if (given[name] !== undefined) kept[name] = given[name];
  return kept as Defined<T>;
}
