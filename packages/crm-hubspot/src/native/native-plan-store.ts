import { createHash } from "node:crypto";
import {
  type Commit,
  type CommitResult,
  CrmError,
  type IsoInstant,
  LIBRARY,
  type PlanSnapshot,
  type PlanStore,
  type ReadOptions,
  type Scope,
  scopeKey,
  type TeamMember,
} from "@sweetspot/contract";
import { applyCommit, type CommitWorld, referrersAmong, upgradeRecord } from "@sweetspot/plan-model";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import { readPlace, toSlice } from "../pages.ts";
import { changesIn, copiesOf, type KeptEntry, liveIn, type LogEntry } from "./plan-log.model.ts";
import { createPlanLog, type LostCommit } from "./plan-log.ts";

export interface NativePlanStoreOptions {
  readonly portal: HubspotPortal;
  readonly token: HubspotUser["token"];
  /** Whose rights have been confirmed. */
  readonly member: TeamMember;
  readonly onLost?: (lost: LostCommit) => void;
  /**
   * Under which plan's places the commits of this one stand: another one's since companies were merged. Commits never move,
   * and nobody who writes meanwhile loses one. Default: under its own.
   */
  readonly logOf?: (scope: Scope) => Scope | Promise<Scope>;
  /** The clock of the history; default the machine's. */
  readonly now?: () => number;
}

/** As often a commit is tried at the next place when others were quicker. */
const MOST_ATTEMPTS = 30;

/**
 * Plans as records of a custom object in the portal itself, one record for each commit. WEAK with several writers: HubSpot
 * has no transactions, and that of two records with one unique value the second is refused is all that orders commits. Were
 * two let through at the same instant, one commit that was answered is lost; that is noticed when the plan is next read
 * where it was made, or at the first commit made on it, and told by `onLost`.
 */
export function createNativePlanStore(options: NativePlanStoreOptions): PlanStore {
  const { portal, token, member, onLost = () => {}, logOf = (scope) => scope, now = Date.now } = options;
  const log = createPlanLog({ portal, line: portal.line(token), onLost });
  const entriesOf = async (scope: Scope, read?: ReadOptions) => log.read(await logOf(scope), read);
  const writable = (scope: Scope): boolean => scope.kind === "account" || member.role === "admin";

  const snapshotOf = (scope: Scope, entries: readonly LogEntry[]): PlanSnapshot => ({
    scope,
    version: entries.length,
    // What is remembered is nobody's to change.
    records: liveIn(copiesOf(entries).values()).map((record) => upgradeRecord(structuredClone(record))),
    writable: writable(scope),
  });

  async function worldOf(
    entries: readonly LogEntry[],
    commit: Commit,
    read?: ReadOptions,
  ): Promise<CommitWorld> {
    const copies = copiesOf(entries);
    const library = commit.scope.kind === "library" ? copies : copiesOf(await entriesOf(LIBRARY, read));
    const shared = new Map(liveIn(library.values()).map((record) => [record.id, record]));
    return {
      copy: (id) => copies.get(id),
      inLibrary: (id) => shared.get(id),
      referrers: referrersAmong(liveIn(copies.values())),
    };
  }

  async function commit(given: Commit, read?: ReadOptions): Promise<CommitResult> {
    const sent = structuredClone(given);
    if (!writable(sent.scope)) throw new CrmError("forbidden", "The library is written by admins only.");
    const content = hashOf([sent.puts, sent.removes]);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const place = await logOf(sent.scope);
      const entries = await log.read(place, read);
      const earlier = entries.find(({ key }) => key === sent.key);
      if (earlier && earlier.content !== content)
        throw new CrmError("malformed", `The key ${sent.key} was used for another commit.`);
      if (earlier) return toResult(earlier);
      const last = entries.at(-1);
      // A scope's history never runs backwards, even where clocks differ.
      const at = [new Date(now()).toISOString(), last?.at ?? ""].toSorted().at(-1) ?? "";
      const stored = applyCommit(sent, await worldOf(entries, sent, read), { by: member.id, at });
      const entry: LogEntry = {
        version: entries.length + 1,
        key: sent.key,
        content,
        by: member.id,
        at,
        parent: last?.id ?? "",
        stored,
      };
      const kept = await log.append(place, entry, read);
      if (!kept) continue;
      if (scopeKey(await logOf(sent.scope)) === scopeKey(place)) return toResult(kept);
      // Companies were merged meanwhile: it would stand in a plan that is not shown here any more.
      await log.withdraw(place, kept.id, read);
    }
    throw new CrmError("unavailable", "Too many people change this plan at this moment.", {
      retryAfterMs: 1000,
    });
  }

  return {
    contract: "plan/1",
    async load(scopes, read) {
      read?.signal?.throwIfAborted();
      return Promise.all(scopes.map(async (scope) => snapshotOf(scope, await entriesOf(scope, read))));
    },
    commit,
    async changes(scope, { since }, page) {
      if (!Number.isInteger(since) || since < 0)
        throw new CrmError("malformed", "A version is a whole number from 0.");
      const query = ["changes", scopeKey(scope), String(since)];
      const place = readPlace(query, page);
      const entries = await entriesOf(scope, page?.signal ? { signal: page.signal } : {});
      const { total: _, ...slice } = toSlice(
        query,
        changesIn(entries).filter(({ version }) => version > since),
        place,
      );
      return structuredClone(slice);
    },
    async asOf(scope, at, read) {
      const instant = toInstant(at);
      const entries = await entriesOf(scope, read);
      return snapshotOf(
        scope,
        entries.filter((entry) => entry.at <= instant),
      );
    },
  };
}

const toResult = ({ version, stored }: KeptEntry): CommitResult => structuredClone({ version, stored });

function toInstant(text: IsoInstant): string {
  const instant = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*Z$/.test(text) || Number.isNaN(instant.getTime()))
    throw new CrmError("malformed", `"${text}" is no instant in UTC.`);
  return instant.toISOString();
}

/** Equal for equal content, whatever the order of an object's keys. */
const hashOf = (content: unknown): string =>
  createHash("sha256")
    .update(
      JSON.stringify(content, (_name, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
          : value,
      ),
    )
    .digest("base64url");
