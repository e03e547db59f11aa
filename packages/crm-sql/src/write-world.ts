import { type Field, valueOf } from "@sweetspot/contract";
import { type ImportKind, type ImportRowOf, normaliseName } from "@sweetspot/crm-import";
import type { CrmWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { upsert } from "./bulk-upsert.ts";
import { noteCrmChange } from "./crm-revision.ts";
import type { Database, Queries } from "./database.ts";
import { writeInvolvements } from "./write-involvements.ts";

/** Writes a whole CRM into one tenant, in one transaction: records by id, access rules in place of the old ones. */
export async function writeWorld(database: Database, tenant: string, world: CrmWorld): Promise<void> {
  await database.transaction(async (queries) => {
    const write = <Kind extends ImportKind>(kind: Kind, rows: readonly ImportRowOf[Kind][]) =>
      writeAll(queries, tenant, kind, rows);
    await write("teamMembers", world.teamMembers.map(plain).map(named));
    await write(
      "accounts",
      world.accounts.map((account) => named({ ...plain(account), attributes: plain(account.attributes) })),
    );
    await write("products", world.products.map(plain).map(named));
    await write("contacts", world.contacts.map(plain));
    await write(
      "opportunities",
      world.opportunities.map((opportunity) =>
        named({
          ...plain(opportunity),
          attributes: plain(opportunity.attributes),
          product: null,
          productName: null,
        }),
      ),
    );
    const lines = world.opportunities.flatMap((opportunity) =>
      (valueOf(opportunity.lineItems) ?? []).map((line) => ({ ...plain(line), opportunity: opportunity.id })),
    );
    await write("lineItems", lines);
    await markNamedProducts(
      queries,
      tenant,
      lines.filter((line) => line.origin === "opportunity").map((line) => line.id),
    );
    await write("assets", world.assets.map(plain));
    await writeInvolvements(queries, tenant, world.involvements);
    await writeAccess(queries, tenant, world.access);
    await noteCrmChange(queries, tenant);
  });
}

const BATCH = 2000;

async function writeAll<Kind extends ImportKind>(
  queries: Queries,
  tenant: string,
  kind: Kind,
  rows: readonly ImportRowOf[Kind][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const placed = rows.slice(start, start + BATCH).map((row, index) => ({ row, position: start + index }));
    await upsert(queries, tenant, kind, placed);
  }
}

/** Files know line items by their own rows only; a world may name a product on the opportunity with an id of its own. */
const markNamedProducts = (queries: Queries, tenant: string, lines: readonly string[]) =>
  queries.query(
    sql`update crm_line_item set origin = 'opportunity' where tenant = ${tenant} and id = any(${lines}::text[])`,
  );

async function writeAccess(queries: Queries, tenant: string, rules: CrmWorld["access"]): Promise<void> {
  await queries.query(sql`delete from crm_access where tenant = ${tenant}`);
  await queries.query(
    sql`insert into crm_access (tenant, position, object, field, role, ids)
      select ${tenant}, rule.position, value ->> 'object', value ->> 'field', value ->> 'role', value -> 'ids'
      from json_array_elements(${JSON.stringify(rules)}::json) with ordinality as rule (value, position)`,
  );
}

type Plain<T> = { readonly [K in keyof T]: T[K] extends Field<infer V> ? V | null : T[K] };

/** Fields as plain values, null where empty: the form in which tables hold them. */
function plain<T extends object>(record: T): Plain<T> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, isField(value) ? (valueOf(value) ?? null) : value]),
  ) as Plain<T>;
}

const isField = (value: unknown): value is Field<unknown> =>
  typeof value === "object" && value !== null && "state" in value;

const named = <T extends { readonly name: string }>(record: T): T & { readonly nameKey: string } => ({
  ...record,
  nameKey: normaliseName(record.name),
});
