import type { DatabaseConnection, Dialect, Driver } from "kysely";

/**
 * Kysely reports to the console that a cancelled query failed, which is what a cancelled query does. Here the query
 * of an aborted caller ends without rows and without noise; the caller has been told already.
 */
export function quietPostgresDialect(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => quietDriver(dialect.createDriver()),
  };
}

function quietDriver(driver: Driver): Driver {
  const hushed = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async (options) => {
    const connection = await acquire(options);
    if (!hushed.has(connection)) {
      hush(connection);
      hushed.add(connection);
    }
    return connection;
  };
  return driver;
}

function hush(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    try {
      return await execute(query, options);
    } catch (error) {
      if (options?.signal?.aborted) return { rows: [] };
      throw error;
    }
  };
  const cancel = connection.cancelQuery?.bind(connection);
  // The query may end before the cancelling connection is up; then there is nothing left to cancel.
  if (cancel)
    connection.cancelQuery = async (provider) => {
      await cancel(provider).catch(() => undefined);
    };
}
