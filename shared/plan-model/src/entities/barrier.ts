import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { reference, text } from "../field-kinds.ts";

export const barrier = defineEntity({
  name: "barrier",
  help: "A political barrier between two areas: what one buys is no argument for the other.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    area: reference("area", { help: "One of the two areas.", required: true }),
    otherArea: reference("area", { help: "The other area, of the same perspective.", required: true }),
    reason: text({ help: "What stands between them.", max: 500 }),
  },
});

/** The same for both orders of the two areas. */
export const barrierId = (one: RecordId, other: RecordId): RecordId =>
  toRecordId(`barrier:${[one, other].toSorted().map(toPart).join(":")}`);
