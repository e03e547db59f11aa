import type { IsoDate } from "@sweetspot/contract";
import { isDate, monthsBefore, toPeriods, type WhiteSpaceRules } from "@sweetspot/white-space";

/** From which day on a win counts as what; as for levels, old data is seen from its newest closing date. */
export interface InsightPeriods {
  readonly now: IsoDate;
  readonly recentFrom: IsoDate;
  /** A win before it is no purchase any more. */
  readonly fadingFrom: IsoDate;
  /** Of what is spent in a year. */
  readonly yearFrom: IsoDate;
}

const YEAR = 12;

/** @param newest the last day on which any deal was won or lost */
export function toInsightPeriods(
  newest: IsoDate | undefined,
  today: IsoDate,
  rules: Pick<WhiteSpaceRules, "recentMonths" | "fadingMonths">,
): InsightPeriods {
  const closed = newest === undefined ? [] : [{ status: "won", closeDate: newest } as const];
  const { now } = toPeriods(closed, today, rules);
  return {
    now,
    recentFrom: monthsBefore(now, rules.recentMonths),
    fadingFrom: monthsBefore(now, Math.max(rules.recentMonths, rules.fadingMonths)),
    yearFrom: monthsBefore(now, YEAR),
  };
}

/** Months since any January, 12 · year + (month − 1). @returns undefined for what is no date */
export function monthOf(date: string | undefined): number | undefined {
  if (!isDate(date)) return undefined;
  return Number(date.slice(0, 4)) * YEAR + Number(date.slice(5, 7)) - 1;
}
