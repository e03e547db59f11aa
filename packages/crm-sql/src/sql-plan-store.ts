import {
  type Change,
  CrmError,
  type IsoInstant,
  type PlanRecord,
  type PlanSnapshot,
  type PlanStore,
  type PlanVersion,
  type ReadOptions,
  type Scope,
  scopeKey,
  type TeamMember,
} from "@sweetspot/contract";
import { upgradeRecord } from "@sweetspot/plan-model";
import { sql } from "kysely";
import type { Access } from "./access.ts";
import { openList } from "./cursor.ts";
import type { Database, Queries } from "./database.ts";
import { commitPlan } from "./plan-commit.ts";
import { LEFT_COLUMNS, type PlanRow, RECORD_COLUMNS, toPlanRecords } from "./plan-rows.ts";

export interface StorePlace {
  readonly database: Database;
  readonly tenant: string;
  readonly member: TeamMember;
  /** Which accounts the member may see; undefined where whoever hands out the store has asked another CRM already. */
  readonly access: Access | undefined;
  readonly now: () => Date;
}

/** The plans of one tenant, as one team member may read and write them. */
export function createSqlPlanStore({ database, tenant, member, access, now }: StorePlace): PlanStore {
  const writable = (scope: Scope): boolean => scope.kind === "account" || member.role === "admin";

  const ensureVisible = async (
    queries: Queries,
    scopes: readonly Scope[],
    options?: ReadOptions,
  ): Promise<void> => {
    const accounts = new Set(scopes.flatMap((scope) => (scope.kind === "account" ? [scope.account] : [])));
    if (accounts.size === 0 || access === undefined) return;
    const rows = await queries.query(
      sql<object>`select 1 from crm_account a where a.tenant = ${tenant} and a.id = any(${[...accounts]}::text[])
        and ${access.visible("account", sql`a.id`)}`,
      options,
    );
    if (rows.length < accounts.size)
      throw new CrmError("not-found", "There is no such account, or it is not yours to see.");
  };

  const snapshotOf = (scope: Scope, version: PlanVersion, records: readonly PlanRecord[]): PlanSnapshot => ({
    scope,
    version,
    records: records.map((record) => upgradeRecord(record)),
    writable: writable(scope),
  });

  const load: PlanStore["load"] = async (scopes, options) => {
    await ensureVisible(database, scopes, options);
    // One statement, so that version and records are of one moment.
    const rows = await database.query(
      sql<ScopeRow>`select s.scope, s.version, ${RECORD_COLUMNS} from plan_scope s
        left join plan_record r on r.tenant = s.tenant and r.scope = s.scope and not r.removed
        where s.tenant = ${tenant} and s.scope = any(${scopes.map(scopeKey)}::text[]) order by s.scope, r.id`,
      options,
    );
    return scopes.map((scope) => {
      const own = rows.filter((row) => row.scope === scopeKey(scope));
      return snapshotOf(scope, own[0]?.version ?? 0, toPlanRecords(own.filter(hasRecord)));
    });
  };

  const commit: PlanStore["commit"] = (given, options) => {
    // The caller may go on changing its object while the call is under way.
    const sent = structuredClone(given);
    return database.transaction(async (queries) => {
      await ensureVisible(queries, [sent.scope]);
      if (!writable(sent.scope)) throw new CrmError("forbidden", "The library is written by admins only.");
      return commitPlan({ queries, tenant, by: member.id, now }, sent);
    }, options);
  };

  const changes: PlanStore["changes"] = async (scope, { since }, options) => {
    if (!Number.isInteger(since) || since < 0)
      throw new CrmError("malformed", "A version is a whole number from 0.");
    const list = openList([tenant, "changes", scopeKey(scope), String(since)], ["number", "number"], options);
    await ensureVisible(database, [scope], options);
    const rows = await database.query(
      sql<ChangeRow>`select version, position, record, type, before, after, by, at from plan_change
        where tenant = ${tenant} and scope = ${scopeKey(scope)}
          and (version, position) > (${sql.join(list.after ?? [Math.min(since, LAST_VERSION), LAST_VERSION])})
        order by version, position limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(rows, (row) => [row.version, row.position], toChange);
  };

  const asOf: PlanStore["asOf"] = async (scope, at, options) => {
    const instant = toInstant(at);
    await ensureVisible(database, [scope], options);
    const ours = sql`h.tenant = ${tenant} and h.scope = ${scopeKey(scope)}`;
    const [last] = await database.query(
      sql<{ version: number | null }>`select max(h.version) as version from plan_change h
        where ${ours} and h.at <= ${instant}`,
      options,
    );
    const version = last?.version ?? 0;
    const rows = await database.query(
      sql<PlanRow>`select distinct on (h.record) ${LEFT_COLUMNS} from plan_change h
        where ${ours} and h.version <= ${version} order by h.record, h.version desc`,
      options,
    );
    return snapshotOf(scope, version, toPlanRecords(rows));
  };

  return { contract: "plan/1", load, commit, changes, asOf };
}

/** Largest number the columns hold. */
const LAST_VERSION = 2_147_483_647;

/** A scope without records has one row, with nulls where the record would be. */
type ScopeRow = { readonly scope: string; readonly version: number } & (PlanRow | { readonly id: null });
const hasRecord = (row: ScopeRow): row is ScopeRow & PlanRow => row.id !== null;

type ChangeRow = Omit<Change, "at"> & { readonly at: Date; readonly position: number };

const toChange = ({ version, at, by, record, type, before, after }: ChangeRow): Change => ({
  version,
  at: at.toISOString(),
  by,
  record,
  type,
  before,
  after,
});

function toInstant(text: IsoInstant): string {
  const instant = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*Z$/.test(text) || Number.isNaN(instant.getTime()))
    throw new CrmError("malformed", `"${text}" is no instant in UTC.`);
  return instant.toISOString();
}
