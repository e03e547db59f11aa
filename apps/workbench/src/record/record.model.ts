import {
  type Account,
  type CrmView,
  type Field,
  type IsoDate,
  type Money,
  type Opportunity,
  type RecordId,
  valueOf,
} from "@sweetspot/contract";

/** What the head of a record page says at a glance. */
export interface Highlights {
  /** Won in the twelve months up to `wonUntil`. */
  readonly won: MoneySum;
  /** Set where the newest won deal is older than that: then the twelve months end there, not today. */
  readonly wonUntil: IsoDate | undefined;
  readonly open: MoneySum;
  readonly openCount: number;
  readonly nextClose: { readonly name: string; readonly date: IsoDate } | undefined;
}

/** Amounts by currency, largest first: currencies are never added up. */
export interface MoneySum {
  readonly amounts: readonly Money[];
  /** Deals whose amount this user may not see; the sum is not all there is. */
  readonly hidden: number;
}

export function toHighlights(opportunities: readonly Opportunity[], today: IsoDate): Highlights {
  const won = opportunities.filter((deal) => deal.status === "won");
  const newest = won
    .flatMap((deal) => valueOf(deal.closeDate) ?? [])
    .toSorted()
    .at(-1);
  const wonUntil = newest !== undefined && newest <= yearBefore(today) ? newest : undefined;
  const end = wonUntil ?? today;
  const begin = yearBefore(end);
  const recent = won.filter((deal) => {
    const date = valueOf(deal.closeDate);
    return date !== undefined && date > begin && date <= end;
  });
  const open = opportunities.filter((deal) => deal.status === "open");
  const [next] = open
    .flatMap((deal) => {
      const date = valueOf(deal.closeDate);
      return date === undefined || date < today ? [] : [{ name: deal.name, date }];
    })
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  return { won: sumOf(recent), wonUntil, open: sumOf(open), openCount: open.length, nextClose: next };
}

function sumOf(deals: readonly Opportunity[]): MoneySum {
  const sums = new Map<string, number>();
  for (const deal of deals) {
    const amount = valueOf(deal.amount);
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amount);
  }
  const amounts = [...sums].map(([currency, amount]) => ({ currency, amount }));
  return {
    amounts: amounts.toSorted((one, other) => other.amount - one.amount),
    hidden: deals.filter((deal) => deal.amount.state === "hidden").length,
  };
}

const yearBefore = (date: IsoDate): IsoDate => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;

/** The currency new amounts are entered in: the one most deals of the customer are in. */
export function currencyOf(view: CrmView): string {
  const counts = new Map<string, number>();
  for (const deal of view.opportunities) {
    const currency = valueOf(deal.amount)?.currency;
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((one, other) => other[1] - one[1]);
  return most?.[0] ?? valueOf(view.account?.annualRevenue)?.currency ?? "EUR";
}

export type DealFilter = "open" | "won" | "lost" | "all";

/** Open deals by the date they are due, closed ones newest first. */
export function listDeals(deals: readonly Opportunity[], filter: DealFilter): readonly Opportunity[] {
  const found = filter === "all" ? deals : deals.filter((deal) => deal.status === filter);
  const dateOf = (deal: Opportunity): string => valueOf(deal.closeDate) ?? "";
  const rank = (deal: Opportunity): number => (deal.status === "open" ? 0 : 1);
  return found.toSorted((one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    const order = dateOf(one) < dateOf(other) ? -1 : dateOf(one) > dateOf(other) ? 1 : 0;
    return one.status === "open" ? order : -order;
  });
}

/** An account of the family and how deep below the first one it stands. */
export interface FamilyMember {
  readonly account: Account;
  readonly depth: number;
}

/** The family as a tree read from top to bottom. `family` holds parents before children. */
export function toFamilyTree(family: readonly Account[]): readonly FamilyMember[] {
  const children = new Map<RecordId, Account[]>();
  const ids = new Set(family.map((account) => account.id));
  const tops: Account[] = [];
  for (const account of family) {
    const parent = valueOf(account.parent);
    if (parent === undefined || !ids.has(parent) || account === family[0]) tops.push(account);
    else children.set(parent, [...(children.get(parent) ?? []), account]);
  }
  const tree: FamilyMember[] = [];
  const seen = new Set<RecordId>();
  const visit = (account: Account, depth: number): void => {
    if (seen.has(account.id)) return;
    seen.add(account.id);
    tree.push({ account, depth });
    for (const child of children.get(account.id) ?? []) visit(child, depth + 1);
  };
  for (const account of tops) visit(account, 0);
  return tree;
}

/** The address of a website as a link may hold it; undefined for anything but a web page. */
export function toWebAddress(website: Field<string>): string | undefined {
  const text = valueOf(website)?.trim();
  if (!text) return undefined;
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}
