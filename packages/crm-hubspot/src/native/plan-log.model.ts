import {
  type Change,
  isTombstone,
  type PlanFields,
  type PlanRecord,
  type RecordId,
  type StoredCopy,
} from "@sweetspot/contract";

/** One commit of a plan as it is kept: what it left behind. Together, in order, they are the plan and its history. */
export interface LogEntry {
  readonly version: number;
  readonly key: string;
  /** Equal for equal content of the commit. */
  readonly content: string;
  readonly by: RecordId;
  readonly at: string;
  /** HubSpot's id of the entry it was made on; "" for the first. Were that one displaced, this would tell. */
  readonly parent: string;
  readonly stored: readonly StoredCopy[];
}

/** An entry with HubSpot's id of its record. */
export interface KeptEntry extends LogEntry {
  readonly id: string;
}

export const copiesOf = (entries: readonly LogEntry[]): ReadonlyMap<RecordId, StoredCopy> =>
  new Map(entries.flatMap(({ stored }) => stored.map((copy) => [copy.id, copy])));

export const liveIn = (copies: Iterable<StoredCopy>): PlanRecord[] =>
  [...copies]
    .flatMap((copy) => (isTombstone(copy) ? [] : [copy]))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));

const fieldsOf = (copy: StoredCopy | undefined): PlanFields | null =>
  copy && !isTombstone(copy) ? copy.fields : null;

/** The history, oldest first. */
export function changesIn(entries: readonly LogEntry[]): Change[] {
  const copies = new Map<RecordId, StoredCopy>();
  return entries.flatMap(({ version, at, by, stored }) =>
    stored.map((copy): Change => {
      const change = { before: fieldsOf(copies.get(copy.id)), after: fieldsOf(copy) };
      copies.set(copy.id, copy);
      return { version, at, by, record: copy.id, type: copy.type, ...change };
    }),
  );
}

/** Places whose entry is not made on the one before it: that one has displaced another. */
export const brokenLinks = (entries: readonly KeptEntry[]): readonly string[] =>
  entries.flatMap(({ parent }, index) => (parent === (entries[index - 1]?.id ?? "") ? [] : [parent]));
