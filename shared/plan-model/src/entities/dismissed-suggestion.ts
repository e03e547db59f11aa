import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { choice, reference, text } from "../field-kinds.ts";

export const SUGGESTION_SOURCES = ["sisters", "lookalikes"] as const;
export const DISMISSAL_REASONS = [
  "no-need",
  "competitor",
  "mutually-exclusive",
  "not-now",
  "wrong-customers",
  "other",
] as const;

export const dismissedSuggestion = defineEntity({
  name: "dismissed-suggestion",
  help: "A suggestion of the white-space grid that somebody turned down; it is not made again.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    area: reference("area", { help: "The customer's area; empty where it holds for the whole customer." }),
    offering: reference("offering", { help: "What was suggested.", within: "any", required: true }),
    source: choice(SUGGESTION_SOURCES, { help: "What the suggestion came from." }),
    reason: choice(DISMISSAL_REASONS, { help: "Why it was turned down." }),
    note: text({ help: "What stands behind it.", max: 500 }),
  },
});

/** A suggestion is turned down once, whoever does it; without an area for the whole customer. */
export const dismissedSuggestionId = (
  source: (typeof SUGGESTION_SOURCES)[number],
  offering: RecordId,
  area?: RecordId,
): RecordId =>
  toRecordId(
    ["dismissed-suggestion", source, toPart(offering), ...(area === undefined ? [] : [toPart(area)])].join(
      ":",
    ),
  );
