import { createHash } from "node:crypto";
import { LIBRARY, type ReadOptions, type RecordId, scopeKey, type TeamRole } from "@sweetspot/contract";
import type { CustomerPurchases, InsightLibrary, InsightPeriods } from "@sweetspot/customer-insights";
import type { AccessRule } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { type Access, createAccess } from "../access.ts";
import type { Queries } from "../database.ts";
import { readPurchases } from "./read-purchases.ts";

/** What the customers of a tenant buy, as one user sees them, or all of them where an admin lets figures count them. */
export interface CrmPurchases {
  /** What whoever asks may count. */
  counted(countsUnseen: boolean): CountedPurchases;
  /** Names of those of these accounts that he may see. */
  names(accounts: readonly RecordId[], options?: ReadOptions): Promise<ReadonlyMap<RecordId, string>>;
  /** Rises with each change of the library. */
  libraryVersion(options?: ReadOptions): Promise<number>;
}

export interface CountedPurchases {
  /** The same for all who count the same. */
  readonly key: string;
  /** The root of the account's family; undefined where he may not see the account itself. */
  rootOf(account: RecordId, options?: ReadOptions): Promise<RecordId | undefined>;
  /** The last day on which a deal was won or lost. */
  newestClosing(options?: ReadOptions): Promise<string | undefined>;
  /** Part by part, so that memory does not grow with their number; by id. */
  read(
    library: Pick<InsightLibrary, "offerings">,
    periods: InsightPeriods,
    options?: ReadOptions,
  ): AsyncGenerator<readonly CustomerPurchases[]>;
}

/** Nobody's family is deeper; a circle of parents ends there. */
const DEEPEST = 100;

export function createCrmPurchases(
  queries: Queries,
  tenant: string,
  rules: readonly AccessRule[],
  role: TeamRole,
): CrmPurchases {
  const own = rules.filter((rule) => rule.role === role);
  const seen = createAccess(own, role);
  return {
    counted(countsUnseen) {
      // What field security withholds does not count either way.
      const counting = countsUnseen ? own.filter(({ field }) => field !== undefined) : own;
      const access = createAccess(counting, role);
      return {
        key: keyOf(counting),
        rootOf: (account, options) => findRoot({ queries, tenant, seen, access }, account, options),
        async newestClosing(options) {
          const [row] = await queries.query(
            sql<{ newest: string | null }>`select max(o.close_date)::text as newest from crm_opportunity o
              where o.tenant = ${tenant} and o.status <> 'open' and ${access.visible("opportunity", sql`o.id`)}
                and ${access.visible("opportunity", sql`o.id`, "closeDate")}`,
            options,
          );
          return row?.newest ?? undefined;
        },
        read: (library, periods, options) =>
          readPurchases({ queries, tenant, access, library, periods }, options),
      };
    },
    async names(accounts, options) {
      if (accounts.length === 0) return new Map();
      const rows = await queries.query(
        sql<{ id: RecordId; name: string }>`select a.id, a.name from crm_account a where a.tenant = ${tenant}
          and a.id = any(${accounts}::text[]) and ${seen.visible("account", sql`a.id`)}`,
        options,
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async libraryVersion(options) {
      const [row] = await queries.query(
        sql<{ version: number }>`select version from plan_scope
          where tenant = ${tenant} and scope = ${scopeKey(LIBRARY)}`,
        options,
      );
      return row?.version ?? 0;
    },
  };
}

const keyOf = (rules: readonly AccessRule[]): string => {
  const texts = rules.map(({ object, field, ids }) => JSON.stringify([object, field, ids]));
  return createHash("sha256").update(texts.toSorted().join("\n")).digest("base64url");
};

interface Walk {
  readonly queries: Queries;
  readonly tenant: string;
  readonly seen: Access;
  readonly access: Access;
}

async function findRoot(
  { queries, tenant, seen, access }: Walk,
  account: RecordId,
  options?: ReadOptions,
): Promise<RecordId | undefined> {
  const parentOf = (name: "a" | "p") =>
    sql`case when ${access.visible("account", sql`${sql.ref(`${name}.id`)}`, "parent")} then ${sql.ref(`${name}.parent`)} end`;
  const [row] = await queries.query(
    sql<{ id: RecordId }>`with recursive above (id, parent, depth) as (
        select a.id, ${parentOf("a")}, 0 from crm_account a
          where a.tenant = ${tenant} and a.id = ${account} and ${seen.visible("account", sql`a.id`)}
        union all
        select p.id, ${parentOf("p")}, above.depth + 1 from above join crm_account p on p.id = above.parent
          where p.tenant = ${tenant} and above.depth < ${sql.lit(DEEPEST)} and ${access.visible("account", sql`p.id`)})
      select id from above order by depth desc limit 1`,
    options,
  );
  return row?.id;
}
