import { defineSummary, type IsoDate, type PlanRecord } from "@sweetspot/contract";
import {
  buyingCentreMember,
  coreMessage,
  insight,
  knowledgeGap,
  meetingSheet,
  recordsOf,
  stepReview,
  valueProposition,
  voiceNote,
  area,
} from "@sweetspot/plan-model";

/** What makes a page of the plan, one for each step. */
const STEPS = [insight, coreMessage, voiceNote, valueProposition, area, buyingCentreMember, meetingSheet];
const QUARTER_DAYS = 92;

/** An account plan for a card: how far it is, and the next meeting. Needs nothing of the CRM. */
export const summary = defineSummary({
  widget: "account-plan",
  compute: ({ plan, today }) => {
    const steps = STEPS.filter((entity) => recordsOf(entity, plan).length > 0).length;
    if (steps === 0) return { state: "empty", headline: { key: "summary.begin" }, counts: [] };
    const reviews = recordsOf(stepReview, plan).flatMap(({ fields }) => fields.reviewedAt ?? []);
    const latest = reviews.toSorted().at(-1);
    const meeting = nextMeeting(plan, today);
    return {
      state: "ready",
      headline: { key: "summary.pages", values: { pages: steps } },
      counts: [
        { key: "summary.count.steps", value: steps, of: STEPS.length },
        {
          key: "summary.count.reviewed",
          value: reviews.filter((at) => daysBetween(at.slice(0, 10), today) <= QUARTER_DAYS).length,
        },
        { key: "summary.count.meetings", value: upcoming(plan).length },
        {
          key: "summary.count.questions",
          value: recordsOf(knowledgeGap, plan).filter(({ fields }) => !fields.answer).length,
        },
      ],
      ...(meeting ? { nextStep: meeting } : {}),
      ...(latest === undefined ? {} : { lastReview: latest }),
    };
  },
});

const upcoming = (plan: readonly PlanRecord[]) =>
  recordsOf(meetingSheet, plan).filter(
    ({ fields }) => fields.status !== "held" && fields.status !== "cancelled",
  );

function nextMeeting(plan: readonly PlanRecord[], today: IsoDate) {
  const next = upcoming(plan)
    .filter(({ fields }) => (fields.meetingDate ?? "") >= today && fields.reason !== undefined)
    .toSorted((one, other) =>
      (one.fields.meetingDate ?? "") < (other.fields.meetingDate ?? "") ? -1 : 1,
    )[0];
  if (!next) return undefined;
  const { reason = "", meetingDate, member } = next.fields;
  const name = recordsOf(buyingCentreMember, plan).find(({ id }) => id === member)?.fields.name;
  return {
    text: reason,
    about: name === undefined ? [] : [name],
    ...(meetingDate === undefined ? {} : { due: meetingDate }),
  };
}

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
