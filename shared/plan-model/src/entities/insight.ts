import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, flag, instant, number, reference, text } from "../field-kinds.ts";
import { INSIGHT_KINDS, SIDES, SOURCE_KINDS } from "./insight-choices.ts";

export const INSIGHT_STATES = ["unconfirmed", "confirmed", "done"] as const;
export const CONFIDENCES = ["low", "medium", "high"] as const;

/** Method §2. The author is who created the record. */
export const insight = defineEntity({
  name: "insight",
  help: "One statement about the strategy, a target or a challenge of one side on one level.",
  scopes: ["plan"],
  schema: 1,
  title: "statement",
  fields: {
    level: reference("strategy-level", { help: "The level it stands on.", required: true }),
    side: choice(SIDES, { help: "Whose it is: the customer’s or ours.", required: true }),
    kind: choice(INSIGHT_KINDS, { help: "Strategy, target or challenge.", required: true }),
    statement: text({
      help: "What we know, in the words of the side it is about.",
      max: 10_000,
      required: true,
    }),
    order: number({ help: "Place within its cell, ascending.", min: -1e9, max: 1e9, scale: 6 }),
    member: reference("buying-centre-member", { help: "On the person level: the person at the customer." }),
    teamMember: crmReference("team-member", { help: "On the person level: the one of us." }),
    sourceKind: choice(SOURCE_KINDS, { help: "What kind of source it comes from." }),
    toldBy: text({ help: "Who told us, or where it stands.", max: 255 }),
    sourceLink: text({ help: "Address of the source.", max: 2000 }),
    sourceDate: date({ help: "When it was said or published." }),
    confidence: choice(CONFIDENCES, { help: "How sure we are." }),
    state: choice(INSIGHT_STATES, { help: "Unconfirmed, confirmed by the customer, or done with." }),
    stateBy: crmReference("team-member", { help: "Who set the state." }),
    stateAt: instant({ help: "When the state was set." }),
    copiedFrom: reference("own-insight", {
      help: "The insight of the library this is a copy of; later changes there do not change it.",
      within: "library",
    }),
    answerTo: reference("knowledge-gap", { help: "The question whose answer it is." }),
    internal: flag({ help: "For us only: left out of what the customer gets." }),
    notes: text({ help: "Internal notes; left out of what the customer gets.", max: 10_000 }),
  },
});
