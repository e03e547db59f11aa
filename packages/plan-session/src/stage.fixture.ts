import type { DraftStorage, PlanSession, PlanStore, RecordId } from "@sweetspot/contract";
import { toRecordId } from "@sweetspot/contract";
import { createMemoryCrm, type MemoryCrm } from "@sweetspot/crm-memory";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import type { Clock } from "./clock.ts";
import type { OnlineSignal } from "./online-signal.ts";
import { createPlanSession, type PlanSessionOptions } from "./plan-session.ts";

/** A clock that stands still until a test moves it. */
export interface StageClock extends Clock {
  /** Lets time pass, runs what falls due, and waits until all that follows from it has happened. */
  pass(milliseconds: number): Promise<void>;
  /** Tasks still waiting: none may be left by what is disposed. */
  readonly waiting: number;
}

export function createStageClock(): StageClock {
  let time = Date.parse("2026-03-02T09:00:00.000Z");
  const tasks = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    now: () => new Date(time),
    after(milliseconds, task) {
      const entry = { at: time + milliseconds, task };
      tasks.add(entry);
      return () => void tasks.delete(entry);
    },
    async pass(milliseconds) {
      const end = time + milliseconds;
      await calm();
      for (;;) {
        const [due] = [...tasks].filter((task) => task.at <= end).toSorted((one, other) => one.at - other.at);
        if (!due) break;
        tasks.delete(due);
        time = Math.max(time, due.at);
        due.task();
        await calm();
      }
      time = end;
    },
    get waiting() {
      return tasks.size;
    },
  };
}

/** Waits until everything that needs no time has happened. */
export const calm = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) await undefined;
};

export interface StageStorage extends DraftStorage {
  readonly texts: Map<string, string>;
}

export function createStageStorage(): StageStorage {
  const texts = new Map<string, string>();
  return {
    texts,
    read: async (key) => texts.get(key),
    write: async (key, value) => void texts.set(key, value),
    remove: async (key) => void texts.delete(key),
  };
}

/** Storage of a browser with several pages open: what `claims` returns is closed with its page. */
export function createStagePages(): { readonly texts: Map<string, string>; openPage(): StagePage } {
  const { texts, ...storage } = createStageStorage();
  const holders = new Map<string, object>();
  return {
    texts,
    openPage() {
      const page = {};
      let closed = false;
      const letGo = (key: string): void => {
        if (holders.get(key) === page) holders.delete(key);
      };
      return {
        read: storage.read,
        write: async (key, value) => (closed ? undefined : storage.write(key, value)),
        remove: async (key) => (closed ? undefined : storage.remove(key)),
        claim: async (key) => {
          if (holders.has(key)) return undefined;
          holders.set(key, page);
          return () => letGo(key);
        },
        close: () => {
          closed = true;
          for (const key of holders.keys()) letGo(key);
        },
      };
    },
  };
}

/** One page's way to the storage. */
export interface StagePage extends DraftStorage {
  /** The page is gone without a word: the browser lets go of what it claimed. */
  close(): void;
}

export interface StageLine extends OnlineSignal {
  set(isOnline: boolean): void;
}

export function createStageLine(): StageLine {
  let on = true;
  const listeners = new Set<() => void>();
  return {
    isOnline: () => on,
    set(isOnline) {
      on = isOnline;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export interface Stage {
  readonly crm: MemoryCrm;
  readonly clock: StageClock;
  readonly account: RecordId;
  /** A session of one of the conformance world's users, loaded. */
  open(user?: RecordId, options?: Partial<PlanSessionOptions>): Promise<PlanSession>;
  store(user?: RecordId): PlanStore;
}

export const { rep: REP, admin: ADMIN } = CONFORMANCE_USERS;
export const OTHER = CONFORMANCE_USERS.otherRep;
export const NORTH = toRecordId("area-north");
export const REGIONS = toRecordId("perspective-regions");

/** An account whose plan holds one perspective and one area, and users to plan it together. */
export async function createStage(): Promise<Stage> {
  const world = conformanceWorld();
  const account = world.accounts[0]?.id ?? toRecordId("?");
  const clock = createStageClock();
  const crm = createMemoryCrm(world, { now: () => clock.now() });
  await crm.seed([
    {
      scope: { kind: "account", account },
      by: REP,
      puts: [
        { id: REGIONS, type: "perspective", fields: { name: "Regions" } },
        { id: NORTH, type: "area", fields: { name: "North", perspective: REGIONS } },
      ],
    },
  ]);
  return {
    crm,
    clock,
    account,
    store: (user = REP) => crm.as(user).store,
    async open(user = REP, options = {}) {
      const session = createPlanSession({ account, store: crm.as(user).store, user, clock, ...options });
      await calm();
      return session;
    },
  };
}
