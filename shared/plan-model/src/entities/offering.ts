import { defineEntity } from "../entity.ts";
import { crmReference, flag, list, number, reference, text } from "../field-kinds.ts";

export const offering = defineEntity({
  name: "offering",
  help: "Something we sell: a product, a service or a group of them. The library holds the company's; a plan may add its own.",
  scopes: ["library", "plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "Name as the customer would hear it.", max: 120, required: true }),
    parent: reference("offering", { help: "The group above.", within: "any" }),
    order: number({ help: "Place among its siblings, ascending.", min: -1e9, max: 1e9, scale: 6 }),
    products: list(crmReference("product", { help: "A product of the CRM's catalogue." }), {
      help: "Products of the CRM's catalogue that count as this offering.",
      max: 1000,
    }),
    terms: list(text({ help: "A word or phrase.", max: 120 }), {
      help: "Words in a deal's name or product text that mean this offering, used where deals have no line items.",
      max: 50,
    }),
    retired: flag({ help: "No longer sold: kept for the history, hidden from new plans." }),
  },
});
