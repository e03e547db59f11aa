import de from "../locales/de.json" with { type: "json" };
import en from "../locales/en.json" with { type: "json" };
import id from "../locales/id.json" with { type: "json" };

export type TextKey = keyof typeof en;

const CATALOGS: Readonly<Record<string, Readonly<Record<TextKey, unknown>>>> = { en, de, id };

/** None of the texts takes a value, so a compiled message is its one part. */
export const textOf = (locale: string, key: TextKey): string =>
  String((CATALOGS[locale.split("-")[0] ?? "en"] ?? en)[key]);
