import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { valueProposition } from "@sweetspot/plan-model";
import type { LadderRecord, PropositionRecord } from "../model/reading.model.ts";
import { type NewId, planEdit, putOf } from "./edit.ts";

const TYPE = "benefit-ladder";

/** Method §5: "why?" is asked three times at most. */
export const MOST_WHYS = 3;

/** A ladder begins with what our offering is or has. A blank feature begins none. */
export function startLadder(
  start: { readonly feature: string; readonly spot: RecordId; readonly proposition: RecordId },
  newId: NewId,
): PlanEdit | undefined {
  const feature = start.feature.trim();
  if (feature === "") return undefined;
  return planEdit("ladder-started", [
    putOf(TYPE, newId(TYPE), { feature, sweetSpot: start.spot, proposition: start.proposition }),
  ]);
}

/** What a rung says; a blank text clears benefit and value. The feature stays: without it there is no ladder. */
export function writeRung(
  ladder: LadderRecord,
  rung: "feature" | "benefit" | "value",
  text: string,
): PlanEdit | undefined {
  const words = text.trim();
  if (rung === "feature" && words === "") return undefined;
  return planEdit("ladder-changed", [putOf(TYPE, ladder.id, { [rung]: words || null })]);
}

/** The answer to one "why?"; a blank one takes the question back. */
export function answerWhy(ladder: LadderRecord, place: number, text: string): PlanEdit | undefined {
  const whys = ladder.fields.whys ?? [];
  if (place > whys.length || place >= MOST_WHYS) return undefined;
  const words = text.trim();
  const next = words === "" ? whys.toSpliced(place, 1) : whys.toSpliced(place, 1, words);
  if (next.length === whys.length && next.every((why, index) => why === whys[index])) return undefined;
  return planEdit(words === "" ? "why-taken-back" : "why-answered", [
    putOf(TYPE, ladder.id, { whys: next.length > 0 ? next : null }),
  ]);
}

export const setLadderOffering = (ladder: LadderRecord, offering: RecordId | undefined): PlanEdit =>
  planEdit("ladder-changed", [putOf(TYPE, ladder.id, { offering: offering ?? null })]);

export const removeLadder = (ladder: RecordId): PlanEdit => planEdit("ladder-removed", [], [ladder]);

/** The value found becomes the second part, or its next sentence; nothing is written over. */
export function takeValue(proposition: PropositionRecord, value: string): PlanEdit | undefined {
  const words = value.trim();
  const before = proposition.fields.addedValue?.trim() ?? "";
  const addedValue = before === "" ? words : `${endSentence(before)} ${words}`;
  const fits = addedValue.length <= valueProposition.fields.addedValue.max;
  if (words === "" || before.includes(words) || !fits) return undefined;
  return planEdit("added-value-written", [putOf("value-proposition", proposition.id, { addedValue })]);
}

const endSentence = (text: string): string => (/[.!?…]["”“»’)]?$/u.test(text) ? text : `${text}.`);
