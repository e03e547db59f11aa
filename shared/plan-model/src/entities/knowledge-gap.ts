import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, reference, text } from "../field-kinds.ts";
import { INSIGHT_KINDS, SIDES } from "./insight-choices.ts";

export const knowledgeGap = defineEntity({
  name: "knowledge-gap",
  help: "Something we do not know yet: a question, who asks it, and later the answer with its source.",
  scopes: ["plan"],
  schema: 1,
  title: "question",
  fields: {
    question: text({ help: "What we want to know.", max: 500, required: true }),
    cell: reference("cell", { help: "The white-space cell it is about." }),
    owner: crmReference("team-member", { help: "Who finds out." }),
    due: date({ help: "By when, for example the next meeting." }),
    answer: text({ help: "What we learnt.", max: 2000 }),
    source: text({ help: "Who or what told us.", max: 255 }),
    answeredOn: date({ help: "When we learnt it." }),
    answeredBy: crmReference("team-member", { help: "Who of us brought the answer." }),
    level: reference("strategy-level", { help: "The level of the strategy comparison it stands on." }),
    side: choice(SIDES, { help: "Whose strategy it asks about." }),
    kind: choice(INSIGHT_KINDS, { help: "What is not known: a strategy, a target or a challenge." }),
    member: reference("buying-centre-member", { help: "The person it is about or to be asked of." }),
    bankQuestion: text({ help: "Key of the question in the question bank it began with.", max: 80 }),
  },
});
