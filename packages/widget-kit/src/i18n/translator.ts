import { setupI18n } from "@lingui/core";

/** Languages every widget speaks. Texts fall back to the first. */
export const LANGUAGES = ["en", "de", "id"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Messages by key. The build compiles each ICU text (`messagesPlugin`), so the values are opaque here. */
export type Messages = Readonly<Record<string, unknown>>;
export type Catalogs = Readonly<Record<Language, Messages>>;

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate<Key extends string = string> = (key: Key, values?: MessageValues) => string;

export interface Translator {
  readonly language: Language;
  /** The text of a key; the key itself where no language has it. */
  readonly t: Translate;
  readonly has: (key: string) => boolean;
}

/** The nearest of our languages: `de-AT` reads German, `fr-FR` reads English. */
export const toLanguage = (locale: string): Language => {
  const wanted = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === wanted) ?? "en";
};

/**
 * The locale numbers and dates are written in: the host's own where we speak its language, otherwise English as used
 * in the host's region, so that no French month stands inside an English sentence.
 */
export function toFormatLocale(locale: string): string {
  try {
    const host = new Intl.Locale(locale.replace("_", "-"));
    if (LANGUAGES.some((language) => language === host.language)) return host.baseName;
    return host.region === undefined ? "en" : `en-${host.region}`;
  } catch {
    return "en";
  }
}

/** Texts of one locale from several sets of catalogs; a later set wins over an earlier one. */
export function createTranslator(catalogs: readonly Catalogs[] | Catalogs, locale: string): Translator {
  const sets = isList(catalogs) ? catalogs : [catalogs];
  const language = toLanguage(locale);
  const messages: Record<string, unknown> = Object.assign(
    {},
    ...sets.map((set) => set.en),
    ...sets.map((set) => set[language]),
  );
  const i18n = setupI18n();
  i18n.load(language, messages as Parameters<typeof i18n.load>[1]);
  i18n.activate(language, toFormatLocale(locale));
  const has = (key: string): boolean => Object.hasOwn(messages, key);
  return { language, has, t: (key, values) => (has(key) ? i18n._(key, values) : key) };
}

const isList = (catalogs: readonly Catalogs[] | Catalogs): catalogs is readonly Catalogs[] =>
  Array.isArray(catalogs);
