import { type IsoDate, type ReadOptions, type RecordId, toRecordId } from "@sweetspot/contract";
import type { Asked } from "@sweetspot/relation-book";
import { sql } from "kysely";
import type { Queries } from "../database.ts";

/** Counts introductions of all accounts; one that was thrown away was asked for all the same only while it is there. */
export async function countAsks(
  queries: Queries,
  tenant: string,
  people: readonly RecordId[],
  since: IsoDate,
  options?: ReadOptions,
): Promise<ReadonlyMap<RecordId, Asked>> {
  if (people.length === 0) return new Map();
  const rows = await queries.query(
    sql<{ person: string; count: number; last: string }>`
      select fields->>'goBetween' as person, count(*)::integer as count, max(fields->>'askedOn') as last
      from plan_record
      where tenant = ${tenant} and type = 'introduction' and not removed
        and fields->>'goBetween' = any(${people}::text[]) and fields->>'askedOn' >= ${since}
      group by 1`,
    options,
  );
  return new Map(
    rows.map(({ person, count, last }) => [toRecordId(person), { count, last: last as IsoDate }]),
  );
}
