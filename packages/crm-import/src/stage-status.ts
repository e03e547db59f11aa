import type { OpportunityStatus } from "@sweetspot/contract";
import { squashName } from "./normalise-name.ts";

const WON = /won|gewonnen|erfolgreich|menang|gagnee|gewonnen/u;
const LOST = /lost|verloren|kalah|hilang|abandoned|disqualifi|cancel|storniert|abgesagt|dibatalkan/u;
const NOT_WON = /notwon|nichtgewonnen|tidakmenang/u;

/** Reads a stage's name in English, German or Indonesian: "Abgeschlossen und gewonnen" is won, "Negotiation" open. */
export const statusOfStage = (stage: string): OpportunityStatus => {
  const squashed = squashName(stage);
  if (LOST.test(squashed) || NOT_WON.test(squashed)) return "lost";
  return WON.test(squashed) ? "won" : "open";
};
