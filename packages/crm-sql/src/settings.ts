import { CrmError } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** JSON values one tenant keeps under a name: saved mappings, what has been set up already. */
export interface Settings {
  /** Undefined where nothing was written. */
  read(name: string): Promise<unknown>;
  /** A value of null or undefined removes the setting. */
  write(name: string, value: unknown): Promise<void>;
  /**
   * Removes the setting if its value has these entries, and says what it was: of many who take at once, one gets it.
   * Undefined where it is not there, or another one.
   */
  take(name: string, entries: Readonly<Record<string, string>>): Promise<unknown>;
  /** Names that begin with `prefix`, sorted. */
  list(prefix: string): Promise<readonly string[]>;
}

const LONGEST_NAME = 200;
const LARGEST_VALUE = 1_000_000;

export function createSettings(database: Database, tenant: string): Settings {
  return {
    async read(name) {
      const [row] = await database.query(
        sql<{ value: unknown }>`select value from setting where tenant = ${tenant} and name = ${name}`,
      );
      return row?.value;
    },
    async write(name, value) {
      if (value == null) {
        await database.query(sql`delete from setting where tenant = ${tenant} and name = ${name}`);
        return;
      }
      const json = JSON.stringify(value);
      if (name.length > LONGEST_NAME || json.length > LARGEST_VALUE)
        throw new CrmError(
          "malformed",
          `A setting has ${LONGEST_NAME} characters of name and 1 MB of value at most.`,
        );
      await database.query(
        sql`insert into setting (tenant, name, value) values (${tenant}, ${name}, ${json}::jsonb)
          on conflict (tenant, name) do update set value = excluded.value`,
      );
    },
    async take(name, entries) {
      const [row] = await database.query(
        sql<{ value: unknown }>`delete from setting where tenant = ${tenant} and name = ${name}
          and value @> ${JSON.stringify(entries)}::jsonb returning value`,
      );
      return row?.value;
    },
    async list(prefix) {
      const rows = await database.query(
        sql<{ name: string }>`select name from setting
          where tenant = ${tenant} and starts_with(name, ${prefix}) order by name`,
      );
      return rows.map((row) => row.name);
    },
  };
}
