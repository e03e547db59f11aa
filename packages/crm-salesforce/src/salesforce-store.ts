import {
  type Change,
  type Commit,
  type CommitResult,
  CrmError,
  type Page,
  type PlanRecord,
  type PlanSnapshot,
  type PlanStore,
  type ReadOptions,
} from "@sweetspot/contract";
import { upgradeRecord } from "@sweetspot/plan-model";
import type { Line } from "./line.ts";
import { createPlanUpgrades, isOutdated } from "./plan-upgrades.ts";
import type { ApexOperation, PlanRequest } from "./salesforce-transport.port.ts";

/** Reads of one long answer before it is given up: somebody keeps saving in between. */
const TRIES = 3;

/** One part of a long answer; the same scopes in each, every part with other records. */
interface Part {
  readonly snapshots: readonly PlanSnapshot[];
  readonly next?: string | null;
}

/**
 * Plans, kept by the Apex service of `apps/salesforce`. What a commit means, who may write and what a conflict shows is
 * decided there, inside one transaction; long answers and older records are put together here.
 *
 * @param upgrade how an older record becomes a newer one.
 */
export function createSalesforceStore(
  line: Line,
  upgrade: (record: PlanRecord) => PlanRecord = upgradeRecord,
): PlanStore {
  const upgrades = createPlanUpgrades(upgrade);

  async function readWhole(
    operation: ApexOperation,
    request: PlanRequest,
    toPart: (answer: unknown) => Part,
    options: ReadOptions | undefined,
  ): Promise<PlanSnapshot[]> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const parts: Part[] = [];
      let cursor: string | null | undefined;
      do {
        parts.push(toPart(await line.plan(operation, cursor ? { ...request, cursor } : request, options)));
        cursor = parts.at(-1)?.next;
      } while (cursor);
      if (parts.every((part) => showSame(part, parts[0]))) return joinParts(parts);
    }
    throw new CrmError("unavailable", "The plan was saved again and again while it was read.");
  }

  const joinParts = (parts: readonly Part[]): PlanSnapshot[] =>
    (parts[0]?.snapshots ?? []).map((snapshot, index) => ({
      ...snapshot,
      records: parts.flatMap((part) =>
        (part.snapshots[index]?.records ?? []).map((record) => upgrades.read(snapshot.scope, record)),
      ),
    }));

  async function send(commit: Commit, options: ReadOptions | undefined): Promise<CommitResult> {
    const puts = commit.puts.map((put) => upgrades.write(commit.scope, put));
    const { version, stored } = (await line.plan("commit", { ...commit, puts }, options)) as CommitResult;
    return { version, stored: upgrades.readCopies(commit.scope, stored) };
  }

  const store: PlanStore = {
    contract: "plan/1",
    load: (scopes, options) => readWhole("load", { scopes }, (answer) => answer as Part, options),
    async commit(given, options) {
      // The caller may go on changing its object while the call is under way.
      const commit = structuredClone(given);
      try {
        return await send(commit, options).catch(async (error: unknown) => {
          if (!isOutdated(error)) throw error;
          await store.load([commit.scope], options);
          return send(commit, options);
        });
      } catch (error) {
        throw upgrades.readConflict(commit.scope, error);
      }
    },
    async changes(scope, { since }, { signal, ...page } = {}) {
      return (await line.plan(
        "changes",
        { scope, since, ...page },
        signal ? { signal } : {},
      )) as Page<Change>;
    },
    async asOf(scope, at, options) {
      const toPart = (answer: unknown): Part => {
        const { snapshot, next } = answer as { readonly snapshot: PlanSnapshot; readonly next?: string };
        return { snapshots: [snapshot], ...(next === undefined ? {} : { next }) };
      };
      const [snapshot] = await readWhole("asOf", { scope, at }, toPart, options);
      return snapshot as PlanSnapshot;
    },
  };
  return store;
}

/** Parts of different versions do not fit together. */
const showSame = (part: Part, first: Part | undefined): boolean =>
  part.snapshots.every((snapshot, index) => snapshot.version === first?.snapshots[index]?.version);
