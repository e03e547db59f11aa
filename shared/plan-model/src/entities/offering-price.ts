import { defineEntity } from "../entity.ts";
import { choice, date, money, reference, text } from "../field-kinds.ts";

export const PRICE_PERIODS = ["year", "once"] as const;

export const offeringPrice = defineEntity({
  name: "offering-price",
  help: "What an offering costs an area of a customer by the price list: a potential where nobody entered one.",
  scopes: ["library"],
  schema: 1,
  fields: {
    offering: reference("offering", { help: "Our offering.", required: true }),
    amount: money({ help: "What it costs.", required: true }),
    per: choice(PRICE_PERIODS, { help: "Is it paid every year or once?" }),
    unit: text({ help: "What the price is for, for example a site or a user.", max: 60 }),
    validFrom: date({ help: "The day from which the price holds, until a later one." }),
  },
});
