import type { SourceBody, SourcePerson } from "../source-record.ts";
import type { Identities, IdentityOptions, MatchDecision, MatchScore } from "./identity.ts";
import { createIdentityBook } from "./identity-book.ts";
import { bodyMatches, personMatches } from "./match-indexes.ts";
import { createPersonScheme } from "./person-scheme.ts";
import { toScore } from "./weights.ts";

/** Who is who among people: confident pairs are merged, doubtful ones proposed, decisions win. Input order is of no consequence. */
export const resolveIdentities = (
  people: Iterable<SourcePerson>,
  decisions: Iterable<MatchDecision> = [],
  options: IdentityOptions = {},
): Identities => createIdentityBook(personMatches(options), people, decisions);

/** The same for bodies: name without legal form, place, register number. */
export const resolveBodies = (
  bodies: Iterable<SourceBody>,
  decisions: Iterable<MatchDecision> = [],
  options: IdentityOptions = {},
): Identities => createIdentityBook(bodyMatches(options), bodies, decisions);

/**
 * How likely two people are one, with reasons.
 *
 * @param among the other records of the book: without them no name counts as rare
 */
export function scoreMatch(
  one: SourcePerson,
  other: SourcePerson,
  among: Iterable<SourcePerson> = [],
): MatchScore {
  const scheme = createPersonScheme();
  for (const person of among) scheme.read(person);
  const [mine, theirs] = [scheme.read(one), scheme.read(other)];
  return { score: toScore(scheme.weigh(mine, theirs).bits), reasons: scheme.explain(mine, theirs) };
}
