import type { ReadOptions, RecordId } from "@sweetspot/contract";
import type {
  AccountRow,
  AssetRow,
  ContactRow,
  LineItemRow,
  OpportunityRow,
  ProductRow,
  TeamMemberRow,
} from "./import-rows.ts";

/** The kinds of records an import writes, in the order it writes them: what is pointed at comes first. */
export const IMPORT_KINDS = [
  "teamMembers",
  "accounts",
  "products",
  "contacts",
  "opportunities",
  "lineItems",
  "assets",
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportRowOf {
  readonly teamMembers: TeamMemberRow;
  readonly accounts: AccountRow;
  readonly products: ProductRow;
  readonly contacts: ContactRow;
  readonly opportunities: OpportunityRow;
  readonly lineItems: LineItemRow;
  readonly assets: AssetRow;
}

/**
 * Rows of one kind. `fields` names the fields the file speaks about: a row that exists already is changed in these
 * alone, so that a file without a column never empties that field. A new row takes all of its fields. `attributes`
 * are merged label by label; an attribute set to null is emptied; labels not named stay.
 */
export type ImportBatch = {
  readonly [Kind in ImportKind]: {
    readonly kind: Kind;
    readonly fields: readonly (keyof ImportRowOf[Kind])[];
    /** At most 5,000; no id twice within one file. */
    readonly rows: readonly ImportRowOf[Kind][];
  };
}[ImportKind];

export interface WriteCounts {
  readonly created: number;
  readonly updated: number;
  /** Existed already with the same values. */
  readonly unchanged: number;
}
export type ImportCounts = Readonly<Partial<Record<ImportKind, WriteCounts>>>;

/** Kinds that other rows point at by id or by name. */
export type NamedKind = "teamMembers" | "accounts" | "products" | "opportunities";

/**
 * Port. Where an import writes, within one tenant. It upserts by id and deletes nothing. Failures are `CrmError`s
 * (`unavailable` for a full disk or a lost database); the importer then calls `abort`.
 */
export interface ImportSink {
  /** Opens the writing of one file. One at a time per tenant: a second `begin` is refused with `conflict`. */
  begin(options?: ReadOptions): Promise<ImportFileWriter>;

  /** Which of these ids the tenant has. At most 5,000 ids a call. Sees finished files only. */
  findIds(kind: NamedKind, ids: readonly RecordId[], options?: ReadOptions): Promise<ReadonlySet<RecordId>>;

  /**
   * Ids by `nameKey` (the `normaliseName` of the record's name, kept beside the name and indexed); a key nobody has
   * is absent. Two ids are enough to say "ambiguous". At most 5,000 keys a call. Sees finished files only.
   */
  findByName(
    kind: NamedKind,
    nameKeys: readonly string[],
    options?: ReadOptions,
  ): Promise<ReadonlyMap<string, readonly RecordId[]>>;

  /** Names after `after` (exclusive), ordered by nameKey then id: candidates for suggestions. */
  listNames(
    kind: NamedKind,
    query: { readonly after?: { readonly nameKey: string; readonly id: RecordId }; readonly limit: number },
    options?: ReadOptions,
  ): Promise<readonly { readonly id: RecordId; readonly name: string; readonly nameKey: string }[]>;

  /** Parent of each of these accounts (null for a root); unknown accounts are absent. At most 5,000 a call. */
  parentsOf(
    accounts: readonly RecordId[],
    options?: ReadOptions,
  ): Promise<ReadonlyMap<RecordId, RecordId | null>>;

  /** A JSON value kept for the tenant under a key (saved mappings, aliases): at most 200 characters and 1 MB. */
  readSetting(key: string): Promise<unknown>;
  writeSetting(key: string, value: unknown): Promise<void>;
  /** Keys that begin with `prefix`, sorted. */
  listSettings(prefix: string): Promise<readonly string[]>;
}

/**
 * The writing of one file, which may hold several kinds. Nothing is seen by any reader before `finish`; `abort`, a
 * crash, or dropping the writer leaves everything as it was. Calls are made one after the other.
 */
export interface ImportFileWriter {
  write(batch: ImportBatch, options?: ReadOptions): Promise<void>;
  /** Makes all rows visible at once. */
  finish(options?: ReadOptions): Promise<ImportCounts>;
  /** Safe to call after a failure and more than once. */
  abort(): Promise<void>;
}
