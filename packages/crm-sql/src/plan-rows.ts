import type { Change, PlanFields, PlanRecord, RecordId, StoredCopy, Tombstone } from "@sweetspot/contract";
import { isTombstone } from "@sweetspot/contract";
import { sql } from "kysely";

/** A record as `plan_record` holds it, or as one line of `plan_change` left it. */
export interface PlanRow {
  readonly id: RecordId;
  readonly type: string;
  readonly revision: number;
  readonly schema: number;
  /** Null for a removed record. */
  readonly fields: PlanFields | null;
  readonly created_by: RecordId;
  readonly created_at: Date;
  readonly updated_by: RecordId;
  readonly updated_at: Date;
}

export const RECORD_COLUMNS = sql`r.id, r.type, r.revision, r.schema,
  case when r.removed then null else r.fields end as fields, r.created_by, r.created_at, r.updated_by, r.updated_at`;

/** A line of the history read as the copy it left behind. */
export const LEFT_COLUMNS = sql`h.record as id, h.type, h.revision, h.schema, h.after as fields,
  h.created_by, h.created_at, h.by as updated_by, h.at as updated_at`;

export function toStoredCopy(row: PlanRow): StoredCopy {
  return row.fields === null ? toTombstone(row) : toPlanRecord(row, row.fields);
}

/** The live records among the rows. */
export const toPlanRecords = (rows: readonly PlanRow[]): PlanRecord[] =>
  rows.flatMap((row) => (row.fields === null ? [] : [toPlanRecord(row, row.fields)]));

const toPlanRecord = (row: PlanRow, fields: PlanFields): PlanRecord => ({
  id: row.id,
  type: row.type,
  revision: row.revision,
  schema: row.schema,
  fields,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  updatedBy: row.updated_by,
  updatedAt: row.updated_at.toISOString(),
});

const toTombstone = (row: PlanRow): Tombstone => ({
  id: row.id,
  type: row.type,
  revision: row.revision,
  removed: true,
  updatedBy: row.updated_by,
  updatedAt: row.updated_at.toISOString(),
});

/** One stored copy as the JSON that the insert statements unpack; `before` is what it replaces. */
export function fromStoredCopy(copy: StoredCopy, before: StoredCopy | undefined, position: number): object {
  const shared = {
    id: copy.id,
    type: copy.type,
    revision: copy.revision,
    before: fieldsOf(before),
    position,
    updated_by: copy.updatedBy,
    updated_at: copy.updatedAt,
  };
  return isTombstone(copy)
    ? {
        ...shared,
        schema: 0,
        removed: true,
        fields: null,
        created_by: copy.updatedBy,
        created_at: copy.updatedAt,
      }
    : {
        ...shared,
        schema: copy.schema,
        removed: false,
        fields: copy.fields,
        created_by: copy.createdBy,
        created_at: copy.createdAt,
      };
}

export const STORED_SHAPE = sql`id text, type text, revision integer, schema integer, before jsonb, position integer,
  updated_by text, updated_at timestamptz, removed boolean, fields jsonb, created_by text, created_at timestamptz`;

const fieldsOf = (copy: StoredCopy | undefined): Change["before"] =>
  copy && !isTombstone(copy) ? copy.fields : null;
