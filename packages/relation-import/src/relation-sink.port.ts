import type { ReadOptions } from "@sweetspot/contract";
import type { RelationSource, SourceBody, SourcePerson, SourceTie } from "@sweetspot/relation-book";

/** A record as a file has it: its source is the one that is being imported. */
export type PersonRow = Omit<SourcePerson, "source" | "teamMember" | "contact" | "account">;
export type BodyRow = Omit<SourceBody, "source" | "account">;
export type TieRow = Omit<SourceTie, "source">;
export type AnyRelationRow = PersonRow | BodyRow | TieRow;

/** Why the sink did not take a row. */
export type SinkFault = "unknown-person" | "unknown-body" | "erased-person";

export interface SinkProblem {
  /** Place of the row among those handed over. */
  readonly row: number;
  readonly fault: SinkFault;
  /** The end that is to blame. */
  readonly field: "key" | "person" | "otherPerson" | "body" | "otherBody";
}

export const RELATION_KINDS = ["people", "bodies", "ties"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

export interface RelationWriteCounts {
  readonly created: number;
  readonly updated: number;
  /** Existed already with the same values. */
  readonly unchanged: number;
  /** Ties that the source no longer shows: they have an end from now on. Only where the files are the whole source. */
  readonly ended: number;
}
export type RelationCounts = Readonly<Record<RelationKind, RelationWriteCounts>>;

/** What is imported, and how. */
export interface RelationImportSource extends Pick<RelationSource, "name" | "purpose" | "retentionMonths"> {
  /**
   * All that the source knows: ties of it that are not written again end, at `date` or else today. Nothing is deleted.
   * Without it, what is not mentioned stays as it is.
   */
  readonly whole?: boolean;
  /** The day of the source's data: `sourceDate` of rows that give none. `YYYY-MM-DD`, or as precise as it is known. */
  readonly date?: string;
}

/**
 * Port. Where an import of relations writes, within one tenant. A record of the same source, kind and key takes the place of
 * the earlier one whole. Failures are `CrmError`s; the importer then calls `abort`.
 */
export interface RelationSink {
  /**
   * Opens the writing of one source. One at a time per tenant: a second `begin` is refused with `conflict`.
   *
   * @throws CrmError `malformed` where the source's name is empty, too long, the CRM's, or holds a `/`
   */
  begin(source: RelationImportSource, options?: ReadOptions): Promise<RelationWriter>;
}

/**
 * The writing of one source. Nothing is seen by any reader before `finish`; `abort`, a crash, or dropping the writer leaves
 * everything as it was. Calls are made one after the other; people and bodies come before the ties that name them. At most
 * 5,000 rows a call, no key of a kind twice within one writing. Each call answers which rows it did not take.
 */
export interface RelationWriter {
  putPeople(rows: readonly PersonRow[], options?: ReadOptions): Promise<readonly SinkProblem[]>;
  putBodies(rows: readonly BodyRow[], options?: ReadOptions): Promise<readonly SinkProblem[]>;
  putTies(rows: readonly TieRow[], options?: ReadOptions): Promise<readonly SinkProblem[]>;
  /** Ties that the files have, though their rows could not be taken: what is stored of them stays as it is. */
  keepTies(keys: readonly string[], options?: ReadOptions): Promise<void>;
  /** Makes everything visible at once. */
  finish(options?: ReadOptions): Promise<RelationCounts>;
  /** Safe to call after a failure and more than once. */
  abort(): Promise<void>;
}
