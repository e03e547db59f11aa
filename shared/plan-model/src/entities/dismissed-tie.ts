import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { choice, text } from "../field-kinds.ts";

export const DISMISSED_TIE_REASONS = [
  "wrong-person",
  "never-there",
  "ended",
  "not-acquainted",
  "other",
] as const;

export const dismissedTie = defineEntity({
  name: "dismissed-tie",
  help: "A relation of a source that somebody found wrong; it counts for nothing in this plan.",
  scopes: ["plan"],
  schema: 1,
  title: "statement",
  fields: {
    tie: text({ help: "The relation, as its source knows it.", max: 400, required: true }),
    statement: text({ help: "The relation in words, on the day it was dismissed.", max: 500 }),
    reason: choice(DISMISSED_TIE_REASONS, { help: "What is wrong with it." }),
    note: text({ help: "What is wrong with it, in words.", max: 500 }),
  },
});

/** A relation is dismissed once, whoever does it. */
export const dismissedTieId = (tie: RecordId): RecordId => toRecordId(`dismissed-tie:${toPart(tie)}`);
