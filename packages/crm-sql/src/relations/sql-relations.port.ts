import type {
  IsoDate,
  IsoInstant,
  Page,
  PageOptions,
  ReadOptions,
  RecordId,
  TieWish,
} from "@sweetspot/contract";
import type {
  Asked,
  BookChanges,
  MatchDecision,
  MatchProposal,
  RelationSource,
  SourceBody,
  SourcePerson,
  SourceTie,
} from "@sweetspot/relation-book";
import type { RelationSink } from "@sweetspot/relation-import";

/** The relations of one tenant in the database: what was imported, decided, wished and erased. */
export interface SqlRelations {
  /** Where an import writes. */
  sink(): RelationSink;

  /** By name, each with what is stored of it. */
  sources(options?: ReadOptions): Promise<readonly StoredSource[]>;
  /** Changes what may be done with a source, and for how long. @throws CrmError `not-found` */
  saveSource(source: Pick<RelationSource, "name" | "purpose" | "retentionMonths">): Promise<void>;
  /** Forgets a source with all its records. @returns how many records went */
  removeSource(name: string): Promise<number>;

  /**
   * All that a book is made of, in parts of at most some thousand records, people and bodies before ties. It is read while
   * others write: ask `changesSince` of the first part's revision afterwards, and the book is whole.
   */
  load(options?: ReadOptions): AsyncIterable<StoredPart>;
  /** What a book of that revision has to be told; `reload` where it is so much, or so old, that it had better be made anew. */
  changesSince(revision: number, options?: ReadOptions): Promise<StoredChanges>;
  /** The number of the last change; grows with every one. */
  revision(options?: ReadOptions): Promise<number>;

  /** Remembers what a person decided about two records, for ever. */
  saveDecision(decision: MatchDecision): Promise<void>;
  /** Takes a decision back: the rules judge again. */
  removeDecision(pair: Pick<MatchDecision, "one" | "other">): Promise<void>;
  /** The latest first. */
  decisions(options?: PageOptions): Promise<Page<StoredDecision>>;
  /** What the book proposes now, instead of what it proposed before. */
  saveProposals(kind: "people" | "bodies", proposals: readonly MatchProposal[]): Promise<void>;
  /** The likeliest first, without those decided, each with both records to compare. */
  proposals(kind: "people" | "bodies", options?: PageOptions): Promise<ProposalPage>;

  /** Records of people whose name holds every word; some fifty at most, by name. */
  findPeople(search: string, options?: ReadOptions): Promise<readonly SourcePerson[]>;
  /** All that is stored about the person these records are, for himself. */
  report(records: readonly RecordId[], options?: ReadOptions): Promise<StoredPersonReport>;
  /**
   * Erases a person on request: his records, his ties, decisions about him, his name in introductions and all other texts of
   * plans. He stays erased when a source is imported again. Name all of his records; those of the CRM are the CRM's.
   */
  erasePerson(records: readonly RecordId[], by: RecordId): Promise<ErasedRelationPerson>;

  readWish(member: RecordId, options?: ReadOptions): Promise<TieWish>;
  saveWish(member: RecordId, wish: TieWish): Promise<void>;

  /**
   * How often each of these ids was asked for an introduction since that day, over all accounts; who was never asked is
   * absent. An introduction names the id that the person had then: ask for all records of him.
   */
  countAsks(
    people: readonly RecordId[],
    since: IsoDate,
    options?: ReadOptions,
  ): Promise<ReadonlyMap<RecordId, Asked>>;

  /** Forgets records that their source has not shown for as long as it may be kept. @returns how many went */
  retentionSweep(now: Date): Promise<number>;
}

export interface StoredSource extends RelationSource {
  readonly people: number;
  readonly bodies: number;
  readonly ties: number;
}

export interface StoredPart extends BookChanges {
  /** Of the moment the reading began. */
  readonly revision: number;
}

export type StoredChanges =
  | { readonly revision: number; readonly reload: true }
  | { readonly revision: number; readonly reload: false; readonly changes: BookChanges };

export interface StoredDecision extends MatchDecision {
  /** Absent where the record is no longer stored, or is the CRM's. */
  readonly oneRecord?: SourcePerson | SourceBody;
  readonly otherRecord?: SourcePerson | SourceBody;
}

export interface StoredProposal extends MatchProposal {
  readonly oneRecord?: SourcePerson | SourceBody;
  readonly otherRecord?: SourcePerson | SourceBody;
}

export interface ProposalPage extends Page<StoredProposal> {
  readonly total: number;
}

export interface StoredPersonReport {
  readonly records: readonly SourcePerson[];
  readonly ties: readonly SourceTie[];
  /** The bodies and other people of those ties, by name alone. */
  readonly ends: readonly { readonly id: RecordId; readonly name: string }[];
  readonly sources: readonly RelationSource[];
  readonly decisions: readonly MatchDecision[];
  /** Introductions that name him: where, as whom, and when. */
  readonly introductions: readonly {
    readonly scope: string;
    readonly record: RecordId;
    readonly as: "target" | "go-between" | "on-the-way";
    readonly changedAt: IsoInstant;
  }[];
}

export interface ErasedRelationPerson {
  /** Records that are no more: a book forgets them with `apply({ removed })`. */
  readonly people: readonly RecordId[];
  readonly ties: readonly RecordId[];
  /** Plan records from which his name went. */
  readonly planRecords: number;
}
