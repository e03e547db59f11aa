import type { DraftStorage, RecordId } from "@sweetspot/contract";
import { createDraftSlots, type DraftSlot } from "./draft-slots.ts";
import type { DraftState } from "./scope-draft.ts";

/** The drafts of a page, as kept where they survive a reload. */
export interface KeptDrafts {
  readonly format: 1;
  readonly plan: DraftState;
  readonly library: DraftState;
}

/** Keeps the draft of one user, account and page in the host's storage. One write at a time; the latest state wins. */
export interface DraftKeeper {
  /** False without storage, and after a write that failed. */
  readonly durable: boolean;
  /** The draft this page begins with: one that a page now gone has left. */
  read(): Promise<KeptDrafts | undefined>;
  /**
   * Looks for a further draft that nobody is working on. `take` is asked at the moment it could take the place of this
   * page's own: true accepts it. Answers whether one was taken.
   */
  takeNext(take: (drafts: KeptDrafts) => boolean): Promise<boolean>;
  /** Writes what `state` answers, soon; removes the draft where it answers undefined. */
  keep(state: () => KeptDrafts | undefined): void;
  /** Resolves when everything asked for is written. */
  settled(): Promise<void>;
  /** Leaves the draft to the next page. */
  release(): void;
}

export function createDraftKeeper(
  storage: DraftStorage | undefined,
  owner: { readonly user: RecordId; readonly account: RecordId },
  onChange: () => void,
): DraftKeeper {
  const key = `sweetspot:draft:${owner.user}:${owner.account}`;
  const slots = storage && createDraftSlots(storage, key, (text) => toKeptDrafts(text) !== undefined);
  let slot: DraftSlot | undefined;
  let durable = storage !== undefined;
  let wanted: (() => KeptDrafts | undefined) | undefined;
  let writing: Promise<void> | undefined;

  const setDurable = (now: boolean): void => {
    if (durable === now) return;
    durable = now;
    onChange();
  };

  const write = async (target: DraftStorage): Promise<void> => {
    while (wanted) {
      const drafts = wanted();
      wanted = undefined;
      try {
        if (drafts) await target.write(slot?.key ?? key, JSON.stringify(drafts));
        else await target.remove(slot?.key ?? key);
        setDurable(true);
      } catch {
        // The edits are safe as long as the page lives; the user is told that a reload would lose them.
        setDurable(false);
      }
    }
    writing = undefined;
  };

  return {
    get durable() {
      return durable;
    },
    async read() {
      try {
        slot = await slots?.claim("any");
        return slot?.left === undefined ? undefined : toKeptDrafts(slot.left);
      } catch {
        setDurable(false);
        return undefined;
      }
    },
    async takeNext(take) {
      const found = await slots?.claim("left").catch(() => undefined);
      const drafts = found?.left === undefined ? undefined : toKeptDrafts(found.left);
      // While this page's own draft is being written, its place cannot be left.
      if (!found || !drafts || writing) {
        found?.release();
        return false;
      }
      // What is taken is kept from that moment on, and where it was.
      const own = slot;
      slot = found;
      const taken = take(drafts);
      if (!taken) slot = own;
      (taken ? own : found)?.release();
      return taken;
    },
    keep(state) {
      if (!storage) return;
      wanted = state;
      writing ??= write(storage);
    },
    settled: async () => writing,
    release: () => slot?.release(),
  };
}

/** A draft of another format is not understood, and left alone by reading it as none. */
function toKeptDrafts(text: string): KeptDrafts | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const drafts = value as Partial<KeptDrafts>;
  return drafts.format === 1 && isState(drafts.plan) && isState(drafts.library)
    ? { format: 1, plan: drafts.plan, library: drafts.library }
    : undefined;
}

const isState = (state: DraftState | undefined): state is DraftState =>
  state !== undefined &&
  Array.isArray(state.queue) &&
  state.queue.every((edit) => Number.isInteger(edit?.number) && Array.isArray(edit.changes)) &&
  Array.isArray(state.bases) &&
  state.bases.every((base) => Array.isArray(base) && base.length === 2);
