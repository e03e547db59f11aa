import { foldText, type ReadOptions } from "@sweetspot/contract";
import type { SourcePerson } from "@sweetspot/relation-book";
import { sql } from "kysely";
import type { Queries } from "../database.ts";
import { unseen } from "./revision.ts";
import { readRows, readSourceNames, toRecords } from "./stored-rows.ts";

const MOST = 50;

/** Records of people whose name holds every word, as sources write it or without case; some fifty at most, by name. */
export async function findPeople(
  queries: Queries,
  tenant: string,
  search: string,
  options?: ReadOptions,
): Promise<readonly SourcePerson[]> {
  const words = search
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => [[word.toLocaleLowerCase("en"), foldText(word)]]);
  if (words.length === 0) return [];
  const holds = words.map(
    ([written, folded]) => sql`(strpos(lower(name), ${written}) > 0 or strpos(lower(name), ${folded}) > 0)`,
  );
  const rows = await readRows(
    queries,
    tenant,
    "people",
    sql`writing <> all ${unseen(tenant)} and ${sql.join(holds, sql` and `)}`,
    sql`order by name, source, key limit ${sql.lit(MOST)}`,
    options,
  );
  return toRecords("people", rows, await readSourceNames(queries, tenant, options));
}
