import type { Tie, TieFault } from "./tie.ts";

/** Days since 1970; a day no tie reaches stands for "unknown". */
const EVER = 10_000_000;
const EARLIEST_YEAR = 1800;

/** When a tie held, as far as is known: it began and ended between two days each, the limits included. */
export interface Period {
  readonly startMin: number;
  readonly startMax: number;
  readonly endMin: number;
  readonly endMax: number;
  /** The last day on which it is believed to have held; today where nothing speaks against it. */
  readonly lastDay: number;
  /** It holds today, as far as is known. */
  readonly current: boolean;
}

export interface PeriodProblem {
  readonly fault: Extract<TieFault, "impossible-date" | "dates-reversed" | "not-yet">;
  readonly field: keyof Dated;
}

/** First and last day of a date of any precision; undefined where there is no such day. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** @returns undefined for what is no date, as `2019-02-30`, `19` or a year before 1800 */
export function toDays(date: string): DaySpan | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (year < EARLIEST_YEAR) return undefined;
  if (match[2] === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year + 1, 1, 1) - 1 };
  if (month < 1 || month > 12) return undefined;
  const monthStart = dayOf(year, month, 1);
  const monthEnd = dayOf(year, month + 1, 1) - 1;
  if (match[3] === undefined) return { first: monthStart, last: monthEnd };
  const exact = monthStart + day - 1;
  return day >= 1 && exact <= monthEnd ? { first: exact, last: exact } : undefined;
}

const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** The day of a number of days since 1970, as `YYYY-MM-DD`. */
export const fromDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Is this day known, or does it stand for "unknown"? */
export const isKnown = (day: number): boolean => Math.abs(day) < EVER;

export type Dated = Pick<Tie, "start" | "end" | "seenFrom" | "seenTo">;

/** Reads dates once for many ties: most repeat. */
export interface PeriodReader {
  read(tie: Dated): Period | PeriodProblem;
}

/** @param currentDays a tie without an end that was seen so many days ago at most is current */
export function createPeriodReader(today: number, currentDays: number): PeriodReader {
  const known = new Map<string, DaySpan | undefined>();
  const spanOf = (date: string | undefined): DaySpan | undefined => {
    if (!date) return undefined;
    if (!known.has(date)) known.set(date, toDays(date));
    return known.get(date);
  };
  return { read };

  function read(tie: Dated): Period | PeriodProblem {
    for (const field of ["start", "end", "seenFrom", "seenTo"] as const)
      if (tie[field] && !spanOf(tie[field])) return { fault: "impossible-date", field };
    const [start, end, seenFrom, seenTo] = [tie.start, tie.end, tie.seenFrom, tie.seenTo].map(spanOf);
    if (start && start.first > today) return { fault: "not-yet", field: "start" };
    if (start && end && start.first > end.last) return { fault: "dates-reversed", field: "end" };
    // Sources that saw it last before they saw it first are known; their days count, their order does not.
    const seenLast = seenTo?.first ?? seenFrom?.first;
    if (!start && !end && seenLast === undefined) return undated(today);
    const current = end ? end.last >= today : seenLast === undefined || seenLast >= today - currentDays;
    const startMin = start?.first ?? -EVER;
    // What a source saw had begun by then, and what runs has not ended before today.
    const begun = Math.min(
      start?.last ?? EVER,
      seenFrom?.last ?? EVER,
      seenTo?.last ?? EVER,
      end?.last ?? EVER,
      today,
    );
    const endMin = end?.first ?? (current ? today : (seenLast ?? -EVER));
    return {
      startMin,
      startMax: Math.max(startMin, begun),
      endMin: Math.max(endMin, startMin),
      endMax: end?.last ?? EVER,
      lastDay: current ? today : Math.min(end?.last ?? seenLast ?? today, today),
      current,
    };
  }
}

const undated = (today: number): Period => ({
  startMin: -EVER,
  startMax: EVER,
  endMin: -EVER,
  endMax: EVER,
  lastDay: today,
  current: false,
});
