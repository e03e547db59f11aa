import { COMMON_TEXTS, type Message, type Messages, type MessagePart } from "./widgets.gen.ts";

export type Values = Readonly<Record<string, string | number>>;
export type Language = "en" | "de" | "id";
export type Texts = Readonly<Record<Language, Messages>>;

/** How one user reads: words, numbers, money and days. */
export interface Reading {
  /** BCP 47, as HubSpot says it. */
  readonly locale: string;
  readonly language: Language;
  say(key: string, values?: Values): string;
  number(value: number): string;
  money(value: { readonly amount: number; readonly currency: string }): string;
  /** The day of reading. */
  readonly today: string;
  /** A day or an instant, as a day. */
  day(value: string): string;
}

/** The nearest of our languages; English where there is none. "in" is the former code of Indonesian. */
export function toLanguage(locale: string | undefined): Language {
  const language = (locale ?? "en").toLowerCase().split(/[-_]/)[0];
  if (language === "in") return "id";
  return language === "de" || language === "id" ? language : "en";
}

/** Reads texts for a user's locale; a key that is missing is shown as it is, so that it is found. */
export function createReading(locale: string | undefined, ...sources: readonly Texts[]): Reading {
  const language = toLanguage(locale);
  const tag = canonical(locale) ?? language;
  const messages: Messages = Object.assign({}, ...[COMMON_TEXTS, ...sources].map((texts) => texts[language]));
  return {
    locale: tag,
    language,
    today: new Date().toISOString().slice(0, 10),
    say: (key, values = {}) => formatMessage(messages[key] ?? key, values, tag),
    number: (value) => new Intl.NumberFormat(tag).format(value),
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(tag, {
        style: "currency",
        currency,
        notation: "compact",
        maximumFractionDigits: 1,
      }).format(amount),
    day: (value) =>
      new Intl.DateTimeFormat(tag, {
        dateStyle: "medium",
        // A day alone is a day everywhere: it must not become the day before west of Greenwich.
        ...(value.length === 10 ? { timeZone: "UTC" } : {}),
      }).format(new Date(value)),
  };
}

function canonical(locale: string | undefined): string | undefined {
  try {
    return locale === undefined ? undefined : Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/** A compiled ICU message with values put in. Plurals and selects are all our messages use. */
export function formatMessage(message: Message, values: Values, locale: string): string {
  if (typeof message === "string") return message;
  return message.map((part) => formatPart(part, values, locale)).join("");
}

function formatPart(part: MessagePart, values: Values, locale: string): string {
  if (typeof part === "string") return part;
  const [name, kind, choices] = part;
  const value = values[name] ?? "";
  const shown = typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
  if (!choices) return shown;
  const category = kind === "plural" ? new Intl.PluralRules(locale).select(Number(value)) : String(value);
  const chosen = choices[String(value)] ?? choices[category] ?? choices["other"] ?? "";
  if (typeof chosen === "string") return chosen;
  return chosen.map((inner) => (inner === "#" ? shown : formatPart(inner, values, locale))).join("");
}
