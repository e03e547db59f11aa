import type { TieProblem } from "@sweetspot/bridge-graph";
import type {
  AcquaintancesQuery,
  IsoDate,
  PathsAnswer,
  PathsQuery,
  RecordId,
  RelationBody,
  RelationCast,
  RelationGap,
  RelationLink,
  RelationPerson,
  RelationTarget,
  RelationTie,
  TieWish,
} from "@sweetspot/contract";
import type { Identities, IdentityOptions, MatchDecision, Merge } from "./identity/identity.ts";
import type { RelationRules } from "./relation-rules.ts";
import type { RelationSource, SourceBody, SourcePerson, SourceTie } from "./source-record.ts";

export interface RelationBookInput {
  readonly sources: Iterable<RelationSource>;
  readonly people: Iterable<SourcePerson>;
  readonly bodies: Iterable<SourceBody>;
  readonly ties: Iterable<SourceTie>;
  /** What `tiesOfCrm` made of the CRM's own records; without it every answer says `no-crm-ties`. */
  readonly crm?: CrmRelations;
  readonly decisions?: Iterable<MatchDecision>;
  /** What team members allow others; `shared` where nothing is said. */
  readonly wishes?: Iterable<MemberWish>;
  /** Ties found wrong for everybody: they count for nothing. */
  readonly dismissed?: Iterable<RecordId>;
  /** Default `DEFAULT_RELATION_RULES`. */
  readonly rules?: RelationRules;
  readonly identity?: IdentityOptions;
  /** The day strengths are counted for. */
  readonly today: IsoDate;
}

export interface CrmRelations {
  readonly people: readonly SourcePerson[];
  readonly bodies: readonly SourceBody[];
  readonly ties: readonly SourceTie[];
}

export interface MemberWish {
  readonly teamMember: RecordId;
  readonly wish: TieWish;
}

/** What has changed since the book was made; records of an id that is there already take its place. */
export interface BookChanges {
  readonly sources?: readonly RelationSource[];
  readonly people?: readonly SourcePerson[];
  readonly bodies?: readonly SourceBody[];
  readonly ties?: readonly SourceTie[];
  readonly decisions?: readonly MatchDecision[];
  readonly wishes?: readonly MemberWish[];
  readonly dismissed?: readonly RecordId[];
  /** Ids of records that are no more. The ties of a person or body that goes stay in mind until it comes back. */
  readonly removed?: {
    readonly people?: readonly RecordId[];
    readonly bodies?: readonly RecordId[];
    readonly ties?: readonly RecordId[];
    readonly decisions?: readonly Pick<MatchDecision, "one" | "other">[];
    readonly dismissed?: readonly RecordId[];
  };
}

/** As whom the book is read. */
export interface BookView {
  /** The team member who asks: hidden ties are hidden from all others. */
  readonly me: RecordId;
  /** Contacts of the CRM that he may not see: what only they tell is not there. */
  readonly withoutContacts?: ReadonlySet<RecordId>;
  /** Accounts of the CRM that he may not see. */
  readonly withoutAccounts?: ReadonlySet<RecordId>;
}

/** The relations of one company, each person and each body once. Mutable, and only through `apply`. */
export interface RelationBook {
  readonly size: {
    readonly people: number;
    readonly bodies: number;
    readonly ties: number;
    /** Pairs of people with a link. */
    readonly pairs: number;
  };
  /** Ties that count for nothing, with the reason. The ids of their ends are those of the book. */
  readonly problems: readonly TieProblem[];
  /** Who is who, with proposals and the records they are about. */
  readonly people: Identities & { readonly records: ReadonlyMap<RecordId, SourcePerson> };
  readonly bodies: Identities & { readonly records: ReadonlyMap<RecordId, SourceBody> };
  /** Insolvent bodies and people around several of them: the neighbourhood effect. */
  readonly warnings: readonly RelationWarning[];
  readonly gaps: readonly RelationGap[];
  /** The next answer counts it. */
  apply(changes: BookChanges): void;
  /** Who a record, a contact or a team member is; undefined where nobody knows. */
  findPerson(
    id: RecordId | { readonly contact: RecordId } | { readonly teamMember: RecordId },
  ): RecordId | undefined;
  /** Whom the relations place in an account's own bodies, and those contacts, the best reached first. */
  findTargets(query: TargetsQuery, view: BookView): readonly BookTarget[];
  findPaths(query: Omit<PathsQuery, "account">, view: BookView): PathsAnswer;
  /** All links of a person, the strongest first, and the cast of those from `start` to `end`. */
  listAcquaintances(query: BookAcquaintancesQuery, view: BookView): BookAcquaintances;
  /** Records of the CRM that the book holds: what a view may have to do without. */
  crmRecords(): { readonly contacts: readonly RecordId[]; readonly accounts: readonly RecordId[] };
  /** People as an answer tells of them; who is unknown is left out. */
  describe(people: readonly RecordId[], view: BookView): readonly RelationPerson[];
  /** All that is stored about a person, for himself: sources, ties, merges, and who he is taken for. */
  report(person: RecordId): PersonReport | undefined;
}

export interface TargetsQuery {
  readonly account: RecordId;
  /** The account's contacts that the user may see, with their titles. */
  readonly contacts: readonly { readonly id: RecordId; readonly name: string; readonly title?: string }[];
}

export interface BookTarget extends RelationTarget {
  /** The strongest way to him, ours first; what a reader checks before it shows the rank. */
  readonly way?: readonly RecordId[];
}

export interface BookAcquaintancesQuery extends Omit<AcquaintancesQuery, "account"> {
  readonly start?: number;
  readonly end?: number;
}

export interface BookAcquaintances extends RelationCast {
  readonly total: number;
  readonly links: readonly RelationLink[];
}

export interface RelationWarning {
  readonly kind: "insolvent-body" | "person-around-insolvencies" | "body-around-insolvencies";
  /** The body, or who is tied to at least two insolvent ones. */
  readonly subject: RecordId;
  /** Insolvent bodies it rests on, by id. */
  readonly bodies: readonly RecordId[];
}

export interface PersonReport {
  readonly person: RelationPerson;
  /** As each source writes him. */
  readonly records: readonly SourcePerson[];
  readonly ties: readonly RelationTie[];
  readonly people: readonly RelationPerson[];
  readonly bodies: readonly RelationBody[];
  readonly sources: readonly RelationSource[];
  /** Why these records are taken for one person. */
  readonly merged: readonly Merge[];
  readonly wish?: TieWish;
}
