import { guessLanguage, readableStart, readWords } from "./content-words.ts";
import type { Term } from "./find-jargon.ts";
import { type TextLanguage, WORDS } from "./languages.ts";

/** Something the customer said, as it was noted. */
export interface Quote {
  readonly id: string;
  readonly text: string;
}

/** A stretch of a text that speaks the customer's language, and the term or quote it is from. */
export interface OwnWords {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly from: string;
}

/** What the customer's own words are known from. */
export interface CustomersLanguage {
  readonly terms: readonly Pick<Term, "id" | "term">[];
  readonly quotes: readonly Quote[];
}

/** Shorter runs that two texts share are chance. */
const WORDS_IN_A_ROW = 3;
/** Of these so many say something; the others may be grammar. */
const CONTENT_IN_A_ROW = 2;

/**
 * The customer's own words in a text: terms of his in any inflection, and three words or more in the order he said them.
 * In the order of the text, none within another.
 */
export function findOwnWords(
  text: string,
  { terms, quotes }: CustomersLanguage,
  fallback: TextLanguage,
): OwnWords[] {
  const read = readableStart(text);
  const words = readWords(text);
  const { stem, isEmpty } =
    WORDS[
      guessLanguage(
        words.map(({ word }) => word),
        fallback,
      )
    ];
  const stems = words.map(({ word }) => stem(word));
  const stretch = (first: number, count: number, from: string): OwnWords | undefined => {
    const [begin, last] = [words[first], words[first + count - 1]];
    if (!begin || !last) return undefined;
    const end = last.start + last.written.length;
    return { start: begin.start, end, found: read.slice(begin.start, end), from };
  };
  const found: OwnWords[] = [];
  const add = (one: OwnWords | undefined): void => {
    if (one && found.every((other) => one.end <= other.start || one.start >= other.end)) found.push(one);
  };
  for (const { id, term } of terms) {
    const phrase = readWords(term).map(({ word }) => stem(word));
    if (phrase.length === 0) continue;
    for (let at = 0; at + phrase.length <= stems.length; at += 1)
      if (phrase.every((one, offset) => stems[at + offset] === one)) add(stretch(at, phrase.length, id));
  }
  for (const quote of quotes) {
    const said = readWords(quote.text).map(({ word }) => stem(word));
    for (let at = 0; at < stems.length; at += 1) {
      const count = longestRun(stems, at, said);
      const content = words.slice(at, at + count).filter(({ word }) => !isEmpty(word)).length;
      if (count < WORDS_IN_A_ROW || content < CONTENT_IN_A_ROW) continue;
      add(stretch(at, count, quote.id));
      at += count - 1;
    }
  }
  return found.toSorted((one, other) => one.start - other.start);
}

/** How many words from `at` on stand so somewhere in what was said. */
function longestRun(stems: readonly string[], at: number, said: readonly string[]): number {
  let longest = 0;
  for (
    let start = said.indexOf(stems[at] ?? "");
    start >= 0;
    start = said.indexOf(stems[at] ?? "", start + 1)
  ) {
    let count = 0;
    while (at + count < stems.length && stems[at + count] === said[start + count]) count += 1;
    longest = Math.max(longest, count);
  }
  return longest;
}
