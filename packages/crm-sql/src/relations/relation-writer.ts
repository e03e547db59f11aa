import { CrmError, type ReadOptions } from "@sweetspot/contract";
import type {
  RelationImportSource,
  RelationKind,
  RelationWriteCounts,
  RelationWriter,
  SinkProblem,
  TieRow,
} from "@sweetspot/relation-import";
import { RELATION_KINDS } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Database, Queries } from "../database.ts";
import { lostLease } from "../import-rows.ts";
import { readErasedSigns } from "./erased-signs.ts";
import {
  addRows,
  applyChanges,
  findStanding,
  keepChanges,
  keepMentioned,
  type RelationWriting,
} from "./relation-rows.ts";
import type { AnyRow } from "./relation-tables.ts";
import { removeErased } from "./remove-erased.ts";
import { nextRevision } from "./revision.ts";
import { sweep } from "./sweep.ts";
import { createTieEnds } from "./tie-ends.ts";

const LARGEST_BATCH = 5000;

/** The writing of one source, which has been opened. */
export function createRelationWriter(
  database: Database,
  writing: RelationWriting,
  source: RelationImportSource,
  now: () => Date,
): RelationWriter {
  const { tenant, number } = writing;
  /** Keys of people this import was not allowed to bring. */
  const refusedPeople = new Set<string>();
  const counts = new Map<RelationKind, RelationWriteCounts>();
  const knowledge = once(async () => ({
    erased: await readErasedSigns(database, tenant),
    ends: createTieEnds(database, writing, await readSources(database, tenant)),
  }));

  const count = (kind: RelationKind, more: Partial<RelationWriteCounts>): void => {
    const sum = (name: keyof RelationWriteCounts): number =>
      (counts.get(kind)?.[name] ?? 0) + (more[name] ?? 0);
    counts.set(kind, {
      created: sum("created"),
      updated: sum("updated"),
      unchanged: sum("unchanged"),
      ended: sum("ended"),
    });
  };
  const onlyStanding = async (
    kind: RelationKind,
    rows: readonly AnyRow[],
    options: ReadOptions | undefined,
  ): Promise<readonly AnyRow[]> => {
    const keys = rows.map(({ key }) => key);
    const standing = await findStanding(database, writing, kind, keys, options);
    return rows.filter(({ key }) => standing.has(key));
  };
  const put = async (
    kind: RelationKind,
    given: readonly AnyRow[],
    problems: readonly SinkProblem[],
    options: ReadOptions | undefined,
  ): Promise<readonly SinkProblem[]> => {
    const refused = new Set(problems.map(({ row }) => row));
    const rows = given.filter((_, row) => !refused.has(row)).map((row) => withDate(row, source.date));
    const created = rows.length === 0 ? 0 : await addRows(database, writing, kind, rows, options);
    if (created < rows.length) {
      const seen = created === 0 ? rows : await onlyStanding(kind, rows, options);
      if (seen.length > 0) await keepChanges(database, writing, kind, seen, options);
    }
    count(kind, { created, unchanged: rows.length - created });
    if (kind !== "ties") {
      const { ends } = await knowledge();
      ends.add(
        kind,
        rows.map(({ key }) => key),
      );
    }
    return problems;
  };

  return {
    async putPeople(rows, options) {
      checkBatch(rows);
      const { erased } = await knowledge();
      const problems =
        erased.count === 0
          ? []
          : rows.flatMap((person, row) =>
              erased.hasPerson(writing.name, person)
                ? [{ row, fault: "erased-person", field: "key" } as const]
                : [],
            );
      for (const { row } of problems) refusedPeople.add(rows[row]?.key ?? "");
      return put("people", rows, problems, options);
    },
    async putBodies(rows, options) {
      checkBatch(rows);
      return put("bodies", rows, [], options);
    },
    async putTies(rows, options) {
      checkBatch(rows);
      const { erased, ends } = await knowledge();
      const unknown = await ends.findUnknown(rows, options);
      const isErased = (key: string): boolean => refusedPeople.has(key) || erased.hasKey(writing.name, key);
      const problems = unknown.map((problem) => asErased(problem, rows, isErased));
      const refused = problems.flatMap(({ row, fault }) =>
        fault === "erased-person" ? [] : [rows[row]?.key ?? ""],
      );
      if (refused.length > 0) await keepMentioned(database, writing, "ties", refused, options);
      return put("ties", rows, problems, options);
    },
    async keepTies(keys, options) {
      checkBatch(keys);
      if (keys.length > 0) await keepMentioned(database, writing, "ties", keys, options);
    },
    async finish(options) {
      // Asked before: an embedded database answers one at a time, and the transaction would wait for itself.
      const { erased } = await knowledge();
      return database.transaction(async (queries) => {
        const revision = await nextRevision(queries, tenant);
        const [held] = await queries.query(
          sql`update relation_writing set revision = ${revision}, expires_at = null, at = ${now()}
            where tenant = ${tenant} and number = ${number} and revision is null returning number`,
        );
        if (!held) throw lostLease();
        const erasedSince = await readErasedSigns(queries, tenant);
        if (erasedSince.count !== erased.count) await removeErased(queries, writing, erasedSince);
        // The planner knows nothing of rows that came a moment ago.
        await queries.query(sql`analyze relation_change`);
        for (const kind of RELATION_KINDS) {
          const updated = await applyChanges(queries, writing, kind);
          count(kind, { updated, unchanged: -updated });
        }
        if (source.whole)
          count("ties", { ended: await endMissing(queries, writing, source.date ?? dayOf(now())) });
        await queries.query(sql`delete from relation_change where writing = ${number}`);
        await queries.query(
          sql`update relation_source set purpose = ${source.purpose}, imported_at = ${now()}, revision = ${revision},
              retention_months = ${source.retentionMonths ?? null}
            where tenant = ${tenant} and number = ${writing.source}`,
        );
        return Object.fromEntries(RELATION_KINDS.map((kind) => [kind, counts.get(kind) ?? NONE])) as Record<
          RelationKind,
          RelationWriteCounts
        >;
      }, options);
    },
    async abort() {
      await database.transaction((queries) => sweep(queries, tenant, number));
    },
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= work());
}

const NONE: RelationWriteCounts = { created: 0, updated: 0, unchanged: 0, ended: 0 };

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

const withDate = (row: AnyRow, date: string | undefined): AnyRow =>
  row.sourceDate === undefined && date !== undefined ? { ...row, sourceDate: date } : row;

function checkBatch(rows: readonly unknown[]): void {
  if (rows.length > LARGEST_BATCH)
    throw new CrmError("malformed", `At most ${LARGEST_BATCH} rows a call; these are ${rows.length}.`);
}

async function readSources(queries: Queries, tenant: string): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.query(
    sql<{ name: string; number: number }>`select name, number from relation_source
      where tenant = ${tenant} and imported_at is not null`,
  );
  return new Map(rows.map(({ name, number }) => [name, number]));
}

/** Whoever is unknown because he was erased is not told as unknown: nobody is to look for him. */
function asErased(
  problem: SinkProblem,
  ties: readonly TieRow[],
  isErased: (key: string) => boolean,
): SinkProblem {
  const end = ties[problem.row]?.[problem.field];
  const gone = problem.fault === "unknown-person" && end !== undefined && isErased(end);
  return gone ? { ...problem, fault: "erased-person" } : problem;
}

/** Ties that a whole source no longer shows have ended, on the day of its data at the latest. */
async function endMissing(
  queries: Queries,
  { tenant, source, number }: RelationWriting,
  day: string,
): Promise<number> {
  const [counted] = await queries.query(
    sql<{ ended: number }>`with ended as (
        update relation_tie set end_date = ${day}, writing = ${number}
        where tenant = ${tenant} and source = ${source} and shown <> ${number} and end_date is null
          and (start_date is null or start_date <= ${day}) returning 1)
      select count(*)::integer as ended from ended`,
  );
  return counted?.ended ?? 0;
}
