import { defineEntity } from "../entity.ts";
import { choice, flag, number, reference, text } from "../field-kinds.ts";
import { INSIGHT_KINDS } from "./insight-choices.ts";

export const ownInsight = defineEntity({
  name: "own-insight",
  help: "A statement about our own strategy, the same for all customers. Plans hold copies of what is said to one customer.",
  scopes: ["library"],
  schema: 1,
  title: "statement",
  fields: {
    level: reference("strategy-level", { help: "The level it stands on.", required: true }),
    kind: choice(INSIGHT_KINDS, { help: "Strategy, target or challenge.", required: true }),
    statement: text({ help: "What we want or do.", max: 10_000, required: true }),
    order: number({ help: "Place within its cell, ascending.", min: -1e9, max: 1e9, scale: 6 }),
    sourceLink: text({ help: "Where it is written.", max: 2000 }),
    internal: flag({ help: "For us only: left out of what the customer gets." }),
    retired: flag({ help: "No longer our strategy: kept for the history, not offered to new boards." }),
  },
});
