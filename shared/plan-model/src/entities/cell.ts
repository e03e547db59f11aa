import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, flag, instant, list, money, reference, text } from "../field-kinds.ts";

export const LEVELS = ["strong", "present", "weak", "none", "not-possible"] as const;
export const ANSWERS = ["yes", "no", "unknown"] as const;
export const ABSENCE_REASONS = [
  "no-need",
  "competitor",
  "mutually-exclusive",
  "not-addressed",
  "barrier",
] as const;
export const POSSESSIONS = ["ours", "competitor", "partner", "open"] as const;
export const POTENTIAL_BASES = ["by-hand", "price-list", "similar"] as const;

export const cell = defineEntity({
  name: "cell",
  help: "What we know and plan about one offering in one area of the customer.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    area: reference("area", { help: "The customer's area.", required: true }),
    offering: reference("offering", { help: "Our offering.", within: "any", required: true }),
    level: choice(LEVELS, {
      help: "Level set by hand. It wins over the derived level until it is handed back.",
    }),
    levelReason: text({
      help: "Why the level was set by hand, or why the offering is not possible here.",
      max: 500,
    }),
    levelSetBy: crmReference("team-member", { help: "Who set the level by hand." }),
    levelSetAt: instant({ help: "When the level was set by hand." }),
    makesSense: choice(ANSWERS, { help: "Would the offering make sense in this area?" }),
    proposed: choice(ANSWERS, { help: "Have we proposed it already?" }),
    absenceReason: choice(ABSENCE_REASONS, { help: "Why the area does not buy it." }),
    absenceNote: text({ help: "What stands behind the reason for absence.", max: 1000 }),
    competitor: text({ help: "Who serves the area instead of us.", max: 120 }),
    possession: choice(POSSESSIONS, {
      help: "Who holds this cell, by hand. Without it the level and the competitor say so.",
    }),
    potential: money({ help: "What the area could buy in a year." }),
    potentialBasis: choice(POTENTIAL_BASES, {
      help: "Where the potential was taken from. Empty: entered by hand.",
    }),
    marketVolume: money({
      help: "What the area spends on such things in a year, with whomever: the addressable market.",
    }),
    nextStep: text({ help: "What happens next.", max: 255 }),
    nextStepOwner: crmReference("team-member", { help: "Who does it." }),
    nextStepDue: date({ help: "By when." }),
    nextStepDone: flag({ help: "It is done." }),
    opportunities: list(crmReference("opportunity", { help: "An opportunity." }), {
      help: "Opportunities started from or linked to this cell.",
      max: 50,
    }),
    notes: text({ help: "Notes for the team.", max: 10_000 }),
  },
});

/** A cell exists once for an area and an offering, so two people who start it at once meet in a conflict, not in two cells. */
export const cellId = (area: RecordId, offering: RecordId): RecordId =>
  toRecordId(`cell:${toPart(area)}:${toPart(offering)}`);
