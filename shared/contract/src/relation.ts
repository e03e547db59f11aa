import type { IsoDate } from "./dates.ts";
import type { RecordId } from "./record-id.ts";

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as the source is. */
export type PartialDate = string;

/** Someone in the relations: known from registers, from the CRM or from both, once each however many sources name him. */
export interface RelationPerson {
  /** Names the person in the relations; not the id of a CRM record. */
  readonly id: RecordId;
  readonly name: string;
  readonly city?: string;
  /** One of ours, if he is: the id of the team member. */
  readonly teamMember?: RecordId;
  /** Set where the CRM has him as a contact that this user may see. */
  readonly contact?: RecordId;
  /** Where it is known from that he exists, each with the day of its data. */
  readonly sources: readonly SourceNote[];
  /** Introductions asked of him by any of us lately; absent where this place cannot count them. */
  readonly asked?: { readonly count: number; readonly last: IsoDate };
  /** Insolvent bodies he has or had a tie to, where there are several: the neighbourhood effect. They are in the cast. */
  readonly insolvencies?: readonly RecordId[];
}

/** A body people belong to: company, foundation, association, chamber, club, committee. */
export interface RelationBody {
  readonly id: RecordId;
  readonly name: string;
  readonly place?: string;
  /** Set where the CRM has it as an account that this user may see. */
  readonly account?: RecordId;
  /** People known to belong to it, or as many as it says itself. */
  readonly people: number;
  /** Since when it is insolvent, as far as a source says so. */
  readonly insolvent?: PartialDate;
  readonly sources: readonly SourceNote[];
}

export interface SourceNote {
  /** The name of the source, as the admin gave it. */
  readonly name: string;
  readonly date?: PartialDate;
}

/** One dated relation as a source tells it: of a person to a body or to another person. */
export interface RelationTie {
  readonly id: RecordId;
  readonly person: RecordId;
  readonly body?: RecordId;
  readonly otherPerson?: RecordId;
  /** Kind of relation, a word of `RELATION_TYPES`; sources may bring others. */
  readonly type: string;
  /** The source's own word for the part played. */
  readonly role?: string;
  /** Per cent. */
  readonly share?: number;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly source?: SourceNote;
}

/** The kinds of relation the starting rules know, in the order of a filter. Method, "Sales tools". */
export const RELATION_TYPES = [
  "board_seat",
  "supervisory_board",
  "managing_director",
  "officer",
  "authorised_signatory",
  "foundation_board",
  "shareholder",
  "employer",
  "past_employer",
  "club",
  "association_mandate",
  "chamber_mandate",
  "commission",
  "political_mandate",
  "public_body",
  "colleague",
  "crm_contact",
  "meeting",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Two people and why they are believed to know each other. */
export interface RelationLink {
  readonly from: RecordId;
  readonly to: RecordId;
  /** From 0 to 1. */
  readonly strength: number;
  /** Independent grounds, the strongest first; their strengths combine by noisy-or. */
  readonly because: readonly RelationGround[];
  /** This team member wants to be asked before anybody else uses the link. */
  readonly askFirst?: RecordId;
}

/** One ground on which two people are believed to know each other. */
export interface RelationGround {
  /** Where they meet; absent for a tie between the two. */
  readonly body?: RecordId;
  /** Of the first person and of the second, or the one they share. */
  readonly ties: readonly RelationTie[];
  /** The common time as far as is known. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly current: boolean;
  readonly strength: number;
  /** Factors that multiply to the strength. */
  readonly reasons: readonly RelationReason[];
}

export type RelationReason =
  | { readonly reason: "relation"; readonly factor: number; readonly type: string }
  | {
      readonly reason: "share";
      readonly factor: number;
      readonly share: number;
      readonly shareClass: "majority" | "blocking" | "minority" | "freeFloat";
    }
  | { readonly reason: "size"; readonly factor: number; readonly people: number }
  | { readonly reason: "time"; readonly factor: number; readonly time: "together" | "apart" | "unknown" }
  | { readonly reason: "recency"; readonly factor: number; readonly years: number };

/** A way from one of ours to the target. */
export interface RelationPath {
  /** From 0 to 1, the product of its links' strengths. */
  readonly strength: number;
  /** Ids, from our person to the target. */
  readonly people: readonly RecordId[];
  readonly links: readonly RelationLink[];
}

/** What people and bodies an answer speaks of, each once. */
export interface RelationCast {
  readonly people: readonly RelationPerson[];
  readonly bodies: readonly RelationBody[];
}
