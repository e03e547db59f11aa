import { defineEntity } from "../entity.ts";
import { list, number, reference, text } from "../field-kinds.ts";

export const sweetSpot = defineEntity({
  name: "sweet-spot",
  help: "Where the customer’s insights and ours meet on a level. Only what overlaps is relevant to the customer.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    level: reference("strategy-level", { help: "The level both sides meet on.", required: true }),
    customerInsights: list(reference("insight", { help: "An insight of the customer." }), {
      help: "What the customer wants; one or more.",
      max: 50,
      essential: true,
    }),
    providerInsights: list(reference("insight", { help: "An insight of ours." }), {
      help: "What of ours meets it; one or more.",
      max: 50,
      essential: true,
    }),
    explanation: text({ help: "Why the two belong together.", max: 2000 }),
    order: number({ help: "Place on its level, ascending.", min: -1e9, max: 1e9, scale: 6 }),
  },
});
