import {
  type Commit,
  type CommitResult,
  type CrmErrorMessage,
  isTombstone,
  type PlanConflict,
  type PlanFields,
  type PlanRecord,
  type Put,
  type RecordId,
  type Removal,
  type Scope,
  type StoredCopy,
} from "@sweetspot/contract";
import { applyPatch, sameValue } from "@sweetspot/plan-model";
import { chooseBatch } from "./choose-batch.ts";
import { drawRecord } from "./draw-record.ts";
import { type Elsewhere, NOWHERE } from "./elsewhere.ts";
import { createEditQueue, groupChanges } from "./edit-queue.ts";
import {
  foldChanges,
  liveFields,
  type NetChange,
  netChange,
  type QueuedEdit,
  withoutNulls,
  withoutRefusal,
} from "./queued-edit.ts";
import { guessTombstone, type SavedRecords } from "./saved-records.ts";
import { createReferenceMender } from "./reference-mender.ts";
import { createGround } from "./ground.ts";
import { settle } from "./settle.ts";

/** A commit on its way. Its answer may be lost, so it is sent unchanged, with the same key, until there is one. */
export interface Outgoing {
  readonly numbers: readonly number[];
  readonly commit: Commit;
}

/** What survives a reload: the edits, the copies they were begun on, and the commit whose answer is unknown. */
export interface DraftState {
  readonly queue: readonly QueuedEdit[];
  readonly bases: readonly (readonly [RecordId, StoredCopy | null])[];
  readonly outgoing?: Outgoing;
  /** What the edits were built on and cannot be without, as it was then: somebody may have removed it since. */
  readonly ground?: readonly PlanRecord[];
  /** The same of the library, whose records this scope only points to. */
  readonly lent?: readonly PlanRecord[];
}

/** The edits of one scope that the store has not confirmed, laid over its saved records. */
export interface ScopeDraft {
  readonly scope: Scope;
  readonly edits: readonly QueuedEdit[];
  readonly conflicts: ReadonlyMap<RecordId, PlanConflict>;
  readonly outgoing: Outgoing | undefined;
  append(edit: QueuedEdit): void;
  /** The record as the user sees it. */
  read(id: RecordId, author: RecordId): PlanRecord | undefined;
  /** Saved copies changed: moves the draft onto them, or finds conflicts. */
  settle(ids: Iterable<RecordId>): void;
  resolve(id: RecordId, choice: "mine" | "theirs" | { readonly merged: PlanFields }): void;
  /** Prepares the next commit; undefined when nothing can go now. */
  prepare(key: () => string, isAwaited: (id: RecordId) => boolean): Outgoing | undefined;
  accept(result: CommitResult): void;
  /** The outgoing commit was refused as a whole; its edits stay. */
  refuse(error: CrmErrorMessage): void;
  /** The outgoing commit met newer copies; its edits are moved onto them, to be sent anew. */
  withdraw(): void;
  /**
   * The outgoing commit was refused because of what others removed or built on, which is read by now: mends the waiting
   * edits or finds conflicts. False where it knows nothing to mend.
   */
  mend(): boolean;
  /** Lets refused edits be tried again. */
  forgive(): void;
  state(): DraftState;
  restore(state: DraftState): void;
}

/** @param elsewhere another scope that records of this one may point to */
export function createScopeDraft(
  scope: Scope,
  saved: SavedRecords,
  elsewhere: Elsewhere = NOWHERE,
): ScopeDraft {
  const queue = createEditQueue();
  const bases = new Map<RecordId, StoredCopy | null>();
  /** What the edits of a page now gone stood on in the other scope. */
  const lent = new Map<RecordId, PlanRecord>();
  const ground = createGround({ recall: (id) => saved.recall(id) ?? lent.get(id) ?? elsewhere.recall(id) });
  const conflicts = new Map<RecordId, PlanConflict>();
  let outgoing: Outgoing | undefined;

  const copyOf = (id: RecordId): StoredCopy | null => saved.copies.get(id) ?? null;
  const baseOf = (id: RecordId): StoredCopy | null => bases.get(id) ?? null;
  const mineOf = (id: RecordId): NetChange => netChange(baseOf(id), queue.changesOf(id));
  const isOutgoing = (id: RecordId): boolean =>
    outgoing !== undefined &&
    [...outgoing.commit.puts, ...outgoing.commit.removes].some((item) => item.id === id);

  /** What no waiting edit touches any more needs no base. */
  const prune = (ids: Iterable<RecordId>): void => {
    for (const id of ids)
      if (queue.changesOf(id).length === 0) {
        bases.delete(id);
        conflicts.delete(id);
      }
  };

  const mender = createReferenceMender({
    scope,
    saved,
    queue,
    net: mineOf,
    isTaken: (id) => isOutgoing(id) || conflicts.has(id),
    elsewhere: {
      isThere: elsewhere.isThere,
      recall: (id) => elsewhere.recall(id) ?? lent.get(id),
    },
    rebase: (id) => void bases.set(id, copyOf(id)),
  });
  /** What was in the way may have gone: by my edits, or by others'. */
  const lookAgain = (): void => {
    if (mender.conflicts.size > 0) mender.mend();
    prune(bases.keys());
  };

  const settleOne = (id: RecordId): void => {
    // While the answer to my own commit is unknown, a newer copy may be that very commit's.
    if (!bases.has(id) || isOutgoing(id)) return;
    conflicts.delete(id);
    if (copyOf(id)?.revision === baseOf(id)?.revision) return;
    const mine = mineOf(id);
    const settlement = settle(scope, baseOf(id), mine, copyOf(id));
    if (settlement.kind === "conflict") conflicts.set(id, settlement.conflict);
    else moveBase(id, mine);
  };

  /**
   * What I changed stays changed and nothing else. The waiting changes may say more than what they come to, such as a
   * value set and set back, or a removal taken back; on the new base that would undo the others, so it is summed up.
   */
  const moveBase = (id: RecordId, mine: NetChange): void => {
    bases.set(id, copyOf(id));
    const live = liveFields(copyOf(id));
    const wanted =
      mine.kind === "put" ? applyPatch(live ?? {}, mine.patch) : mine.kind === "none" ? live : null;
    if (sameValue(foldChanges(live, queue.changesOf(id)), wanted)) return;
    queue.rewrite(id, mine.kind === "put" ? { id, type: mine.type, fields: mine.patch } : undefined);
    prune([id]);
  };

  /** My patch as a put on what is stored now; onto a removed record it brings back what the record was. */
  const putAgain = (id: RecordId, conflict: PlanConflict, patch: PlanFields): void => {
    const under = conflict.theirs === null ? conflict.base : {};
    queue.rewrite(id, { id, type: conflict.type, fields: { ...under, ...patch } });
  };

  const resolve: ScopeDraft["resolve"] = (id, choice) => {
    if (mender.conflicts.has(id)) {
      mender.resolve(id, choice !== "theirs");
      prune(bases.keys());
      forgive();
    }
    const conflict = conflicts.get(id);
    if (!conflict) return;
    const mine = mineOf(id);
    const patch = mine.kind === "put" ? mine.patch : {};
    const apart = Object.entries(patch).filter(([name]) => !(name in (conflict.mine ?? {})));
    if (typeof choice === "object") putAgain(id, conflict, { ...patch, ...choice.merged });
    else if (choice === "mine" && mine.kind === "put") putAgain(id, conflict, patch);
    else if (choice === "theirs" && conflict.theirs !== null && apart.length > 0)
      putAgain(id, conflict, Object.fromEntries(apart));
    else if (choice === "theirs") queue.rewrite(id, undefined);
    conflicts.delete(id);
    bases.set(id, copyOf(id));
    prune([id]);
    forgive();
  };

  const itemsOf = (edits: readonly QueuedEdit[]): { puts: Put[]; removes: Removal[] } => {
    const puts: Put[] = [];
    const removes: Removal[] = [];
    for (const [id, changes] of groupChanges(edits)) {
      const net = netChange(baseOf(id), changes);
      const item = { id, base: baseOf(id)?.revision ?? 0 };
      if (net.kind === "put")
        puts.push({ ...item, type: net.type, fields: withoutNulls(net.patch, baseOf(id)) });
      else if (net.kind === "remove") removes.push(item);
    }
    return { puts, removes };
  };

  const forgive = (): void => queue.change(withoutRefusal);

  return {
    scope,
    get conflicts() {
      return mender.conflicts.size === 0 ? conflicts : new Map([...mender.conflicts, ...conflicts]);
    },
    get edits() {
      return queue.edits;
    },
    get outgoing() {
      return outgoing;
    },
    append(edit) {
      for (const { id } of edit.changes) if (!bases.has(id)) bases.set(id, copyOf(id));
      queue.append(edit);
      ground.stand(edit);
      for (const { id } of edit.changes) settleOne(id);
      lookAgain();
    },
    read(id, author) {
      const stored = copyOf(id);
      if (!bases.has(id)) return stored && !isTombstone(stored) ? stored : undefined;
      const at = queue.edits.findLast((edit) => edit.changes.some((change) => change.id === id))?.at ?? "";
      return drawRecord(id, { stored, base: baseOf(id) }, queue.changesOf(id), { by: author, at });
    },
    settle(ids) {
      for (const id of ids) settleOne(id);
      lookAgain();
    },
    resolve,
    prepare(key, isAwaited) {
      while (outgoing === undefined) {
        const around = {
          base: baseOf,
          isConflicted: (id: RecordId) => conflicts.has(id) || mender.blocks(id),
          isAwaited,
        };
        const batch = chooseBatch(queue.edits, around);
        if (batch.length === 0) return undefined;
        const { puts, removes } = itemsOf(batch);
        const numbers = batch.map((edit) => edit.number);
        // Edits that take each other back come to nothing and never travel.
        if (puts.length + removes.length > 0)
          outgoing = { numbers, commit: { scope, key: key(), puts, removes } };
        else {
          queue.takeOut(numbers);
          prune(bases.keys());
        }
      }
      return outgoing;
    },
    accept(result) {
      const numbers = outgoing?.numbers ?? [];
      outgoing = undefined;
      for (const copy of result.stored) if (bases.has(copy.id)) bases.set(copy.id, copy);
      queue.takeOut(numbers);
      prune(bases.keys());
      for (const copy of result.stored) settleOne(copy.id);
    },
    refuse(error) {
      const numbers = outgoing?.numbers ?? [];
      outgoing = undefined;
      const splits = numbers.length > 1 && error.code === "malformed";
      queue.change((edit) => {
        if (!numbers.includes(edit.number)) return edit;
        return splits && !edit.alone ? { ...edit, alone: true } : { ...edit, refused: error };
      });
      for (const id of bases.keys()) settleOne(id);
    },
    withdraw() {
      outgoing = undefined;
      for (const id of bases.keys()) settleOne(id);
    },
    mend() {
      const was = outgoing;
      outgoing = undefined;
      for (const id of bases.keys()) settleOne(id);
      if (mender.mend()) return true;
      outgoing = was;
      return false;
    },
    forgive,
    state: () => ({
      queue: queue.edits,
      bases: [...bases],
      ...(outgoing ? { outgoing } : {}),
      ground: ground.under(queue.edits).filter(({ id }) => saved.recall(id) !== undefined),
      lent: ground.under(queue.edits).filter(({ id }) => saved.recall(id) === undefined),
    }),
    restore(state) {
      queue.append(...state.queue);
      outgoing = state.outgoing;
      saved.remember(state.ground ?? []);
      for (const record of state.lent ?? []) lent.set(record.id, record);
      for (const edit of state.queue) ground.stand(edit);
      for (const [id, base] of state.bases) {
        bases.set(id, base);
        // The store's answer lacks what is removed by now.
        if (base && !saved.copies.has(id)) saved.take([isTombstone(base) ? base : guessTombstone(base)]);
      }
      for (const id of bases.keys()) settleOne(id);
    },
  };
}
