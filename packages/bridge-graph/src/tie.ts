/** A person or an organisation. */
export interface BridgePerson {
  readonly id: string;
  readonly name: string;
}

export interface BridgeOrganisation {
  readonly id: string;
  readonly name: string;
  /** People who belong to it as far as it says itself; the known ones count where it says less. */
  readonly people?: number;
}

/**
 * One dated relation of a person, to an organisation or to another person: exactly one of both. Dates are `YYYY`,
 * `YYYY-MM` or `YYYY-MM-DD`; left out or empty, a start is unknown and an end is unknown or still to come.
 */
export interface Tie {
  readonly id: string;
  readonly person: string;
  readonly organisation?: string;
  readonly otherPerson?: string;
  /** A key of `BridgeRules.relations`. */
  readonly type: string;
  /** The source's own word for it. */
  readonly role?: string;
  /** Per cent. */
  readonly share?: number;
  readonly start?: string;
  readonly end?: string;
  /** When the source first and last saw the tie. */
  readonly seenFrom?: string;
  readonly seenTo?: string;
  readonly source?: string;
  readonly sourceDate?: string;
}

export type TieFault =
  | "repeated-id"
  | "missing-end"
  | "two-ends"
  | "self-tie"
  | "unknown-person"
  | "unknown-organisation"
  | "unknown-type"
  | "share-out-of-range"
  | "impossible-date"
  | "dates-reversed"
  | "not-yet";

/** Why a tie was not taken in; the others were. */
export interface TieProblem {
  readonly tie: string;
  readonly fault: TieFault;
  readonly field: keyof Tie;
  readonly value: string;
}
