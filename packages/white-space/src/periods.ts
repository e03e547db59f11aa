import type { Deal } from "./crm-facts.ts";
import { isDate, monthsBefore } from "./months.ts";
import type { WhiteSpaceRules } from "./rules.ts";

/** How old a win is, or that the deal is open. */
export type DealAge = "recent" | "fading" | "older" | "open";

/** The periods of the rules, laid against one set of deals. */
export interface Periods {
  readonly now: string;
  /** The data is old: `now` is its newest closing date instead of today. */
  readonly nowFromData: boolean;
  ageOf(deal: Pick<Deal, "status" | "closeDate">): DealAge;
}

/**
 * A win is recent when it closed on or after `now` minus `recentMonths`; fading when before that and on or after `now`
 * minus `fadingMonths`; older otherwise, and when it has no date. A closing date after today counts as recent.
 *
 * `now` is today, unless no deal was won or lost on or after today minus `recentMonths`: then the data is old, and its
 * newest closing date is taken.
 */
export function toPeriods(
  deals: readonly Pick<Deal, "status" | "closeDate">[],
  today: string,
  rules: Pick<WhiteSpaceRules, "recentMonths" | "fadingMonths">,
): Periods {
  const newest = newestClosing(deals);
  const nowFromData = newest !== "" && newest < monthsBefore(today, rules.recentMonths);
  const now = nowFromData ? newest : today;
  const recentFrom = monthsBefore(now, rules.recentMonths);
  const fadingFrom = monthsBefore(now, Math.max(rules.recentMonths, rules.fadingMonths));
  return {
    now,
    nowFromData,
    ageOf: ({ status, closeDate }) => {
      if (status === "open") return "open";
      if (!isDate(closeDate) || closeDate < fadingFrom) return "older";
      return closeDate < recentFrom ? "fading" : "recent";
    },
  };
}

function newestClosing(deals: readonly Pick<Deal, "status" | "closeDate">[]): string {
  let newest = "";
  for (const { status, closeDate } of deals)
    if (status !== "open" && isDate(closeDate) && closeDate > newest) newest = closeDate;
  return newest;
}
