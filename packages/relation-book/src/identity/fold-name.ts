import transliterate from "@sindresorhus/transliterate";
import { foldText } from "@sweetspot/contract";

/** Plain Latin letters need no table: most names are so. */
const FOREIGN = /[^\u0020-\u007E]/;

/**
 * A name in plain small Latin letters, one spelling for ä, ae and a: `Müller`, `Mueller` and `Muller` are one, as are
 * `Bjørn` and `Bjoern`, `Åberg` and `Aaberg`, `Горбунов` and `Gorbunov`.
 */
export function foldName(text: string): string {
  const folded = foldText(text);
  const latin = FOREIGN.test(folded) ? transliterate(folded).toLowerCase() : folded;
  return latin.replaceAll(/(?<=[aou])e|(?<=a)a/g, "");
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|sj|sz|ch|cz|tch|tsch/g, "s"],
  [/ph|v|w/g, "f"],
  [/th|dt|d/g, "t"],
  [/ck|kh|c|q|g/g, "k"],
  [/ks/g, "x"],
  [/tz|ts|z/g, "s"],
  [/ij|yi|iy|[yj]/g, "i"],
  [/h/g, ""],
  [/(.)\1+/g, "$1"],
  // Vowels behind the first letter are what spellings differ in most.
  [/(?<=.)(?:ei|ai|ie|ia|e)/g, "i"],
  [/(.)\1+/g, "$1"],
];

/** How a folded word roughly sounds, in any of the languages we know: for finding candidates, never for judging them. */
export const toSound = (word: string): string =>
  SOUNDS.reduce((sound, [pattern, by]) => sound.replaceAll(pattern, by), word);
