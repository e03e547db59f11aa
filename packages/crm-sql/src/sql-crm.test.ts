import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import { describeCrmAdapter, describePlanStore } from "@sweetspot/crm-conformance";
import { sql } from "kysely";
import { afterAll, beforeAll, describe } from "vitest";
import { type Database, openDatabase, type Queries } from "./database.ts";
import { findPostgres, startPrivatePostgres } from "./private-postgres.ts";
import { createSqlCrm } from "./sql-crm.ts";

const programs = await findPostgres();

describe("PGlite", () => {
  describeSqlCrm(async () => {
    const database = await openDatabase();
    return { database, stop: () => database.close() };
  });
});

describe.skipIf(programs === undefined)(
  programs ? "PostgreSQL" : "PostgreSQL (not installed here: apt-get install postgresql)",
  () => {
    describeSqlCrm(async () => {
      const server = await startPrivatePostgres(programs ?? "");
      const database = await openDatabase({ url: server.url });
      return {
        database,
        async stop() {
          await database.close();
          await server.stop();
        },
      };
    });
  },
);

interface Engine {
  readonly database: Database;
  stop(): Promise<void>;
}

/** One database for all suites; each suite has a tenant of its own. */
function describeSqlCrm(start: () => Promise<Engine>): void {
  let engine: Engine | undefined;
  let tenants = 0;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine?.stop());

  const harness: Parameters<typeof describeCrmAdapter>[1] = {
    async create(world) {
      if (!engine) throw new Error("The database was not started.");
      tenants += 1;
      const { database, failNext } = breakable(engine.database);
      const crm = createSqlCrm(database, { tenant: `suite-${tenants}` });
      await crm.writeWorld(world);
      return { as: (user) => crm.as(user), failNext, dispose: async () => {} };
    },
  };
  describeCrmAdapter("crm-sql", harness);
  describePlanStore("crm-sql", harness);
}

/** What really makes a database fail so; the other codes have no cause there. */
const CAUSES: Partial<Record<CrmErrorCode, string>> = {
  unavailable: "do $$ begin raise exception using errcode = '57P01'; end $$",
  malformed: "select 'half a surrogate: \\ud800'::json ->> 0, '\"\\ud800\"'::jsonb",
};

function breakable(database: Database): { database: Database; failNext(code: CrmErrorCode): Promise<void> } {
  const planned: CrmErrorCode[] = [];
  const strike = async (queries: Queries): Promise<void> => {
    const code = planned.shift();
    if (code === undefined) return;
    const cause = CAUSES[code];
    if (cause === undefined) throw new CrmError(code, `Planned failure: ${code}.`, { retryAfterMs: 10 });
    await queries.query(sql.raw(cause));
  };
  return {
    failNext: async (code) => void planned.push(code),
    database: {
      ...database,
      async query(statement, options) {
        await strike(database);
        return database.query(statement, options);
      },
      async transaction(work, options) {
        await strike(database);
        return database.transaction(work, options);
      },
    },
  };
}
