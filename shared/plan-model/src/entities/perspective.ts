import { defineEntity } from "../entity.ts";
import { number, text } from "../field-kinds.ts";

export const perspective = defineEntity({
  name: "perspective",
  help: "One way to divide a customer into areas: business areas, regions, countries, destinations. Evidence and roll-ups never cross perspectives.",
  scopes: ["plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What the areas of this perspective are.", max: 80, required: true }),
    order: number({ help: "Place among the perspectives, ascending.", min: -1e9, max: 1e9, scale: 6 }),
  },
});
