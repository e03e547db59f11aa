const SOFT_HYPHEN = "\u00AD";

/** A word up to this length is never divided. */
export const LONGEST_WHOLE_WORD = 14;
/** Letters that stay together before and after a break. */
const FIRST = 4;
const LAST = 4;

const VOWEL = "aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýăåąęőűœ";
/** Consonants that are one sound in German, English or Indonesian and begin a syllable together. */
const ONSETS = [
  "sch",
  "str",
  "ch",
  "ck",
  "ph",
  "th",
  "sh",
  "ng",
  "ny",
  "qu",
  "tr",
  "br",
  "gr",
  "kr",
  "pr",
  "dr",
  "fr",
  "pl",
  "bl",
  "gl",
  "kl",
  "fl",
  "st",
];

/**
 * Long words with soft hyphens where they may be divided: before the consonants that begin a syllable. Browsers that
 * know a language's own rules (`hyphens: auto`) need this less, but many bring no dictionary, names in a CRM are in any
 * language, and a word cut anywhere ("administratio n") reads like a fault. What is drawn only; never store it.
 */
export const softHyphens = (text: string): string =>
  text.replace(/\p{L}{15,}/gu, (word) => {
    const letters = [...word];
    return letters
      .map((letter, place) =>
        place >= FIRST && letters.length - place >= LAST && beginsSyllable(letters, place)
          ? SOFT_HYPHEN + letter
          : letter,
      )
      .join("");
  });

/** A consonant, or a group of them that belongs together, between two vowels. */
function beginsSyllable(letters: readonly string[], place: number): boolean {
  if (isVowel(letters[place])) return false;
  const rest = letters
    .slice(place, place + 4)
    .join("")
    .toLowerCase();
  const onset = ONSETS.find((group) => rest.startsWith(group))?.length ?? 1;
  if (!isVowel(letters[place + onset])) return false;
  // Inside a group that already began one letter earlier nothing may be cut: "Wa-schung", not "Was-chung".
  const before = letters
    .slice(Math.max(0, place - 2), place)
    .join("")
    .toLowerCase();
  const from = before + rest;
  return !ONSETS.some((group) =>
    [1, 2].some(
      (back) => back < group.length && back <= before.length && from.startsWith(group, before.length - back),
    ),
  );
}

const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && VOWEL.includes(letter.toLowerCase());
