import {
  type Change,
  type Commit,
  type CommitResult,
  CrmError,
  type IsoInstant,
  isTombstone,
  type PlanRecord,
  type PlanSnapshot,
  type PlanStore,
  type PlanVersion,
  type RecordId,
  type Scope,
  scopeKey,
  type StoredCopy,
} from "@sweetspot/contract";
import { applyCommit, referrersAmong, upgradeRecord } from "@sweetspot/plan-model";
import { ownCopy } from "./calls.ts";
import { type Desk, notFound } from "./memory-reader.ts";
import { toPage } from "./pages.ts";

/** One scope: its copies now, and every commit that led there. */
interface Shelf {
  readonly copies: Map<RecordId, StoredCopy>;
  readonly commits: { readonly at: IsoInstant; readonly stored: readonly StoredCopy[] }[];
  readonly changes: Change[];
}

/** What all users of one memory CRM share. */
export interface Archive {
  readonly shelves: Map<string, Shelf>;
  /** The answers given, by the commit's key. */
  readonly answers: Map<string, { readonly content: string; readonly result: CommitResult }>;
}

export const createArchive = (): Archive => ({ shelves: new Map(), answers: new Map() });

const newShelf = (): Shelf => ({ copies: new Map(), commits: [], changes: [] });

/** @param now the clock; a scope's history never runs backwards even where the clock does. */
export function createMemoryStore(desk: Desk, archive: Archive, now: () => Date): PlanStore {
  const shelfOf = (scope: Scope): Shelf => archive.shelves.get(scopeKey(scope)) ?? newShelf();
  const mayWrite = (scope: Scope): boolean => scope.kind === "account" || desk.user().role === "admin";

  function openShelf(scope: Scope): Shelf {
    if (scope.kind === "account" && !desk.sight().accounts.some((account) => account.id === scope.account))
      throw notFound(scope.account);
    return shelfOf(scope);
  }

  const snapshotOf = (scope: Scope, version: PlanVersion, copies: Iterable<StoredCopy>): PlanSnapshot => ({
    scope,
    version,
    records: liveOf(copies).map((record) => upgradeRecord(record)),
    writable: mayWrite(scope),
  });

  function commitNow(commit: Commit): CommitResult {
    const shelf = openShelf(commit.scope);
    if (!mayWrite(commit.scope)) throw new CrmError("forbidden", "The library is written by admins only.");
    const content = JSON.stringify([commit.scope, commit.puts, commit.removes]);
    const earlier = archive.answers.get(commit.key);
    if (earlier?.content === content) return earlier.result;
    if (earlier) throw new CrmError("malformed", `The key ${commit.key} was used for another commit.`);

    const by = desk.user().id;
    const at = [now().toISOString(), shelf.commits.at(-1)?.at ?? ""].toSorted().at(-1) ?? "";
    const stored = applyCommit(commit, worldOf(shelf, shelfOf({ kind: "library" })), { by, at });
    const version = shelf.commits.push({ at, stored });
    for (const copy of stored) {
      const { id: record, type } = copy;
      const change = { before: fieldsOf(shelf.copies.get(record)), after: fieldsOf(copy) };
      shelf.changes.push({ version, at, by, record, type, ...change });
      shelf.copies.set(record, copy);
    }
    archive.shelves.set(scopeKey(commit.scope), shelf);
    archive.answers.set(commit.key, { content, result: { version, stored } });
    return { version, stored };
  }

  function snapshotAt(scope: Scope, at: IsoInstant): PlanSnapshot {
    const instant = new Date(at);
    if (!/^\d{4}-\d\d-\d\dT.*Z$/.test(at) || Number.isNaN(instant.getTime()))
      throw new CrmError("malformed", `"${at}" is no instant in UTC.`);
    const until = openShelf(scope).commits.filter((commit) => commit.at <= instant.toISOString());
    const copies = new Map(until.flatMap(({ stored }) => stored.map((copy) => [copy.id, copy])));
    return snapshotOf(scope, until.length, copies.values());
  }

  function changesSince(scope: Scope, since: PlanVersion): Change[] {
    if (!Number.isInteger(since) || since < 0)
      throw new CrmError("malformed", "A version is a whole number from 0.");
    return openShelf(scope).changes.filter((change) => change.version > since);
  }

  return {
    contract: "plan/1",
    load: (scopes, options) =>
      desk.call("load", options, () =>
        scopes.map((scope) => {
          const shelf = openShelf(scope);
          return snapshotOf(scope, shelf.commits.length, shelf.copies.values());
        }),
      ),
    commit(commit, options) {
      // The caller may go on changing its object while the call is under way.
      const sent = ownCopy(commit);
      return desk.call("commit", options, () => commitNow(sent));
    },
    changes: (scope, { since }, options) =>
      desk.call("changes", options, () =>
        toPage(changesSince(scope, since), ["changes", scopeKey(scope), String(since)], options),
      ),
    asOf: (scope, at, options) => desk.call("asOf", options, () => snapshotAt(scope, at)),
  };
}

const liveOf = (copies: Iterable<StoredCopy>): PlanRecord[] =>
  [...copies].flatMap((copy) => (isTombstone(copy) ? [] : [copy]));

const fieldsOf = (copy: StoredCopy | undefined): Change["before"] =>
  copy && !isTombstone(copy) ? copy.fields : null;

function worldOf(shelf: Shelf, library: Shelf): Parameters<typeof applyCommit>[1] {
  const find = (from: Shelf, id: RecordId): PlanRecord | undefined => {
    const copy = from.copies.get(id);
    return copy && !isTombstone(copy) ? copy : undefined;
  };
  return {
    copy: (id) => shelf.copies.get(id),
    inLibrary: (id) => find(library, id),
    referrers: referrersAmong(liveOf(shelf.copies.values())),
  };
}
