export { openDatabase } from "./database.ts";
export type { ConnectionCounts, Database, DatabaseOptions, Queries } from "./database.ts";
export { DatabaseTooNewError } from "./database-error.ts";
export type { Settings } from "./settings.ts";
export { createSqlCrm } from "./sql-crm.ts";
export type { SqlCrm, SqlCrmOptions, SqlPorts } from "./sql-crm.ts";
