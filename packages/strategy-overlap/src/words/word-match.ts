import { type ContentWord, contentWords } from "./content-words.ts";
import type { TextLanguage } from "./languages.ts";

export interface WordText {
  readonly id: string;
  readonly text: string;
}

/** How much two texts share, from 0 to 1, and the words of the first that the second has too, the weightiest first. */
export interface WordMatch {
  readonly score: number;
  readonly shared: readonly string[];
  /** One of them is a name or an abbreviation in both. */
  readonly sharesName: boolean;
}

/** Compares texts of one collection: a word that few of them have says more than one that many have. */
export interface WordMatcher {
  match(one: string, other: string): WordMatch;
}

/** A name counts as much more than another word. */
const NAME_WEIGHT = 1.5;

interface Weighed {
  readonly words: ReadonlyMap<string, ContentWord>;
  readonly weight: number;
}

/** @param language taken for texts too short to tell theirs */
export function createWordMatcher(texts: readonly WordText[], language: TextLanguage): WordMatcher {
  const wordsById = new Map(texts.map(({ id, text }) => [id, contentWords(text, language)]));
  const counts = new Map<string, number>();
  for (const words of wordsById.values())
    for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weightOf = (stem: string, isName: boolean): number =>
    // Two texts must have a word for it to be shared: that is as rare as it gets.
    Math.log(1 + texts.length / Math.max(2, counts.get(stem) ?? 0)) * (isName ? NAME_WEIGHT : 1);
  const weighed = new Map<string, Weighed>();
  for (const [id, words] of wordsById) {
    let weight = 0;
    for (const [stem, { isName }] of words) weight += weightOf(stem, isName);
    weighed.set(id, { words, weight });
  }

  return {
    match: (one, other) => {
      const [first, second] = [weighed.get(one), weighed.get(other)];
      if (!first || !second) return NOTHING;
      const shared = [...first.words].flatMap(([stem, { word, isName }]) => {
        const counterpart = second.words.get(stem);
        if (!counterpart) return [];
        const isShared = isName && counterpart.isName;
        return [{ word, isName: isShared, weight: weightOf(stem, isShared) }];
      });
      if (shared.length === 0) return NOTHING;
      return {
        score: shared.reduce((sum, { weight }) => sum + weight, 0) / Math.sqrt(first.weight * second.weight),
        shared: shared.toSorted((a, b) => b.weight - a.weight).map(({ word }) => word),
        sharesName: shared.some(({ isName }) => isName),
      };
    },
  };
}

const NOTHING: WordMatch = { score: 0, shared: [], sharesName: false };
