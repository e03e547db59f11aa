import { defineEntity } from "../entity.ts";
import { date, text } from "../field-kinds.ts";

export const gridSnapshot = defineEntity({
  name: "grid-snapshot",
  help: "A day of the white-space grid with a name, to compare with. What it looked like comes from the plan's history.",
  scopes: ["plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What the day is called in lists.", max: 80, required: true }),
    takenOn: date({ help: "The day whose end it shows.", required: true }),
    period: text({ help: "The planning period it belongs to, such as 2027 or Q3.", max: 40 }),
  },
});
