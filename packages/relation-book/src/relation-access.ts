import type { IsoDate, ReadOptions, RecordId, TieWish } from "@sweetspot/contract";

/** What one signed-in user may see of the CRM. `createRelationReader` asks it before it tells a name. */
export interface RelationAccess {
  /** The team member who asks. */
  readonly me: RecordId;
  mayUse(account: RecordId, options?: ReadOptions): Promise<boolean>;
  /** All contacts of an account that this user may see. */
  contactsOf(account: RecordId, options?: ReadOptions): Promise<readonly TargetContact[]>;
  /** Which of these contacts this user may see, whatever their account; all of them without it. */
  visibleContacts?(contacts: readonly RecordId[], options?: ReadOptions): Promise<ReadonlySet<RecordId>>;
  /** Which of these accounts this user may see; `mayUse` is asked of each without it. */
  visibleAccounts?(accounts: readonly RecordId[], options?: ReadOptions): Promise<ReadonlySet<RecordId>>;
  /** How often any of us asked these people (ids of the book, all records of each) lately; nobody counts without it. */
  asked?(people: readonly AskedPerson[], options?: ReadOptions): Promise<ReadonlyMap<RecordId, Asked>>;
  readWish?(options?: ReadOptions): Promise<TieWish>;
  saveWish?(wish: TieWish, options?: ReadOptions): Promise<void>;
}

export interface TargetContact {
  readonly id: RecordId;
  readonly name: string;
  readonly title?: string;
}

export interface AskedPerson {
  readonly person: RecordId;
  /** Ids under which an introduction may name him: he may have been merged since. */
  readonly records: readonly RecordId[];
}

export interface Asked {
  readonly count: number;
  readonly last: IsoDate;
}
