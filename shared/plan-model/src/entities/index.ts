import type { Entity } from "../entity.ts";
import { accountPlan } from "./account-plan.ts";
import { area } from "./area.ts";
import { barrier } from "./barrier.ts";
import { benefitLadder } from "./benefit-ladder.ts";
import { buyingCentreMember } from "./buying-centre-member.ts";
import { cellComment } from "./cell-comment.ts";
import { cell } from "./cell.ts";
import { coreMessage } from "./core-message.ts";
import { dismissedMatch } from "./dismissed-match.ts";
import { dismissedSuggestion } from "./dismissed-suggestion.ts";
import { dismissedTie } from "./dismissed-tie.ts";
import { exchangeRate } from "./exchange-rate.ts";
import { gridLayout } from "./grid-layout.ts";
import { gridSnapshot } from "./grid-snapshot.ts";
import { insightLink } from "./insight-link.ts";
import { insight } from "./insight.ts";
import { introduction } from "./introduction.ts";
import { knowledgeGap } from "./knowledge-gap.ts";
import { lexiconTerm } from "./lexicon-term.ts";
import { meetingSheet } from "./meeting-sheet.ts";
import { memberRating } from "./member-rating.ts";
import { messageReader } from "./message-reader.ts";
import { moneyRules } from "./money-rules.ts";
import { offeringPrice } from "./offering-price.ts";
import { offering } from "./offering.ts";
import { ownInsight } from "./own-insight.ts";
import { perspective } from "./perspective.ts";
import { proof } from "./proof.ts";
import { referralPartner } from "./referral-partner.ts";
import { relationRules } from "./relation-rules.ts";
import { savedView } from "./saved-view.ts";
import { searchProfile } from "./search-profile.ts";
import { stepReview } from "./step-review.ts";
import { strategyLevel } from "./strategy-level.ts";
import { sweetSpot } from "./sweet-spot.ts";
import { valueProposition } from "./value-proposition.ts";
import { voiceNote } from "./voice-note.ts";
import { whiteSpaceRules } from "./white-space-rules.ts";

/** All entities, parents before those that refer to them. */
export const ENTITIES: readonly Entity[] = [
  offering,
  whiteSpaceRules,
  perspective,
  area,
  cell,
  barrier,
  gridLayout,
  knowledgeGap,
  strategyLevel,
  ownInsight,
  buyingCentreMember,
  memberRating,
  insight,
  insightLink,
  sweetSpot,
  dismissedMatch,
  coreMessage,
  messageReader,
  proof,
  valueProposition,
  benefitLadder,
  voiceNote,
  lexiconTerm,
  meetingSheet,
  accountPlan,
  relationRules,
  searchProfile,
  referralPartner,
  introduction,
  dismissedTie,
  stepReview,
  moneyRules,
  exchangeRate,
  offeringPrice,
  dismissedSuggestion,
  gridSnapshot,
  savedView,
  cellComment,
];

const BY_NAME = new Map(ENTITIES.map((entity) => [entity.name, entity]));

export const findEntity = (name: string): Entity | undefined => BY_NAME.get(name);
