import type { PlanRecord, RecordId } from "@sweetspot/contract";
import {
  benefitLadder,
  buyingCentreMember,
  coreMessage,
  insight,
  lexiconTerm,
  messageReader,
  offering,
  proof,
  recordsOf,
  type RecordOf,
  strategyLevel,
  sweetSpot,
  valueProposition,
  voiceNote,
} from "@sweetspot/plan-model";
import { type Board, createBoard } from "@sweetspot/strategy-overlap";

export type Records = ReadonlyMap<RecordId, PlanRecord>;
export type PropositionRecord = RecordOf<typeof valueProposition>;
export type LadderRecord = RecordOf<typeof benefitLadder>;
export type ProofRecord = RecordOf<typeof proof>;
export type MemberRecord = RecordOf<typeof buyingCentreMember>;
export type MessageRecord = RecordOf<typeof coreMessage>;
export type OfferingRecord = RecordOf<typeof offering>;

/** A fact and who keeps it: the company's library, or this account's plan. */
export interface KeptProof {
  readonly record: ProofRecord;
  readonly origin: "library" | "plan";
}

/** What of an account's plan and of the library a value proposition is made of. */
export interface StoryReading {
  readonly board: Board;
  /** In their order. */
  readonly propositions: readonly PropositionRecord[];
  readonly ladders: readonly LadderRecord[];
  readonly proofs: readonly KeptProof[];
  readonly offerings: readonly OfferingRecord[];
  readonly messages: readonly MessageRecord[];
  readonly readers: readonly RecordOf<typeof messageReader>[];
  readonly members: readonly MemberRecord[];
  readonly terms: readonly RecordOf<typeof lexiconTerm>[];
  readonly notes: readonly RecordOf<typeof voiceNote>[];
}

/** Reads the records of a plan and of the library; records of other widgets are passed over. */
export function readStory(plan: Records, library: Records): StoryReading {
  const own = [...plan.values()];
  const shared = [...library.values()];
  const inPlan = new Set(plan.keys());
  return {
    board: createBoard({
      levels: recordsOf(strategyLevel, own),
      insights: recordsOf(insight, own),
      spots: recordsOf(sweetSpot, own),
    }),
    propositions: inOrder(recordsOf(valueProposition, own)),
    ladders: recordsOf(benefitLadder, own),
    proofs: [
      ...recordsOf(proof, own).map((record) => ({ record, origin: "plan" as const })),
      ...recordsOf(proof, shared)
        .filter(({ id }) => !inPlan.has(id))
        .map((record) => ({ record, origin: "library" as const })),
    ],
    offerings: [
      ...recordsOf(offering, own),
      ...recordsOf(offering, shared).filter(({ id }) => !inPlan.has(id)),
    ],
    messages: recordsOf(coreMessage, own),
    readers: recordsOf(messageReader, own),
    members: recordsOf(buyingCentreMember, own),
    terms: recordsOf(lexiconTerm, own),
    notes: recordsOf(voiceNote, own),
  };
}

/** By the place people gave them, then by age, so that all see one order. */
const inOrder = (records: readonly PropositionRecord[]): readonly PropositionRecord[] =>
  records.toSorted(
    (one, other) =>
      (one.fields.order ?? Number.MAX_VALUE) - (other.fields.order ?? Number.MAX_VALUE) ||
      (one.createdAt === other.createdAt
        ? one.id < other.id
          ? -1
          : 1
        : one.createdAt < other.createdAt
          ? -1
          : 1),
  );
