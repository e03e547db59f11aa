import {
  type CommitResult,
  type ConflictDetail,
  CrmError,
  type IsoInstant,
  type PlanStore,
  type RecordId,
  type RefusedDetail,
  type StoredCopy,
  toCrmErrorMessage,
} from "@sweetspot/contract";
import type { Clock } from "./clock.ts";
import type { OnlineSignal } from "./online-signal.ts";
import type { ScopeDraft } from "./scope-draft.ts";

export interface CommitSender {
  readonly state: "idle" | "planned" | "sending" | "offline" | "stopped";
  readonly error: CrmError | undefined;
  readonly savedAt: IsoInstant | undefined;
  /** Sends soon: after the user has paused, at the latest after five pauses' time. */
  plan(): void;
  /** Sends now what can go; resolves when the queue is empty or cannot move on. */
  send(): Promise<void>;
  dispose(): void;
}

export interface SenderSurroundings {
  readonly store: PlanStore;
  readonly clock: Clock;
  readonly online: OnlineSignal;
  readonly saveDelayMs: number;
  /** Copies the store answered with; the page's cache takes them. */
  readonly onStored: (stored: readonly StoredCopy[], result?: CommitResult) => void;
  readonly onChange: () => void;
  /** Nothing more can go now. */
  readonly onIdle: () => void;
  readonly isAwaited: (id: RecordId) => boolean;
  /** Reads what others have done and mends the draft's pointers; false where there was nothing to mend. */
  readonly mend: () => Promise<boolean>;
}

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;
/** A commit without an answer for so long counts as lost and is sent again under its key. */
const ANSWER_LIMIT_MS = 30_000;
/** So many conflicts in a row are others editing faster than we can follow: wait before the next try. */
const CONFLICTS_IN_A_ROW = 8;

/** Sends one scope's draft, one commit at a time. */
export function createCommitSender(draft: ScopeDraft, around: SenderSurroundings): CommitSender {
  const { clock, online, store } = around;
  let state: CommitSender["state"] = "idle";
  let error: CrmError | undefined;
  let savedAt: IsoInstant | undefined;
  let cancelTimer: (() => void) | undefined;
  let plannedSince: number | undefined;
  let busy = false;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  let conflicts = 0;
  let mends = 0;
  let disposed = false;

  const rest = (next: CommitSender["state"], why?: CrmError): void => {
    state = next;
    error = why;
    around.onChange();
  };

  const wake = (milliseconds: number): void => {
    cancelTimer?.();
    cancelTimer = disposed ? undefined : clock.after(milliseconds, () => void send());
  };

  const waitForLine = (why: CrmError): void => {
    const doubled = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    wake(Math.max(doubled, why.retryAfterMs ?? 0));
    rest("offline", why);
  };

  /** Answers whether to go on with the next commit. */
  const onRefusal = async (why: CrmError): Promise<boolean> => {
    if (isAboutPointers(why) && mends < CONFLICTS_IN_A_ROW) {
      mends += 1;
      try {
        if (await around.mend()) {
          around.onChange();
          return true;
        }
      } catch (thrown) {
        draft.withdraw();
        waitForLine(toCrmError(thrown));
        return false;
      }
    }
    draft.refuse(toCrmErrorMessage(why));
    around.onChange();
    return true;
  };

  /** Answers whether to go on with the next commit. */
  const onFailure = (why: CrmError): boolean | Promise<boolean> => {
    if (why.code === "conflict") {
      around.onStored((why.detail as ConflictDetail | undefined)?.stored ?? []);
      draft.withdraw();
      conflicts += 1;
      if (conflicts <= CONFLICTS_IN_A_ROW) return true;
      waitForLine(why);
    } else if (why.code === "malformed" || why.code === "forbidden" || why.code === "not-found") {
      return onRefusal(why);
    } else if (why.code === "unauthenticated") rest("stopped", why);
    else waitForLine(why);
    return false;
  };

  /** Answers whether there may be more to send. */
  const sendNext = async (): Promise<boolean> => {
    const outgoing = draft.prepare(createKey, around.isAwaited);
    if (!outgoing) rest("idle");
    else if (!online.isOnline()) rest("offline");
    else {
      rest("sending");
      try {
        const result = await withinTime(clock, (signal) => store.commit(outgoing.commit, { signal }));
        failures = 0;
        conflicts = 0;
        mends = 0;
        savedAt = clock.now().toISOString();
        around.onStored(result.stored, result);
        draft.accept(result);
        return true;
      } catch (thrown) {
        return await onFailure(toCrmError(thrown));
      }
    }
    return false;
  };

  const sendAll = async (): Promise<void> => {
    try {
      while (await sendNext());
    } finally {
      busy = false;
    }
    if (state === "idle") around.onIdle();
  };

  const send = (): Promise<void> => {
    cancelTimer?.();
    plannedSince = undefined;
    if (!busy) {
      busy = true;
      running = sendAll();
    }
    return running;
  };

  const stopListening = online.subscribe(() => {
    if (draft.edits.length === 0) return;
    failures = 0;
    void send();
  });

  return {
    get state() {
      return state;
    },
    get error() {
      return error;
    },
    get savedAt() {
      return savedAt;
    },
    plan() {
      // A commit under way takes the new edits along when it comes back; a waiting retry does when its time has come.
      if (busy || state === "offline") return;
      const now = clock.now().getTime();
      plannedSince ??= now;
      wake(Math.max(0, Math.min(around.saveDelayMs, plannedSince + 5 * around.saveDelayMs - now)));
      rest("planned");
    },
    send,
    dispose() {
      disposed = true;
      cancelTimer?.();
      stopListening();
    },
  };
}

const POINTER_PROBLEMS = new Set(["missing-reference", "missing-record", "still-referenced"]);

/** Did the store refuse because something is gone, or still used? */
function isAboutPointers(why: CrmError): boolean {
  const { issues = [] } = (why.detail ?? {}) as Partial<RefusedDetail>;
  return why.code === "malformed" && issues.some(({ problem }) => POINTER_PROBLEMS.has(problem));
}

async function withinTime<T>(clock: Clock, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const tooLate = new CrmError("unavailable", "The store gave no answer in time.");
  let cancel: (() => void) | undefined;
  const limit = new Promise<never>((_, reject) => {
    cancel = clock.after(ANSWER_LIMIT_MS, () => {
      controller.abort(tooLate);
      reject(tooLate);
    });
  });
  try {
    return await Promise.race([call(controller.signal), limit]);
  } finally {
    cancel?.();
  }
}

/** Whatever is thrown and is not of the closed set: the call came to nothing, so it may be tried again. */
export const toCrmError = (thrown: unknown): CrmError =>
  CrmError.is(thrown) ? thrown : new CrmError("unavailable", String(thrown), { cause: thrown });

/** 128 random bits. `randomUUID` is missing on pages without https. */
function createKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
