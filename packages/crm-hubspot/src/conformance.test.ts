import { describeCrmAdapter, describePlanStore } from "@sweetspot/crm-conformance";
import { createMemoryCrm, type MemoryCrm } from "@sweetspot/crm-memory";
import { createSqlCrm, type Database, openDatabase } from "@sweetspot/crm-sql";
import { afterAll, beforeAll } from "vitest";
import { emulatedHubspot } from "./emulated-hubspot.fixture.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

describeCrmAdapter(
  "crm-hubspot",
  emulatedHubspot(() => {
    let memory: MemoryCrm | undefined;
    return (member, world) => (memory ??= createMemoryCrm(world)).as(member.id).store;
  }),
);

// The store of the gateway: its tables of accounts and people stay empty.
describePlanStore(
  "crm-hubspot with plans in SQL",
  emulatedHubspot((tenant) => {
    const sql = createSqlCrm(database, { tenant });
    return (member) => sql.plansOf(member);
  }),
);
