const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/** Text for comparing: without case, accents, typographic variants (CO₂ is CO2) and superfluous blanks. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ßæœøđðłıþ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/\s+/gu, " ")
    .trim();

/** Words of a text, folded, between blanks: " temporary staff ". Ready for `hasPhrase`. */
export const toPhrase = (text: string): string =>
  ` ${
    foldText(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `;

/** Up to so many letters a word must match whole: "TE" does not mean "technology". */
const WHOLE_WORD_LENGTH = 3;

/**
 * Does the text hold the phrase, word by word? The last word may go on ("recruit" finds "recruiting") unless it has
 * three letters or fewer. Both come from `toPhrase`; a phrase without words is in no text.
 */
export function hasPhrase(text: string, phrase: string): boolean {
  if (phrase.trim() === "") return false;
  const lastWord = phrase.trimEnd().slice(phrase.trimEnd().lastIndexOf(" ") + 1);
  return text.includes(lastWord.length <= WHOLE_WORD_LENGTH ? phrase : phrase.trimEnd());
}
