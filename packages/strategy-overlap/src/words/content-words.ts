import { TEXT_LANGUAGES, type TextLanguage, WORDS } from "./languages.ts";

/** Longer texts are read up to here: a statement says what it is about early, and a pasted report must not stop a page. */
const READ_UP_TO = 4000;

export interface ContentWord {
  /** As it stands in the text. */
  readonly word: string;
  /** A name or an abbreviation ("Europe", "STEM"): two texts that share it rarely do so by chance. */
  readonly isName: boolean;
}

interface ReadWord {
  readonly written: string;
  readonly word: string;
  readonly beginsSentence: boolean;
  /** Where it stands in the text. */
  readonly start: number;
}

/** What of a text is read, as the places of its words are counted. */
export const readableStart = (text: string): string => text.slice(0, READ_UP_TO).normalize("NFC");

/** Words in order; signs, bare numbers and single letters are none. */
export function readWords(text: string): ReadWord[] {
  const start = readableStart(text);
  const found: ReadWord[] = [];
  for (const match of start.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [written] = match;
    if (written.length < 2 || !/\p{L}/u.test(written)) continue;
    const before = start.slice(0, match.index).trimEnd();
    found.push({
      written,
      word: written.toLowerCase(),
      beginsSentence: before === "" || /[.!?:;\n•–-]$/u.test(before),
      start: match.index,
    });
  }
  return found;
}

/** The language whose small words the text is full of; `fallback` where none stands out. */
export function guessLanguage(words: readonly string[], fallback: TextLanguage): TextLanguage {
  const counts = TEXT_LANGUAGES.map((language) => ({
    language,
    count: words.filter((word) => WORDS[language].isGrammar(word)).length,
  })).toSorted((one, other) => other.count - one.count);
  const [first, second] = counts;
  return first && second && first.count > second.count ? first.language : fallback;
}

/** What a text is about: its stems in the order they come, without grammar and without words every strategy has. */
export function contentWords(text: string, fallback: TextLanguage): ReadonlyMap<string, ContentWord> {
  const words = readWords(text);
  const language = guessLanguage(
    words.map(({ word }) => word),
    fallback,
  );
  const { isEmpty, stem } = WORDS[language];
  const found = new Map<string, ContentWord>();
  for (const { written, word, beginsSentence } of words) {
    if (isEmpty(word)) continue;
    const key = stem(word);
    const isName = isAbbreviation(written) || (language !== "de" && !beginsSentence && isCapital(written));
    if (!found.has(key) || isName) found.set(key, { word: written, isName });
  }
  return found;
}

const isAbbreviation = (word: string): boolean => /^[\p{Lu}\p{N}]{2,}$/u.test(word);

/** German writes every noun so; there it says nothing. */
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
