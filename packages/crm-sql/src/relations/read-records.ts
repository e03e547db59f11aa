import type { ReadOptions, RecordId } from "@sweetspot/contract";
import type { SourceBody, SourcePerson } from "@sweetspot/relation-book";
import { sql } from "kysely";
import type { Queries } from "../database.ts";
import { idOf, partsOf, type SourceNames, toRecord } from "./relation-tables.ts";
import { unseen } from "./revision.ts";
import { readRows, readSourceNames } from "./stored-rows.ts";

/** A record's place: the number of its source, and its key. */
export interface RecordPlace {
  readonly source: number;
  readonly key: string;
}

/** Where records lie; ids of the CRM's records and of sources that are gone are left out. */
export function placesOf(ids: readonly RecordId[], sources: SourceNames): readonly RecordPlace[] {
  const numbers = new Map([...sources].map(([number, name]) => [name, number]));
  return ids.flatMap((id) => {
    const parts = partsOf(id);
    const source = parts && numbers.get(parts.source);
    return parts && source !== undefined ? [{ source, key: parts.key }] : [];
  });
}

/** True for the rows at these places. */
export const isAt = (places: readonly RecordPlace[]) =>
  sql`(source, key) in (select * from unnest(${places.map(({ source }) => source)}::integer[],
    ${places.map(({ key }) => key)}::text[]))`;

/** Records of these ids by their id, as far as they are stored and seen. */
export async function readRecords(
  queries: Queries,
  tenant: string,
  kinds: readonly ("people" | "bodies")[],
  ids: readonly RecordId[],
  options?: ReadOptions,
): Promise<ReadonlyMap<string, SourcePerson | SourceBody>> {
  const found = new Map<string, SourcePerson | SourceBody>();
  const sources = await readSourceNames(queries, tenant, options);
  const places = placesOf(ids, sources);
  if (places.length === 0) return found;
  for (const kind of kinds) {
    const where = sql`${isAt(places)} and writing <> all ${unseen(tenant)}`;
    for (const row of await readRows(queries, tenant, kind, where, sql``, options)) {
      const record = toRecord(kind, row, sources);
      found.set(idOf(record.source, record.key), record);
    }
  }
  return found;
}
