import { defineEntity } from "../entity.ts";
import { crmReference, flag, instant, list, reference, text } from "../field-kinds.ts";

export const cellComment = defineEntity({
  name: "cell-comment",
  help: "What a team member said about one cell of the white-space grid.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    cell: reference("cell", { help: "The cell it is about.", required: true }),
    text: text({ help: "What was said.", max: 2000, required: true }),
    author: crmReference("team-member", { help: "Who said it." }),
    on: instant({ help: "When it was said." }),
    mentions: list(crmReference("team-member", { help: "A team member." }), {
      help: "Whom it is meant for.",
      max: 20,
    }),
    resolved: flag({ help: "It is settled." }),
  },
});
