import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { reference, text } from "../field-kinds.ts";

export const dismissedMatch = defineEntity({
  name: "dismissed-match",
  help: "A suggested match somebody found wrong; it is not suggested again.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    customerInsight: reference("insight", { help: "The customer’s insight.", required: true }),
    providerInsight: reference("insight", { help: "Ours.", required: true }),
    reason: text({ help: "Why they do not belong together.", max: 500 }),
  },
});

/** A match is dismissed once, whoever does it. */
export const dismissedMatchId = (customerInsight: RecordId, providerInsight: RecordId): RecordId =>
  toRecordId(`dismissed-match:${toPart(customerInsight)}:${toPart(providerInsight)}`);
