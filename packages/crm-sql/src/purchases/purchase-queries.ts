import type { RecordId } from "@sweetspot/contract";
import { type RawBuilder, sql } from "kysely";
import type { PurchaseReading } from "./read-purchases.ts";

/** Something sold or in use, as its line says it; `product` is "" where it names none. */
export interface SoldText {
  readonly product: string;
  readonly name: string;
}

export interface MatchedText extends SoldText {
  /** Places of the offerings it may be. */
  readonly offerings: readonly number[];
}

/** A row speaks of deals, of assets, or of what was spent in one currency. */
export interface PurchaseRow {
  readonly root: RecordId;
  readonly offering: number;
  readonly recent: number;
  readonly fading: number;
  readonly assets: number;
  readonly months: readonly number[] | null;
  readonly currency: string | null;
  readonly amount: number | null;
}

type Part = Pick<PurchaseReading, "tenant" | "access" | "periods">;

/** Every text there is in what these customers have, once. */
export const selectTexts = (part: Part, roots: readonly RecordId[]): RawBuilder<SoldText> =>
  sql<SoldText>`with recursive ${familiesOf(part, roots)}, ${dealsOf(part)}, ${linesOf(part)}, ${assetsOf(part)}
    select product, name from line union select product, name from asset`;

/** What these customers have, added up; texts nobody has matched are left out. */
export function selectPurchases(
  part: Part,
  roots: readonly RecordId[],
  texts: readonly MatchedText[],
): RawBuilder<PurchaseRow> {
  const { recentFrom, yearFrom } = part.periods;
  const pairs = texts.flatMap(({ offerings }, place) => offerings.map((offering) => ({ place, offering })));
  return sql<PurchaseRow>`with recursive ${familiesOf(part, roots)}, ${dealsOf(part)}, ${linesOf(part)},
      ${assetsOf(part)},
    written as (select * from unnest(${texts.map((_, place) => place)}::int[],
      ${texts.map(({ product }) => product)}::text[], ${texts.map(({ name }) => name)}::text[],
      ${texts.map(({ offerings }) => offerings.length)}::int[]) as t (place, product, name, choices)),
    meant as (select * from unnest(${pairs.map(({ place }) => place)}::int[],
      ${pairs.map(({ offering }) => offering)}::int[]) as m (place, offering)),
    sold as materialized (select l.root, l.deal, l.close_date, l.amount, l.currency, w.choices, m.offering
      from line l join written w on w.product = l.product and w.name = l.name
        left join meant m on m.place = w.place),
    bought as materialized (select root, deal, offering, min(close_date) as close_date from sold
      where offering is not null group by root, deal, offering),
    whole as (select deal from sold group by deal having bool_and(choices = 1) and count(distinct offering) = 1
      and not bool_or(amount is not null and currency is not null)),
    spent as (
      select root, offering, currency, amount from sold
        where choices = 1 and amount is not null and currency is not null and close_date >= ${yearFrom}::date
      union all
      select b.root, b.offering, d.currency, d.amount from bought b join whole w on w.deal = b.deal
        join deal d on d.id = b.deal
        where d.amount is not null and d.currency is not null and b.close_date >= ${yearFrom}::date)
    select root, offering, count(*) filter (where close_date >= ${recentFrom}::date)::int as recent,
        count(*) filter (where close_date < ${recentFrom}::date)::int as fading, 0 as assets,
        array_agg(distinct (extract(year from close_date) * 12 + extract(month from close_date) - 1)::int) as months,
        null::text as currency, null::float8 as amount
      from bought group by root, offering
    union all
    select root, offering, 0, 0, 0, null, currency, sum(amount)::float8 from spent group by root, offering, currency
    union all
    select a.root, m.offering, 0, 0, count(*)::int, null, null, null from asset a
      join written w on w.product = a.product and w.name = a.name join meant m on m.place = w.place
      group by a.root, m.offering
    order by root, offering, currency nulls first`;
}

/**
 * The roots and all below them that counts. A root is nobody's child here: no circle holds one. Ids are unpacked inside,
 * so that PostgreSQL takes them to be few, and follows indexes instead of reading whole tables for each part.
 */
const familiesOf = ({ tenant, access }: Part, roots: readonly RecordId[]) =>
  sql`family (root, id) as (
    select a.id, a.id from crm_account a where a.tenant = ${tenant} and a.id = any(array(select unnest(${roots}::text[])))
    union all
    select f.root, a.id from family f join crm_account a on a.parent = f.id
      where a.tenant = ${tenant} and ${access.visible("account", sql`a.id`)}
        and ${access.visible("account", sql`a.id`, "parent")})`;

/** Deals that were won and are a purchase still. */
function dealsOf({ tenant, access, periods }: Part) {
  const shown = (field?: string) => access.visible("opportunity", sql`o.id`, field);
  return sql`deal as materialized (select f.root, o.id, o.name, o.close_date, o.product, o.product_name,
      ${shown("lineItems")} as lined, case when ${shown("amount")} then o.amount end as amount,
      o.amount_currency as currency
    from family f join crm_opportunity o on o.tenant = ${tenant} and o.account = f.id
    where o.status = 'won' and o.close_date >= ${periods.fadingFrom}::date
      and ${shown()} and ${shown("account")} and ${shown("closeDate")})`;
}

/** What was sold in them: lines, the one product the deal itself names, or else its name. */
const linesOf = ({ tenant }: Part) =>
  sql`named as (select d.*, d.lined and exists (select 1 from crm_line_item l
      where l.tenant = ${tenant} and l.opportunity = d.id) as has_lines from deal d),
    line as materialized (
      select d.root, d.id as deal, d.close_date, coalesce(l.product, '') as product, l.product_name as name,
          l.amount, l.amount_currency as currency
        from named d join crm_line_item l on l.tenant = ${tenant} and l.opportunity = d.id where d.has_lines
      union all
      select d.root, d.id, d.close_date, coalesce(d.product, ''), coalesce(d.product_name, ''), d.amount, d.currency
        from named d where d.lined and not d.has_lines and (d.product is not null or d.product_name is not null)
      union all
      select d.root, d.id, d.close_date, '', d.name, null, null
        from named d where not d.lined or (not d.has_lines and d.product is null and d.product_name is null))`;

function assetsOf({ tenant, access, periods }: Part) {
  const shown = (field?: string) => access.visible("asset", sql`s.id`, field);
  return sql`asset as materialized (select f.root,
      coalesce(case when ${shown("product")} then s.product end, '') as product,
      coalesce(nullif(s.product_name, ''), s.name) as name
    from family f join crm_asset s on s.tenant = ${tenant} and s.account = f.id
    where s.active and ${shown()} and ${shown("account")}
      and (s.until is null or s.until >= ${periods.now}::date or not ${shown("until")}))`;
}
