import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { sql } from "kysely";

const PLAN_TABLES = ["plan_scope", "plan_record", "plan_commit", "plan_change", "plan_reference"];
let shared: Promise<Database> | undefined;

/** One for all tests of a file: opening it takes a second. It ends with the process. */
export async function openEmptyDatabase(): Promise<Database> {
  shared ??= openDatabase();
  const database = await shared;
  const tables = [
    "crm_creation",
    "plan_merge",
    "hubspot_portal",
    "hubspot_install",
    "hubspot_event",
    "setting",
    ...PLAN_TABLES,
  ];
  await database.query(sql`truncate ${sql.join(tables.map((table) => sql.id(table)))} cascade`);
  return database;
}
