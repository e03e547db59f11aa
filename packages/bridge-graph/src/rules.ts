/** How much one kind of relation says about two people who both have it to one body, or to each other. */
export interface RelationRule {
  /** Strength from 0 to 1 of two people who share it now in a small body; 0 leaves the relation out. */
  readonly strength: number;
  /**
   * People of one circle meet in it: its size is what counts, as the board's among all who ever worked for a company.
   * Without one the whole body is the circle.
   */
  readonly circle?: string;
  /** The share that was reported counts too. */
  readonly byShare?: boolean;
}

/** The admin's rules for the strength of ties. Method, "Sales tools", gives the starting values. */
export interface BridgeRules {
  /** By the `type` of a tie; ties of a type that is missing here are refused. */
  readonly relations: Readonly<Record<string, RelationRule>>;
  /** Up to so many people a body is small: all know each other. Beyond it counts √(smallBody / people). */
  readonly smallBody: number;
  /** In a circle of more known people nobody is taken to know anybody: it would join everybody with everybody. */
  readonly largestBody: number;
  /** Factor where two people were never there at the same time. */
  readonly apart: number;
  /** Factor where the dates do not say whether they were. */
  readonly unknownDates: number;
  /** Years after the end of the common time in which half of the strength is lost. */
  readonly halfLifeYears: number;
  /** A tie without an end that was seen so many months ago at most is current. */
  readonly currentMonths: number;
  /** Factor by the share held: majority over 50 %, blocking minority from 25 %, free float below 10 %, rest between. */
  readonly shares: {
    readonly majority: number;
    readonly blocking: number;
    readonly minority: number;
    readonly freeFloat: number;
  };
  /** No pair is stronger, however many ties it has. */
  readonly greatest: number;
}

const BOARD: RelationRule = { strength: 0.6, circle: "board" };
const EMPLOYER: RelationRule = { strength: 0.4 };
const CLUB: RelationRule = { strength: 0.3, circle: "members" };
const CHAMBER: RelationRule = { strength: 0.25, circle: "members" };

/**
 * The method's starting values; it gives none for shares, for a tie's freshness and for colleagues, CRM contacts and
 * meetings, which are ours.
 */
export const DEFAULT_BRIDGE_RULES: BridgeRules = {
  relations: {
    board_seat: BOARD,
    supervisory_board: BOARD,
    managing_director: BOARD,
    officer: BOARD,
    authorised_signatory: BOARD,
    foundation_board: BOARD,
    shareholder: { strength: 0.5, circle: "owners", byShare: true },
    employer: EMPLOYER,
    past_employer: EMPLOYER,
    club: CLUB,
    association_mandate: CLUB,
    chamber_mandate: CHAMBER,
    commission: CHAMBER,
    political_mandate: CHAMBER,
    public_body: CHAMBER,
    colleague: { strength: 0.8 },
    crm_contact: { strength: 0.7 },
    meeting: { strength: 0.5 },
  },
  smallBody: 10,
  largestBody: 1000,
  apart: 0.3,
  unknownDates: 0.6,
  halfLifeYears: 5,
  currentMonths: 24,
  shares: { majority: 1, blocking: 1, minority: 0.8, freeFloat: 0.3 },
  greatest: 0.999,
};

/** A strength as the kernel counts it: costs of a path add up where strengths multiply. Strength 1 costs 1, not 0. */
export const toCost = (strength: number): number => Math.max(1, Math.round(-1e6 * Math.log(strength)));

/** The strength a cost stands for. */
export const fromCost = (cost: number): number => Math.exp(-cost / 1e6);

/**
 * @throws RangeError naming the rule that is out of its range
 */
export function checkBridgeRules(rules: BridgeRules): void {
  const factors: readonly (readonly [string, number])[] = [
    ...Object.entries(rules.relations).map(
      ([type, { strength }]) => [`relations.${type}.strength`, strength] as const,
    ),
    ...Object.entries(rules.shares).map(([name, factor]) => [`shares.${name}`, factor] as const),
    ["apart", rules.apart],
    ["unknownDates", rules.unknownDates],
  ];
  for (const [name, factor] of factors)
    if (!(factor >= 0 && factor <= 1)) throw new RangeError(`${name} is ${factor}; it must be from 0 to 1.`);
  if (!(rules.greatest > 0 && rules.greatest < 1))
    throw new RangeError(`greatest is ${rules.greatest}; it must lie between 0 and 1.`);
  for (const name of ["smallBody", "largestBody", "halfLifeYears"] as const)
    if (!(rules[name] > 0)) throw new RangeError(`${name} is ${rules[name]}; it must be more than 0.`);
  if (!(rules.currentMonths >= 0))
    throw new RangeError(`currentMonths is ${rules.currentMonths}; it must be 0 or more.`);
}
