import type { IsoInstant, PartialDate, RecordId } from "@sweetspot/contract";
import { toRecordId } from "@sweetspot/contract";

/** Where records come from: a register that was imported, or the CRM itself. */
export interface RelationSource {
  /** Names the source for the admin and in every answer; unique. */
  readonly name: string;
  /** What the data may be used for, in the admin's words. */
  readonly purpose: string;
  /** Records that the source has not shown for so long are forgotten; kept without it. */
  readonly retentionMonths?: number;
  readonly importedAt: IsoInstant;
}

/** The source of everything the CRM tells. */
export const CRM_SOURCE = "CRM";

/** What every record of a source bears. */
export interface SourceRecord {
  /** Name of its `RelationSource`. */
  readonly source: string;
  /** The source's own key: one record of one kind for ever, whatever its fields become. */
  readonly key: string;
  /** How old the source's knowledge is. */
  readonly sourceDate?: PartialDate;
}

/** One person as one source writes him. */
export interface SourcePerson extends SourceRecord {
  /** As written. Where the parts below are known, this is what is shown. */
  readonly name: string;
  readonly givenName?: string;
  readonly familyName?: string;
  /** Academic or other title before the name; not his job. */
  readonly title?: string;
  readonly city?: string;
  readonly birthDate?: PartialDate;
  /** Set by the CRM's own records alone. */
  readonly teamMember?: RecordId;
  readonly contact?: RecordId;
  /** The account of the contact. */
  readonly account?: RecordId;
}

/** One body as one source writes it. */
export interface SourceBody extends SourceRecord {
  readonly name: string;
  readonly place?: string;
  /** People who belong to it, as it says itself. */
  readonly people?: number;
  /** Since when it is insolvent. */
  readonly insolvent?: PartialDate;
  /** Set by the CRM's own records alone. */
  readonly account?: RecordId;
  /** Number in a public register, as `HRB 1234`; with its court or country where one number is not unique. */
  readonly register?: string;
}

/**
 * One dated relation. Three kinds: a person and a body (`person`, `body`), two people (`person`, `otherPerson`), a body that
 * owns another (`otherBody` owns `body`). All ends are keys of the same source, or ids of records where they hold a `/`
 * after the name of a known source.
 */
export interface SourceTie extends SourceRecord {
  readonly person?: string;
  readonly body?: string;
  readonly otherPerson?: string;
  readonly otherBody?: string;
  /** A word of `RELATION_TYPES`, or one that the rules know. */
  readonly type: string;
  /** The source's own word for the part played. */
  readonly role?: string;
  /** Per cent. */
  readonly share?: number;
  readonly start?: PartialDate;
  readonly end?: PartialDate;
  /** When the source first and last saw it. */
  readonly seenFrom?: PartialDate;
  readonly seenTo?: PartialDate;
}

/** The id of a record in the book: a person's, a body's or a tie's. It lasts over re-imports. */
export const recordIdOf = ({ source, key }: Pick<SourceRecord, "source" | "key">): RecordId =>
  toRecordId(`${source}/${key}`);
