import { defineEntity } from "../entity.ts";
import { list, reference, text } from "../field-kinds.ts";

/** Method §5: “why?” up to three times leads from the benefit to the value. */
export const benefitLadder = defineEntity({
  name: "benefit-ladder",
  help: "From a feature to its benefit to what that is worth to this customer. Feature and benefit are the product’s, the value is the customer’s.",
  scopes: ["plan"],
  schema: 1,
  title: "feature",
  fields: {
    feature: text({ help: "What the offering is or has.", max: 500, required: true }),
    benefit: text({ help: "What that does for whoever uses it.", max: 1000 }),
    whys: list(text({ help: "An answer to “why?”.", max: 1000 }), {
      help: "Answers to “why does that matter to you?”, each to the one before; three at most.",
      max: 3,
    }),
    value: text({ help: "What changes in the customer’s business.", max: 1000 }),
    offering: reference("offering", { help: "Our offering.", within: "any" }),
    sweetSpot: reference("sweet-spot", { help: "The sweet spot it belongs to." }),
    proposition: reference("value-proposition", { help: "The value proposition it feeds." }),
  },
});
