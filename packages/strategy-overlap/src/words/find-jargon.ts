import { guessLanguage, readableStart, readWords } from "./content-words.ts";
import { type TextLanguage, WORDS } from "./languages.ts";

/** A word of the customer's and ours for the same thing. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly ourWords: readonly string[];
}

/** Where a text says it our way: the words found, and the customer's word for it. */
export interface Jargon {
  readonly id: string;
  readonly found: string;
  readonly instead: string;
}

/** Our words in a text that has a customer's word to put in their place; in any inflection, each term once. */
export function findJargon(text: string, terms: readonly Term[], fallback: TextLanguage): Jargon[] {
  const words = readWords(text);
  const { stem } =
    WORDS[
      guessLanguage(
        words.map(({ word }) => word),
        fallback,
      )
    ];
  const stems = words.map(({ word }) => stem(word));
  const placeOf = (phrase: readonly string[]): number =>
    phrase.length === 0
      ? -1
      : stems.findIndex((_, start) => phrase.every((one, offset) => stems[start + offset] === one));
  return terms.flatMap(({ id, term, ourWords }): Jargon[] => {
    // The customer's own word may hold one of ours ("plug-in system"); said his way it is no jargon.
    const own = new Set(readWords(term).map(({ word }) => stem(word)));
    for (const ours of ourWords) {
      const phrase = readWords(ours).map(({ word }) => stem(word));
      if (phrase.every((one) => own.has(one))) continue;
      const start = placeOf(phrase);
      if (start < 0) continue;
      const [first, last] = [words[start], words[start + phrase.length - 1]];
      if (!first || !last) continue;
      // As it stands in the text: "plug-in systems", not its words side by side.
      const found = readableStart(text).slice(first.start, last.start + last.written.length);
      return [{ id, found, instead: term }];
    }
    return [];
  });
}
