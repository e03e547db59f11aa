import type { WordMatch } from "./same-word.ts";

/**
 * The weights of Fellegi and Sunter (1969): the base-2 logarithm of m/u, of how often two records agree so where both are
 * one person (m) and where they are two (u). Words are weighed by their frequency in the book, as Winkler (1989) and
 * Splink's term frequency adjustment do: a rare name says more. m is set, not learnt, and lies on the side of caution.
 */
export const log2 = Math.log2;

/** Of pairs of unlike sources one in so many is one person. Half of the records are in each, and half of those in one only. */
export const priorBits = (records: number, least = 10_000): number => -log2(Math.max(records / 2, least)) - 1;

/** A source seldom holds a person twice. */
export const SAME_SOURCE_BITS = -5;

const WORD: Readonly<
  Record<
    Exclude<WordMatch, undefined>,
    { readonly m: number; readonly least: number; readonly times: number }
  >
> = {
  same: { m: 0.9, least: 0, times: 1 },
  sound: { m: 0.04, least: 1 / 5000, times: 2 },
  spelling: { m: 0.05, least: 1 / 2000, times: 3 },
  // Where one record has nothing but initials, m is how often the letter fits.
  initial: { m: 0.97, least: 1 / 16, times: 1 },
};

/** @param frequency of the commoner word */
export function wordBits(match: Exclude<WordMatch, undefined>, frequency: number): number {
  const { m, least, times } = WORD[match];
  return log2(m / Math.min(1, Math.max(least, times * frequency)));
}

export const CONFLICT_BITS = -6.5;
export const MISSING_BITS = -0.5;
export const SWAPPED_BITS = -1.5;

/** Namesakes of one town are often of one family, so that a town says at most so much. */
const MOST_BY_CITY = 5;
export const cityBits = (frequency: number): number => Math.min(MOST_BY_CITY, log2(0.75 / frequency));
export const OTHER_CITY_BITS = -2;

/** Of 60 years alive at a time: a day, a month or a year in common. */
export const BIRTH_BITS = { day: log2(0.97 * 365 * 60), month: log2(0.97 * 12 * 60), year: log2(0.97 * 60) };
/** A slip of the pen in a day that is otherwise the same. */
export const BIRTH_SLIP_BITS = 4;
export const OTHER_BIRTH_BITS = -7;

export const TITLE_BITS = 1.5;

/** Two of a name at one body are seldom two: what it says falls with the people there. */
const MOST_BY_BODY = 12;
export const bodyBits = (people: number, records: number): number =>
  Math.max(0, Math.min(MOST_BY_BODY, log2((0.6 * (records + 1500)) / (people + 5))));

export const toScore = (bits: number): number => 1 / (1 + 2 ** -bits);
export const toBits = (score: number): number => log2(score / (1 - score));
