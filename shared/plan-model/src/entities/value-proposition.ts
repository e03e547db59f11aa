import { defineEntity } from "../entity.ts";
import { list, number, reference, text } from "../field-kinds.ts";

/** Method §5–6: exactly four parts, in this order. */
export const PROPOSITION_PARTS = ["promise", "addedValue", "delivery", "proof"] as const;

export const valueProposition = defineEntity({
  name: "value-proposition",
  help: "Promise, added value, delivery and proof, told for one sweet spot to one level or one person.",
  scopes: ["plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What it is called in a list.", max: 120, required: true }),
    sweetSpot: reference("sweet-spot", { help: "The sweet spot it rests on.", required: true }),
    level: reference("strategy-level", { help: "The level it speaks to." }),
    member: reference("buying-centre-member", { help: "The person it speaks to, if one." }),
    variantOf: reference("value-proposition", { help: "The proposition it is another wording of." }),
    promise: text({ help: "First part: what the customer gets from us.", max: 2000 }),
    addedValue: text({ help: "Second part: what that is worth to him.", max: 2000 }),
    delivery: text({ help: "Third part: how we keep the promise.", max: 2000 }),
    proof: text({ help: "Fourth part: why he can believe it.", max: 2000 }),
    proofs: list(reference("proof", { help: "A proof.", within: "any" }), {
      help: "The facts behind the fourth part, from the library or this plan.",
      max: 20,
    }),
    offerings: list(reference("offering", { help: "An offering.", within: "any" }), {
      help: "What of ours it is about.",
      max: 50,
    }),
    language: text({ help: "Language of the texts, as a code: en, de, id.", max: 35 }),
    order: number({ help: "Place among the propositions, ascending.", min: -1e9, max: 1e9, scale: 6 }),
  },
});
