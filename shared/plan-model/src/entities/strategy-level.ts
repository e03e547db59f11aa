import { defineEntity } from "../entity.ts";
import { choice, number, text } from "../field-kinds.ts";

export const LEVEL_KINDS = ["company", "unit", "person"] as const;

export const strategyLevel = defineEntity({
  name: "strategy-level",
  help: "One level of the strategy comparison: the company, a business unit or project, a person. In the library it is the template new boards begin with.",
  scopes: ["library", "plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What the level is called at this customer.", max: 80, required: true }),
    kind: choice(LEVEL_KINDS, { help: "What the statements on this level are about.", required: true }),
    order: number({ help: "Place from the top, ascending.", min: -1e9, max: 1e9, scale: 6, required: true }),
  },
});
