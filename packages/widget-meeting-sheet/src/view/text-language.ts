import { TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";

/** The nearest language the question bank speaks. */
export const toTextLanguage = (locale: string): TextLanguage =>
  TEXT_LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? "en";
