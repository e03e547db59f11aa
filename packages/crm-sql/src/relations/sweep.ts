import { RELATION_KINDS } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Queries } from "../database.ts";
import { tableOf } from "./relation-tables.ts";

/** Takes back what an import has written that nobody has seen. @returns false where it has finished */
export async function sweep(queries: Queries, tenant: string, number: number): Promise<boolean> {
  // Its own statements hold this row while they write: what they wrote is seen by those below.
  const [open] = await queries.query(
    sql<{ source: number }>`delete from relation_writing
      where tenant = ${tenant} and number = ${number} and revision is null returning source`,
  );
  if (!open) return false;
  for (const kind of RELATION_KINDS)
    await queries.query(sql`delete from ${tableOf(kind)} where tenant = ${tenant} and writing = ${number}`);
  await queries.query(sql`delete from relation_change where writing = ${number}`);
  await queries.query(
    sql`delete from relation_source where tenant = ${tenant} and number = ${open.source} and imported_at is null`,
  );
  return true;
}
