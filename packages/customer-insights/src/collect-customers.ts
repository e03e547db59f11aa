import { type Account, type Asset, type Opportunity, type RecordId, valueOf } from "@sweetspot/contract";
import { createOfferingMatcher } from "@sweetspot/white-space";
import type { CustomerPurchases, OfferingPurchases } from "./customer-purchases.ts";
import { addUp, type SoldPart, spendingOf } from "./deal-spending.ts";
import type { InsightLibrary } from "./insight-library.ts";
import { type InsightPeriods, monthOf } from "./insight-periods.ts";
import { toTraits } from "./traits.ts";

/** A whole CRM as somebody sees it. */
export interface SeenRecords {
  readonly accounts: readonly Account[];
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
}

type Mutable = { -readonly [Key in keyof OfferingPurchases]: OfferingPurchases[Key] };

/**
 * Customers and what they have, from records that lie in memory; a database does the same in its own language. Accounts
 * whose parent is not seen are roots; whoever is his own ancestor is no customer.
 */
export function collectCustomers(
  { accounts, opportunities, assets }: SeenRecords,
  { offerings }: Pick<InsightLibrary, "offerings">,
  periods: InsightPeriods,
): readonly CustomerPurchases[] {
  const matcher = createOfferingMatcher(offerings);
  const rootOf = rootsOf(accounts);
  const bought = new Map<RecordId, Map<number, Mutable>>();
  const entryOf = (root: RecordId, offering: number): Mutable => {
    const own = bought.get(root) ?? new Map<number, Mutable>();
    bought.set(root, own);
    const entry = own.get(offering) ?? {
      offering,
      recentDeals: 0,
      fadingDeals: 0,
      activeAssets: 0,
      months: [],
      spent: [],
    };
    own.set(offering, entry);
    return entry;
  };

  for (const deal of opportunities) {
    const [root, date] = [rootOf(valueOf(deal.account)), valueOf(deal.closeDate)];
    const month = monthOf(date);
    if (deal.status !== "won" || !root || !date || month === undefined || date < periods.fadingFrom) continue;
    const lines = valueOf(deal.lineItems) ?? [];
    const parts: SoldPart[] =
      lines.length > 0
        ? lines.map((line) => ({
            offerings: matcher.ofProduct(valueOf(line.product), line.productName),
            amount: valueOf(line.amount),
          }))
        : [{ offerings: matcher.ofProduct(undefined, deal.name) }];
    for (const [offering, spent] of spendingOf(parts, valueOf(deal.amount))) {
      const entry = entryOf(root, offering);
      if (date >= periods.recentFrom) entry.recentDeals += 1;
      else entry.fadingDeals += 1;
      entry.months = [...new Set([...entry.months, month])];
      if (date >= periods.yearFrom) entry.spent = addUp([...entry.spent, ...spent]);
    }
  }
  for (const asset of assets) {
    const [root, until] = [rootOf(valueOf(asset.account)), valueOf(asset.until)];
    if (!root || !asset.active || (until !== undefined && until < periods.now)) continue;
    for (const offering of matcher.ofProduct(valueOf(asset.product), asset.productName || asset.name))
      entryOf(root, offering).activeAssets += 1;
  }
  return accounts
    .filter(({ id }) => rootOf(id) === id)
    .map(({ id, industry, country, employees }) => ({
      customer: id,
      traits: toTraits({
        industry: valueOf(industry),
        country: valueOf(country),
        employees: valueOf(employees),
      }),
      bought: [...(bought.get(id)?.values() ?? [])],
    }))
    .toSorted((one, other) => (one.customer < other.customer ? -1 : 1));
}

/** The root above each account; undefined for what is not seen, or stands in a circle. */
export function rootsOf(
  accounts: readonly Account[],
): (account: RecordId | undefined) => RecordId | undefined {
  const parents = new Map(accounts.map(({ id, parent }) => [id, valueOf(parent)]));
  const roots = new Map<RecordId, RecordId | undefined>();
  return (account) => {
    if (account === undefined || !parents.has(account)) return undefined;
    const way: RecordId[] = [];
    let at = account;
    for (;;) {
      if (roots.has(at)) break;
      way.push(at);
      const parent = parents.get(at);
      if (parent === undefined || !parents.has(parent)) {
        roots.set(at, at);
        break;
      }
      if (way.includes(parent)) {
        roots.set(at, undefined);
        break;
      }
      at = parent;
    }
    const root = roots.get(at);
    for (const one of way) roots.set(one, root);
    return root;
  };
}
