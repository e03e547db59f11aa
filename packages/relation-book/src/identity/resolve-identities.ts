import type { SourceBody, SourcePerson } from "../source-record.ts";
import type { Identities, IdentityOptions, MatchDecision, MatchScore } from "./identity.ts";

/** Who is who among people: confident pairs are merged, doubtful ones proposed, decisions win. Input order is of no consequence. */
export function resolveIdentities(
  people: Iterable<SourcePerson>,
  decisions: Iterable<MatchDecision> = [],
  options: IdentityOptions = {},
): Identities {
  throw new Error(`Not written yet: ${[people, decisions, options].length}`);
}

/** The same for bodies: name without legal form, place, register number. */
export function resolveBodies(
  bodies: Iterable<SourceBody>,
  decisions: Iterable<MatchDecision> = [],
  options: IdentityOptions = {},
): Identities {
  throw new Error(`Not written yet: ${[bodies, decisions, options].length}`);
}

/** How likely two people of a book are one, with reasons. */
export function scoreMatch(one: SourcePerson, other: SourcePerson): MatchScore {
  throw new Error(`Not written yet: ${one.key} ${other.key}`);
}
