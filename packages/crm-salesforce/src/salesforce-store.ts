import {
  type Change,
  type CommitResult,
  CrmError,
  type Page,
  type PlanSnapshot,
  type PlanStore,
  type ReadOptions,
} from "@sweetspot/contract";
import { upgradeRecord } from "@sweetspot/plan-model";
import type { Line } from "./line.ts";
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
 * decided there, inside one transaction. Old records are upgraded here: the declarations are not known to Apex.
 */
export function createSalesforceStore(line: Line): PlanStore {
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

  return {
    contract: "plan/1",
    load: (scopes, options) => readWhole("load", { scopes }, (answer) => answer as Part, options),
    // The caller may go on changing its object while the call is under way.
    async commit(commit, options) {
      return (await line.plan("commit", { ...structuredClone(commit) }, options)) as CommitResult;
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
}

/** Parts of different versions do not fit together. */
const showSame = (part: Part, first: Part | undefined): boolean =>
  part.snapshots.every((snapshot, index) => snapshot.version === first?.snapshots[index]?.version);

const joinParts = (parts: readonly Part[]): PlanSnapshot[] =>
  (parts[0]?.snapshots ?? []).map((snapshot, index) => ({
    ...snapshot,
    records: parts
      .flatMap((part) => part.snapshots[index]?.records ?? [])
      .map((record) => upgradeRecord(record)),
  }));
