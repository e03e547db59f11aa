import type { IsoDate, PartialDate } from "@sweetspot/contract";
import type { Format } from "@sweetspot/widget-kit";
import type { Text } from "../view/use-text.ts";

/** How texts and dates are written: `useText` and `useFormat`, or those of another language for a letter. */
export interface Speech {
  readonly t: Text;
  readonly format: Pick<Format, "locale" | "date" | "number" | "percent">;
}

export interface Period {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** `past` is over; `since` lasts and began on a known day; `now` lasts, or nobody knows when it was. */
export type Tense = "past" | "since" | "now";

export const tenseOf = ({ from }: Period, current: boolean): Tense =>
  current ? (from === undefined ? "now" : "since") : "past";

/** A date as precise as its source: "2016", "May 2016", "3 May 2016". */
export function sayDate(date: PartialDate, { format }: Speech): string {
  if (date.length <= 4) return date;
  if (date.length > 7) return format.date(date as IsoDate);
  return new Intl.DateTimeFormat(format.locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}-01`),
  );
}

/** "from 2016 to 2019", "since 2016", "until 2019", or nothing where no date is known. Years, unless both fall in one. */
export function sayPeriod({ from, to }: Period, current: boolean, speech: Speech): string {
  const { t } = speech;
  const sameYear = from !== undefined && to !== undefined && from.slice(0, 4) === to.slice(0, 4);
  const say = (date: PartialDate): string => sayDate(sameYear ? date.slice(0, 7) : date.slice(0, 4), speech);
  if (from !== undefined && to !== undefined)
    return say(from) === say(to)
      ? sayWhen(from.slice(0, sameYear ? 7 : 4), speech)
      : t("when.span", { from: say(from), to: say(to) });
  if (to !== undefined) return t("when.until", { to: say(to) });
  if (from === undefined) return "";
  return current ? t("when.since", { from: say(from) }) : t("when.began", { from: say(from) });
}

/** "in 2016", "in May 2016", "on 3 May 2016". */
export function sayWhen(date: PartialDate, speech: Speech): string {
  const precision = date.length <= 4 ? "year" : date.length <= 7 ? "month" : "day";
  return speech.t("when.at", { precision, date: sayDate(date, speech) });
}

/** For a column or a line of a picture: "2016–2019", "since 2016", "until 2019". */
export function sayYears({ from, to }: Period, speech: Speech): string {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (first !== undefined && last !== undefined) return first === last ? first : `${first}–${last}`;
  if (first !== undefined) return speech.t("when.since", { from: first });
  return last === undefined ? "" : speech.t("when.until", { to: last });
}
