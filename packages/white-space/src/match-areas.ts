import type { AccountFact, AreaMatch, Deal } from "./crm-facts.ts";
import { foldText } from "./fold-text.ts";

type Folded = ReadonlyMap<string, string>;

/** Places (in the list of areas) that a record belongs to. */
export interface AreaMatcher {
  ofDeal(deal: Pick<Deal, "account" | "attributes">): readonly number[];
  ofAccount(account: string | undefined): readonly number[];
}

/**
 * Finds the areas of a record: those that name its account and those whose rule it keeps. Where the deal itself has the
 * rule's field, its own value decides; otherwise the account's. Case and accents do not matter.
 */
export function createAreaMatcher(
  areas: readonly AreaMatch[],
  accounts: readonly AccountFact[],
): AreaMatcher {
  const byAccount = new Map<string, number[]>();
  const byRule = new Map<string, Map<string, number[]>>();
  areas.forEach((area, index) => {
    for (const account of new Set(area.accounts)) append(byAccount, account, index);
    const field = foldText(area.rule?.field ?? "");
    const value = foldText(area.rule?.value ?? "");
    if (field === "" || value === "") return;
    if (!byRule.has(field)) byRule.set(field, new Map());
    append(byRule.get(field) as Map<string, number[]>, value, index);
  });
  const attributesOf = new Map<string, Folded>();
  if (byRule.size > 0) for (const account of accounts) attributesOf.set(account.id, fold(account.attributes));

  const find = (account: string | undefined, own: Folded | undefined): readonly number[] => {
    const found = (account === undefined ? undefined : byAccount.get(account)) ?? NOWHERE;
    if (byRule.size === 0) return found;
    const inherited = account === undefined ? undefined : attributesOf.get(account);
    const all = new Set(found);
    for (const [field, byValue] of byRule) {
      const value = own?.get(field) ?? inherited?.get(field);
      for (const index of (value === undefined ? undefined : byValue.get(value)) ?? NOWHERE) all.add(index);
    }
    return [...all];
  };
  return {
    ofDeal: (deal) =>
      find(deal.account, deal.attributes && byRule.size > 0 ? fold(deal.attributes) : undefined),
    ofAccount: (account) => find(account, undefined),
  };
}

const NOWHERE: readonly number[] = [];

function append<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}

const fold = (attributes: Readonly<Record<string, string>>): Folded =>
  new Map(
    Object.entries(attributes)
      .map(([field, value]) => [foldText(field), foldText(value)] as const)
      .filter(([, value]) => value !== ""),
  );
