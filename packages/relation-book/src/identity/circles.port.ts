import type { RecordId } from "@sweetspot/contract";

/**
 * Where people belong: a contact of a firm and one of its directors, of one name, are seldom two. Relations as evidence of
 * who is who: Bhattacharya and Getoor (2007), one round of it, bodies before people.
 */
export interface Circles {
  /** Identities of the bodies a person's record has a tie to. */
  bodiesOf(person: RecordId): readonly RecordId[];
  /** About how many people a body has. */
  peopleIn(body: RecordId): number;
}

export const NO_CIRCLES: Circles = { bodiesOf: () => [], peopleIn: () => 0 };
