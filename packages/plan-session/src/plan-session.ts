import {
  accountScope,
  CrmError,
  type DraftStorage,
  type IsoInstant,
  LIBRARY,
  type PlanEdit,
  type PlanSession,
  type PlanStore,
  type PlanView,
  type RecordId,
} from "@sweetspot/contract";
import { COMMIT_LIMIT } from "@sweetspot/plan-model";
import { type Clock, systemClock } from "./clock.ts";
import { type CommitSender, createCommitSender, toCrmError } from "./commit-sender.ts";
import { createDraftKeeper, type KeptDrafts } from "./draft-keeper.ts";
import { alwaysOnline, type OnlineSignal } from "./online-signal.ts";
import { createPlanScope, type PlanScope } from "./plan-scope.ts";
import { changesOf, type RecordChange } from "./queued-edit.ts";
import { toSavingState } from "./saving-state.ts";
import { createUndoStack } from "./undo.ts";

export interface PlanSessionOptions {
  readonly account: RecordId;
  readonly store: PlanStore;
  /** Whose edits these are; a draft is restored for the same user and account only. */
  readonly user: RecordId;
  /** Where the draft survives a reload; without it the session says that it does not. */
  readonly storage?: DraftStorage;
  readonly clock?: Clock;
  readonly online?: OnlineSignal;
  /** The pause after an edit before it is saved; default 600 milliseconds. */
  readonly saveDelayMs?: number;
}

/** One account's plan and the company's library on one page. Loads at once, both in one call of the store. */
export function createPlanSession(options: PlanSessionOptions): PlanSession {
  const { account, store, user, clock = systemClock, online = alwaysOnline, saveDelayMs = 600 } = options;
  const library = createPlanScope(LIBRARY, user);
  const scopes = {
    plan: createPlanScope(accountScope(account), user, {
      isThere: (id) => library.records.has(id),
      recall: (id) => library.saved.recall(id),
    }),
    library,
  };
  const all: readonly PlanScope[] = [scopes.plan, scopes.library];
  const undo = createUndoStack((scope) => scopes[scope].records);
  const listeners = new Set<() => void>();
  const leaving = new AbortController();
  let status: PlanView["status"] = "loading";
  let error: CrmError | undefined;
  let loadedAt: IsoInstant | undefined;
  let view: PlanView | undefined;
  let refreshing: Promise<void> | undefined;
  let lastNumber = 0;
  /** May pages that are gone have left further drafts? */
  let leftovers = true;

  const notify = (): void => {
    for (const scope of all) scope.redraw();
    view = undefined;
    for (const listener of listeners) listener();
  };
  const keeper = createDraftKeeper(options.storage, { user, account }, notify);

  const onDraftChange = (): void => {
    keeper.keep(toKept);
    notify();
  };
  /** Edits that a page now gone has left are saved once this page's own are. */
  const adopt = async (): Promise<void> => {
    if (status !== "ready" || toKept() !== undefined) return;
    await keeper.settled();
    leftovers = await keeper.takeNext((drafts) => {
      if (leaving.signal.aborted || toKept() !== undefined) return false;
      restore(drafts);
      return true;
    });
    if (leftovers) onDraftChange();
  };
  const toKept = (): KeptDrafts | undefined =>
    all.every((scope) => scope.draft.edits.length === 0)
      ? undefined
      : { format: 1, plan: scopes.plan.draft.state(), library: scopes.library.draft.state() };

  /** What others did to a scope that refused an edit, and to the library that a plan points to. */
  const readAgain = async (scope: PlanScope): Promise<void> => {
    const read = scope === library ? [library] : [scope, library];
    const snapshots = await store.load(
      read.map(({ draft }) => draft.scope),
      { signal: leaving.signal },
    );
    for (const [index, snapshot] of snapshots.entries()) {
      read[index]?.load(snapshot);
      read[index]?.redraw();
    }
  };

  const createSender = (scope: PlanScope, isAwaited: (id: RecordId) => boolean): CommitSender =>
    createCommitSender(scope.draft, {
      store,
      clock,
      online,
      saveDelayMs,
      isAwaited,
      mend: async () => {
        await readAgain(scope);
        return scope.draft.mend();
      },
      onStored: (stored, result) => scope.take(stored, result?.version),
      onChange: onDraftChange,
      onIdle: () => {
        // A plan may refer to an offering that the library has only just saved.
        if (scope === scopes.library && senders.plan.state === "idle") planSending(["plan"]);
        if (leftovers) void adopt();
      },
    });
  const isNewInLibrary = (id: RecordId): boolean =>
    !scopes.library.saved.copies.has(id) && scopes.library.records.has(id);
  const senders = {
    plan: createSender(scopes.plan, isNewInLibrary),
    library: createSender(scopes.library, () => false),
  };

  const load = async (): Promise<void> => {
    const [plan, library] = await store.load([accountScope(account), LIBRARY], { signal: leaving.signal });
    if (!plan || !library)
      throw new CrmError("unavailable", "The store answered without the scopes asked for.");
    scopes.plan.load(plan);
    scopes.library.load(library);
    loadedAt = clock.now().toISOString();
    error = undefined;
  };

  const restore = (kept: KeptDrafts | undefined): void => {
    if (!kept) return;
    for (const name of ["plan", "library"] as const) {
      scopes[name].draft.restore(kept[name]);
      lastNumber = Math.max(lastNumber, ...kept[name].queue.map((edit) => edit.number));
    }
    planSending();
  };

  const planSending = (names: readonly PlanEdit["scope"][] = ["plan", "library"]): void => {
    for (const name of names) if (scopes[name].draft.edits.length > 0) senders[name].plan();
  };

  let kept: Promise<KeptDrafts | undefined> | undefined = keeper.read();
  const refresh = async (): Promise<void> => {
    if (status === "failed") status = "loading";
    try {
      await load();
      const drafts = await kept;
      kept = undefined;
      if (leaving.signal.aborted) return;
      status = "ready";
      restore(drafts);
    } catch (thrown) {
      if (leaving.signal.aborted) return;
      error = toCrmError(thrown);
      if (status !== "ready") status = "failed";
    }
    refreshing = undefined;
    planSending();
    notify();
    void adopt();
  };

  const apply = (edit: PlanEdit): void => {
    const at = clock.now().toISOString();
    for (const changes of chunks(changesOf(edit))) {
      lastNumber += 1;
      scopes[edit.scope].draft.append({ number: lastNumber, name: edit.name, at, changes });
    }
    senders[edit.scope].plan();
    onDraftChange();
  };

  const flush = async (): Promise<void> => {
    for (const scope of all) scope.draft.forgive();
    await Promise.all([senders.plan.send(), senders.library.send()]);
    // What waited for the library can go now.
    await senders.plan.send();
  };

  refreshing = refresh();

  return {
    account,
    getView: () => {
      view ??= {
        status,
        error,
        plan: scopes.plan.records,
        library: scopes.library.records,
        writable: { plan: scopes.plan.saved.writable, library: scopes.library.saved.writable },
        saving: toSavingState(all, [senders.plan, senders.library], keeper.durable),
        conflicts: all.flatMap((scope) => [...scope.draft.conflicts.values()]),
        undo: undo.state,
        loadedAt,
      };
      return view;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit: (edit) => {
      if (status !== "ready") throw new Error("The plan is not loaded; edit it once its status is ready.");
      const needed = undo.record(edit);
      if (needed) apply(needed);
    },
    undo: () => {
      const back = undo.undo();
      if (back) apply(back);
      else notify();
    },
    redo: () => {
      const again = undo.redo();
      if (again) apply(again);
      else notify();
    },
    refresh: () => (refreshing ??= refresh()),
    flush,
    resolve: (record, choice) => {
      for (const scope of all) scope.draft.resolve(record, choice);
      planSending();
      onDraftChange();
    },
    savedVersion: (scope) => scopes[scope.kind === "library" ? "library" : "plan"].saved.version,
    changes: (scope, query, page) => store.changes(scope, query, page),
    asOf: (scope, at, read) => store.asOf(scope, at, read),
    dispose: async () => {
      if (status === "ready") await flush();
      leaving.abort(new CrmError("unavailable", "The page was left."));
      senders.plan.dispose();
      senders.library.dispose();
      listeners.clear();
      await keeper.settled();
      keeper.release();
    },
  };
}

/** An edit larger than a commit may be travels in several; it stays one step of undo. */
function chunks(changes: readonly RecordChange[]): (readonly RecordChange[])[] {
  const parts = [];
  for (let from = 0; from < changes.length; from += COMMIT_LIMIT)
    parts.push(changes.slice(from, from + COMMIT_LIMIT));
  return parts;
}
