import {
  CrmError,
  type CrmErrorCode,
  type CrmReader,
  type InsightReader,
  type PlanStore,
  type RecordId,
  type RelationReader,
  type TeamRole,
} from "@sweetspot/contract";
import type { CrmWorld, PlanSeed } from "@sweetspot/fixtures";
import { createCalls, type FaultOptions } from "./calls.ts";
import { createMemoryInsights } from "./memory-insights.ts";
import { createMemoryReader, type Desk } from "./memory-reader.ts";
import { createMemoryRelations } from "./memory-relations.ts";
import { createArchive, createMemoryStore } from "./memory-store.ts";
import { type Sight, toSight } from "./sight.ts";

export interface MemoryCrmOptions {
  /** The clock of plan history; default the machine's. */
  readonly now?: () => Date;
  /** What every call waits for before it works; default the next microtask. */
  readonly pause?: () => Promise<void>;
}

export interface MemoryPorts {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /** Where the world has relations. */
  readonly relations?: RelationReader;
  readonly insights: InsightReader;
}

export interface MemoryCrm {
  /** The ports of a team member. For anybody else every call is `unauthenticated`. */
  as(user: RecordId): MemoryPorts;
  /** The ports before signing in: every call is `unauthenticated`. */
  anonymous(): MemoryPorts;
  /** Makes the next call fail, whoever makes it; several calls queue up. */
  failNext(code: CrmErrorCode, options?: FaultOptions): void;
  /** Stores plans, each as one commit of its author; the records must not exist yet. */
  seed(plans: readonly PlanSeed[]): Promise<void>;
  /** The CRM's data changes under the feet of its readers; plans stay. */
  replaceWorld(world: CrmWorld): void;
}

/** A whole CRM with its plan store in memory, gone with the page. */
export function createMemoryCrm(world: CrmWorld, options: MemoryCrmOptions = {}): MemoryCrm {
  const { now = () => new Date(), pause = () => Promise.resolve() } = options;
  const calls = createCalls(pause);
  const archive = createArchive();
  const relations = createMemoryRelations(archive, now);
  const insights = createMemoryInsights(archive, now);
  let current = world;
  let sights = new Map<TeamRole, Sight>();
  let seeds = 0;

  function sightOf(role: TeamRole): Sight {
    const sight = sights.get(role) ?? toSight(current, role);
    sights.set(role, sight);
    return sight;
  }

  function portsOf(user: RecordId | undefined): MemoryPorts {
    const member = () => {
      const found = current.teamMembers.find((one) => one.id === user);
      if (!found) throw new CrmError("unauthenticated", "Nobody is signed in. Sign in as a team member.");
      return found;
    };
    const desk: Desk = {
      call: (method, options, work) =>
        calls.run(method, options, () => {
          member();
          return work();
        }),
      world: () => current,
      user: member,
      sight: () => sightOf(member().role),
    };
    return {
      reader: createMemoryReader(desk),
      store: createMemoryStore(desk, archive, now),
      insights: insights.readerOf(desk),
      ...(world.relations ? { relations: relations.readerOf(desk) } : {}),
    };
  }

  return {
    as: portsOf,
    anonymous: () => portsOf(undefined),
    failNext: calls.failNext,
    async seed(plans) {
      for (const { scope, by, puts } of plans) {
        seeds += 1;
        await portsOf(by).store.commit({
          scope,
          key: `seed-plan-${seeds}`,
          puts: puts.map((put) => ({ ...put, base: 0 })),
          removes: [],
        });
      }
    },
    replaceWorld(next) {
      current = next;
      sights = new Map();
    },
  };
}
