import { distance } from "fastest-levenshtein";

/** How two words of a name agree, the best first. */
export type WordMatch = "same" | "sound" | "spelling" | "initial" | undefined;

/** Below, one slip makes a name of another. */
export const SHORTEST_SLIP = 5;
export const LEAST_FOR_TWO = 9;

/** A slip of the pen: one letter more, less or other, or two that changed places; two slips in a long word. */
export function isSlip(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  if (longer < SHORTEST_SLIP || Math.abs(one.length - other.length) > 2) return false;
  const slips = distance(one, other);
  if (slips <= 1) return true;
  return slips === 2 && (longer >= LEAST_FOR_TWO || isSwap(one, other));
}

/** Two letters beside each other changed places: two edits to Levenshtein, one slip to Damerau. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let place = 0;
  while (one[place] === other[place]) place += 1;
  return (
    one[place] === other[place + 1] &&
    one[place + 1] === other[place] &&
    one.slice(place + 2) === other.slice(place + 2)
  );
}
