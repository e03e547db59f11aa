import {
  type Account,
  type Asset,
  LIBRARY,
  type Opportunity,
  type PlanRecord,
  type RecordId,
  scopeKey,
} from "@sweetspot/contract";
import { upgradeRecord } from "@sweetspot/plan-model";
import { sql } from "kysely";
import type { Access } from "../access.ts";
import {
  ACCOUNT_COLUMNS,
  type AccountRow,
  ASSET_COLUMNS,
  type AssetRow,
  OPPORTUNITY_COLUMNS,
  type OpportunityRow,
  toAccount,
  toAsset,
  toOpportunity,
} from "../crm-rows.ts";
import type { Queries } from "../database.ts";
import { type PlanRow, RECORD_COLUMNS, toPlanRecords } from "../plan-rows.ts";
import { createFigureMaker, type FigureMaker } from "./portfolio-figures.ts";

export interface PortfolioPlace {
  readonly queries: Queries;
  readonly tenant: string;
  readonly access: Access;
  /** What the roles that may see the same have in common. */
  readonly sight: string;
  readonly today: string;
}

/** Accounts whose records are in memory at once. */
const BATCH = 500;

/** What a plan's figures were computed from; compared as text. */
export const PLAN_MARK = sql`coalesce(s.version || ' ' || extract(epoch from s.changed_at), '')`;
const scopeOfAccount = sql`'account:' || a.id`;

export async function readLibrary(place: PortfolioPlace): Promise<FigureMaker> {
  const rows = await place.queries.query(
    sql<PlanRow>`select ${RECORD_COLUMNS} from plan_record r
      where r.tenant = ${place.tenant} and r.scope = ${scopeKey(LIBRARY)} and not r.removed`,
  );
  return createFigureMaker(
    toPlanRecords(rows).map((record) => upgradeRecord(record)),
    place.today,
  );
}

/** Computes the figures of all accounts the role may see, some hundred at a time; readers see each batch when it is there. */
export async function refreshAll(
  place: PortfolioPlace,
  maker: FigureMaker,
  leaving: AbortSignal,
): Promise<void> {
  const { queries, tenant, access, sight } = place;
  // The embedded database learns nothing of its tables by itself, and a server only after a while.
  for (const table of [
    "stored_account",
    "stored_opportunity",
    "stored_line_item",
    "stored_asset",
    "plan_scope",
    "plan_record",
  ])
    await queries.query(sql`analyze ${sql.table(table)}`);
  let after = "";
  for (;;) {
    leaving.throwIfAborted();
    const rows = await queries.query(
      sql<{ id: RecordId }>`select a.id from crm_account a where a.tenant = ${tenant} and a.id > ${after}
        and ${access.visible("account", sql`a.id`)} order by a.id limit ${BATCH}`,
    );
    const last = rows.at(-1);
    if (!last) break;
    await refreshSome(
      place,
      maker,
      rows.map(({ id }) => id),
    );
    after = last.id;
  }
  await queries.query(
    sql`delete from portfolio_figure f where f.tenant = ${tenant} and f.sight = ${sight}
      and not exists (select 1 from crm_account a where a.tenant = f.tenant and a.id = f.account)`,
  );
  await queries.query(sql`analyze portfolio_figure`);
}

/** Computes the figures of these accounts, all of which the role may see. */
export async function refreshSome(
  place: PortfolioPlace,
  maker: FigureMaker,
  ids: readonly RecordId[],
): Promise<void> {
  const { queries, tenant, sight } = place;
  const subjects = await readSubjects(place, ids);
  const rows = subjects.map(({ mark, subject }) => {
    const figures = maker.figuresOf(subject);
    const { covered, possible, levels, potential, overdueReviews, nextCell, nextDue } = figures;
    return {
      account: subject.account.id,
      plan: mark,
      covered,
      possible,
      gaps: possible - covered,
      share: possible === 0 ? 0 : covered / possible,
      levels,
      potential,
      potential_sum: potential[0]?.amount ?? 0,
      overdue_reviews: overdueReviews,
      next_cell: nextCell ?? null,
      next_due: nextDue ?? null,
    };
  });
  await queries.query(
    sql`insert into portfolio_figure (tenant, sight, account, plan, covered, possible, gaps, share, levels, potential,
        potential_sum, overdue_reviews, next_cell, next_due)
      select ${tenant}, ${sight}, given.* from json_to_recordset(${JSON.stringify(rows)}::json) as given (account text,
        plan text, covered integer, possible integer, gaps integer, share float8, levels jsonb, potential jsonb,
        potential_sum float8, overdue_reviews integer, next_cell text, next_due date)
      on conflict (tenant, sight, account) do update set plan = excluded.plan, covered = excluded.covered,
        possible = excluded.possible, gaps = excluded.gaps, share = excluded.share, levels = excluded.levels,
        potential = excluded.potential, potential_sum = excluded.potential_sum,
        overdue_reviews = excluded.overdue_reviews, next_cell = excluded.next_cell, next_due = excluded.next_due`,
  );
}

interface ReadSubject {
  readonly mark: string;
  readonly subject: Parameters<FigureMaker["figuresOf"]>[0];
}

async function readSubjects(place: PortfolioPlace, ids: readonly RecordId[]): Promise<ReadSubject[]> {
  const { queries, tenant, access } = place;
  // Distinct pairs make circles of parents harmless. "offset 0": step by step along the index, whatever the planner expects.
  const tree = await queries.query(
    sql<AccountRow & { above: RecordId }>`with recursive tree (above, id) as (
        select a.id, a.id from crm_account a where a.tenant = ${tenant} and a.id = any(${ids}::text[])
        union
        select t.above, a.id from tree t cross join lateral (select a.id from crm_account a
          where a.tenant = ${tenant} and a.parent = t.id and ${access.visible("account", sql`a.id`)} offset 0) a)
      select t.above, a.* from tree t cross join lateral (select ${ACCOUNT_COLUMNS} from crm_account a
        where a.tenant = ${tenant} and a.id = t.id offset 0) a`,
  );
  const families = Map.groupBy(tree, ({ above }) => above);
  const accounts = new Map<RecordId, Account>();
  for (const row of tree)
    if (!accounts.has(row.id)) accounts.set(row.id, access.veil("account", toAccount(row)));
  const all = [...accounts.keys()];
  const opportunities = await queries.query(
    sql<OpportunityRow>`select ${OPPORTUNITY_COLUMNS} from crm_opportunity o
      where o.tenant = ${tenant} and o.account = any(${all}::text[])
        and ${access.visible("opportunity", sql`o.id`)}`,
  );
  const assets = await queries.query(
    sql<AssetRow>`select ${ASSET_COLUMNS} from crm_asset s
      where s.tenant = ${tenant} and s.account = any(${all}::text[]) and ${access.visible("asset", sql`s.id`)}`,
  );
  const plans = await queries.query(
    sql<
      PlanRow & { mark: string; of: RecordId }
    >`select a.id as of, ${PLAN_MARK} as mark, ${RECORD_COLUMNS} from crm_account a
      join plan_scope s on s.tenant = ${tenant} and s.scope = ${scopeOfAccount}
      left join plan_record r on r.tenant = s.tenant and r.scope = s.scope and not r.removed
      where a.tenant = ${tenant} and a.id = any(${ids}::text[])`,
  );
  const dealsOf = Map.groupBy(opportunities, ({ account }) => account);
  const assetsOf = Map.groupBy(assets, ({ account }) => account);
  const plansOf = Map.groupBy(plans, ({ of }) => of);

  return ids.flatMap((id) => {
    const account = accounts.get(id);
    if (!account) return [];
    const family = (families.get(id) ?? []).flatMap((row) => accounts.get(row.id) ?? []);
    const plan = plansOf.get(id) ?? [];
    const subject = {
      account,
      family,
      opportunities: family.flatMap((one) =>
        (dealsOf.get(one.id) ?? []).map((row): Opportunity => access.veil("opportunity", toOpportunity(row))),
      ),
      assets: family.flatMap((one) =>
        (assetsOf.get(one.id) ?? []).map((row): Asset => access.veil("asset", toAsset(row))),
      ),
      plan: toPlanRecords(plan.filter((row) => row.id !== null)).map((record): PlanRecord =>
        upgradeRecord(record),
      ),
    };
    return [{ mark: plan[0]?.mark ?? "", subject }];
  });
}
