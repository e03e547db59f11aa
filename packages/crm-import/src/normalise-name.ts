/**
 * The form of a name by which records without ids are found again: compatibility forms unified, lower case, white
 * space collapsed. Punctuation and accents stay: two customers may differ in them.
 */
export const normaliseName = (name: string): string =>
  name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** A looser form for suggestions only: letters and digits, without accents ("GTX Pro" and "GTXPro" are one). */
export const squashName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "");

/** Id of a record whose file gives none. */
export const idOfName = (nameKey: string): string => `name:${nameKey}`;
