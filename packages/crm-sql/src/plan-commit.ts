import {
  type Commit,
  type CommitResult,
  CrmError,
  isTombstone,
  type PlanRecord,
  type RecordId,
  scopeKey,
  type StoredCopy,
} from "@sweetspot/contract";
import { applyCommit, type CommitWorld, findEntity, referencesOf } from "@sweetspot/plan-model";
import { sql } from "kysely";
import { hashOf } from "./content-hash.ts";
import type { Queries } from "./database.ts";
import {
  fromStoredCopy,
  LEFT_COLUMNS,
  type PlanRow,
  RECORD_COLUMNS,
  STORED_SHAPE,
  toPlanRecords,
  toStoredCopy,
} from "./plan-rows.ts";

export interface CommitPlace {
  /** Of one transaction: what is written here is stored together or not at all. */
  readonly queries: Queries;
  readonly tenant: string;
  readonly by: RecordId;
  readonly now: () => Date;
}

/**
 * Stores one commit. What it means is decided by the plan model's `applyCommit`; here its world is fetched and its
 * outcome written. The row of the scope is locked, so commits of one scope wait for each other.
 */
export async function commitPlan(place: CommitPlace, commit: Commit): Promise<CommitResult> {
  const { queries, tenant, by } = place;
  const scope = scopeKey(commit.scope);
  const state = await lockScope(queries, tenant, scope);
  const content = hashOf([scope, commit.puts, commit.removes]);
  const earlier = await findEarlier(queries, tenant, commit.key);
  if (earlier && (earlier.content !== content || earlier.scope !== scope))
    throw new CrmError("malformed", `The key ${commit.key} was used for another commit.`);
  if (earlier) return replay(queries, tenant, scope, earlier.version);

  const now = place.now();
  // A scope's history never runs backwards, even where the machine's clock does.
  const at = new Date(Math.max(now.getTime(), state.changedAt?.getTime() ?? 0)).toISOString();
  const world = await fetchWorld(queries, tenant, scope, commit);
  const stored = applyCommit(commit, world, { by, at });
  const version = state.version + 1;
  await writeRecords(queries, tenant, scope, version, stored, world);
  await writeReferences(queries, tenant, scope, stored);
  await queries.query(
    sql`insert into plan_commit (tenant, key, scope, content, version)
      values (${tenant}, ${commit.key}, ${scope}, ${content}, ${version})`,
  );
  await queries.query(
    sql`update plan_scope set version = ${version}, changed_at = ${at} where tenant = ${tenant} and scope = ${scope}`,
  );
  return { version, stored };
}

interface ScopeState {
  readonly version: number;
  readonly changedAt: Date | null;
}

async function lockScope(queries: Queries, tenant: string, scope: string): Promise<ScopeState> {
  await queries.query(
    sql`insert into plan_scope (tenant, scope, version) values (${tenant}, ${scope}, 0) on conflict do nothing`,
  );
  const [state] = await queries.query(
    sql<ScopeState>`select version, changed_at as "changedAt" from plan_scope
      where tenant = ${tenant} and scope = ${scope} for update`,
  );
  return state ?? { version: 0, changedAt: null };
}

interface EarlierCommit {
  readonly scope: string;
  readonly content: string;
  readonly version: number;
}

async function findEarlier(
  queries: Queries,
  tenant: string,
  key: string,
): Promise<EarlierCommit | undefined> {
  const [row] = await queries.query(
    sql<EarlierCommit>`select scope, content, version from plan_commit where tenant = ${tenant} and key = ${key}`,
  );
  return row;
}

/** The answer given the first time, read back from the history. */
async function replay(
  queries: Queries,
  tenant: string,
  scope: string,
  version: number,
): Promise<CommitResult> {
  const rows = await queries.query(
    sql<PlanRow>`select ${LEFT_COLUMNS} from plan_change h
      where h.tenant = ${tenant} and h.scope = ${scope} and h.version = ${version} order by h.position`,
  );
  return { version, stored: rows.map(toStoredCopy) };
}

async function fetchWorld(
  queries: Queries,
  tenant: string,
  scope: string,
  commit: Commit,
): Promise<CommitWorld> {
  const removed = commit.removes.map((removal) => removal.id);
  const targets = commit.puts.flatMap((put) => {
    const entity = findEntity(put.type);
    return entity ? referencesOf(entity, put.fields).map((found) => found.target) : [];
  });
  const named = [...commit.puts.map((put) => put.id), ...removed, ...targets];
  // With all that stands above what is referred to: applyCommit looks there for circles.
  const rows = await queries.query(
    sql<PlanRow>`with recursive above as (
        select unnest(${targets}::text[]) collate "C" as id
        union
        select p.target from plan_reference p join above on p.source = above.id
        where p.tenant = ${tenant} and p.scope = ${scope})
      select ${RECORD_COLUMNS} from plan_record r
      where r.tenant = ${tenant} and r.scope = ${scope}
        and r.id in (select unnest(${named}::text[]) union select id from above)`,
  );
  const copies = new Map<RecordId, StoredCopy>(rows.map((row) => [row.id, toStoredCopy(row)]));
  const library = await fetchLibrary(queries, tenant, targets);
  const referrers = await fetchReferrers(queries, tenant, scope, removed);
  return {
    copy: (id) => copies.get(id),
    inLibrary: (id) => library.get(id),
    referrers: (id) => referrers.get(id) ?? [],
  };
}

async function fetchLibrary(
  queries: Queries,
  tenant: string,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, PlanRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.query(
    sql<PlanRow>`select ${RECORD_COLUMNS} from plan_record r
      where r.tenant = ${tenant} and r.scope = 'library' and r.id = any(${ids}::text[])`,
  );
  return new Map(toPlanRecords(rows).map((record) => [record.id, record]));
}

async function fetchReferrers(
  queries: Queries,
  tenant: string,
  scope: string,
  targets: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, readonly PlanRecord[]>> {
  if (targets.length === 0) return new Map();
  // Two questions instead of a join: without statistics a database compares every reference with every record.
  const references = await queries.query(
    sql<{ target: RecordId; source: RecordId }>`select distinct target, source from plan_reference
      where tenant = ${tenant} and scope = ${scope} and target in (select unnest(${targets}::text[]))
      order by target, source`,
  );
  if (references.length === 0) return new Map();
  const sources = [...new Set(references.map((reference) => reference.source))];
  const rows = await queries.query(
    sql<PlanRow>`select ${RECORD_COLUMNS} from plan_record r
      where r.tenant = ${tenant} and r.scope = ${scope} and r.id in (select unnest(${sources}::text[]))`,
  );
  const records = new Map(toPlanRecords(rows).map((record) => [record.id, record]));
  const byTarget = Map.groupBy(references, (reference) => reference.target);
  return new Map(
    [...byTarget].map(([target, found]) => [
      target,
      found.flatMap(({ source }) => records.get(source) ?? []),
    ]),
  );
}

async function writeRecords(
  queries: Queries,
  tenant: string,
  scope: string,
  version: number,
  stored: readonly StoredCopy[],
  world: CommitWorld,
): Promise<void> {
  const json = JSON.stringify(
    stored.map((copy, position) => fromStoredCopy(copy, world.copy(copy.id), position)),
  );
  await queries.query(
    sql`with given as (select * from json_to_recordset(${json}::json) as given (${STORED_SHAPE})),
      history as (
        insert into plan_change (tenant, scope, version, position, record, type, revision, schema, before, after,
          created_by, created_at, by, at)
        select ${tenant}, ${scope}, ${version}, position, id, type, revision, schema, before, fields,
          created_by, created_at, updated_by, updated_at from given)
      insert into plan_record (tenant, scope, id, type, revision, schema, fields, removed,
        created_by, created_at, updated_by, updated_at)
      select ${tenant}, ${scope}, id, type, revision, schema, coalesce(fields, '{}'), removed,
        created_by, created_at, updated_by, updated_at from given
      on conflict (tenant, scope, id) do update set type = excluded.type, revision = excluded.revision,
        schema = excluded.schema, fields = excluded.fields, removed = excluded.removed,
        created_by = excluded.created_by, created_at = excluded.created_at,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
  );
}

/** Keeps the reverse look-up: who points to a record. */
async function writeReferences(
  queries: Queries,
  tenant: string,
  scope: string,
  stored: readonly StoredCopy[],
): Promise<void> {
  const references = stored.flatMap((copy) => {
    const entity = findEntity(copy.type);
    if (!entity || isTombstone(copy)) return [];
    return referencesOf(entity, copy.fields).map(({ field, target }) => ({ source: copy.id, field, target }));
  });
  await queries.query(
    sql`delete from plan_reference where tenant = ${tenant} and scope = ${scope}
      and source = any(${stored.map((copy) => copy.id)}::text[])`,
  );
  if (references.length === 0) return;
  await queries.query(
    sql`insert into plan_reference (tenant, scope, source, field, target)
      select ${tenant}, ${scope}, source, field, target
      from json_to_recordset(${JSON.stringify(references)}::json) as given (source text, field text, target text)
      on conflict do nothing`,
  );
}
