import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { INVOLVEMENT_GAPS, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { involvements } from "./migrations/003-involvements.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { createSqlCrm } from "./sql-crm.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sweetspot-people-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it(
  "a data folder from before people were kept opens with all it had, says what it lacks, and takes them from then on",
  { timeout: 60_000 },
  async () => {
    const before = await openDatabase({ folder });
    await createSqlCrm(before).writeWorld(conformanceWorld());
    await before.query(sql`drop table crm_involvement`);
    await before.query(sql`update sweetspot_version set version = ${MIGRATIONS.indexOf(involvements)}`);
    await before.close();

    const database = await openDatabase({ folder });
    const crm = createSqlCrm(database);
    const { reader } = await crm.as(CONFORMANCE_USERS.admin);
    const root = toRecordId("acc-nordwind");
    expect((await reader.listContacts(root)).items).toHaveLength(5);
    expect(await reader.listInvolvements?.(root)).toEqual({ items: [], gaps: INVOLVEMENT_GAPS });
    await crm.writeWorld(conformanceWorld());
    expect(await reader.listInvolvements?.(root)).toMatchObject({ items: { length: 14 }, gaps: [] });
    await database.close();
  },
);
