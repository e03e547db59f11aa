import { foldText } from "@sweetspot/contract";

/** Words of a search that Salesforce itself filters by; further ones are compared here alone. */
const WORDS_IN_FILTER = 3;

/** What an account's name has to contain, each word without case and accents. */
export const toWords = (search: string): string[] =>
  foldText(search)
    .split(/\s+/)
    .filter((word) => word !== "");

/**
 * Filters that let every match pass and not too much else; names are compared exactly afterwards. SOQL's LIKE knows
 * no accents, but `_` stands for any one sign: it replaces letters that often carry an accent, and signs LIKE could
 * misread. A word of ł, đ, ř and the like written without them is found only where the names fit into one block.
 */
export function toNameFilters(words: readonly string[]): { word1: string; word2: string; word3: string } {
  const patterns = words.slice(0, WORDS_IN_FILTER).map(
    (word) =>
      `%${word
        .replaceAll(/[^\x20-\x7e]/gu, "%")
        .replaceAll(/ss|ae|oe/g, "%")
        .replaceAll(/[^bdfghjklmpqrtvwx0-9%]/g, "_")}%`,
  );
  return { word1: patterns[0] ?? "%", word2: patterns[1] ?? "%", word3: patterns[2] ?? "%" };
}

export function matches(name: string, words: readonly string[]): boolean {
  const folded = foldText(name);
  return words.every((word) => folded.includes(word));
}
