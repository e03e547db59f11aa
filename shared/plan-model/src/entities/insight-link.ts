import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { choice, reference, text } from "../field-kinds.ts";

export const LINK_KINDS = ["serves", "conflicts"] as const;

export const insightLink = defineEntity({
  name: "insight-link",
  help: "How an insight of a lower level stands to one of a higher level. Read upwards it answers “why?”, downwards “what does that mean?”.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    lower: reference("insight", { help: "The insight on the lower level.", required: true }),
    upper: reference("insight", { help: "The insight on the higher level.", required: true }),
    kind: choice(LINK_KINDS, {
      help: "The lower one serves the upper one, or the two are in conflict.",
      required: true,
    }),
    explanation: text({ help: "Why so, above all for a conflict.", max: 1000 }),
  },
});

/** Two insights have one link: it serves or it conflicts, never both. */
export const insightLinkId = (lower: RecordId, upper: RecordId): RecordId =>
  toRecordId(`insight-link:${toPart(lower)}:${toPart(upper)}`);
