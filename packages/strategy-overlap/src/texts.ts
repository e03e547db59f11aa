import de from "../texts/de.json" with { type: "json" };
import en from "../texts/en.json" with { type: "json" };
import id from "../texts/id.json" with { type: "json" };
import type { TextLanguage } from "./words/languages.ts";

const TEXTS: Readonly<Record<TextLanguage, Readonly<Record<string, string>>>> = { en, de, id };

export function textOf(key: string, language: TextLanguage): string {
  const text = TEXTS[language][key];
  if (text === undefined) throw new Error(`texts/${language}.json has no "${key}".`);
  return text;
}

export const frameOf = (part: string, language: TextLanguage): string => textOf(`frame.${part}`, language);
