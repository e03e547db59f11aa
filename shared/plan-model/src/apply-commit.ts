import {
  type Commit,
  CrmError,
  type IsoInstant,
  isTombstone,
  type PlanIssue,
  type PlanRecord,
  type Put,
  type RecordId,
  type Removal,
  type StoredCopy,
  type Tombstone,
} from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import { applyPatch } from "./patch.ts";
import { referencesOf } from "./references.ts";
import { upgradeRecord } from "./upgrade.ts";
import { validateRecord } from "./validate.ts";

/** What a store must know of its scope to apply one commit. */
export interface CommitWorld {
  /** The stored copy in the commit's scope, tombstones included. */
  copy(id: RecordId): StoredCopy | undefined;
  /** Is there a live record of this type in the library? Asked for references out of an account's plan. */
  inLibrary(id: RecordId): PlanRecord | undefined;
  /** Live records of the scope that refer to this one. */
  referrers(id: RecordId): Iterable<PlanRecord>;
}

export interface CommitAuthor {
  readonly by: RecordId;
  readonly at: IsoInstant;
}

const KEY = /^[\w:.-]{8,64}$/;
/** Records one commit may touch. */
export const COMMIT_LIMIT = 2000;

/**
 * What a commit does to its scope: the new stored copies in the order puts, removes. Pure; every `PlanStore` uses it.
 *
 * @throws CrmError `conflict` with `ConflictDetail` when a base is stale; `malformed` with `RefusedDetail` when a
 * record, a reference or the commit itself is wrong. Nothing is partly applied.
 */
export function applyCommit(commit: Commit, world: CommitWorld, author: CommitAuthor): StoredCopy[] {
  refuseBadShape(commit);
  refuseUnknown(commit, world);
  refuseStale(commit, world);
  const puts = commit.puts.map((put) => putCopy(put, world.copy(put.id), author));
  const removes = commit.removes.map((removal) => removeCopy(removal, world.copy(removal.id), author));
  const issues = [
    ...recordIssues(commit, puts),
    ...identityIssues(commit, world),
    ...referenceIssues(commit, puts, world),
    ...removalIssues(commit, puts, world),
  ];
  refuseFor(issues);
  return [...puts, ...removes];
}

function refuseFor(issues: readonly PlanIssue[]): void {
  if (issues.length === 0) return;
  const messages = issues.slice(0, 3).map((issue) => issue.message);
  throw new CrmError("malformed", messages.join(" "), { detail: { issues } });
}

const issueOf = (record: RecordId, problem: string, message: string, field?: string): PlanIssue => ({
  record,
  problem,
  message,
  ...(field === undefined ? {} : { field }),
});

function refuseBadShape(commit: Commit): void {
  if (!KEY.test(commit.key))
    throw new CrmError("malformed", "A commit's key has 8 to 64 letters, digits or : . _ -");
  const ids = [...commit.puts, ...commit.removes].map((item) => item.id);
  if (ids.length === 0) throw new CrmError("malformed", "The commit is empty.");
  if (ids.length > COMMIT_LIMIT)
    throw new CrmError(
      "malformed",
      `A commit may touch ${COMMIT_LIMIT} records; this one has ${ids.length}. Split it.`,
    );
  if (new Set(ids).size !== ids.length) throw new CrmError("malformed", "A commit names each record once.");
  if ([...commit.puts, ...commit.removes].some((item) => !Number.isInteger(item.base) || item.base < 0))
    throw new CrmError("malformed", "A base is a revision: a whole number from 0.");
}

/** Nobody can have read what was never stored, so this is a fault of the program and no conflict. */
function refuseUnknown(commit: Commit, world: CommitWorld): void {
  const unknown = [...commit.puts.filter((put) => put.base > 0), ...commit.removes].filter(
    (item) => !world.copy(item.id),
  );
  refuseFor(unknown.map((item) => issueOf(item.id, "missing-record", `${item.id} was never stored here.`)));
}

function refuseStale(commit: Commit, world: CommitWorld): void {
  const stale = [...commit.puts, ...commit.removes].flatMap((item) => {
    const copy = world.copy(item.id);
    return copy && copy.revision !== item.base ? [copy] : [];
  });
  if (stale.length === 0) return;
  throw new CrmError("conflict", `${stale.length} record(s) were changed by somebody else.`, {
    detail: { stored: stale },
  });
}

function putCopy(put: Put, stored: StoredCopy | undefined, author: CommitAuthor): PlanRecord {
  const live = stored && !isTombstone(stored) ? upgradeRecord(stored) : undefined;
  return {
    id: put.id,
    type: put.type,
    revision: put.base + 1,
    schema: Math.max(findEntity(put.type)?.schema ?? 1, live?.schema ?? 1),
    fields: applyPatch(live?.fields ?? {}, put.fields),
    createdBy: live?.createdBy ?? author.by,
    createdAt: live?.createdAt ?? author.at,
    updatedBy: author.by,
    updatedAt: author.at,
  };
}

function removeCopy(removal: Removal, stored: StoredCopy | undefined, author: CommitAuthor): Tombstone {
  return {
    id: removal.id,
    type: stored?.type ?? "",
    revision: removal.base + 1,
    removed: true,
    updatedBy: author.by,
    updatedAt: author.at,
  };
}

function recordIssues(commit: Commit, puts: readonly PlanRecord[]): PlanIssue[] {
  const scope = commit.scope.kind === "library" ? "library" : "plan";
  return puts.flatMap((record) => validateRecord(record, scope));
}

/** An id names one thing for good: its entity never changes, and what is removed is not removed again. */
function identityIssues(commit: Commit, world: CommitWorld): PlanIssue[] {
  const others = commit.puts.filter((put) => (world.copy(put.id)?.type ?? put.type) !== put.type);
  const gone = commit.removes.filter((removal) => {
    const copy = world.copy(removal.id);
    return copy !== undefined && isTombstone(copy);
  });
  return [
    ...others.map((put) =>
      issueOf(
        put.id,
        "other-type",
        `${put.id} is a ${world.copy(put.id)?.type}, not a ${put.type}. Use another id.`,
      ),
    ),
    ...gone.map((removal) => issueOf(removal.id, "missing-record", `${removal.id} is removed already.`)),
  ];
}

function referenceIssues(commit: Commit, puts: readonly PlanRecord[], world: CommitWorld): PlanIssue[] {
  const putById = new Map(puts.map((record) => [record.id, record]));
  const removed = new Set(commit.removes.map((removal) => removal.id));
  const patched = new Map(commit.puts.map((put) => [put.id, put.fields]));
  const live = (id: RecordId, within: "same" | "library" | "any"): PlanRecord | undefined => {
    if (within !== "library" || commit.scope.kind === "library") {
      if (removed.has(id)) return undefined;
      const stored = putById.get(id) ?? world.copy(id);
      if (stored && !isTombstone(stored)) return stored;
    }
    return within === "same" ? undefined : world.inLibrary(id);
  };
  return puts.flatMap((record) => {
    const entity = findEntity(record.type);
    if (!entity) return [];
    // Only references this commit writes are checked: a library record removed later must not lock the plans that used it.
    const touched = patched.get(record.id) ?? {};
    return referencesOf(entity, record.fields)
      .filter(
        (found) =>
          found.field in touched &&
          live(found.target, found.declaration.within)?.type !== found.declaration.to,
      )
      .map((found) =>
        issueOf(
          record.id,
          "missing-reference",
          `${record.type}.${found.field} points to ${found.target}, which is missing or removed.`,
          found.field,
        ),
      );
  });
}

function removalIssues(commit: Commit, puts: readonly PlanRecord[], world: CommitWorld): PlanIssue[] {
  const settled = new Set([...commit.removes, ...commit.puts].map((item) => item.id));
  return commit.removes.flatMap((removal) => {
    const users = [...world.referrers(removal.id)].filter((record) => !settled.has(record.id));
    const writers = puts.filter((record) => {
      const entity = findEntity(record.type);
      return (
        entity !== undefined &&
        referencesOf(entity, record.fields).some((found) => found.target === removal.id)
      );
    });
    return [...users, ...writers]
      .slice(0, 1)
      .map((user) =>
        issueOf(
          removal.id,
          "still-referenced",
          `${removal.id} is still used by ${user.type} ${user.id}. Remove or change that first.`,
        ),
      );
  });
}
