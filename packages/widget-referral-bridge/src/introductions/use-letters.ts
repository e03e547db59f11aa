import { createFormat, createTranslator, useHost } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import { catalogs } from "../locales.ts";
import type { Speech } from "../model/period.model.ts";
import type { Text } from "../view/use-text.ts";

/** Languages a request can be written in, whatever the user's own is. */
export const LETTER_LANGUAGES = ["en", "de", "id"] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export interface Letters {
  /** The user's own, where we speak it. */
  readonly own: LetterLanguage;
  readonly nameOf: (language: LetterLanguage) => string;
  readonly in: (language: LetterLanguage) => Speech;
}

/** Texts and dates of a language other than the screen's. */
export function useLetters(): Letters {
  const { locale, timeZone, currency } = useHost();
  return useMemo(() => {
    const own = createTranslator(catalogs, locale).language;
    const names = new Intl.DisplayNames([locale], { type: "language" });
    return {
      own,
      nameOf: (language) => names.of(language) ?? language,
      in: (language) => ({
        t: createTranslator(catalogs, language).t as Text,
        format: createFormat({ locale: language === own ? locale : language, timeZone, currency }),
      }),
    };
  }, [locale, timeZone, currency]);
}
