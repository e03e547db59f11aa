import { type RecordId, toRecordId } from "@sweetspot/contract";
import { defineEntity } from "../entity.ts";
import { choice, crmReference, instant, text } from "../field-kinds.ts";

/** The steps of an account plan in the order of work; each is one page of the printed plan and one widget. */
export const PLAN_STEPS = [
  "strategy-overlap",
  "core-messages",
  "value-proposition",
  "white-space",
  "buying-centre",
  "referral-bridge",
  "customer-voice",
  "meeting-sheet",
  "account-plan",
] as const;

/** Earlier reviews of a step are in the store’s history of its one record. */
export const stepReview = defineEntity({
  name: "step-review",
  help: "When somebody last looked through one step of the plan and found that it holds.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    step: choice(PLAN_STEPS, { help: "The step.", required: true }),
    reviewedBy: crmReference("team-member", { help: "Who looked through it." }),
    reviewedAt: instant({ help: "When." }),
    note: text({ help: "What was found.", max: 2000 }),
  },
});

/** A step has one last review, whoever makes it. */
export const stepReviewId = (step: (typeof PLAN_STEPS)[number]): RecordId =>
  toRecordId(`step-review:${step}`);
