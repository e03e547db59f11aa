import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemIndonesian } from "@orama/stemmers/indonesian";
import { stopwords as englishStopwords } from "@orama/stopwords/english";
import { stopwords as germanStopwords } from "@orama/stopwords/german";
import { stopwords as indonesianStopwords } from "@orama/stopwords/indonesian";

export const TEXT_LANGUAGES = ["en", "de", "id"] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/**
 * Words every strategy is full of. Two statements that share only these have nothing in common. Ours, because stop-word
 * lists are about grammar.
 */
const EMPTY_WORDS: Readonly<Record<TextLanguage, string>> = {
  en: "other others people everybody someone thing things throughout without within among want wants wanted need needs become becomes big large great good better best new own company companies customer customers business strategy strategic target goal challenge year years time long term focus make makes way year percent work works",
  de: "leute menschen andere anderen alle jeder dinge will wollen möchte möchten soll sollen braucht werden groß große großer gut besser beste neu neue neuen eigene eigenen unternehmen firma kunde kunden geschäft strategie strategisch strategische ziel herausforderung jahr jahre jahren zeit langfristig fokus prozent",
  id: "orang lain semua setiap hal ingin mau perlu menjadi besar baik lebih terbaik baru sendiri perusahaan pelanggan bisnis strategi strategis target tujuan tantangan tahun waktu jangka panjang fokus persen kerja",
};

export interface Words {
  readonly stem: (word: string) => string;
  readonly isEmpty: (word: string) => boolean;
  readonly isGrammar: (word: string) => boolean;
}

const wordsOf = (
  language: TextLanguage,
  stem: (word: string) => string,
  grammar: readonly string[],
): Words => {
  const small = new Set(grammar.map((word) => word.toLowerCase()));
  const empty = new Set(EMPTY_WORDS[language].split(" ").flatMap((word) => [word, stem(word)]));
  return {
    stem,
    isGrammar: (word) => small.has(word),
    isEmpty: (word) => small.has(word) || empty.has(word) || empty.has(stem(word)),
  };
};

export const WORDS: Readonly<Record<TextLanguage, Words>> = {
  en: wordsOf("en", stemEnglish, englishStopwords),
  de: wordsOf("de", stemGerman, germanStopwords),
  id: wordsOf("id", stemIndonesian, indonesianStopwords),
};
