import { accountScope, CrmError, type RecordId, scopeKey } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Database, Queries } from "./database.ts";

/** Two companies of the CRM that have become one. */
export interface CompanyMerge {
  /** The survivor. */
  readonly kept: RecordId;
  /** Whose id only leads to the survivor now. */
  readonly gone: RecordId;
}

/** One of two plans, as far as a choice between them needs. */
export interface PlanShape {
  readonly records: number;
  readonly changedAt: Date | null;
}

/** Both companies had a plan. One is shown at the survivor, the other waits, both with their whole history. */
export interface PlanMerge extends CompanyMerge {
  readonly shown: "kept" | "gone";
  readonly mergedAt: Date;
  /** The plan at the survivor now. */
  readonly here: PlanShape;
  readonly waiting: PlanShape;
}

/** Plans of one tenant after companies were merged. Everything may be told twice, late and in any order. */
export interface PlanMerges {
  /**
   * The plan of the company that is gone follows the survivor. Where the survivor has one too, both stay and somebody is
   * to choose.
   */
  follow(merge: CompanyMerge): Promise<"nothing" | "moved" | "asks">;
  /** Choices that nobody has made yet for this survivor. */
  open(kept: RecordId): Promise<readonly PlanMerge[]>;
  /**
   * Which of the two is shown at the survivor; again the same changes nothing.
   *
   * @throws CrmError `not-found` where there is no such choice
   */
  choose(choice: CompanyMerge & { readonly shown: "kept" | "gone"; readonly by: RecordId }): Promise<void>;
}

/** Tables that keep a plan by its scope. Who has looked at it when stays as it was. */
const PLAN_TABLES = ["plan_scope", "plan_record", "plan_change", "plan_reference", "plan_commit"] as const;

const scopeOf = (account: RecordId): string => scopeKey(accountScope(account));

export function createPlanMerges(database: Database, tenant: string, now: () => Date): PlanMerges {
  const rename = async (queries: Queries, from: string, to: string): Promise<void> => {
    for (const table of PLAN_TABLES)
      await queries.query(
        sql`update ${sql.id(table)} set scope = ${to} where tenant = ${tenant} and scope = ${from}`,
      );
  };
  /** In the order of their names, so that two who lock the same plans do not wait for each other. */
  const lock = async (
    queries: Queries,
    ...scopes: readonly string[]
  ): Promise<ReadonlyMap<string, number>> => {
    const rows = await queries.query(
      sql<{ scope: string; version: number }>`select scope, version from plan_scope
        where tenant = ${tenant} and scope = any(${scopes}::text[]) order by scope for update`,
    );
    return new Map(rows.map(({ scope, version }) => [scope, version]));
  };
  const shapesOf = (scope: string) => sql`(select json_build_object('changedAt', s.changed_at, 'records',
      (select count(*)::int from plan_record r where r.tenant = s.tenant and r.scope = s.scope and not r.removed))
    from plan_scope s where s.tenant = ${tenant} and s.scope = ${sql.raw(scope)})`;

  return {
    follow: ({ kept, gone }) =>
      database.transaction(async (queries) => {
        if (kept === gone) return "nothing";
        const [to, from] = [scopeOf(kept), scopeOf(gone)];
        const versions = await lock(queries, to, from);
        const known = await queries.query(
          sql`select 1 as one from plan_merge where tenant = ${tenant} and kept = ${kept} and gone = ${gone}`,
        );
        if (known.length > 0) return "asks";
        // What waits for a choice at the company that is gone waits at the survivor from now on.
        await queries.query(
          sql`update plan_merge m set kept = ${kept} where tenant = ${tenant} and kept = ${gone}
            and not exists (select 1 from plan_merge o where o.tenant = m.tenant and o.kept = ${kept} and o.gone = m.gone)`,
        );
        if ((versions.get(from) ?? 0) === 0) return "nothing";
        if ((versions.get(to) ?? 0) === 0) {
          await queries.query(sql`delete from plan_scope where tenant = ${tenant} and scope = ${to}`);
          await rename(queries, from, to);
          return "moved";
        }
        await queries.query(
          sql`insert into plan_merge (tenant, kept, gone, merged_at, shown)
            values (${tenant}, ${kept}, ${gone}, ${now()}, 'kept')`,
        );
        return "asks";
      }),
    async open(kept) {
      const rows = await database.query(
        sql<PlanMerge & { readonly here: StoredShape | null; readonly waiting: StoredShape | null }>`
          select m.kept, m.gone, m.shown, m.merged_at as "mergedAt",
            ${shapesOf("'account:' || m.kept")} as here, ${shapesOf("'account:' || m.gone")} as waiting
          from plan_merge m where m.tenant = ${tenant} and m.kept = ${kept} and m.decided_at is null
          order by m.merged_at, m.gone`,
      );
      return rows.map(({ here, waiting, ...merge }) => ({
        ...merge,
        here: toShape(here),
        waiting: toShape(waiting),
      }));
    },
    choose: ({ kept, gone, shown, by }) =>
      database.transaction(async (queries) => {
        const [here, there] = [scopeOf(kept), scopeOf(gone)];
        await lock(queries, here, there);
        const [merge] = await queries.query(
          sql<{ shown: string }>`select shown from plan_merge
            where tenant = ${tenant} and kept = ${kept} and gone = ${gone} for update`,
        );
        if (!merge) throw new CrmError("not-found", "There is no choice between these two plans.");
        if (merge.shown !== shown) {
          // No scope a plan could have: it is there within this transaction alone.
          const aside = `changing:${gone}`;
          await rename(queries, here, aside);
          await rename(queries, there, here);
          await rename(queries, aside, there);
        }
        await queries.query(
          sql`update plan_merge set shown = ${shown}, decided_at = ${now()}, decided_by = ${by}
            where tenant = ${tenant} and kept = ${kept} and gone = ${gone}`,
        );
      }),
  };
}

interface StoredShape {
  readonly records: number;
  readonly changedAt: string | null;
}

const toShape = (stored: StoredShape | null): PlanShape => ({
  records: stored?.records ?? 0,
  changedAt: stored?.changedAt ? new Date(stored.changedAt) : null,
});
