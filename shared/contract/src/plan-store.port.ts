import type { IsoInstant } from "./dates.ts";
import type { Page, PageOptions, ReadOptions } from "./page.ts";
import type { RecordId } from "./record-id.ts";

/** Where a plan record belongs: to one account's plan, or to the company's own library (offerings, proofs, rules). */
export type Scope = { readonly kind: "account"; readonly account: RecordId } | { readonly kind: "library" };

export const LIBRARY: Scope = { kind: "library" };
export const accountScope = (account: RecordId): Scope => ({ kind: "account", account });
/** A text that is equal exactly for equal scopes; for maps and storage keys. */
export const scopeKey = (scope: Scope): string =>
  scope.kind === "library" ? "library" : `account:${scope.account}`;

/** JSON. `null` in a patch clears the field. */
export type PlanValue =
  | string
  | number
  | boolean
  | null
  | readonly PlanValue[]
  | { readonly [name: string]: PlanValue };

export type PlanFields = Readonly<Record<string, PlanValue>>;

/** Counts a record's writes from 1, set by the store. */
export type Revision = number;

/** A live record as stored. Fields this version does not know are kept and returned untouched. */
export interface PlanRecord {
  /** Unique within its scope. Where one thing may exist once only (the cell of an area and an offering), derive it. */
  readonly id: RecordId;
  /** Name of the entity in `@sweetspot/plan-model`. */
  readonly type: string;
  readonly revision: Revision;
  /** Version of the entity's declaration the fields follow; older records are upgraded on read. */
  readonly schema: number;
  readonly fields: PlanFields;
  readonly createdBy: RecordId;
  readonly createdAt: IsoInstant;
  readonly updatedBy: RecordId;
  readonly updatedAt: IsoInstant;
}

/** What is left of a removed record. Its revision goes on counting, so that an undo can bring it back. */
export interface Tombstone {
  readonly id: RecordId;
  readonly type: string;
  readonly revision: Revision;
  readonly removed: true;
  readonly updatedBy: RecordId;
  readonly updatedAt: IsoInstant;
}

export type StoredCopy = PlanRecord | Tombstone;

export const isTombstone = (copy: StoredCopy): copy is Tombstone => "removed" in copy;

/** A scope's live records and the point in its history they show. */
export interface PlanSnapshot {
  readonly scope: Scope;
  readonly version: PlanVersion;
  readonly records: readonly PlanRecord[];
  /** May this user commit to the scope? */
  readonly writable: boolean;
}

/** Number of the scope's last commit; 0 before the first. Grows with every commit. */
export type PlanVersion = number;

export interface Put {
  readonly id: RecordId;
  readonly type: string;
  /** Revision the edit was made on: 0 creates; a tombstone's revision restores. */
  readonly base: Revision;
  /** A patch: fields not named stay as they are. */
  readonly fields: PlanFields;
}

export interface Removal {
  readonly id: RecordId;
  readonly base: Revision;
}

export interface Commit {
  readonly scope: Scope;
  /** Chosen by the caller, unique per commit (8 to 64 characters). In its scope, the same key again returns the first answer. */
  readonly key: string;
  readonly puts: readonly Put[];
  readonly removes: readonly Removal[];
}

export interface CommitResult {
  readonly version: PlanVersion;
  /** The stored copies of everything put or removed, in the order of the commit. */
  readonly stored: readonly StoredCopy[];
}

/** `detail` of a `conflict`: one stored copy for every record whose base was stale. */
export interface ConflictDetail {
  readonly stored: readonly StoredCopy[];
}

/** `detail` of a `malformed` commit: what is wrong, where. */
export interface RefusedDetail {
  readonly issues: readonly PlanIssue[];
}

export interface PlanIssue {
  readonly record: RecordId;
  readonly field?: string;
  /** For example "required", "too-long", "not-a-choice", "missing-reference", "still-referenced". */
  readonly problem: string;
  readonly message: string;
}

/** One record's part in one commit. `before` is null for a creation, `after` for a removal. */
export interface Change {
  readonly version: PlanVersion;
  readonly at: IsoInstant;
  readonly by: RecordId;
  readonly record: RecordId;
  readonly type: string;
  readonly before: PlanFields | null;
  readonly after: PlanFields | null;
}

/**
 * Port. Keeps plans. A commit is applied whole or not at all:
 * - one stale base rejects it with `conflict` and the stored copies (`ConflictDetail`);
 * - a record that breaks the plan model, a reference to something missing or removed, and the removal of something
 *   still referenced inside the scope reject it with `malformed` (`RefusedDetail`);
 * - a key seen before with the same content returns the first result; with other content it is `malformed`. A commit
 *   that failed leaves its key free.
 *
 * The library is read by everybody and written by admins: a rep's commit to it is `forbidden`. The scope of an account
 * that does not exist, or that this user may not see, is `not-found` in every call.
 */
export interface PlanStore {
  readonly contract: "plan/1";
  /** Several scopes in one call, answered in the order asked; each is empty until its first commit. */
  load(scopes: readonly Scope[], options?: ReadOptions): Promise<readonly PlanSnapshot[]>;
  commit(commit: Commit, options?: ReadOptions): Promise<CommitResult>;
  /** The scope's history after `since`, oldest first; within one commit in its order, puts before removes. */
  changes(scope: Scope, query: { readonly since: PlanVersion }, options?: PageOptions): Promise<Page<Change>>;
  /** The scope as it was at an instant: after every commit of that millisecond or before. */
  asOf(scope: Scope, at: IsoInstant, options?: ReadOptions): Promise<PlanSnapshot>;
}
