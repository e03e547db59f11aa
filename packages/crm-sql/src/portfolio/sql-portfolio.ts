import { createHash } from "node:crypto";
import {
  CrmError,
  type Field,
  HIDDEN,
  type IsoDate,
  LIBRARY,
  type Money,
  type PortfolioFreshness,
  type PortfolioLevel,
  type PortfolioQuery,
  type PortfolioReader,
  type PortfolioRow,
  type PortfolioSums,
  type ReadOptions,
  type RecordId,
  scopeKey,
  toField,
} from "@sweetspot/contract";
import { type RawBuilder, sql } from "kysely";
import { openList } from "../cursor.ts";
import type { Database } from "../database.ts";
import type { Access } from "../access.ts";
import type { FigureMaker } from "./portfolio-figures.ts";
import { groupOf, matches, sortOf } from "./portfolio-query.ts";
import { PLAN_MARK, type PortfolioPlace, readLibrary, refreshAll, refreshSome } from "./refresh-portfolio.ts";

export interface PortfolioOptions {
  readonly database: Database;
  readonly tenant: string;
  readonly access: Access;
  /** All that the role's rules say, in any order. */
  readonly rules: readonly unknown[];
  readonly now: () => Date;
  readonly builds: PortfolioBuilds;
}

/** What this process is computing now, so that it is begun once; aborted when the database is closed. */
export interface PortfolioBuilds {
  readonly running: Map<string, Promise<void>>;
  readonly leaving: AbortController;
}

/** Plans that are older than their figures are brought up to date before an answer; more than this many in the background. */
const MOST_AT_ONCE = 200;
const MOST_GROUPS = 500;

/** The portfolio of one tenant as one role may see it. Figures wait in a table; pages are read from it. */
export function createSqlPortfolio(options: PortfolioOptions): PortfolioReader {
  const { database, tenant, access, rules, now, builds } = options;
  const sight = createHash("sha256")
    .update(JSON.stringify(rules.map((rule) => JSON.stringify(rule)).toSorted()))
    .digest("base64url")
    .slice(0, 16);

  /** Brings figures up to date: changed plans at once, everything else behind the caller's back. */
  const freshen = async (read?: ReadOptions): Promise<Fresh> => {
    const today = now().toISOString().slice(0, 10);
    const place: PortfolioPlace = { queries: database, tenant, access, sight, today };
    const [state] = await database.query(
      sql<StateRow>`select (select revision from crm_revision where tenant = ${tenant})::text as crm,
          (select version from plan_scope where tenant = ${tenant} and scope = ${scopeKey(LIBRARY)})::text as library,
          s.source, s.built_at from (select 1) one
        left join portfolio_state s on s.tenant = ${tenant} and s.sight = ${sight}`,
      read,
    );
    const source = [today, state?.crm ?? "", state?.library ?? ""].join(" ");
    const maker = await readLibrary(place);
    const isOld = state?.source !== source;
    if (isOld) begin(place, maker, source);
    const changed = await changedPlans(place, read);
    if (changed.length <= MOST_AT_ONCE) {
      if (changed.length > 0) await refreshSome(place, maker, changed);
    } else if (!isOld) begin(place, maker, source);
    const building = isOld || changed.length > MOST_AT_ONCE;
    return {
      place,
      maker,
      freshness: { building, ...(state?.built_at ? { asOf: state.built_at.toISOString() } : {}) },
    };
  };

  const begin = (place: PortfolioPlace, maker: FigureMaker, source: string): void => {
    const name = `portfolio ${tenant} ${sight}`;
    if (builds.running.has(name) || builds.leaving.signal.aborted) return;
    const building = database
      .alone(name, async () => {
        const [state] = await database.query(
          sql<{
            source: string;
          }>`select source from portfolio_state where tenant = ${tenant} and sight = ${sight}`,
        );
        if (state?.source === source && (await changedPlans(place)).length === 0) return;
        await refreshAll(place, maker, builds.leaving.signal);
        await database.query(
          sql`insert into portfolio_state (tenant, sight, source, built_at)
            values (${tenant}, ${sight}, ${source}, ${now()}) on conflict (tenant, sight)
            do update set source = excluded.source, built_at = excluded.built_at`,
        );
      })
      // Whoever asks next begins anew.
      .catch(() => undefined)
      .finally(() => builds.running.delete(name));
    builds.running.set(name, building);
  };

  // "offset 0": along the key. Before its figures are counted a planner would walk all of them for each account.
  const from = sql`crm_account a left join lateral (select * from portfolio_figure g
    where g.tenant = ${tenant} and g.sight = ${sight} and g.account = a.id offset 0) f on true`;

  return {
    contract: "portfolio/1",
    async listAccounts(query, page) {
      const list = openList(
        [tenant, "portfolio", JSON.stringify(toStable(query))],
        ["number", "string", "number", "string", "string"],
        page,
      );
      const { place, maker, freshness } = await freshen(page);
      const group = groupOf(place, query);
      const sort = sortOf(query);
      // Those of no group come last.
      const order = sql`${group ? sql`(${group} is null)::int, coalesce(${group}, '') collate "C",` : sql``}
        ${query.sort === undefined || query.sort === "name" ? sql`` : sql`${sort},`}`;
      const direction = query.sort === "name" && query.reversed === true ? sql`desc` : sql`asc`;
      const rows = await database.query(
        // What only the rows shown need is looked up when they have been chosen.
        sql<FigureRow>`select x.*,
            (select m.name from crm_team_member m where m.tenant = ${tenant} and m.id = x.owner) as owner_name,
            (select r.fields ->> 'nextStep' from plan_record r where r.tenant = ${tenant}
              and r.scope = 'account:' || x.id and r.id = x.next_cell and not r.removed) as next_text
          from (select row_number() over (order by ${order} a.search_name ${direction}, a.id ${direction}) as place,
              a.id, a.name, a.search_name, a.industry, a.country, a.owner, f.plan, f.covered, f.possible, f.levels,
              f.potential, f.overdue_reviews, f.next_cell, f.next_due::text as next_due,
              ${group ?? sql`null::text`} as group_value, ${sort} as sort_value
            from ${from} where ${matches(place, query)} and ${afterKey(list.after, query, group, sort)}
            order by ${order} a.search_name ${direction}, a.id ${direction} limit ${list.limit + 1}) x
          order by x.place`,
        page,
      );
      const found = list.toPage(
        rows,
        (row) => [
          Number(row.group_value === null),
          row.group_value ?? "",
          row.sort_value,
          row.search_name,
          row.id,
        ],
        (row) => toRow(row, access, place.today),
      );
      return { ...found, offerings: maker.offerings, freshness };
    },
    async summarise(query, read) {
      const { place } = await freshen(read);
      const group = groupOf(place, query);
      const sums = sql`count(*)::int as accounts, (count(*) filter (where f.plan <> ''))::int as planned,
        coalesce(sum(f.covered), 0)::int as covered, coalesce(sum(f.possible), 0)::int as possible,
        coalesce(sum(f.overdue_reviews), 0)::int as "overdueReviews",
        (count(*) filter (where f.next_due < ${place.today}::date))::int as "overdueSteps"`;
      const [all] = await database.query(
        sql<PortfolioSums>`select ${sums} from ${from} where ${matches(place, query)}`,
        read,
      );
      if (!all) throw new CrmError("unavailable", "The database answered nothing.");
      const groups = group
        ? await database.query(
            sql<
              PortfolioSums & { value: string | null }
            >`select g.value, g.accounts, g.planned, g.covered, g.possible,
                g."overdueReviews", g."overdueSteps"
              from (select ${group} as value, ${sums} from ${from} where ${matches(place, query)} group by 1) g
              order by g.value is null, g.value collate "C" limit ${MOST_GROUPS}`,
            read,
          )
        : [];
      return {
        ...all,
        groups: groups.map(({ value, ...rest }) => ({ ...rest, ...(value === null ? {} : { value }) })),
      };
    },
  };
}

/** Accounts whose plan is another one than their figures were computed from. */
async function changedPlans(place: PortfolioPlace, read?: ReadOptions): Promise<readonly RecordId[]> {
  const { queries, tenant, access, sight } = place;
  const rows = await queries.query(
    // Looked up one by one: a planner that knows nothing of the tables yet would walk all of them for each plan.
    sql<{ id: RecordId }>`with old as materialized (
        select substr(s.scope, 9) as id from plan_scope s
        where s.tenant = ${tenant} and s.scope like 'account:%' and (select f.plan from portfolio_figure f
          where f.tenant = ${tenant} and f.sight = ${sight} and f.account = substr(s.scope, 9))
          is distinct from ${PLAN_MARK})
      select old.id from old where (select a.id from crm_account a where a.tenant = ${tenant} and a.id = old.id
        and ${access.visible("account", sql`a.id`)}) is not null limit ${MOST_AT_ONCE + 1}`,
    read,
  );
  return rows.map(({ id }) => id);
}

function afterKey(
  after: readonly (string | number)[] | undefined,
  query: PortfolioQuery,
  group: RawBuilder<string | null> | undefined,
  sort: RawBuilder<number>,
): RawBuilder<unknown> {
  if (!after) return sql`true`;
  const [noGroup, groupValue, sortValue, name, id] = after;
  const byName = query.sort === "name" && query.reversed === true ? sql`<` : sql`>`;
  const nameAfter = sql`(a.search_name, a.id) ${byName} (${name}, ${id})`;
  const sorted = query.sort !== undefined && query.sort !== "name";
  const inGroup = sorted
    ? sql`(${sort} > ${sortValue} or (${sort} = ${sortValue} and ${nameAfter}))`
    : nameAfter;
  if (!group) return inGroup;
  const key = sql`((${group} is null)::int, coalesce(${group}, '') collate "C")`;
  const last = sql`(${noGroup}::int, ${groupValue}::text)`;
  return sql`(${key} > ${last} or (${key} = ${last} and ${inGroup}))`;
}

interface Fresh {
  readonly place: PortfolioPlace;
  readonly maker: FigureMaker;
  readonly freshness: PortfolioFreshness;
}

interface StateRow {
  readonly crm: string | null;
  readonly library: string | null;
  readonly source: string | null;
  readonly built_at: Date | null;
}

interface FigureRow {
  readonly id: RecordId;
  readonly name: string;
  readonly search_name: string;
  readonly industry: string | null;
  readonly country: string | null;
  readonly owner: RecordId | null;
  readonly owner_name: string | null;
  readonly group_value: string | null;
  readonly sort_value: number;
  readonly plan: string | null;
  readonly covered: number;
  readonly possible: number;
  readonly levels: Readonly<Record<RecordId, PortfolioLevel>>;
  readonly potential: readonly Money[];
  readonly overdue_reviews: number;
  readonly next_cell: RecordId | null;
  readonly next_due: IsoDate | null;
  readonly next_text: string | null;
}

function toRow(row: FigureRow, access: Access, today: IsoDate): PortfolioRow {
  const shown = access.veil("account", {
    id: row.id,
    owner: toField(row.owner_name),
    industry: toField(row.industry),
    country: toField(row.country),
  });
  const field = (value: Field<string>): Field<string> => (value.state === "hidden" ? HIDDEN : value);
  return {
    account: row.id,
    name: row.name,
    owner: field(shown.owner),
    industry: field(shown.industry),
    country: field(shown.country),
    ...(row.group_value === null ? {} : { group: row.group_value }),
    ...(row.plan === null ? {} : { figures: toFigures(row, row.plan, today) }),
  };
}

function toFigures(row: FigureRow, plan: string, today: IsoDate): NonNullable<PortfolioRow["figures"]> {
  return {
    planned: plan !== "",
    covered: row.covered,
    possible: row.possible,
    levels: row.levels,
    potential: row.potential,
    overdueReviews: row.overdue_reviews,
    ...(row.next_text === null
      ? {}
      : {
          nextStep: {
            text: row.next_text,
            ...(row.next_due === null ? {} : { due: row.next_due }),
            overdue: row.next_due !== null && row.next_due < today,
          },
        }),
  };
}

/** The same query has the same cursors, in whatever order its fields were named. */
const toStable = (query: PortfolioQuery): readonly (readonly [string, unknown])[] =>
  Object.entries(query).toSorted(([one], [other]) => (one < other ? -1 : 1));
