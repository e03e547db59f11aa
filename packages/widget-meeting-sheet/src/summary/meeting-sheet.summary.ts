import { defineSummary, type IsoInstant, type PlanRecord, type SummaryStep } from "@sweetspot/contract";
import { meetingSheet } from "@sweetspot/plan-model";
import { readVisits, type Visit } from "../model/sheets.model.ts";

/** The visits of an account in figures, for a card: whom to meet next, what is overdue, which answers are missing. */
export const summary = defineSummary({
  widget: "meeting-sheet",
  compute: ({ plan, today }) => {
    const visits = readVisits(new Map(plan.map((record) => [record.id, record])), today);
    if (visits.length === 0) return { state: "empty", headline: { key: "summary.empty" }, counts: [] };
    const next = visits.find(({ ahead, overdue }) => ahead && !overdue);
    const nextStep = next && toStep(next);
    const lastReview = lastChange(plan);
    return {
      state: "ready",
      headline: next
        ? { key: "summary.next", values: { name: next.member?.fields.name ?? "" } }
        : { key: "summary.none-ahead" },
      counts: [
        { key: "summary.count.ahead", value: visits.filter(({ ahead }) => ahead).length },
        { key: "summary.count.overdue", value: visits.filter(({ overdue }) => overdue).length },
        {
          key: "summary.count.unanswered",
          value: visits
            .filter(({ status }) => status === "held")
            .reduce((sum, { unanswered }) => sum + unanswered, 0),
        },
      ],
      ...(nextStep ? { nextStep } : {}),
      ...(lastReview === undefined ? {} : { lastReview }),
    };
  },
});

/** Only where the rep has said in words what the visit is for. */
const toStep = ({ fields, member }: Visit): SummaryStep | undefined =>
  fields.reason === undefined
    ? undefined
    : {
        text: fields.reason,
        about: member ? [member.fields.name] : [],
        ...(fields.meetingDate === undefined ? {} : { due: fields.meetingDate }),
      };

const lastChange = (plan: readonly PlanRecord[]): IsoInstant | undefined =>
  plan
    .filter(({ type }) => type === meetingSheet.name)
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
