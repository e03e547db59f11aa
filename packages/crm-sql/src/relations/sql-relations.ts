import type { Database } from "../database.ts";
import type { SqlRelations } from "./sql-relations.port.ts";

export interface SqlRelationsOptions {
  /** Whose relations; nothing of one tenant is reachable from another. Default "local". */
  readonly tenant?: string;
  /** Default the machine's. */
  readonly now?: () => Date;
}

/** The relations of one tenant in a database. */
export type CreateSqlRelations = (database: Database, options?: SqlRelationsOptions) => SqlRelations;
