import type { IsoInstant, RecordId, TieWish } from "@sweetspot/contract";
import type {
  BookChanges,
  MatchDecision,
  RelationSource,
  SourceBody,
  SourcePerson,
  SourceTie,
} from "@sweetspot/relation-book";

/** What the plan service's `relations` answers; `SweetspotRelations` of apps/salesforce. Fields without a value are left out. */
export interface RelationAnswer {
  /** All sources of the org and the wishes of its users; with the first answer alone. */
  readonly sources?: readonly RelationSource[];
  readonly wishes?: readonly { readonly teamMember: RecordId; readonly wish: TieWish }[];
  /** The matches of what was asked for by name; with the first answer alone. */
  readonly named?: readonly { readonly id: RecordId; readonly match: string }[];
  readonly people: readonly PersonRow[];
  readonly bodies: readonly BodyRow[];
  readonly ties: readonly TieRow[];
  readonly decisions: readonly DecisionRow[];
  /** There is more of it: the same request again with this as `cursor`. */
  readonly next?: string;
}

/** `id` is the record's external id, `source/key`; records of one `match` may be one person, which the book decides. */
interface Row {
  readonly id: RecordId;
  readonly source: string;
  readonly match: string;
}
export interface PersonRow extends Row, Omit<SourcePerson, "source" | "key"> {}
export interface BodyRow extends Row, Omit<SourceBody, "source" | "key"> {}
/** Ends are ids of records. */
export interface TieRow extends Omit<Row, "match">, Omit<SourceTie, "source" | "key"> {}
export interface DecisionRow {
  readonly one: RecordId;
  readonly other: RecordId;
  readonly same: boolean;
  readonly by: RecordId;
  readonly at: IsoInstant;
}

/** One call of the service; ids are of relation records, or `CRM/contact/…` and the like of the CRM's own. */
export type RelationRequest =
  | {
      readonly step: "find";
      readonly people: readonly { readonly id: string; readonly name: string }[];
      readonly bodies: readonly { readonly id: string; readonly name: string }[];
    }
  | {
      readonly step: "around";
      readonly people: readonly string[];
      readonly bodies: readonly string[];
      /** Matches of bodies that have been told whole. */
      readonly known: readonly string[];
    };

/** The rows of an answer as the book takes them: keys without their source, where it is their own. */
export function toBookChanges({ sources, wishes, ...rows }: RelationAnswer): BookChanges {
  return {
    ...(sources ? { sources } : {}),
    ...(wishes ? { wishes } : {}),
    people: rows.people.map(({ id, match: _match, ...person }) => ({ ...person, key: keyOf(person, id) })),
    bodies: rows.bodies.map(({ id, match: _match, ...body }) => ({ ...body, key: keyOf(body, id) })),
    ties: rows.ties.map(({ id, person, body, otherPerson, otherBody, ...tie }) => ({
      ...tie,
      key: keyOf(tie, id),
      ...(person ? { person: keyOf(tie, person) } : {}),
      ...(body ? { body: keyOf(tie, body) } : {}),
      ...(otherPerson ? { otherPerson: keyOf(tie, otherPerson) } : {}),
      ...(otherBody ? { otherBody: keyOf(tie, otherBody) } : {}),
    })),
    decisions: rows.decisions satisfies readonly MatchDecision[],
  };
}

const keyOf = ({ source }: { readonly source: string }, id: string): string =>
  id.startsWith(`${source}/`) ? id.slice(source.length + 1) : id;
