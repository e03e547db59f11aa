import type { ReadOptions, RecordId } from "@sweetspot/contract";
import type { RelationAccess } from "./relation-access.ts";
import type { BookView } from "./relation-book.ts";

/** Records of the CRM that an answer speaks of. */
export interface Told {
  readonly contacts: readonly RecordId[];
  readonly accounts: readonly RecordId[];
}

/** What one user is known to see, for the length of one call: rights may change between two. Mutable. */
export interface Sight {
  view(): BookView;
  /** He is known to see these. */
  note(told: Partial<Told>): void;
  /** Whoever of these was not asked about counts as hidden from now on: an end to asking. */
  narrow(told: Told): void;
  /** Some are hidden of whom nobody knows whether he may see them. */
  isNarrow(): boolean;
  /** Asks for those not asked for yet. @returns whether he sees all of them */
  sees(told: Told, options: ReadOptions): Promise<boolean>;
}

export function createSight(access: RelationAccess): Sight {
  const contacts = new Map<RecordId, boolean>();
  const accounts = new Map<RecordId, boolean>();
  let narrowed = false;
  return {
    narrow: (told) => {
      narrowed = true;
      for (const id of told.contacts) contacts.set(id, contacts.get(id) ?? false);
      for (const id of told.accounts) accounts.set(id, accounts.get(id) ?? false);
    },
    isNarrow: () => narrowed,
    view: () => ({ me: access.me, withoutContacts: unseen(contacts), withoutAccounts: unseen(accounts) }),
    note: (told) => {
      for (const contact of told.contacts ?? []) contacts.set(contact, true);
      for (const account of told.accounts ?? []) accounts.set(account, true);
    },
    async sees(told, options) {
      const newContacts = told.contacts.filter((id) => !contacts.has(id));
      const newAccounts = told.accounts.filter((id) => !accounts.has(id));
      const [seenContacts, seenAccounts] = await Promise.all([
        visibleContacts(newContacts, options),
        visibleAccounts(newAccounts, options),
      ]);
      for (const id of newContacts) contacts.set(id, seenContacts.has(id));
      for (const id of newAccounts) accounts.set(id, seenAccounts.has(id));
      return told.contacts.every((id) => contacts.get(id)) && told.accounts.every((id) => accounts.get(id));
    },
  };

  async function visibleContacts(
    ids: readonly RecordId[],
    options: ReadOptions,
  ): Promise<ReadonlySet<RecordId>> {
    if (!access.visibleContacts || ids.length === 0) return new Set(ids);
    return access.visibleContacts(ids, options);
  }

  async function visibleAccounts(
    ids: readonly RecordId[],
    options: ReadOptions,
  ): Promise<ReadonlySet<RecordId>> {
    if (access.visibleAccounts && ids.length > 0) return access.visibleAccounts(ids, options);
    const seen = await Promise.all(ids.map((id) => access.mayUse(id, options)));
    return new Set(ids.filter((_, place) => seen[place]));
  }
}

const unseen = (asked: ReadonlyMap<RecordId, boolean>): ReadonlySet<RecordId> =>
  new Set([...asked].flatMap(([id, isSeen]) => (isSeen ? [] : id)));
