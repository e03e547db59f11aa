import { randomBytes } from "node:crypto";
import { foldText } from "@sweetspot/contract";
import { normaliseName } from "@sweetspot/crm-import";
import { type RawBuilder, sql } from "kysely";
import { writeAct } from "./audit.ts";
import type { Database, Queries } from "./database.ts";
import { eraseConsent, erasePortal, portalRows } from "./portal-rows.ts";
import { readTenantTables, type TenantTable } from "./tenant-tables.ts";

/** One stored row, as it leaves. */
export interface ExportedRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface ErasedPerson {
  /** What stands in the person's place wherever the history needs somebody. */
  readonly pseudonym: string;
  /** Names that were replaced in texts; a single word is not, as it may be part of anything. */
  readonly texts: readonly string[];
  readonly rows: number;
}

/** Somebody by the id of the CRM, as a user or as a contact. */
export interface Person {
  readonly tenant: string;
  readonly id: string;
  /** Further names and addresses; those of a CRM that keeps its people itself are not known here. */
  readonly names?: readonly string[];
}

export interface EraseOptions {
  readonly keepConnection?: boolean;
  readonly by?: string;
}

/** Everything that is kept for a tenant or about a person: to hand out, and to forget. */
export interface Privacy {
  /** Calls back with every row of the tenant, all as of one moment; of a portal also who has agreed to what, without tokens. */
  exportTenant(tenant: string, write: (row: ExportedRow) => Promise<void>): Promise<void>;
  /**
   * Everything of the tenant goes, in every table. Of a portal of HubSpot's (`hubspot:123`) the consents and tokens of its
   * users go too, unless it is to stay connected. What stays is who had it erased, where that is told.
   *
   * @returns how many rows
   */
  eraseTenant(tenant: string, options?: EraseOptions): Promise<number>;
  /** Calls back with every row that belongs to the person, was written by it, or names it. */
  exportPerson(person: Person, write: (row: ExportedRow) => Promise<void>): Promise<void>;
  /**
   * The person's own row goes; wherever else its id stands a pseudonym takes its place, and its name and addresses leave
   * all texts, those of the history too. What the person wrote about customers stays: it is the company's.
   * A CRM from which the data is imported again must forget the person first. In a portal of HubSpot's an owner is known by
   * another id than a user, whose consent and tokens go: such a person is erased by both.
   * What registers say of people, of whom many bear one name, is erased by `SqlRelations.erasePerson`.
   */
  erasePerson(person: Person): Promise<ErasedPerson>;
}

const AT_ONCE = 500;
/** The tables that hold a person itself. */
const OWN = ["stored_team_member", "stored_contact"];

export function createPrivacy(database: Database): Privacy {
  const exportRows = (
    prepare: (queries: Queries) => Promise<(table: TenantTable) => RawBuilder<unknown>>,
    write: (row: ExportedRow) => Promise<void>,
    tenant: string,
    user?: string,
  ): Promise<void> =>
    database.transaction(async (queries) => {
      await queries.query(sql`set transaction isolation level repeatable read`);
      const wanted = await prepare(queries);
      const leaving = (await readTenantTables(queries)).map((table) => ({
        table: table.name,
        rows: sql`select to_jsonb(t) as row from ${sql.id(table.name)} t where ${wanted(table)}`,
      }));
      for (const { table, rows: chosen } of [...leaving, ...portalRows(tenant, user)]) {
        await queries.query(sql`declare leaving cursor for ${chosen}`);
        let rows: readonly Pick<ExportedRow, "row">[];
        do {
          rows = await queries.query(sql<Pick<ExportedRow, "row">>`fetch ${sql.lit(AT_ONCE)} from leaving`);
          for (const { row } of rows) await write({ table, row });
        } while (rows.length === AT_ONCE);
        await queries.query(sql`close leaving`);
      }
    });

  return {
    exportTenant: (tenant, write) => exportRows(async () => () => sql`t.tenant = ${tenant}`, write, tenant),
    eraseTenant: (tenant, { keepConnection = false, by } = {}) =>
      database.transaction(async (queries) => {
        await queries.query(
          sql`delete from import_change where writer in (select writer from import_pending where tenant = ${tenant})`,
        );
        await queries.query(
          sql`delete from relation_change where writing in (select number from relation_writing where tenant = ${tenant})`,
        );
        let rows = await erasePortal(queries, tenant, keepConnection);
        for (const { name } of await readTenantTables(queries)) {
          const gone = await queries.query(
            sql`delete from ${sql.id(name)} where tenant = ${tenant} returning 1 as one`,
          );
          rows += gone.length;
        }
        if (by !== undefined) await writeAct(queries, { tenant, by, did: "erased", scope: "tenant" });
        return rows;
      }),
    exportPerson: (person, write) =>
      exportRows(
        async (queries) => {
          const signs = await readSigns(queries, person);
          return (table) =>
            mayName(table)
              ? sql`t.tenant = ${person.tenant} and (${speaksOf(table, person.id, signs)})`
              : sql`false`;
        },
        write,
        person.tenant,
        person.id,
      ),
    erasePerson: (person) =>
      database.transaction(async (queries) => {
        const signs = await readSigns(queries, person);
        const { tenant, id } = person;
        const pseudonym = `erased-${randomBytes(6).toString("hex")}`;
        for (const table of OWN)
          await queries.query(sql`delete from ${sql.id(table)} where tenant = ${tenant} and id = ${id}`);
        await queries.query(
          sql`delete from crm_involvement where tenant = ${tenant} and ${id} in (contact, team_member)`,
        );
        let rows = await eraseConsent(queries, tenant, id);
        for (const table of (await readTenantTables(queries)).filter(mayName)) {
          const changed = await queries.query(
            sql`update ${sql.id(table.name)} t set ${sql.join(
              table.columns.map(
                (column) => sql`${sql.id(column.name)} = ${without(column, id, pseudonym, signs)}`,
              ),
            )} where t.tenant = ${tenant} and (${speaksOf(table, id, signs)}) returning 1 as one`,
          );
          rows += changed.length;
        }
        return { pseudonym, texts: signs, rows };
      }),
  };
}

/** Registers name the living world: whoever bears the same name there is somebody else until a person has said so. */
const REGISTERS = ["relation_person", "relation_body", "relation_tie"];

const mayName = ({ name, columns }: TenantTable): boolean => columns.length > 0 && !REGISTERS.includes(name);

/** Names and addresses that tell the person, longest first; with the folded forms in which they are stored for search. */
async function readSigns(
  queries: Queries,
  { tenant, id, names: given = [] }: Person,
): Promise<readonly string[]> {
  const own = await queries.query(
    sql<{ name: string; email: string | null; phone: string | null }>`
      select name, email, null as phone from stored_team_member where tenant = ${tenant} and id = ${id}
      union all
      select name, email, phone from stored_contact where tenant = ${tenant} and id = ${id}`,
  );
  const names = own.map(({ name }) => name.trim()).filter((name) => /\S\s+\S/.test(name));
  const addresses = own.flatMap(({ email, phone }) => [email ?? "", phone ?? ""]);
  const all = [...names, ...given];
  const forms = [...all, ...all.map(foldText), ...all.map(normaliseName), ...addresses];
  return [...new Set(forms)]
    .filter((form) => form.length >= 5)
    .toSorted((one, other) => other.length - one.length);
}

type Column = TenantTable["columns"][number];

const asText = ({ name, json }: Column): RawBuilder<string> =>
  json ? sql`t.${sql.id(name)}::text` : sql`t.${sql.id(name)}`;
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** True for rows that hold the id as a whole value, or one of the signs anywhere in a text. */
function speaksOf(table: TenantTable, person: string, signs: readonly string[]): RawBuilder<boolean> {
  const conditions = table.columns.flatMap((column) => [
    column.json
      ? sql`strpos(${asText(column)}, ${JSON.stringify(person)}) > 0`
      : sql`t.${sql.id(column.name)} = ${person}`,
    ...signs.map((sign) => sql`strpos(${asText(column)}, ${column.json ? inJson(sign) : sign}) > 0`),
  ]);
  return conditions.length === 0 ? sql`false` : sql`${sql.join(conditions, sql` or `)}`;
}

const NOBODY = "…";

/** The column's value with the pseudonym for the id and nothing for the signs. */
function without(
  column: Column,
  person: string,
  pseudonym: string,
  signs: readonly string[],
): RawBuilder<unknown> {
  const cleaned = signs.reduce(
    (text, sign) => sql<string>`replace(${text}, ${column.json ? inJson(sign) : sign}, ${NOBODY})`,
    asText(column),
  );
  if (!column.json)
    return sql`case when t.${sql.id(column.name)} = ${person} then ${pseudonym} else ${cleaned} end`;
  const type = sql.raw(column.json);
  return sql`replace(${cleaned}, ${JSON.stringify(person)}, ${JSON.stringify(pseudonym)})::${type}`;
}
