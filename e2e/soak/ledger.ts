import type { Change, RecordId } from "@sweetspot/contract";

/** A commit that a gateway has acknowledged. `text` is what it wrote, and no other commit wrote the same. */
export interface LedgerEntry {
  readonly portal: number;
  readonly account: RecordId;
  readonly record: RecordId;
  readonly text: string;
}

/** What a virtual user was promised. */
export interface Ledger {
  acknowledge(entry: LedgerEntry): void;
  /** A commit that never was answered, though it was sent again and again. */
  giveUp(entry: LedgerEntry): void;
  readonly entries: readonly LedgerEntry[];
  readonly unanswered: readonly LedgerEntry[];
}

export function createLedger(): Ledger {
  const entries: LedgerEntry[] = [];
  const unanswered: LedgerEntry[] = [];
  return {
    acknowledge: (entry) => void entries.push(entry),
    giveUp: (entry) => void unanswered.push(entry),
    entries,
    unanswered,
  };
}

/** The whole history of one account's plan in one portal. */
export interface History {
  readonly portal: number;
  readonly account: RecordId;
  readonly changes: readonly Pick<Change, "record" | "version" | "after">[];
}

export interface Verdict {
  readonly acknowledged: number;
  /** Acknowledged, and not in the history. */
  readonly lost: number;
  /** In the history more than once. */
  readonly doubled: number;
  /** In the history, and nobody's: another tenant's, or of a commit that was refused. */
  readonly unexplained: number;
  /** Edits of a record that were made on something else than the edit before: somebody's work was overwritten. */
  readonly overwritten: number;
  readonly unanswered: number;
}

/** Texts of the load: a count that grows by one with each edit of a record, and the key of the commit. */
export const toText = (count: number, key: string): string => `${count} ${key}`;
export const countIn = (text: string): number => Number(text.split(" ")[0]);

const keyOf = (portal: number, account: string, record: string, text: string): string =>
  [portal, account, record, text].join("\n");

/** Pure. Compares what users were promised with what the store remembers. */
export function compare(
  { entries, unanswered }: Pick<Ledger, "entries" | "unanswered">,
  histories: readonly History[],
): Verdict {
  const kept = new Map<string, number>();
  const last = new Map<string, number>();
  let overwritten = 0;
  for (const { portal, account, changes } of histories)
    for (const { record, after } of changes) {
      const text = String(after?.["question"]);
      const key = keyOf(portal, account, record, text);
      kept.set(key, (kept.get(key) ?? 0) + 1);
      const place = keyOf(portal, account, record, "");
      if (countIn(text) !== (last.get(place) ?? 0) + 1) overwritten += 1;
      last.set(place, countIn(text));
    }
  const toKey = ({ portal, account, record, text }: LedgerEntry): string =>
    keyOf(portal, account, record, text);
  const promised = new Set(entries.map(toKey));
  const possible = new Set(unanswered.map(toKey));
  return {
    acknowledged: entries.length,
    lost: [...promised].filter((key) => !kept.has(key)).length,
    doubled: [...kept.values()].reduce((sum, times) => sum + times - 1, 0) + (entries.length - promised.size),
    unexplained: [...kept.keys()].filter((key) => !promised.has(key) && !possible.has(key)).length,
    overwritten,
    unanswered: unanswered.length,
  };
}
