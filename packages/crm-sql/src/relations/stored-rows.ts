import type { ReadOptions } from "@sweetspot/contract";
import type { RelationKind } from "@sweetspot/relation-import";
import { type RawBuilder, sql } from "kysely";
import type { Queries } from "../database.ts";
import {
  columnNames,
  type RelationRecordOf,
  type SourceNames,
  type StoredRow,
  tableOf,
  toRecord,
} from "./relation-tables.ts";

export async function readRevision(queries: Queries, tenant: string, options?: ReadOptions): Promise<number> {
  const [state] = await queries.query(
    sql<{ revision: number }>`select revision from relation_state where tenant = ${tenant}`,
    options,
  );
  return state?.revision ?? 0;
}

export async function readSourceNames(
  queries: Queries,
  tenant: string,
  options?: ReadOptions,
): Promise<SourceNames> {
  const rows = await queries.query(
    sql<{ number: number; name: string }>`select number, name from relation_source where tenant = ${tenant}`,
    options,
  );
  return new Map(rows.map(({ number, name }) => [number, name]));
}

export const readRows = (
  queries: Queries,
  tenant: string,
  kind: RelationKind,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
  options?: ReadOptions,
): Promise<readonly StoredRow[]> =>
  queries.query(
    sql<StoredRow>`select source, ${columnNames(kind)} from ${tableOf(kind)}
      where tenant = ${tenant} and ${where} ${tail}`,
    options,
  );

/** Rows of a source that nobody has seen are left out. */
export const toRecords = <Kind extends RelationKind>(
  kind: Kind,
  rows: readonly StoredRow[],
  sources: SourceNames,
): readonly RelationRecordOf[Kind][] =>
  rows.filter(({ source }) => sources.has(source)).map((row) => toRecord(kind, row, sources));
