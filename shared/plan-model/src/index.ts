export { applyCommit, COMMIT_LIMIT } from "./apply-commit.ts";
export type { CommitAuthor } from "./apply-commit.ts";
export type { CommitWorld } from "./commit-references.ts";
export { withConsequences } from "./consequences.ts";
export { ACCOUNT_PLAN_ID, accountPlan } from "./entities/account-plan.ts";
export { area } from "./entities/area.ts";
export { barrier, barrierId } from "./entities/barrier.ts";
export { benefitLadder } from "./entities/benefit-ladder.ts";
export { buyingCentreMember, BUYING_ROLES, BUYING_TYPES } from "./entities/buying-centre-member.ts";
export {
  ABSENCE_REASONS,
  ANSWERS,
  cell,
  cellId,
  LEVELS,
  POSSESSIONS,
  POTENTIAL_BASES,
} from "./entities/cell.ts";
export { cellComment } from "./entities/cell-comment.ts";
export { coreMessage } from "./entities/core-message.ts";
export { dismissedMatch, dismissedMatchId } from "./entities/dismissed-match.ts";
export {
  DISMISSAL_REASONS,
  dismissedSuggestion,
  dismissedSuggestionId,
  SUGGESTION_SOURCES,
} from "./entities/dismissed-suggestion.ts";
export { DISMISSED_TIE_REASONS, dismissedTie, dismissedTieId } from "./entities/dismissed-tie.ts";
export { exchangeRate, exchangeRateId } from "./entities/exchange-rate.ts";
export { GRID_LAYOUT_ID, gridLayout } from "./entities/grid-layout.ts";
export { gridSnapshot } from "./entities/grid-snapshot.ts";
export { ENTITIES, findEntity } from "./entities/index.ts";
export { INSIGHT_KINDS, SIDES, SOURCE_KINDS } from "./entities/insight-choices.ts";
export { insightLink, insightLinkId, LINK_KINDS } from "./entities/insight-link.ts";
export { CONFIDENCES, insight, INSIGHT_STATES } from "./entities/insight.ts";
export {
  CONSENTS,
  introduction,
  INTRODUCTION_OUTCOMES,
  INTRODUCTION_STATES,
  UNUSABLE_REASONS,
} from "./entities/introduction.ts";
export { knowledgeGap } from "./entities/knowledge-gap.ts";
export { lexiconTerm } from "./entities/lexicon-term.ts";
export { MEETING_STATES, meetingSheet } from "./entities/meeting-sheet.ts";
export { memberRating, memberRatingId } from "./entities/member-rating.ts";
export { messageReader, messageReaderId } from "./entities/message-reader.ts";
export { MONEY_RULES_ID, moneyRules } from "./entities/money-rules.ts";
export { offeringPrice, PRICE_PERIODS } from "./entities/offering-price.ts";
export { offering } from "./entities/offering.ts";
export { ownInsight } from "./entities/own-insight.ts";
export { perspective } from "./entities/perspective.ts";
export { PERMISSIONS, proof, PROOF_KINDS } from "./entities/proof.ts";
export { PARTNER_STATES, referralPartner } from "./entities/referral-partner.ts";
export { RELATION_RULES_ID, relationRules } from "./entities/relation-rules.ts";
export { savedView } from "./entities/saved-view.ts";
export { searchProfile } from "./entities/search-profile.ts";
export { PLAN_STEPS, stepReview, stepReviewId } from "./entities/step-review.ts";
export { LEVEL_KINDS, strategyLevel } from "./entities/strategy-level.ts";
export { sweetSpot } from "./entities/sweet-spot.ts";
export { PROPOSITION_PARTS, valueProposition } from "./entities/value-proposition.ts";
export { VOICE_TOPICS, voiceNote, VOICES } from "./entities/voice-note.ts";
export { WHITE_SPACE_RULES_ID, whiteSpaceRules } from "./entities/white-space-rules.ts";
export { defineEntity, isRecordOf, recordsOf } from "./entity.ts";
export type { Entity, FieldsOf, PatchOf, RecordOf } from "./entity.ts";
export type { CrmType, FieldKind, ValueOf } from "./field-kinds.ts";
export { fitText } from "./fit-text.ts";
export { LABEL_LANGUAGES, toPlanLabels } from "./labels.ts";
export type { LabelGender, LabelLanguage, PlanLabels } from "./labels.ts";
export {
  ERASED,
  isAboutContact,
  isAboutRelationPerson,
  namesContacts,
  personNames,
  relationPersonNames,
  tellingNames,
  withoutPerson,
} from "./erased-person.ts";
export { applyPatch, diffFields, sameValue } from "./patch.ts";
export { placeBetween } from "./place-between.ts";
export type { Placed } from "./place-between.ts";
export { rebase } from "./rebase.ts";
export type { Rebased } from "./rebase.ts";
export { referencesOf, referrersAmong } from "./references.ts";
export { upgradeRecord } from "./upgrade.ts";
export { validateRecord } from "./validate.ts";
export { followMergedRecord } from "./merged-record.ts";
export type { MergedRecord } from "./merged-record.ts";
