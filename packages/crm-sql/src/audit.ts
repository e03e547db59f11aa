import { type RecordId, type Scope, scopeKey } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Database, Queries } from "./database.ts";

/**
 * One line of the trail: somebody looked at a plan in this hour, changed a record of it at this instant, or took all data of
 * the tenant or of a person away, had it erased, or decided where it is kept and read from.
 */
export interface AuditEntry {
  readonly at: Date;
  readonly by: string;
  /** `account:…` or `library`; of exports and erasures `tenant` or `person`. */
  readonly scope: string;
  readonly did: "looked" | "created" | "changed" | "removed" | PrivacyAct["did"];
  /** Of a change: which record. */
  readonly record: string | null;
}

/** What was done with everything that is kept of a tenant, or of somebody in it; or decided about it. */
export interface PrivacyAct {
  readonly tenant: string;
  /** Who had it done: an admin's id, or the operator. */
  readonly by: string;
  readonly did: "exported" | "erased" | TenantDecision;
  readonly scope: "tenant" | "person";
}

/**
 * Where plans are kept from now on; another field mapping; the end of the connection with the CRM; whose rights are used in
 * the background.
 */
export type TenantDecision =
  | "stored-in-gateway"
  | "stored-in-hubspot"
  | "mapped"
  | "disconnected"
  | "relations-imported"
  | "relations-forgotten"
  | "background-lent"
  | "background-ended";

export interface AuditQuery {
  readonly tenant: string;
  readonly scope?: string | undefined;
  readonly by?: string | undefined;
  readonly since?: Date | undefined;
}

/** Who has seen and changed what. */
export interface Audit {
  /** Remembers that somebody looks at these plans now. Costs nothing where that is known of this hour already. */
  note(tenant: string, by: RecordId, scopes: readonly Scope[]): Promise<void>;
  /** Remembers it before it is done: what cannot be noted does not happen. */
  noteAct(act: PrivacyAct): Promise<void>;
  /** Newest first, 10,000 entries at most. */
  trail(query: AuditQuery): Promise<readonly AuditEntry[]>;
}

const HOUR_MS = 3_600_000;
const MOST_KNOWN = 50_000;
const MOST_ENTRIES = 10_000;

export function createAudit(database: Database, now: () => Date = () => new Date()): Audit {
  let hour = 0;
  const known = new Set<string>();
  return {
    async note(tenant, by, scopes) {
      const current = Math.floor(now().getTime() / HOUR_MS);
      if (current !== hour || known.size >= MOST_KNOWN) known.clear();
      hour = current;
      const keys = scopes.map(scopeKey);
      const nameOf = (scope: string): string => JSON.stringify([tenant, by, scope]);
      const fresh = keys.filter((scope) => !known.has(nameOf(scope)));
      if (fresh.length === 0) return;
      await database.query(
        sql`insert into plan_read (tenant, scope, by, hour)
          select ${tenant}, scope, ${by}, ${new Date(current * HOUR_MS)}::timestamptz
          from unnest(${fresh}::text[]) as given (scope) on conflict do nothing`,
      );
      for (const scope of fresh) known.add(nameOf(scope));
    },
    noteAct: (act) => writeAct(database, act, now()),
    trail: ({ tenant, scope = null, by = null, since = new Date(0) }) =>
      database.query(
        sql<AuditEntry>`select at, by, scope, did, record from (
            select hour as at, by, scope, 'looked' as did, null as record from plan_read where tenant = ${tenant}
            union all
            select at, by, scope, case when before is null then 'created' when after is null then 'removed'
              else 'changed' end, record from plan_change where tenant = ${tenant}
            union all
            select at, by, scope, did, null as record from privacy_act where tenant = ${tenant}) as entry
          where (${scope}::text is null or scope = ${scope}) and (${by}::text is null or by = ${by})
            and at >= ${since} order by at desc, scope, did, record limit ${MOST_ENTRIES}`,
      ),
  };
}

export async function writeAct(
  queries: Queries,
  { tenant, by, did, scope }: PrivacyAct,
  at = new Date(),
): Promise<void> {
  await queries.query(
    sql`insert into privacy_act (tenant, at, by, did, scope) values (${tenant}, ${at}, ${by}, ${did}, ${scope})`,
  );
}
