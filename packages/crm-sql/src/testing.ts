export { findPostgres, startPrivatePostgres } from "./private-postgres.ts";
export type { PrivatePostgres } from "./private-postgres.ts";
