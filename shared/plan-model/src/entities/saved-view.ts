import { defineEntity } from "../entity.ts";
import { crmReference, flag, list, reference, text } from "../field-kinds.ts";

export const savedView = defineEntity({
  name: "saved-view",
  help: "Filters, lens and perspective of the white-space grid under a name.",
  scopes: ["plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What the view is called in lists.", max: 80, required: true }),
    filters: list(text({ help: "One condition, as key=value.", max: 200 }), {
      help: "What is shown; empty for everything.",
      max: 30,
    }),
    lens: text({ help: "What the cells show, such as levels or money.", max: 40 }),
    perspective: reference("perspective", { help: "The perspective it was saved in." }),
    owner: crmReference("team-member", { help: "Who saved it." }),
    shared: flag({ help: "The whole team sees it, not only its owner." }),
  },
});
