import type { CrmError } from "./crm-error.ts";
import type { IsoInstant } from "./dates.ts";
import type { Page, PageOptions, ReadOptions } from "./page.ts";
import type {
  Change,
  PlanFields,
  PlanRecord,
  PlanSnapshot,
  PlanVersion,
  Scope,
  StoredCopy,
} from "./plan-store.port.ts";
import type { RecordId } from "./record-id.ts";

/**
 * Port. One account's plan and the company's library on one page: record cache, draft, undo, commit queue. All widgets
 * of the page share it, so they agree. It is plain JavaScript: no library of one bundle crosses into another.
 */
export interface PlanSession {
  readonly account: RecordId;
  /** The same object until something changes. */
  getView(): PlanView;
  subscribe(listener: () => void): () => void;
  /** Applies an edit at once and saves it soon. Edits of one call are one undo step and one commit. */
  edit(edit: PlanEdit): void;
  undo(): void;
  redo(): void;
  /** Reads what others have saved since; keeps the draft. */
  refresh(): Promise<void>;
  /** Tries to save now what waits; resolves when the queue is empty or cannot move on. */
  flush(): Promise<void>;
  /** Ends one conflict: keep mine (on top of theirs), keep theirs, or a merged set of fields. */
  resolve(record: RecordId, choice: "mine" | "theirs" | { readonly merged: PlanFields }): void;
  /** The scope's last commit this page knows of: where a history begins to be read backwards. Absent: from 0. */
  savedVersion?(scope: Scope): PlanVersion;
  changes(scope: Scope, query: { readonly since: PlanVersion }, options?: PageOptions): Promise<Page<Change>>;
  asOf(scope: Scope, at: IsoInstant, options?: ReadOptions): Promise<PlanSnapshot>;
  /** Saves what can be saved and lets go of timers and listeners. */
  dispose(): Promise<void>;
}

export interface PlanView {
  readonly status: "loading" | "ready" | "failed";
  /** Why loading failed, or why the last refresh did. */
  readonly error: CrmError | undefined;
  /** Saved records with the draft applied, by id. A removed record is absent. */
  readonly plan: ReadonlyMap<RecordId, PlanRecord>;
  readonly library: ReadonlyMap<RecordId, PlanRecord>;
  readonly writable: { readonly plan: boolean; readonly library: boolean };
  readonly saving: SavingState;
  readonly conflicts: readonly PlanConflict[];
  readonly undo: UndoState;
  /** When the saved records were last known to be current. */
  readonly loadedAt: IsoInstant | undefined;
}

/** `offline` and `failed` keep the edits; they are sent again when the line is back or on `flush`. */
export interface SavingState {
  readonly state: "saved" | "waiting" | "saving" | "offline" | "conflict" | "failed";
  /** Edits not yet saved. */
  readonly pending: number;
  readonly savedAt: IsoInstant | undefined;
  readonly error: CrmError | undefined;
  /** `failed` because the store refused an edit: the name of that edit. */
  readonly refusedEdit?: string;
  /** Does the draft survive a reload? False where the host offers no storage. */
  readonly durable: boolean;
}

export interface UndoState {
  /** Name of the edit that undo would take back; undefined when there is none. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/**
 * Two people changed the same field; or, with `because`, one removed what the other builds on. Of such a record `mine`
 * and `theirs` name it, and keeping mine brings it back or removes it with all that cannot be without it.
 */
export interface PlanConflict {
  readonly record: RecordId;
  readonly type: string;
  readonly scope: Scope;
  /** Only the fields both sides changed; null means the side removed the record. */
  readonly mine: PlanFields | null;
  readonly theirs: PlanFields | null;
  /** What the record was when mine was begun. */
  readonly base: PlanFields;
  readonly stored: StoredCopy;
  readonly because?: ConflictCause;
}

/** `needed-by`: they removed it, these records of mine need it. `used-by`: I removed it, these of theirs need it. */
export interface ConflictCause {
  readonly kind: "needed-by" | "used-by";
  readonly records: readonly RecordId[];
  /** Where it was removed, if that is another scope: to keep mine then makes a copy of it in this one. */
  readonly from?: "library";
}

/** What a user did, in the past tense, as record changes. */
export interface PlanEdit {
  /** Event name such as "level-set"; the kit translates it for undo. */
  readonly name: string;
  readonly scope: "plan" | "library";
  readonly puts: readonly { readonly id: RecordId; readonly type: string; readonly fields: PlanFields }[];
  readonly removes: readonly RecordId[];
}
