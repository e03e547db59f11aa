import { foldText } from "@sweetspot/contract";

/** Words of a search that HubSpot itself filters by; further ones are compared here alone. */
const WORDS_IN_FILTER = 3;

/** What an account's name has to contain, each word without case and accents. */
export const toWords = (search: string): string[] =>
  foldText(search)
    .split(/\s+/)
    .filter((word) => word !== "");

/**
 * Filters that let every match pass and not too much else; names are compared exactly afterwards. HubSpot compares whole
 * words of letters and digits, with `*` for any part of one, and nobody says whether it knows accents: letters that often
 * carry one become `*`, and of a word with signs in it only its longest part is asked for.
 */
export function toNameFilters(words: readonly string[]): object[] {
  return words
    .map(toPattern)
    .filter((pattern) => pattern !== undefined)
    .slice(0, WORDS_IN_FILTER)
    .map((value) => ({ propertyName: "name", operator: "CONTAINS_TOKEN", value }));
}

function toPattern(word: string): string | undefined {
  const [longest = ""] = word.split(/[^\p{L}\p{N}]+/u).toSorted((one, other) => other.length - one.length);
  const pattern = `*${longest.replaceAll(/[^bdfghjklmpqrtvwx0-9]+/g, "*")}*`.replaceAll(/\*+/g, "*");
  return pattern === "*" ? undefined : pattern;
}

export function matches(name: string, words: readonly string[]): boolean {
  const folded = foldText(name);
  return words.every((word) => folded.includes(word));
}
