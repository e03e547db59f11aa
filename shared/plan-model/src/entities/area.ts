import { defineEntity } from "../entity.ts";
import { crmReference, list, number, reference, text } from "../field-kinds.ts";

export const area = defineEntity({
  name: "area",
  help: "A part of the customer that may buy on its own: a division, a region, a destination. It need not be a CRM account.",
  scopes: ["plan"],
  schema: 1,
  title: "name",
  fields: {
    perspective: reference("perspective", { help: "The perspective this area belongs to.", required: true }),
    parent: reference("area", { help: "The area above, within the same perspective." }),
    name: text({ help: "Name as the customer uses it.", max: 120, required: true }),
    order: number({ help: "Place among its siblings, ascending.", min: -1e9, max: 1e9, scale: 6 }),
    accounts: list(crmReference("account", { help: "A CRM account whose records count here." }), {
      help: "CRM accounts whose records count for this area.",
      max: 500,
    }),
    ruleField: text({
      help: "CRM field whose value decides what counts here, for example Country.",
      max: 120,
    }),
    ruleValue: text({ help: "Value of that field, compared without case and accents.", max: 255 }),
  },
});
