import { type IsoDate, type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { date, number, text } from "../field-kinds.ts";

export const exchangeRate = defineEntity({
  name: "exchange-rate",
  help: "What the company's currency was worth in another one from a day on.",
  scopes: ["library"],
  schema: 1,
  title: "currency",
  fields: {
    currency: text({
      help: "Three letters of the currency (ISO 4217), for example USD.",
      max: 3,
      required: true,
    }),
    rate: number({
      help: "Units of this currency for one unit of the company's own.",
      min: 0.000001,
      max: 99_999_999,
      scale: 6,
      required: true,
    }),
    on: date({ help: "The day from which it holds, until a later rate.", required: true }),
  },
});

/** A currency has one rate on a day. */
export const exchangeRateId = (currency: string, on: IsoDate): RecordId =>
  toRecordId(`exchange-rate:${toPart(toRecordId(currency))}:${on}`);
