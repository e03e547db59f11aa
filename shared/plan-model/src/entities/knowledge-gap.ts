import { defineEntity } from "../entity.ts";
import { crmReference, date, reference, text } from "../field-kinds.ts";

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
  },
});
