import { PGlite } from "@electric-sql/pglite";
import type { ReadOptions } from "@sweetspot/contract";
import { Kysely, PGliteDialect, PostgresDialect, type RawBuilder, sql } from "kysely";
import { Pool } from "pg";
import { toCrmError } from "./database-error.ts";
import { migrate } from "./migrate.ts";
import { quietPostgresDialect } from "./quiet-postgres-dialect.ts";

/** What can be asked of a database, inside a transaction or outside. */
export interface Queries {
  /**
   * The rows of one statement, written with Kysely's `sql` tag: every value becomes a parameter.
   *
   * @throws CrmError for every failure of the database; the signal's reason when it is aborted.
   */
  query<R>(statement: RawBuilder<R>, options?: ReadOptions): Promise<readonly R[]>;
}

/** For libraries that bring SQL of their own: the embedded engine, or the connections to a server. */
export type DatabaseEngine =
  | { readonly kind: "pglite"; readonly pglite: PGlite }
  | { readonly kind: "postgresql"; readonly pool: Pool };

/** An open, migrated database: PGlite in a folder or in memory, or a PostgreSQL server. The SQL is the same. */
export interface Database extends Queries {
  readonly kind: "pglite" | "postgresql";
  /** Not for statements on Sweetspot's own tables: what fails here is no `CrmError`. */
  readonly engine: DatabaseEngine;
  /**
   * Runs the work in one transaction: stored whole when it resolves, not at all when it rejects. Aborting rejects at
   * once; the transaction is then rolled back behind the caller's back.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, options?: ReadOptions): Promise<T>;
  /**
   * Runs the work when nobody else does work of this name on the same database, in whatever process. The database
   * itself lets go of a name whose process is gone.
   */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** How the connections to a server are used now; undefined for the embedded database. */
  connections(): ConnectionCounts | undefined;
  /** Finishes what runs and lets go of files and connections. Node does not exit before it is called. */
  close(): Promise<void>;
}

export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  /** Queries that wait for a connection. */
  readonly waiting: number;
}

export interface DatabaseOptions {
  /** `postgres://…` of a server; wins over `folder`. */
  readonly url?: string | undefined;
  /** Data folder of the embedded database. One process may have it open. Without it the data lives in memory. */
  readonly folder?: string | undefined;
  /** Connections to a server at once. */
  readonly connections?: number;
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws CrmError `unavailable` when it cannot be reached or opened; `DatabaseTooNewError` when a newer Sweetspot
 * has written it.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const database =
    options.url === undefined
      ? await openPglite(options.folder)
      : openPostgres(options.url, options.connections ?? 10);
  try {
    await migrate(database);
    // Nobody else has the folder open: whoever was importing is gone.
    if (database.kind === "pglite") {
      await database.query(sql`delete from import_lease`);
      await database.query(sql`update relation_writing set expires_at = now() where revision is null`);
    }
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

async function openPglite(folder: string | undefined): Promise<Database> {
  try {
    const pglite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
    const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
    return createDatabase({ kind: "pglite", pglite }, kysely);
  } catch (error) {
    throw toCrmError(error, folder === undefined ? "the database in memory" : `the data folder ${folder}`);
  }
}

function openPostgres(url: string, connections: number): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    application_name: "sweetspot",
  });
  // A server that goes away breaks idle connections; the next query reports it, the process must live on.
  pool.on("error", () => undefined);
  const dialect = quietPostgresDialect(new PostgresDialect({ pool }));
  return createDatabase({ kind: "postgresql", pool }, new Kysely<unknown>({ dialect }));
}

function createDatabase(engine: DatabaseEngine, kysely: Kysely<unknown>): Database {
  const { kind } = engine;
  const pool = engine.kind === "postgresql" ? engine.pool : undefined;
  let used = false;
  const ask = async <R>(
    on: Kysely<unknown>,
    statement: RawBuilder<R>,
    signal: AbortSignal | undefined,
  ): Promise<readonly R[]> => {
    used = true;
    const abort =
      signal === undefined
        ? {}
        : {
            signal,
            // PGlite runs one statement at a time on our own thread: by the time we could cancel, it is done.
            inflightQueryAbortStrategy: kind === "postgresql" ? ("cancel query" as const) : undefined,
          };
    const result = await statement.execute(on, abort);
    return result.rows;
  };
  return {
    kind,
    engine,
    query: (statement, options) => guarded(() => ask(kysely, statement, options?.signal), options?.signal),
    transaction: (work, options) =>
      guarded(
        () =>
          kysely.transaction().execute((transaction) =>
            work({
              query: (statement, inner) => ask(transaction, statement, inner?.signal ?? options?.signal),
            }),
          ),
        options?.signal,
      ),
    // One process has the embedded database, and starts such work once.
    alone: (name, work) => (pool === undefined ? work() : aloneOnServer(kysely, name, work)),
    connections: () => pool && { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    async close() {
      await kysely.destroy();
      if (!used) await pool?.end();
    },
  };
}

/** The lock belongs to a connection that does nothing else meanwhile; the work uses others. */
async function aloneOnServer<T>(kysely: Kysely<unknown>, name: string, work: () => Promise<T>): Promise<T> {
  const locked = kysely.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`sweetspot:${name}`}, 0)`;
    await sql`select pg_advisory_lock(${key})`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
  return locked.catch((error: unknown) => {
    throw toCrmError(error, "the database");
  });
}

/** Rejects at once when the signal aborts, and never with anything but a `CrmError` or the signal's reason. */
async function guarded<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  signal?.throwIfAborted();
  const running = work();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const leave = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", leave, { once: true });
  try {
    return await (signal === undefined ? running : Promise.race([running, aborted]));
  } catch (error) {
    running.catch(() => undefined);
    if (signal?.aborted) throw signal.reason;
    throw toCrmError(error, "the database");
  } finally {
    // A signal may live as long as its session, and would keep every query that was asked with it.
    signal?.removeEventListener("abort", leave);
  }
}
