import type { IsoDate, IsoInstant, Money } from "@sweetspot/contract";
import { toFormatLocale } from "./translator.ts";

export interface FormatSettings {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

/** Numbers, money and dates as the host's user writes them. Dates without a time are never shifted by a time zone. */
export interface Format {
  readonly locale: string;
  /** ISO 4217 code new amounts are entered in. */
  readonly currency: string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** "420,000 €"; a bare number is in the host's currency. Cents only where there are some. */
  money(value: Money | number): string;
  /** "€420K", for pictures and narrow columns. */
  compactMoney(value: Money | number): string;
  /** 0.25 → "25%". */
  percent(ratio: number): string;
  date(value: IsoDate | IsoInstant): string;
  dateTime(value: IsoInstant): string;
  time(value: IsoInstant): string;
  /** "today", "8 days ago", "in 3 weeks", in calendar days of the host's time zone. */
  relativeDays(value: IsoDate | IsoInstant, now?: Date): string;
  /** Order of names in this language; "Area 2" before "Area 10". */
  compare(left: string, right: string): number;
}

const DAY_MS = 86_400_000;

export function createFormat(settings: FormatSettings): Format {
  const locale = toFormatLocale(settings.locale);
  const timeZone = isTimeZone(settings.timeZone) ? settings.timeZone : "UTC";
  const cache = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const found = cache.get(key) ?? new Intl.NumberFormat(locale, options);
    cache.set(key, found);
    return found;
  };
  const plainNumber = remembered((value: number) => numberFormat({}).format(value));
  const dateFormat = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const calendar = { dateStyle: "medium" } as const;
  const dayOnly = dateFormat("UTC", calendar);
  const dayHere = dateFormat(timeZone, calendar);
  const clock = dateFormat(timeZone, { timeStyle: "short" });
  const both = dateFormat(timeZone, { dateStyle: "medium", timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const toMoney = (value: Money | number): Money =>
    typeof value === "number" ? { amount: value, currency: settings.currency } : value;
  const currencyOptions = ({ currency }: Money): Intl.NumberFormatOptions =>
    isCurrency(currency) ? { style: "currency", currency } : {};

  return {
    locale,
    currency: settings.currency,
    number: (value, options) => (options ? numberFormat(options).format(value) : plainNumber(value)),
    money: (value) => {
      const money = toMoney(value);
      const cents = Number.isInteger(money.amount) ? { maximumFractionDigits: 0 } : {};
      return numberFormat({ ...currencyOptions(money), ...cents }).format(money.amount);
    },
    compactMoney: (value) => {
      const money = toMoney(value);
      return numberFormat({
        ...currencyOptions(money),
        notation: "compact",
        maximumSignificantDigits: 3,
      }).format(money.amount);
    },
    percent: (ratio) => numberFormat({ style: "percent", maximumFractionDigits: 0 }).format(ratio),
    date: (value) => (isDay(value) ? dayOnly : dayHere).format(new Date(value)),
    dateTime: (value) => both.format(new Date(value)),
    time: (value) => clock.format(new Date(value)),
    relativeDays: (value, now = new Date()) => {
      const then = isDay(value) ? value : toDay(new Date(value), timeZone);
      const days = Math.round((Date.parse(then) - Date.parse(toDay(now, timeZone))) / DAY_MS);
      if (Math.abs(days) < 14) return relative.format(days, "day");
      if (Math.abs(days) < 60) return relative.format(Math.trunc(days / 7), "week");
      if (Math.abs(days) < 730) return relative.format(Math.trunc(days / 30.44), "month");
      return relative.format(Math.trunc(days / 365.25), "year");
    },
    compare: (left, right) => collator.compare(left, right),
  };
}

/** Numbers in a grid repeat, and in the Lightning sandbox `Intl` stands behind a membrane. */
function remembered(write: (value: number) => string): (value: number) => string {
  const texts = new Map<number, string>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    if (texts.size >= 1000) texts.clear();
    const text = write(value);
    texts.set(value, text);
    return text;
  };
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export const toDay = (instant: Date, timeZone: string): IsoDate =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    instant,
  );

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/i.test(code);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
