import { createBridge, type Tie } from "@sweetspot/bridge-graph";
import { DEFAULT_RELATION_RULES, type RelationRules, toRelationRules } from "@sweetspot/relation-book";

/** Two people whom everybody can picture, and how strongly rules believe they know each other. */
export const RULE_EXAMPLES = [
  "board-now",
  "board-past",
  "owners",
  "employer-large",
  "club-unknown",
  "chamber-apart",
  "colleagues",
  "contact",
  "meeting",
] as const;
export type RuleExample = (typeof RULE_EXAMPLES)[number];

type Case = Pick<Tie, "type"> & {
  /** How many belong to the body; none where the two are tied to each other. */
  readonly people?: number;
  readonly one: Partial<Tie>;
  readonly other?: Partial<Tie>;
};

/** The day that strengths are counted for is any: years are counted back from it. */
const TODAY = "2026-01-01";
const NOW = { start: "2015", seenTo: "2025-06-01" };

const CASES: Readonly<Record<RuleExample, Case>> = {
  "board-now": { type: "board_seat", people: 7, one: NOW, other: NOW },
  "board-past": {
    type: "board_seat",
    people: 7,
    one: { start: "2015-01-01", end: "2021-01-01" },
    other: NOW,
  },
  owners: { type: "shareholder", people: 4, one: { ...NOW, share: 60 }, other: { ...NOW, share: 12 } },
  "employer-large": { type: "employer", people: 500, one: NOW, other: NOW },
  "club-unknown": { type: "club", people: 40, one: {}, other: {} },
  "chamber-apart": {
    type: "chamber_mandate",
    people: 30,
    one: { start: "2010-01-01", end: "2014-01-01" },
    other: { start: "2018-01-01", seenTo: "2025-06-01" },
  },
  colleagues: { type: "colleague", one: NOW },
  contact: { type: "crm_contact", one: NOW },
  meeting: { type: "meeting", one: { start: "2023-01-01", end: "2023-01-01" } },
};

/** Strength from 0 to 1 of each example; 0 where the rules leave no link. */
export function strengthsOf(rules: RelationRules): Readonly<Record<RuleExample, number>> {
  return Object.fromEntries(RULE_EXAMPLES.map((name) => [name, strengthOf(CASES[name], rules)])) as Record<
    RuleExample,
    number
  >;
}

function strengthOf({ type, people, one, other }: Case, rules: RelationRules): number {
  const crowd = Array.from({ length: Math.max(2, people ?? 2) }, (_, at) => `p${at}`);
  const inBody = (person: string, tie: Partial<Tie>): Tie => ({
    ...tie,
    id: person,
    person,
    organisation: "body",
    type,
  });
  const ties: readonly Tie[] =
    people === undefined
      ? [{ ...one, id: "tie", person: "p0", otherPerson: "p1", type }]
      : crowd.map((person, at) => inBody(person, (at === 0 ? one : other) ?? {}));
  const bridge = createBridge(
    {
      people: crowd.map((id) => ({ id, name: id })),
      organisations: people === undefined ? [] : [{ id: "body", name: "body", people }],
      ties,
      today: TODAY,
    },
    rules,
  );
  return bridge.link("p0", "p1")?.strength ?? 0;
}

/** Numbers of the rules that an admin may change, in the order of the form, with their limits. */
export const RULE_FIELDS = {
  strengths: ["board", "shareholder", "employer", "club", "chamber", "colleague", "crmContact", "meeting"],
  factors: ["apart", "unknownDates"],
  limits: ["smallBody", "largestBody", "halfLifeYears", "currentMonths"],
  asking: ["coolingOffDays", "asksPerQuarter"],
} as const;
export const RULE_GROUPS = ["strengths", "factors", "limits", "asking"] as const;
export type RuleField = (typeof RULE_FIELDS)[(typeof RULE_GROUPS)[number]][number];

const LIMITS: Readonly<Partial<Record<RuleField, readonly [least: number, most: number]>>> = {
  smallBody: [1, 100_000],
  largestBody: [1, 1_000_000],
  halfLifeYears: [0.1, 100],
  currentMonths: [0, 1200],
  coolingOffDays: [0, 3650],
  asksPerQuarter: [1, 100],
};
export const limitsOf = (field: RuleField): readonly [least: number, most: number] => LIMITS[field] ?? [0, 1];

/** What a field is where the admin has left it empty. */
export function defaultOf(field: RuleField): number {
  const type = FIRST_TYPES[field];
  if (type !== undefined) return DEFAULT_RELATION_RULES.relations[type]?.strength ?? 0;
  return DEFAULT_RELATION_RULES[field as keyof RelationRules] as number;
}

const FIRST_TYPES: Readonly<Partial<Record<RuleField, string>>> = {
  board: "board_seat",
  shareholder: "shareholder",
  employer: "employer",
  club: "club",
  chamber: "chamber_mandate",
  colleague: "colleague",
  crmContact: "crm_contact",
  meeting: "meeting",
};

/** Fields as they are typed; empty is the default. */
export type RulesText = Readonly<Partial<Record<RuleField, string>>>;

const ALL_FIELDS: readonly RuleField[] = RULE_GROUPS.flatMap((group) => RULE_FIELDS[group]);

export const toRulesText = (fields: Readonly<Record<string, unknown>>): RulesText =>
  Object.fromEntries(
    ALL_FIELDS.flatMap((field) => {
      const value = fields[field];
      return typeof value === "number" ? [[field, String(value)]] : [];
    }),
  );

/** Why a field cannot be taken; undefined where it can. */
export function isWrong(field: RuleField, text: string | undefined): boolean {
  if (text === undefined || text.trim() === "") return false;
  const [least, most] = limitsOf(field);
  const value = Number(text);
  return !(value >= least && value <= most);
}

/** The patch of the record of rules: an empty field goes back to its default. Undefined where one is wrong. */
export function toRulesPatch(text: RulesText): Readonly<Record<RuleField, number | null>> | undefined {
  if (ALL_FIELDS.some((field) => isWrong(field, text[field]))) return undefined;
  return Object.fromEntries(
    ALL_FIELDS.map((field) => {
      const value = text[field]?.trim() ?? "";
      return [field, value === "" ? null : Number(value)];
    }),
  ) as Record<RuleField, number | null>;
}

/** Rules as they would be; wrong fields count as their defaults meanwhile. */
export const rulesOf = (text: RulesText): RelationRules =>
  toRelationRules(
    Object.fromEntries(
      ALL_FIELDS.flatMap((field) => {
        const value = text[field]?.trim() ?? "";
        return value === "" || isWrong(field, value) ? [] : [[field, Number(value)]];
      }),
    ),
  );
