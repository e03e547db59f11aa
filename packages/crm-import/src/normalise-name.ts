/**
 * The form of a name by which records without ids are found again: compatibility forms unified, lower case, white
 * space collapsed. Punctuation and accents stay: two customers may differ in them.
 */
export const normaliseName = (name: string): string => {
  const lower = name.normalize("NFKC").toLowerCase();
  return UNEVEN_SPACE.test(lower) ? lower.replace(/\s+/gu, " ").trim() : lower;
};

/** Most names need no further work; looking is cheaper than replacing. */
const UNEVEN_SPACE = /\s\s|[^\S ]|^\s|\s$/u;

/** A looser form for suggestions only: letters and digits, without accents ("GTX Pro" and "GTXPro" are one). */
export const squashName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "");

/** Id of a record whose file gives none. */
export const idOfName = (nameKey: string): string => `name:${nameKey}`;
