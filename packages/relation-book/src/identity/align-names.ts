import { isSlip, LEAST_FOR_TWO, SHORTEST_SLIP, type WordMatch } from "./same-word.ts";

/** One word of a name, by its number in the vocabulary. */
export interface NameWord {
  readonly word: number;
  readonly sound: number;
  readonly text: string;
  /** One bit for each letter in it. */
  readonly letters: number;
  readonly isFamily: boolean;
}

export interface AlignedWord {
  readonly one: NameWord;
  readonly other: NameWord;
  readonly match: Exclude<WordMatch, undefined>;
}

export interface Alignment {
  readonly pairs: readonly AlignedWord[];
  /** Words that have no counterpart though the other name has one left too. */
  readonly conflicts: number;
  /** Words that only one of the names has. */
  readonly missing: number;
  /** A given name stands where the other has the family's. */
  readonly swapped: boolean;
}

const LEVELS: readonly ((one: NameWord, other: NameWord) => boolean)[] = [
  (one, other) => one.word === other.word,
  (one, other) => one.sound === other.sound && !isInitial(one) && !isInitial(other),
  (one, other) => !isInitial(one) && !isInitial(other) && isSlip(one.text, other.text),
  (one, other) => isInitial(one) !== isInitial(other) && one.text[0] === other.text[0],
];
const NAMES = ["same", "sound", "spelling", "initial"] as const;

/** Which word of one name is which of the other, in any order: the best agreement first, like roles before unlike ones. */
export function alignNames(one: readonly NameWord[], other: readonly NameWord[]): Alignment {
  const pairs: AlignedWord[] = [];
  const mine: (NameWord | undefined)[] = [...one];
  const theirs: (NameWord | undefined)[] = [...other];
  let swapped = false;
  for (let level = 0; level < LEVELS.length; level++)
    for (const sameRole of [true, false])
      for (let place = 0; place < mine.length; place++) {
        const my = mine[place];
        if (!my) continue;
        const found = theirs.findIndex(
          (their) => their && (my.isFamily === their.isFamily) === sameRole && LEVELS[level]?.(my, their),
        );
        const their = theirs[found];
        if (!their) continue;
        pairs.push({ one: my, other: their, match: NAMES[level] as AlignedWord["match"] });
        swapped ||= !sameRole;
        mine[place] = undefined;
        theirs[found] = undefined;
      }
  const [left, right] = [one.length - pairs.length, other.length - pairs.length];
  return { pairs, conflicts: Math.min(left, right), missing: Math.abs(left - right), swapped };
}

export const toLetters = (text: string): number => {
  let letters = 0;
  for (let place = 0; place < text.length; place++) letters |= 1 << (text.charCodeAt(place) & 31);
  return letters;
};

/** A slip changes two kinds of letters at most: one of the one word, one of the other. */
const CHANGED_BY_SLIP = 2;

/** Could the words be one? Quick, and true of all that `alignNames` would pair. */
function isNear(one: NameWord, other: NameWord): boolean {
  if (one.sound === other.sound) return true;
  if (one.text.length === 1 || other.text.length === 1) return one.text[0] === other.text[0];
  if (one.text.length < SHORTEST_SLIP && other.text.length < SHORTEST_SLIP) return false;
  const longer = Math.max(one.text.length, other.text.length);
  let left = longer < LEAST_FOR_TWO ? CHANGED_BY_SLIP : 2 * CHANGED_BY_SLIP;
  for (let changed = one.letters ^ other.letters; changed !== 0 && left >= 0; left--) changed &= changed - 1;
  return left >= 0;
}

/** How many words of the shorter name have nobody near in the other, at least. */
export function leastConflicts(one: readonly NameWord[], other: readonly NameWord[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  let conflicts = 0;
  for (const word of few) {
    let hasNear = false;
    for (const candidate of many) if (isNear(word, candidate)) hasNear = true;
    if (!hasNear) conflicts += 1;
  }
  return conflicts;
}

export const isInitial = ({ text }: NameWord): boolean => text.length === 1;
