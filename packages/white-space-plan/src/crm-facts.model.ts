import {
  type Account,
  type Asset,
  type CrmView,
  type Field,
  type IsoDate,
  type Money,
  type Opportunity,
  valueOf,
} from "@sweetspot/contract";
import {
  type AccountFact,
  type AssetFact,
  type Deal,
  deriveLevels,
  type DerivedLevels,
  type OfferingMatch,
} from "@sweetspot/white-space";
import type { Axis } from "./axis.model.ts";
import type { MoneyBook } from "./money-book.model.ts";
import type { PlanReading } from "./plan-reading.model.ts";

/** The CRM's records as the engine reads them, and what this user could not see of them. */
export interface CrmFacts {
  readonly accounts: readonly AccountFact[];
  readonly deals: readonly Deal[];
  readonly assets: readonly AssetFact[];
  /**
   * The currency values are compared in: the company's, or else the one most deals use. Amounts in others are converted
   * with the rate of their day; without one they count as deals, never as value.
   */
  readonly currency: string | undefined;
  /** Won deals whose amount is in another currency, and no rate says what it is worth. */
  readonly otherCurrencies: number;
  /** Currencies of deals without a rate on their day, by deal; their amounts count nowhere. */
  readonly unconverted?: ReadonlyMap<string, string>;
  /** Amounts that were converted, by deal. */
  readonly conversions?: ReadonlyMap<string, Conversion>;
  /** The account above each account of the family. */
  readonly parents: ReadonlyMap<string, string>;
}

/** An amount of a deal and the day of the rate it was converted with. */
export interface Conversion {
  readonly from: Money;
  readonly rateOn: IsoDate;
}

/** How amounts of several currencies come into one: with the rate of a deal's closing, or of today while it is open. */
export interface Conversions {
  readonly book: Pick<MoneyBook, "currency" | "convert">;
  readonly today: IsoDate;
}

export type HiddenField = "account" | "amount" | "close-date" | "line-items" | "rule-field";

/** Reads a page's CRM data into facts. Hidden fields are left out; `hiddenFieldsOf` names them. */
export function toCrmFacts(
  crm: Pick<CrmView, "account" | "family" | "opportunities" | "assets">,
  money?: Conversions,
): CrmFacts {
  const currency = amountsKnown(crm.opportunities)
    ? (money?.book.currency ?? usualCurrency(crm.opportunities))
    : undefined;
  const convert = createConverter(currency, money);
  const accounts = withRoot(crm.account, crm.family);
  return {
    accounts: accounts.map((account) => ({ id: account.id, attributes: attributesOf(account) })),
    deals: crm.opportunities.map((opportunity) => toDeal(opportunity, convert)),
    assets: crm.assets.map(toAssetFact),
    currency,
    otherCurrencies: crm.opportunities.filter(
      (item) =>
        item.status === "won" && item.amount.state === "known" && convert(item.amount, item) === undefined,
    ).length,
    unconverted: convert.missing,
    conversions: convert.done,
    parents: new Map(
      accounts.flatMap((account) => {
        const parent = valueOf(account.parent);
        return parent === undefined ? [] : [[account.id, parent] as const];
      }),
    ),
  };
}

/** The account itself and everything below it, each once. */
export const withRoot = (root: Account | undefined, family: readonly Account[]): readonly Account[] =>
  root === undefined || family.some((account) => account.id === root.id) ? family : [root, ...family];

/** Every field a rule may name, under the CRM's label; ours for those every CRM has. */
export function attributesOf(account: Account): Record<string, string> {
  const { industry, country, city } = account;
  return knownTexts({ Industry: industry, Country: country, City: city, ...account.attributes });
}

const knownTexts = (fields: Readonly<Record<string, Field<string>>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.state === "known" ? [[name, field.value]] : [])),
  );

function toDeal(opportunity: Opportunity, convert: Convert): Deal {
  const inCurrency = (field: Opportunity["amount"]): number | undefined => convert(field, opportunity);
  return {
    id: opportunity.id,
    name: opportunity.name,
    account: valueOf(opportunity.account),
    status: opportunity.status,
    closeDate: valueOf(opportunity.closeDate),
    value: inCurrency(opportunity.amount),
    attributes: knownTexts(opportunity.attributes),
    lines: (valueOf(opportunity.lineItems) ?? []).map((line) => ({
      product: valueOf(line.product),
      productName: line.productName,
      value: inCurrency(line.amount),
      origin: line.origin,
    })),
  };
}

const toAssetFact = (asset: Asset): AssetFact => ({
  id: asset.id,
  account: valueOf(asset.account),
  product: valueOf(asset.product),
  productName: asset.productName || asset.name,
  active: asset.active,
  since: valueOf(asset.since),
  until: valueOf(asset.until),
});

interface Convert {
  (field: Opportunity["amount"], deal: Opportunity): number | undefined;
  readonly done: ReadonlyMap<string, Conversion>;
  readonly missing: ReadonlyMap<string, string>;
}

function createConverter(currency: string | undefined, conversions: Conversions | undefined): Convert {
  const done = new Map<string, Conversion>();
  const missing = new Map<string, string>();
  const convert = (field: Opportunity["amount"], deal: Opportunity): number | undefined => {
    const money = valueOf(field);
    if (!money || currency === undefined) return undefined;
    if (money.currency === currency) return money.amount;
    const today = conversions?.today;
    const closed = deal.status === "open" ? today : (valueOf(deal.closeDate) ?? today);
    const found =
      conversions && closed !== undefined ? conversions.book.convert(money, currency, closed) : undefined;
    if (!found) {
      missing.set(deal.id, money.currency);
      return undefined;
    }
    if (found.rateOn !== undefined && field === deal.amount)
      done.set(deal.id, { from: money, rateOn: found.rateOn });
    return found.amount;
  };
  return Object.assign(convert, { done, missing });
}

const amountsKnown = (opportunities: readonly Opportunity[]): boolean =>
  opportunities.some(({ amount }) => amount.state === "known");

function usualCurrency(opportunities: readonly Opportunity[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { amount } of opportunities)
    if (amount.state === "known")
      counts.set(amount.value.currency, (counts.get(amount.value.currency) ?? 0) + 1);
  return [...counts].toSorted(
    ([one, left], [other, right]) => right - left || (one < other ? -1 : 1),
  )[0]?.[0];
}

/** Fields that field security withheld somewhere: levels may be too low for it, and the widget says so. */
export function hiddenFieldsOf(
  crm: Pick<CrmView, "account" | "family" | "opportunities">,
  plan: PlanReading,
): HiddenField[] {
  const { opportunities } = crm;
  const accounts = withRoot(crm.account, crm.family);
  const ruleFields = new Set(plan.areas.flatMap((area) => area.fields.ruleField ?? []));
  const some = (hides: (item: Opportunity) => boolean): boolean => opportunities.some(hides);
  const found: readonly (readonly [HiddenField, boolean])[] = [
    ["account", some((item) => item.account.state === "hidden")],
    ["amount", some((item) => item.amount.state === "hidden")],
    ["close-date", some((item) => item.closeDate.state === "hidden")],
    ["line-items", some((item) => item.lineItems.state === "hidden")],
    [
      "rule-field",
      accounts.some((account) => {
        const fields: Readonly<Record<string, Field<string>>> = {
          Industry: account.industry,
          Country: account.country,
          City: account.city,
          ...account.attributes,
        };
        return [...ruleFields].some((name) => fields[name]?.state === "hidden");
      }),
    ],
  ];
  return found.filter(([, hidden]) => hidden).map(([name]) => name);
}

export interface DeriveInput {
  readonly plan: PlanReading;
  readonly facts: CrmFacts;
  readonly areas: Axis;
  readonly offerings: Axis;
  readonly today: IsoDate;
}

/** Levels of every leaf cell from the CRM's data, for the areas and offerings of one grid. */
export function deriveFor({ plan, facts, areas, offerings, today }: DeriveInput): DerivedLevels {
  const areaRecords = new Map(plan.areas.map((area) => [area.id, area.fields]));
  const accountsOf = spreadAccounts(plan, areas, facts.parents);
  const offeringRecords = new Map(plan.offerings.map(({ record }) => [record.id, record.fields]));
  return deriveLevels({
    areas: areas.leaves.map((leaf) => {
      const fields = areaRecords.get(leaf.record);
      const { ruleField: field, ruleValue: value } = fields ?? {};
      return {
        id: leaf.id,
        accounts: accountsOf.get(leaf.record) ?? [],
        ...(field !== undefined && value !== undefined ? { rule: { field, value } } : {}),
      };
    }),
    offerings: offerings.leaves.map((leaf): OfferingMatch => {
      const fields = offeringRecords.get(leaf.record);
      return {
        id: leaf.id,
        name: leaf.name,
        products: fields?.products ?? [],
        terms: fields?.terms ?? [],
      };
    }),
    accounts: facts.accounts,
    deals: facts.deals,
    assets: facts.assets,
    today,
    rules: plan.rules,
  });
}

/**
 * The accounts each area matches. An account below a matched one follows it, unless an area of the perspective names
 * it or one nearer to it: a new branch office needs no care before it counts.
 */
function spreadAccounts(
  plan: PlanReading,
  areas: Axis,
  parents: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const shown = new Set<string>(areas.leaves.map((leaf) => leaf.record));
  const namedBy = new Map<string, string[]>();
  for (const area of plan.areas)
    if (shown.has(area.id))
      for (const account of area.fields.accounts ?? [])
        namedBy.set(account, [...(namedBy.get(account) ?? []), area.id]);
  const found = new Map<string, string[]>();
  const nearest = (account: string): readonly string[] => {
    const seen = new Set<string>();
    for (let at: string | undefined = account; at !== undefined && !seen.has(at); at = parents.get(at)) {
      const named = namedBy.get(at);
      if (named) return named;
      seen.add(at);
    }
    return [];
  };
  for (const account of new Set([...namedBy.keys(), ...parents.keys()]))
    for (const area of nearest(account)) found.set(area, [...(found.get(area) ?? []), account]);
  return found;
}
