import { type Opportunity, type RecordId, valueOf, type Asset, type Account } from "@sweetspot/contract";
import type { UnmatchedRecord } from "@sweetspot/white-space";

/** Records of one account that no area claims. */
export interface LooseAccount {
  /** Undefined: the records name no account, or it is hidden. */
  readonly account: RecordId | undefined;
  readonly name: string | undefined;
  readonly records: number;
}

/** Records that say one thing about what was sold, which no offering claims. */
export interface LooseText {
  /** The product text or deal name, as in the CRM. */
  readonly what: string;
  readonly records: number;
}

export interface Loose {
  readonly accounts: readonly LooseAccount[];
  readonly texts: readonly LooseText[];
}

interface LooseSources {
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
  readonly accounts: readonly Account[];
}

/** Groups what matches nothing by what would make it match, the largest groups first. */
export function groupUnmatched(records: readonly UnmatchedRecord[], sources: LooseSources): Loose {
  const accountOf = new Map<string, RecordId | undefined>([
    ...sources.opportunities.map((deal) => [deal.id, valueOf(deal.account)] as const),
    ...sources.assets.map((asset) => [asset.id, valueOf(asset.account)] as const),
  ]);
  const names = new Map(sources.accounts.map((account) => [account.id, account.name]));
  const accounts = new Map<RecordId | undefined, Set<string>>();
  const texts = new Map<string, Set<string>>();
  const note = <K>(groups: Map<K, Set<string>>, key: K, id: string): void => {
    const group = groups.get(key) ?? new Set();
    groups.set(key, group.add(id));
  };
  for (const record of records) {
    if (record.areas.length === 0) note(accounts, accountOf.get(record.id), record.id);
    if (record.offerings.length === 0) note(texts, record.what.trim(), record.id);
  }
  const largest = (one: { readonly records: number }, other: { readonly records: number }): number =>
    other.records - one.records;
  return {
    accounts: [...accounts]
      .map(([account, ids]) => ({
        account,
        name: account === undefined ? undefined : names.get(account),
        records: ids.size,
      }))
      .toSorted(largest),
    texts: [...texts].map(([what, ids]) => ({ what, records: ids.size })).toSorted(largest),
  };
}
