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
  /** The scores alone, of each of the first with each of the others, one row after the other. */
  scores(ones: readonly string[], others: readonly string[]): readonly number[];
}

/** A name counts as much more than another word. */
const NAME_WEIGHT = 1.5;

interface Weighed {
  readonly words: ReadonlyMap<string, ContentWord>;
  /** Numbers of its stems in the collection, and which of them are names here. */
  readonly stems: readonly number[];
  readonly names: ReadonlySet<number>;
  readonly weight: number;
}

/**
 * @param language taken for texts too short to tell theirs
 * @param read what gives the words of a text, where the caller remembers them
 */
export function createWordMatcher(
  texts: readonly WordText[],
  language: TextLanguage,
  read: typeof contentWords = contentWords,
): WordMatcher {
  const wordsById = new Map(texts.map(({ id, text }) => [id, read(text, language)]));
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  for (const words of wordsById.values())
    for (const stem of words.keys()) {
      const number = numbers.get(stem) ?? numbers.size;
      numbers.set(stem, number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  // Two texts must have a word for it to be shared: that is as rare as it gets.
  const weights = counts.map((count) => Math.log(1 + texts.length / Math.max(2, count)));
  const weightOf = (stem: number, isName: boolean): number =>
    (weights[stem] ?? 0) * (isName ? NAME_WEIGHT : 1);
  const weighed = new Map<string, Weighed>();
  for (const [id, words] of wordsById) {
    const numbered = [...words].map(([stem, { isName }]) => ({ stem: numbers.get(stem) ?? -1, isName }));
    weighed.set(id, {
      words,
      stems: numbered.map(({ stem }) => stem),
      names: new Set(numbered.filter(({ isName }) => isName).map(({ stem }) => stem)),
      weight: numbered.reduce((sum, { stem, isName }) => sum + weightOf(stem, isName), 0),
    });
  }

  /** By the texts that have a word, not by pairs: most pairs of a large board share nothing. */
  const scores: WordMatcher["scores"] = (ones, others) => {
    const havers = new Map<number, number[]>();
    others.forEach((id, place) => {
      for (const stem of weighed.get(id)?.stems ?? [])
        if (!havers.get(stem)?.push(place)) havers.set(stem, [place]);
    });
    // No typed array: in Lightning's sandbox those stand behind a membrane, which costs with each number.
    const found = Array.from({ length: ones.length * others.length }, () => 0);
    const right = others.map((id) => weighed.get(id));
    ones.forEach((id, row) => {
      const left = weighed.get(id);
      if (!left) return;
      const start = row * others.length;
      for (const stem of left.stems) {
        const [word, name] = [weightOf(stem, false), weightOf(stem, true)];
        const isName = left.names.has(stem);
        for (const place of havers.get(stem) ?? []) {
          const weight = isName && right[place]?.names.has(stem) ? name : word;
          found[start + place] = (found[start + place] ?? 0) + weight;
        }
      }
      for (const [place, other] of right.entries())
        if (found[start + place] !== 0)
          found[start + place] = (found[start + place] ?? 0) / Math.sqrt(left.weight * (other?.weight ?? 1));
    });
    return found;
  };

  return {
    scores,
    match: (one, other) => {
      const [first, second] = [weighed.get(one), weighed.get(other)];
      const [score = 0] = scores([one], [other]);
      if (!first || !second || score === 0) return NOTHING;
      const shared = [...first.words].flatMap(([stem, { word }]) => {
        const number = numbers.get(stem) ?? -1;
        if (!second.words.has(stem)) return [];
        const isName = first.names.has(number) && second.names.has(number);
        return [{ word, isName, weight: weightOf(number, isName) }];
      });
      return {
        score,
        shared: shared.toSorted((a, b) => b.weight - a.weight).map(({ word }) => word),
        sharesName: shared.some(({ isName }) => isName),
      };
    },
  };
}

const NOTHING: WordMatch = { score: 0, shared: [], sharesName: false };
