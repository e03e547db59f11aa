import {
  type Commit,
  isTombstone,
  type PlanIssue,
  type PlanRecord,
  type RecordId,
  type StoredCopy,
} from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import { referencesOf, referrersAmong } from "./references.ts";

/** What a store must know of its scope to apply one commit. */
export interface CommitWorld {
  /**
   * The stored copy in the commit's scope, tombstones included. Asked for the commit's records, for what they refer to,
   * and for everything above those.
   */
  copy(id: RecordId): StoredCopy | undefined;
  /** Is there a live record of this type in the library? Asked for references out of an account's plan. */
  inLibrary(id: RecordId): PlanRecord | undefined;
  /** Live records of the scope that refer to this one. */
  referrers(id: RecordId): Iterable<PlanRecord>;
}

export const issueOf = (record: RecordId, problem: string, message: string, field?: string): PlanIssue => ({
  record,
  problem,
  message,
  ...(field === undefined ? {} : { field }),
});

export function referenceIssues(
  commit: Commit,
  puts: readonly PlanRecord[],
  world: CommitWorld,
): PlanIssue[] {
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

/** A record may not come to stand below itself: a reference of an entity to itself is a tree. */
export function circleIssues(commit: Commit, puts: readonly PlanRecord[], world: CommitWorld): PlanIssue[] {
  const putById = new Map(puts.map((record) => [record.id, record]));
  const above = (id: RecordId, field: string): RecordId | undefined => {
    const copy = putById.get(id) ?? world.copy(id);
    const parent = copy && !isTombstone(copy) ? copy.fields[field] : undefined;
    return typeof parent === "string" ? (parent as RecordId) : undefined;
  };
  return commit.puts.flatMap((put) =>
    treeFieldsOf(put.type)
      .filter((field) => field in put.fields && returnsTo(put.id, (id) => above(id, field)))
      .map((field) =>
        issueOf(put.id, "circle", `${put.type}.${field} would put ${put.id} below itself.`, field),
      ),
  );
}

const treeFieldsOf = (type: string): string[] =>
  Object.entries(findEntity(type)?.fields ?? {}).flatMap(([field, kind]) =>
    kind.kind === "reference" && kind.to === type ? [field] : [],
  );

function returnsTo(start: RecordId, above: (id: RecordId) => RecordId | undefined): boolean {
  const seen = new Set<RecordId>();
  for (let id = above(start); id !== undefined && !seen.has(id); id = above(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
}

export function removalIssues(commit: Commit, puts: readonly PlanRecord[], world: CommitWorld): PlanIssue[] {
  const settled = new Set([...commit.removes, ...commit.puts].map((item) => item.id));
  const writersOf = referrersAmong(puts);
  return commit.removes.flatMap((removal) => {
    const users = [...world.referrers(removal.id)].filter((record) => !settled.has(record.id));
    const writers = writersOf(removal.id);
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
