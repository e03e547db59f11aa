import type { DraftStorage, RecordId } from "@sweetspot/contract";
import type { DraftState } from "./scope-draft.ts";

/** The drafts of a page, as kept where they survive a reload. */
export interface KeptDrafts {
  readonly format: 1;
  readonly plan: DraftState;
  readonly library: DraftState;
}

/** Keeps the draft of one user and account in the host's storage. One write at a time; the latest state wins. */
export interface DraftKeeper {
  /** False without storage, and after a write that failed. */
  readonly durable: boolean;
  read(): Promise<KeptDrafts | undefined>;
  /** Writes what `state` answers, soon; removes the draft where it answers undefined. */
  keep(state: () => KeptDrafts | undefined): void;
  /** Resolves when everything asked for is written. */
  settled(): Promise<void>;
}

export function createDraftKeeper(
  storage: DraftStorage | undefined,
  owner: { readonly user: RecordId; readonly account: RecordId },
  onChange: () => void,
): DraftKeeper {
  const key = `sweetspot:draft:${owner.user}:${owner.account}`;
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
        if (drafts) await target.write(key, JSON.stringify(drafts));
        else await target.remove(key);
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
        const text = await storage?.read(key);
        return text === undefined ? undefined : toKeptDrafts(JSON.parse(text));
      } catch {
        setDurable(false);
        return undefined;
      }
    },
    keep(state) {
      if (!storage) return;
      wanted = state;
      writing ??= write(storage);
    },
    settled: async () => writing,
  };
}

/** A draft of another format is not understood, and left alone by reading it as none. */
function toKeptDrafts(value: unknown): KeptDrafts | undefined {
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
