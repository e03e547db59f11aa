import { afterAll, beforeAll, describe } from "vitest";
import { type Database, openDatabase } from "./database.ts";
import { findPostgres, startPrivatePostgres } from "./private-postgres.ts";

const programs = await findPostgres();

/** Runs the rules on PGlite and, where it is installed, on a real PostgreSQL: one database each for all of them. */
export function describeOnEngines(rules: (database: () => Database) => void): void {
  describe("PGlite", () => startFor(async () => ({ database: await openDatabase() }), rules));
  const name = programs ? "PostgreSQL" : "PostgreSQL (not installed here: apt-get install postgresql)";
  describe.skipIf(programs === undefined)(name, () =>
    startFor(async () => {
      const server = await startPrivatePostgres(programs ?? "");
      return { database: await openDatabase({ url: server.url }), stop: () => server.stop() };
    }, rules),
  );
}

interface Engine {
  readonly database: Database;
  stop?(): Promise<void>;
}

function startFor(start: () => Promise<Engine>, rules: (database: () => Database) => void): void {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(async () => {
    await engine?.database.close();
    await engine?.stop?.();
  });
  rules(() => {
    if (!engine) throw new Error("The database was not started: see the error above.");
    return engine.database;
  });
}
