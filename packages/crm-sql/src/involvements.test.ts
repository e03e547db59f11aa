import { INVOLVEMENT_GAPS, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { involvements } from "./migrations/003-involvements.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { createSqlCrm } from "./sql-crm.ts";

it(
  "a database from before people were kept has all it had, says what it lacks, and takes them from then on",
  { timeout: 60_000 },
  async () => {
    const database = await openDatabase();
    const crm = createSqlCrm(database);
    await crm.writeWorld(conformanceWorld());
    await database.query(sql`drop table crm_involvement`);
    const before = MIGRATIONS.indexOf(involvements);
    await database.query(sql`update sweetspot_version set version = ${before}`);

    await migrate(database, MIGRATIONS.slice(0, before + 1));
    const { reader } = await crm.as(CONFORMANCE_USERS.admin);
    const root = toRecordId("acc-nordwind");
    expect((await reader.listContacts(root)).items).toHaveLength(5);
    expect(await reader.listInvolvements?.(root)).toMatchObject({ items: [], gaps: INVOLVEMENT_GAPS });
    await crm.writeWorld(conformanceWorld());
    expect(await reader.listInvolvements?.(root)).toMatchObject({ items: { length: 14 }, gaps: [] });
    await database.close();
  },
);
