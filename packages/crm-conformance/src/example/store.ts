import {
  type Change,
  CrmError,
  type CrmReader,
  type IsoInstant,
  isTombstone,
  LIBRARY,
  type PlanRecord,
  type PlanSnapshot,
  type PlanStore,
  type RecordId,
  type Scope,
  scopeKey,
  type StoredCopy,
} from "@sweetspot/contract";
import { applyCommit, type CommitWorld, referrersAmong } from "@sweetspot/plan-model";
import type { Line } from "./line.ts";
import { readPlace, toPage } from "./pages.ts";

/** A scope is kept as the list of its commits, in one document; everything else is read off that list. */
interface Entry {
  readonly key: string;
  /** What was asked, to tell a commit sent again from another one with its key. */
  readonly asked: string;
  readonly at: IsoInstant;
  readonly by: RecordId;
  readonly stored: readonly StoredCopy[];
}

interface Document {
  readonly stamp: number;
  readonly entries: readonly Entry[];
}

export function createTinyStore(line: Line, reader: CrmReader): PlanStore {
  async function read(scope: Scope, signal?: AbortSignal): Promise<Document> {
    const options = signal ? { signal } : {};
    // Rejects with not-found where this user may not see the account.
    if (scope.kind === "account") await reader.listFamily(scope.account, { ...options, limit: 1 });
    const { row } = await line("/plans/read", { id: scopeKey(scope) }, signal);
    const { stamp, document } = (row ?? { stamp: 0, document: "[]" }) as { stamp: number; document: string };
    return { stamp, entries: JSON.parse(document) as readonly Entry[] };
  }

  async function snapshot(
    scope: Scope,
    entries: readonly Entry[],
    signal?: AbortSignal,
  ): Promise<PlanSnapshot> {
    const { role } = await reader.whoAmI(signal ? { signal } : {});
    return {
      scope,
      version: entries.length,
      records: [...copiesOf(entries).values()].filter(isLive),
      writable: scope.kind === "account" || role === "admin",
    };
  }

  return {
    contract: "plan/1",
    async load(scopes, { signal } = {}) {
      await reader.whoAmI(signal ? { signal } : {});
      return Promise.all(
        scopes.map(async (scope) => snapshot(scope, (await read(scope, signal)).entries, signal)),
      );
    },
    async commit(given, { signal } = {}) {
      const commit = structuredClone(given);
      const me = await reader.whoAmI(signal ? { signal } : {});
      if (commit.scope.kind === "library" && me.role !== "admin")
        throw new CrmError("forbidden", "The library is written by admins.");
      const asked = JSON.stringify([commit.puts, commit.removes]);
      for (;;) {
        const { stamp, entries } = await read(commit.scope, signal);
        const again = entries.findIndex((entry) => entry.key === commit.key);
        if (again >= 0) return answerAgain(entries[again] as Entry, again + 1, asked);
        const library = commit.scope.kind === "library" ? entries : (await read(LIBRARY, signal)).entries;
        const now = new Date().toISOString();
        const latest = entries.at(-1)?.at ?? "";
        const at = now > latest ? now : latest;
        const stored = applyCommit(commit, worldOf(entries, library), { by: me.id, at });
        const document = JSON.stringify([...entries, { key: commit.key, asked, at, by: me.id, stored }]);
        const { changed } = await line(
          "/plans/replace",
          { id: scopeKey(commit.scope), stamp, document },
          signal,
        );
        if (changed === 1) return { version: entries.length + 1, stored };
        // Zero rows: somebody was faster. Read theirs and ask applyCommit again; it tells a conflict from a coincidence.
      }
    },
    async changes(scope, { since }, options = {}) {
      if (!Number.isInteger(since) || since < 0)
        throw new CrmError("malformed", `A version is a whole number from 0, not ${since}.`);
      const query = { table: "changes", scope: scopeKey(scope), since };
      const { start, limit } = readPlace(query, options);
      const { entries } = await read(scope, options.signal);
      const all = historyOf(entries).filter((change) => change.version > since);
      return toPage(query, start, all.slice(start, start + limit), all.length);
    },
    async asOf(scope, at, { signal } = {}) {
      if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || Number.isNaN(Date.parse(at)))
        throw new CrmError("malformed", `"${at}" is no instant in UTC.`);
      const { entries } = await read(scope, signal);
      const instant = new Date(at).toISOString();
      return snapshot(
        scope,
        entries.filter((entry) => entry.at <= instant),
        signal,
      );
    },
  };
}

const isLive = (copy: StoredCopy): copy is PlanRecord => !isTombstone(copy);

const copiesOf = (entries: readonly Entry[]): ReadonlyMap<RecordId, StoredCopy> =>
  new Map(entries.flatMap((entry) => entry.stored.map((copy) => [copy.id, copy])));

function answerAgain({ asked, stored }: Entry, version: number, askedNow: string) {
  if (asked !== askedNow) throw new CrmError("malformed", "The key was used for another commit.");
  return { version, stored };
}

/** What `applyCommit` wants to know of the scope. */
function worldOf(entries: readonly Entry[], library: readonly Entry[]): CommitWorld {
  const [copies, shared] = [copiesOf(entries), copiesOf(library)];
  const live = [...copies.values()].filter(isLive);
  return {
    copy: (id) => copies.get(id),
    inLibrary(id) {
      const copy = shared.get(id);
      return copy && isLive(copy) ? copy : undefined;
    },
    referrers: referrersAmong(live),
  };
}

function historyOf(entries: readonly Entry[]): Change[] {
  const fields = new Map<RecordId, Change["before"]>();
  return entries.flatMap(({ at, by, stored }, index) =>
    stored.map((copy): Change => {
      const before = fields.get(copy.id) ?? null;
      const after = isLive(copy) ? copy.fields : null;
      fields.set(copy.id, after);
      return { version: index + 1, at, by, record: copy.id, type: copy.type, before, after };
    }),
  );
}
