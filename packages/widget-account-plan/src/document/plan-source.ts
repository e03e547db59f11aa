import {
  type CrmView,
  type IsoDate,
  type Opportunity,
  type PlanRecord,
  type RecordId,
  valueOf,
} from "@sweetspot/contract";
import {
  ACCOUNT_PLAN_ID,
  accountPlan,
  benefitLadder,
  buyingCentreMember,
  coreMessage,
  type FieldsOf,
  insight,
  insightLink,
  isRecordOf,
  knowledgeGap,
  lexiconTerm,
  meetingSheet,
  memberRating,
  proof,
  recordsOf,
  type RecordOf,
  strategyLevel,
  sweetSpot,
  valueProposition,
  voiceNote,
} from "@sweetspot/plan-model";
import { type Board, createBoard } from "@sweetspot/strategy-overlap";
import {
  createGridModel,
  type GridModel,
  readMoneyBook,
  readPlan,
  type Records,
  toCrmFacts,
} from "@sweetspot/white-space-plan";
import { toExcerpt } from "./excerpt.model.ts";

/** For our own people, or for the customer. */
export type Audience = "team" | "customer";

export type SourceCrm = Pick<CrmView, "account" | "family" | "opportunities" | "assets" | "teamMembers">;

export interface SourceInput {
  readonly plan: Records;
  readonly library: Records;
  readonly crm: SourceCrm;
  readonly audience: Audience;
  readonly today: IsoDate;
}

/** All that the pages of one plan are made of, read as types. For the customer it holds what he may read and nothing else. */
export interface PlanSource {
  readonly audience: Audience;
  readonly customer: string;
  readonly head: FieldsOf<typeof accountPlan>;
  readonly today: IsoDate;
  readonly board: Board;
  readonly messages: readonly RecordOf<typeof coreMessage>[];
  readonly propositions: readonly RecordOf<typeof valueProposition>[];
  readonly ladders: readonly RecordOf<typeof benefitLadder>[];
  readonly proofs: ReadonlyMap<RecordId, RecordOf<typeof proof>>;
  readonly notes: readonly RecordOf<typeof voiceNote>[];
  readonly terms: readonly RecordOf<typeof lexiconTerm>[];
  readonly members: readonly RecordOf<typeof buyingCentreMember>[];
  readonly ratings: readonly RecordOf<typeof memberRating>[];
  readonly meetings: readonly RecordOf<typeof meetingSheet>[];
  /** Open ones; an answered question has become knowledge. */
  readonly openGaps: readonly RecordOf<typeof knowledgeGap>[];
  /** One for each perspective; none for the customer. */
  readonly grids: readonly GridModel[];
  readonly openDeals: readonly Opportunity[];
  teamName(id: RecordId | undefined): string | undefined;
  memberName(id: RecordId | undefined): string | undefined;
}

export function readSource(input: SourceInput): PlanSource {
  const { crm, audience, today } = input;
  const isTeam = audience === "team";
  const everything = [...input.library.values(), ...input.plan.values()];
  const kept = isTeam ? undefined : toExcerpt(everything, today);
  const all: readonly PlanRecord[] = kept ? [...kept.values()] : everything;
  const own: readonly PlanRecord[] = kept ? all : [...input.plan.values()];
  const head = kept ? kept.get(ACCOUNT_PLAN_ID) : input.plan.get(ACCOUNT_PLAN_ID);
  const members = recordsOf(buyingCentreMember, own);
  const names = new Map(crm.teamMembers.map(({ id, name }) => [id, name]));
  return {
    audience,
    customer: crm.account?.name ?? "",
    head: head && isRecordOf(accountPlan, head) ? head.fields : {},
    today,
    board: createBoard({
      levels: recordsOf(strategyLevel, own),
      insights: recordsOf(insight, own),
      spots: recordsOf(sweetSpot, own),
      gaps: recordsOf(knowledgeGap, own),
      links: recordsOf(insightLink, own),
    }),
    messages: recordsOf(coreMessage, own),
    propositions: recordsOf(valueProposition, own),
    ladders: recordsOf(benefitLadder, own),
    proofs: new Map(recordsOf(proof, all).map((record) => [record.id, record])),
    notes: recordsOf(voiceNote, own),
    terms: recordsOf(lexiconTerm, own),
    members,
    ratings: recordsOf(memberRating, own),
    meetings: recordsOf(meetingSheet, own),
    openGaps: recordsOf(knowledgeGap, own).filter(({ fields }) => !fields.answer),
    grids: isTeam ? readGrids(input) : [],
    openDeals: isTeam ? openDealsOf(crm) : [],
    teamName: (id) => (id === undefined ? undefined : names.get(id)),
    memberName: (id) => members.find((member) => member.id === id)?.fields.name,
  };
}

function readGrids({ plan: records, library, crm, today }: SourceInput): GridModel[] {
  const plan = readPlan(records, library);
  const facts = toCrmFacts(crm, { book: readMoneyBook(library), today });
  return plan.perspectives.map(({ id }) => createGridModel({ plan, facts, perspective: id, today }));
}

/** Those expected first come first; those without a date last. */
const openDealsOf = (crm: SourceCrm): Opportunity[] =>
  crm.opportunities
    .filter(({ status }) => status === "open")
    .toSorted((one, other) => {
      const [left, right] = [valueOf(one.closeDate) ?? "9999", valueOf(other.closeDate) ?? "9999"];
      return left < right ? -1 : Number(left > right);
    });
