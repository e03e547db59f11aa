import type { IsoDate, IsoInstant } from "@sweetspot/contract";
import type { DateOrder } from "./file-mapping.model.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])/u;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})(?=$|[T\s,])/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\s,])/u;
const TIME =
  /[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?)\d*)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|[+-]\d{2}:?\d{2})?$/iu;

/** The day a cell names, `YYYY-MM-DD`; a time after it is dropped. Undefined where it is no date of the calendar. */
export function parseDate(text: string, order: DateOrder): IsoDate | undefined {
  const yearFirst = ISO.exec(text) ?? YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return toIsoDate(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return undefined;
  const [, first, , second, year] = yearLast;
  return order === "mdy" ? toIsoDate(year!, first!, second!) : toIsoDate(year!, second!, first!);
}

/** The instant a cell names; without a zone UTC, without a time midnight. */
export function parseInstant(text: string, order: DateOrder): IsoInstant | undefined {
  const date = parseDate(text, order);
  if (date === undefined) return undefined;
  const time = TIME.exec(text);
  if (!time) return `${date}T00:00:00.000Z`;
  const [, hour, minute, second = "00", half, zone = "Z"] = time;
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase().startsWith("p") ? 12 : 0);
  const offset = zone.toUpperCase() === "Z" ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = new Date(`${date}T${String(hours).padStart(2, "0")}:${minute}:${second}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function toIsoDate(year: string, month: string, day: string): IsoDate | undefined {
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  const [months, days] = [Number(month), Number(day)];
  if (fullYear < 1000 || months < 1 || months > 12 || days < 1 || days > DAYS[months - 1]!) return undefined;
  const leap = fullYear % 4 === 0 && (fullYear % 100 !== 0 || fullYear % 400 === 0);
  if (months === 2 && days === 29 && !leap) return undefined;
  return `${fullYear}-${String(months).padStart(2, "0")}-${String(days).padStart(2, "0")}`;
}

/**
 * Decides the order of a column from its values: a first number above 12 is a day, a second one above 12 proves the
 * month first. Points are written day first everywhere. What is left undecided is `assumed`.
 */
export function decideDateOrder(
  values: Iterable<string>,
  fallback: DateOrder,
): { readonly order: DateOrder; readonly assumed: boolean } {
  let dayFirst = 0;
  let monthFirst = 0;
  let points = 0;
  let others = 0;
  for (const value of values) {
    const match = YEAR_LAST.exec(value.trim());
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst++;
    else if (Number(match[3]) > 12) monthFirst++;
    if (match[2] === ".") points++;
    else others++;
  }
  if (points + others === 0) return { order: "ymd", assumed: false };
  if (dayFirst !== monthFirst)
    return { order: dayFirst > monthFirst ? "dmy" : "mdy", assumed: dayFirst * monthFirst > 0 };
  if (points > others) return { order: "dmy", assumed: false };
  return { order: fallback === "ymd" ? "dmy" : fallback, assumed: true };
}
