import type { IsoDate } from "@sweetspot/contract";
import { daysBefore } from "@sweetspot/widget-kit";
import { addMonths } from "@sweetspot/white-space-plan";
import type { ComparedDays } from "./use-comparison.ts";

/** Days one compares with most often. */
export const USUAL_DAYS = ["quarter", "year-start", "year"] as const;
export type UsualDay = (typeof USUAL_DAYS)[number];

/** Three months ago; the last day of last year; a year ago. */
export function usualDay(which: UsualDay, today: IsoDate): IsoDate {
  if (which === "quarter") return addMonths(today, -3);
  if (which === "year") return addMonths(today, -12);
  return daysBefore(`${today.slice(0, 4)}-01-01`, 1);
}

/** What is compared when nobody has chosen: a year ago with today. */
export const firstDays = (today: IsoDate): ComparedDays => ({ from: usualDay("year", today), to: today });

/** Days in the right order, none later than today; undefined where they are one and the same. */
export function toComparedDays(one: IsoDate, other: IsoDate, today: IsoDate): ComparedDays | undefined {
  const [from = one, to = other] = [one, other].map((day) => (day > today ? today : day)).toSorted();
  return from === to ? undefined : { from, to };
}
