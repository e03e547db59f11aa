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
import {
  circleIssues,
  type CommitWorld,
  issueOf,
  referenceIssues,
  removalIssues,
} from "./commit-references.ts";
import { upgradeRecord } from "./upgrade.ts";
import { validateRecord } from "./validate.ts";

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
    ...circleIssues(commit, puts, world),
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
