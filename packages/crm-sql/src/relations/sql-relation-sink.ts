import { CrmError } from "@sweetspot/contract";
import { CRM_SOURCE } from "@sweetspot/relation-book";
import type { RelationImportSource, RelationSink } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Database, Queries } from "../database.ts";
import { LEASE } from "../import-rows.ts";
import { createRelationWriter } from "./relation-writer.ts";
import { nextRevision } from "./revision.ts";
import { sweep } from "./sweep.ts";

/** Longest name of a source; with a key it makes the id of a record. */
const LONGEST_NAME = 80;

/**
 * Where an import of relations writes, in one tenant. New rows go to their place batch by batch; nobody sees them before the
 * import has a revision. At its end one transaction gives it one, together with what it says about rows that are seen. A
 * crash leaves nothing but unseen rows that the next import sweeps away.
 */
export function createSqlRelationSink(database: Database, tenant: string, now: () => Date): RelationSink {
  return {
    async begin(source, options) {
      checkSource(source);
      const writing = await database.transaction(async (queries) => {
        // Waits for whoever else begins or finishes; the number is used as this import's own.
        const number = await nextRevision(queries, tenant);
        await sweepLost(queries, tenant);
        return {
          tenant,
          number,
          name: source.name,
          source: await openSource(queries, tenant, source, number),
        };
      }, options);
      return createRelationWriter(database, writing, source, now);
    },
  };
}

function checkSource({ name, retentionMonths }: RelationImportSource): void {
  const wrong =
    name.trim() === "" || name.length > LONGEST_NAME
      ? `Name the source, in at most ${LONGEST_NAME} characters.`
      : name.includes("/")
        ? "The name of a source may not hold a /: ids of records are made of it."
        : name === CRM_SOURCE
          ? `"${CRM_SOURCE}" is what the CRM itself tells. Give the source another name.`
          : retentionMonths !== undefined && !(Number.isInteger(retentionMonths) && retentionMonths > 0)
            ? "A source is kept for a whole number of months, 1 or more."
            : undefined;
  if (wrong !== undefined) throw new CrmError("malformed", wrong);
}

async function sweepLost(queries: Queries, tenant: string): Promise<void> {
  const left = await queries.query(
    sql<{ number: number; running: boolean }>`select number, expires_at > now() as running
      from relation_writing where tenant = ${tenant} and revision is null`,
  );
  if (left.some(({ running }) => running))
    throw new CrmError(
      "conflict",
      "Another import of relations is running. Wait until it has finished, or cancel it.",
    );
  for (const { number } of left) await sweep(queries, tenant, number);
}

/** The source's number; a new one is not seen before its first import has finished. */
async function openSource(
  queries: Queries,
  tenant: string,
  { name, purpose }: RelationImportSource,
  number: number,
): Promise<number> {
  const [known] = await queries.query(
    sql<{ number: number }>`select number from relation_source where tenant = ${tenant} and name = ${name}`,
  );
  const source = known?.number ?? number;
  if (!known)
    await queries.query(
      sql`insert into relation_source (tenant, name, number, purpose, revision)
        values (${tenant}, ${name}, ${source}, ${purpose}, 0)`,
    );
  await queries.query(
    sql`insert into relation_writing (number, tenant, source, at, expires_at)
      values (${number}, ${tenant}, ${source}, now(), now() + interval ${LEASE})`,
  );
  return source;
}
