import { type RecordId, toRecordId } from "@sweetspot/contract";
import { CRM_SOURCE, type SourceBody, type SourcePerson, type SourceTie } from "@sweetspot/relation-book";
import type { BodyRow, PersonRow, RelationKind, TieRow } from "@sweetspot/relation-import";
import { type RawBuilder, sql } from "kysely";
import type { GivenColumn } from "../given-rows.ts";

export interface RelationRowOf {
  readonly people: PersonRow;
  readonly bodies: BodyRow;
  readonly ties: TieRow;
}
export interface RelationRecordOf {
  readonly people: SourcePerson;
  readonly bodies: SourceBody;
  readonly ties: SourceTie;
}
export type AnyRow = RelationRowOf[RelationKind];

interface Column<Row> extends GivenColumn<Row> {
  readonly field: keyof Row & string;
}

const column = <Row>(field: keyof Row & string, name: string = field, type = "text"): Column<Row> => ({
  field,
  name,
  type,
  valueOf: (row) => row[field],
});

const KEYS = [column<AnyRow>("key"), column<AnyRow>("sourceDate", "source_date")];

/** How the records of each kind lie in their table; the key comes first. */
export const RELATION_TABLES: {
  readonly [Kind in RelationKind]: {
    readonly table: string;
    readonly columns: readonly Column<RelationRowOf[Kind]>[];
  };
} = {
  people: {
    table: "relation_person",
    columns: [
      ...KEYS,
      column("name"),
      column("givenName", "given_name"),
      column("familyName", "family_name"),
      column("title"),
      column("city"),
      column("birthDate", "birth_date"),
    ],
  },
  bodies: {
    table: "relation_body",
    columns: [
      ...KEYS,
      column("name"),
      column("place"),
      column("people", "people", "integer"),
      column("insolvent"),
      column("register"),
    ],
  },
  ties: {
    table: "relation_tie",
    columns: [
      ...KEYS,
      column("person"),
      column("body"),
      column("otherPerson", "other_person"),
      column("otherBody", "other_body"),
      column("type"),
      column("role"),
      column("share", "share", "double precision"),
      column("start", "start_date"),
      column("end", "end_date"),
      column("seenFrom", "seen_from"),
      column("seenTo", "seen_to"),
    ],
  },
};

/** The columns of a kind, of whatever rows. */
export const givenColumns = (kind: RelationKind): readonly Column<AnyRow>[] =>
  RELATION_TABLES[kind].columns as readonly Column<AnyRow>[];

export const tableOf = (kind: RelationKind): RawBuilder<unknown> => sql.table(RELATION_TABLES[kind].table);

export const columnNames = (kind: RelationKind): RawBuilder<unknown> =>
  sql.join(givenColumns(kind).map(({ name }) => sql.id(name)));

/** A row as the database answers it: with its source's number, and null for what is not known. */
export type StoredRow = Readonly<Record<string, unknown>> & {
  readonly source: number;
  readonly key: string;
};

/** Names of sources by their number. */
export type SourceNames = ReadonlyMap<number, string>;

export function toRecord<Kind extends RelationKind>(
  kind: Kind,
  row: StoredRow,
  sources: SourceNames,
): RelationRecordOf[Kind] {
  const record: Record<string, unknown> = { source: sources.get(row.source) };
  for (const { field, name } of givenColumns(kind)) {
    const value = row[name];
    if (value !== null && value !== undefined) record[field] = value;
  }
  return record as unknown as RelationRecordOf[Kind];
}

export const idOf = (source: string, key: string): RecordId => toRecordId(`${source}/${key}`);

/** Source and key of a record's id; undefined for records of the CRM and for what is no such id. */
export function partsOf(id: string): { readonly source: string; readonly key: string } | undefined {
  const end = id.indexOf("/");
  if (end <= 0 || end === id.length - 1) return undefined;
  const source = id.slice(0, end);
  return source === CRM_SOURCE ? undefined : { source, key: id.slice(end + 1) };
}
