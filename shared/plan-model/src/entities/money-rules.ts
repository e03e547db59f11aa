import { toRecordId } from "@sweetspot/contract";
import { defineEntity } from "../entity.ts";
import { flag, text } from "../field-kinds.ts";

export const moneyRules = defineEntity({
  name: "money-rules",
  help: "The currency the company counts in, and where potentials may come from.",
  scopes: ["library"],
  schema: 1,
  fields: {
    currency: text({
      help: "Three letters of the company's currency (ISO 4217); exchange rates are given for one unit of it.",
      max: 3,
    }),
    estimateFromSimilar: flag({
      help: "Where nobody entered a potential, show what similar customers spend as an estimate.",
    }),
  },
});

/** The library has one set of rules. */
export const MONEY_RULES_ID = toRecordId("money-rules");
