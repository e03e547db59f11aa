import type { ReadOptions, RecordId } from "@sweetspot/contract";
import { RELATION_KINDS, type RelationKind } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { idOf, type RelationRecordOf, type StoredRow } from "./relation-tables.ts";
import { unseen } from "./revision.ts";
import { readSmallTables } from "./small-tables.ts";
import type { StoredChanges, StoredPart } from "./sql-relations.port.ts";
import { readRevision, readRows, readSourceNames, toRecords } from "./stored-rows.ts";

const PART = 5000;
/** A book that has to be told more than so many records is made anew more quickly. */
const TOLD_AT_MOST = 20_000;

/** Everything, part by part. */
export async function* loadRelations(
  database: Database,
  tenant: string,
  options?: ReadOptions,
): AsyncGenerator<StoredPart> {
  const revision = await readRevision(database, tenant, options);
  yield { revision, ...(await readSmallTables(database, tenant, 0, options)).told };
  for (const kind of RELATION_KINDS) {
    let after: { readonly source: number; readonly key: string } | undefined = { source: 0, key: "" };
    while (after) {
      const rows: readonly StoredRow[] = await readRows(
        database,
        tenant,
        kind,
        sql`(source, key) > (${after.source}, ${after.key}) and writing <> all ${unseen(tenant)}`,
        sql`order by source, key limit ${sql.lit(PART)}`,
        options,
      );
      // A source that began since is not among the names: its records are told as changes.
      const sources = await readSourceNames(database, tenant, options);
      if (rows.length > 0) yield { revision, [kind]: toRecords(kind, rows, sources) };
      after = rows.length === PART ? rows.at(-1) : undefined;
    }
  }
}

/** What a book of that revision has to be told. */
export async function readChanges(
  database: Database,
  tenant: string,
  since: number,
  options?: ReadOptions,
): Promise<StoredChanges> {
  const [state] = await database.query(
    sql<{
      revision: number;
      horizon: number;
    }>`select revision, horizon from relation_state where tenant = ${tenant}`,
    options,
  );
  const revision = state?.revision ?? 0;
  if (revision === since) return { revision, reload: false, changes: {} };
  if (!state || since < state.horizon || since > revision) return { revision, reload: true };
  const writings = await database.query(
    sql<{
      number: number;
    }>`select number from relation_writing where tenant = ${tenant} and revision > ${since}`,
    options,
  );
  const sources = await readSourceNames(database, tenant, options);
  let told = 0;
  const readKind = async <Kind extends RelationKind>(
    kind: Kind,
  ): Promise<readonly RelationRecordOf[Kind][]> => {
    if (writings.length === 0 || told > TOLD_AT_MOST) return [];
    const rows = await readRows(
      database,
      tenant,
      kind,
      sql`writing = any(${writings.map(({ number }) => number)}::integer[])`,
      sql`limit ${sql.lit(TOLD_AT_MOST + 1)}`,
      options,
    );
    told += rows.length;
    return toRecords(kind, rows, sources);
  };
  const people = await readKind("people");
  const bodies = await readKind("bodies");
  const ties = await readKind("ties");
  const gone = await database.query(
    sql<{ kind: RelationKind; id: RecordId }>`select kind, id from relation_gone
      where tenant = ${tenant} and revision > ${since} limit ${sql.lit(TOLD_AT_MOST + 1)}`,
    options,
  );
  if (told + gone.length > TOLD_AT_MOST) return { revision, reload: true };
  const { told: small, takenBack } = await readSmallTables(database, tenant, since, options);
  const goneOf = (
    kind: RelationKind,
    there: readonly { readonly source: string; readonly key: string }[],
  ): readonly RecordId[] => {
    // What went and came back is told as there.
    const back = new Set(there.map(({ source, key }) => idOf(source, key)));
    return gone.filter((one) => one.kind === kind && !back.has(one.id)).map(({ id }) => id);
  };
  const removed = {
    people: goneOf("people", people),
    bodies: goneOf("bodies", bodies),
    ties: goneOf("ties", ties),
    decisions: takenBack,
  };
  return { revision, reload: false, changes: { ...small, people, bodies, ties, removed } };
}
