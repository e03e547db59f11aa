import { parseName } from "./parse-name.ts";

/**
 * One key for all ways to write a name: without case, accents, titles, particles and order. `Dr. Jürgen von Berg`,
 * `BERG, Juergen` and `Berg Jurgen` have the same. Initials stay: `J. Berg` has another.
 */
export function toNameKey(name: string): string {
  const { given, family, generation } = parseName({ name });
  return [...[...given, ...family].toSorted(), ...(generation ? [generation] : [])].join(" ");
}
