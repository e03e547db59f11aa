import { defineSummary, type IsoInstant, type PlanRecord, type SummaryStep } from "@sweetspot/contract";
import { introduction } from "@sweetspot/plan-model";
import { type Introduction, readIntroductions } from "../introductions/introduction.model.ts";
import { drawPreview } from "./preview.model.ts";

/** The introductions of an account in figures, for a card: how far they are, and whom to see to next. */
export const summary = defineSummary({
  widget: "referral-bridge",
  compute: ({ plan, today }) => {
    const all = readIntroductions(plan, today);
    if (all.length === 0) return { state: "empty", headline: { key: "summary.empty" }, counts: [] };
    const [first] = all.filter(({ next }) => next !== undefined);
    const late = all.filter(({ overdue }) => overdue).length;
    const lastReview = lastChange(plan);
    const count = (...states: readonly Introduction["state"][]): number =>
      all.filter(({ state }) => states.includes(state)).length;
    return {
      state: "ready",
      headline:
        late > 0
          ? { key: "summary.overdue", values: { count: late } }
          : first
            ? { key: "summary.next", values: { name: first.fields.targetName } }
            : { key: "summary.nothing-open" },
      counts: [
        { key: "summary.count.candidates", value: count("candidate") },
        { key: "summary.count.asked", value: count("asked") },
        { key: "summary.count.agreed", value: count("agreed", "target-agreed") },
        { key: "summary.count.made", value: all.filter(({ fields }) => fields.madeOn !== undefined).length },
      ],
      ...(first ? { nextStep: toStep(first) } : {}),
      ...(lastReview === undefined ? {} : { lastReview }),
      preview: drawPreview(all),
    };
  },
});

/** In the rep's words where he gave a reason, otherwise by the names alone: a card has no texts of ours for a step. */
const toStep = ({ fields, due }: Introduction): SummaryStep => ({
  text: fields.occasion ?? fields.wayNames?.join(" › ") ?? fields.targetName,
  about: [fields.targetName, ...(fields.goBetweenName === undefined ? [] : [fields.goBetweenName])],
  ...(due === undefined ? {} : { due }),
});

const lastChange = (plan: readonly PlanRecord[]): IsoInstant | undefined =>
  plan
    .filter(({ type }) => type === introduction.name)
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
