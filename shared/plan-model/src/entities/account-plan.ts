import { toRecordId } from "@sweetspot/contract";
import { defineEntity } from "../entity.ts";
import { crmReference, date, number, text } from "../field-kinds.ts";

/** Method, “The account plan”: the header of its pages and what the one-page brief says besides the steps. */
export const accountPlan = defineEntity({
  name: "account-plan",
  help: "What stands at the head of one customer’s plan: version, date, region, manager; and what the one-page brief says.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    version: number({ help: "Counts the plan’s versions, from 1.", min: 1, max: 9999 }),
    versionDate: date({ help: "From when this version is." }),
    region: text({ help: "Region or country the plan is for.", max: 120 }),
    manager: crmReference("team-member", { help: "Who of us answers for the plan." }),
    period: text({ help: "How far the plan looks ahead, for example 2027 to 2029.", max: 80 }),
    aims: text({ help: "What we want to have reached with this customer by then.", max: 4000 }),
    brief: text({ help: "What a managing director must know before a visit.", max: 4000 }),
    request: text({ help: "What the managing director is asked to say, promise or decide.", max: 2000 }),
    notes: text({ help: "Internal notes; left out of what the customer gets.", max: 10_000 }),
  },
});

/** Each plan has one head. */
export const ACCOUNT_PLAN_ID = toRecordId("account-plan");
