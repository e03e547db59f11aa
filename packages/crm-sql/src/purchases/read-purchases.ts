import type { ReadOptions, RecordId } from "@sweetspot/contract";
import {
  type CustomerPurchases,
  type InsightLibrary,
  type InsightPeriods,
  type OfferingPurchases,
  toTraits,
} from "@sweetspot/customer-insights";
import { createOfferingMatcher } from "@sweetspot/white-space";
import { sql } from "kysely";
import type { Access } from "../access.ts";
import type { Queries } from "../database.ts";
import { type MatchedText, type PurchaseRow, selectPurchases, selectTexts } from "./purchase-queries.ts";

export interface PurchaseReading {
  readonly queries: Queries;
  readonly tenant: string;
  /** What counts. */
  readonly access: Access;
  readonly library: Pick<InsightLibrary, "offerings">;
  readonly periods: InsightPeriods;
}

/** Customers at once: a few thousand rows, whatever the size of the company. */
const PART = 2000;

interface RootRow {
  readonly id: RecordId;
  readonly industry: string | null;
  readonly country: string | null;
  readonly employees: number | null;
}

/** Customers with what they have, part by part, by id. The database adds up; words are matched here, as for levels. */
export async function* readPurchases(
  reading: PurchaseReading,
  options?: ReadOptions,
): AsyncGenerator<readonly CustomerPurchases[]> {
  let after: string | undefined = "";
  while (after !== undefined) {
    // oxlint-disable-next-line no-await-in-loop -- the next part begins where this one ends
    const roots: readonly RootRow[] = await readRoots(reading, after, options);
    // oxlint-disable-next-line no-await-in-loop
    if (roots.length > 0) yield await readPart(reading, roots, options);
    after = roots.length === PART ? roots.at(-1)?.id : undefined;
  }
}

async function readRoots(
  { queries, tenant, access }: PurchaseReading,
  after: string,
  options?: ReadOptions,
): Promise<readonly RootRow[]> {
  const veiled = (field: string, column: string) =>
    sql`case when ${access.visible("account", sql`a.id`, field)} then ${sql.raw(column)} end`;
  return queries.query(
    sql<RootRow>`select a.id, ${veiled("industry", "a.industry")} as industry,
        ${veiled("country", "a.country")} as country, ${veiled("employees", "a.employees::float8")} as employees
      from crm_account a where a.tenant = ${tenant} and a.id > ${after} and ${access.visible("account", sql`a.id`)}
        and not (a.parent is not null and ${access.visible("account", sql`a.id`, "parent")} and exists (
          select 1 from crm_account p where p.tenant = ${tenant} and p.id = a.parent
            and ${access.visible("account", sql`p.id`)}))
      order by a.id limit ${sql.lit(PART)}`,
    options,
  );
}

async function readPart(
  reading: PurchaseReading,
  roots: readonly RootRow[],
  options?: ReadOptions,
): Promise<readonly CustomerPurchases[]> {
  const { queries, library } = reading;
  const ids = roots.map(({ id }) => id);
  const texts = await queries.query(selectTexts(reading, ids), options);
  // It remembers every text it was asked for: one a part, so that they do not pile up.
  const matcher = createOfferingMatcher(library.offerings);
  const matched: MatchedText[] = texts.map(({ product, name }) => ({
    product,
    name,
    offerings: matcher.ofProduct(product === "" ? undefined : product, name),
  }));
  const bought = new Map<RecordId, Map<number, Mutable>>();
  for (const row of await queries.query(selectPurchases(reading, ids, matched), options)) add(bought, row);
  return roots.map(({ id, industry, country, employees }) => ({
    customer: id,
    traits: toTraits({
      industry: industry?.trim(),
      country: country?.trim(),
      employees: employees ?? undefined,
    }),
    bought: [...(bought.get(id)?.values() ?? [])],
  }));
}

type Mutable = { -readonly [Key in keyof OfferingPurchases]: OfferingPurchases[Key] };

function add(bought: Map<RecordId, Map<number, Mutable>>, row: PurchaseRow): void {
  const own = bought.get(row.root) ?? new Map<number, Mutable>();
  bought.set(row.root, own);
  const entry = own.get(row.offering) ?? {
    offering: row.offering,
    recentDeals: 0,
    fadingDeals: 0,
    activeAssets: 0,
    months: [],
    spent: [],
  };
  own.set(row.offering, entry);
  entry.recentDeals += row.recent;
  entry.fadingDeals += row.fading;
  entry.activeAssets += row.assets;
  if (row.months) entry.months = row.months;
  if (row.currency !== null && row.amount !== null)
    entry.spent = [...entry.spent, { amount: row.amount, currency: row.currency }];
}
