import type { PlanFields, PlanRecord } from "@sweetspot/contract";
import type { FieldKind, ValueOf } from "./field-kinds.ts";

export type Fields = Readonly<Record<string, FieldKind>>;

/** Declaration of one kind of plan record. Everything else about it is derived from here. */
export interface Entity<N extends string = string, F extends Fields = Fields> {
  /** Kebab-case, unique, never changed once data exists. */
  readonly name: N;
  /** What one record is, in one sentence for an admin. */
  readonly help: string;
  /** Where its records live. Library records are written by admins only. */
  readonly scopes: readonly ("plan" | "library")[];
  /** Counts incompatible changes of the fields, from 1. */
  readonly schema: number;
  /** The field that names a record to people. */
  readonly title?: string;
  readonly fields: F;
  /** Brings fields of an older schema one step further; called for each step in turn. */
  readonly upgrade?: (fields: PlanFields, from: number) => PlanFields;
}

export const defineEntity = <const N extends string, const F extends Fields>(
  entity: Entity<N, F>,
): Entity<N, F> => entity;

type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { required: true } ? K : never;
}[keyof F];

/** The TypeScript shape of an entity's fields. A field that is not set is absent. */
export type FieldsOf<E> =
  E extends Entity<string, infer F>
    ? { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
        readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
      }
    : never;

/** A patch of an entity's fields: null clears one. */
export type PatchOf<E> =
  E extends Entity<string, infer F> ? { readonly [K in keyof F]?: ValueOf<F[K]> | null } : never;

/** A stored record read as its entity's type. */
export type RecordOf<E> = Omit<PlanRecord, "fields" | "type"> & {
  readonly type: E extends Entity<infer N> ? N : never;
  readonly fields: FieldsOf<E>;
};

/** Is it a record of this entity? Stores validate on write, so the name is proof of the fields. */
export const isRecordOf = <E extends Entity>(
  entity: E,
  record: PlanRecord,
): record is PlanRecord & { readonly fields: FieldsOf<E> } => record.type === entity.name;

/** All records of one entity, in the order given. */
export const recordsOf = <E extends Entity>(entity: E, records: Iterable<PlanRecord>): RecordOf<E>[] =>
  [...records].filter((record) => record.type === entity.name) as unknown as RecordOf<E>[];
