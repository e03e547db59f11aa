import type { IsoDate } from "@sweetspot/contract";

const toTime = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later, or earlier. */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  new Date(toTime(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A quarter as the rules count it: so many days. */
export const QUARTER_DAYS = 91;
