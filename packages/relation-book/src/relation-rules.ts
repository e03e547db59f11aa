import { type BridgeRules, DEFAULT_BRIDGE_RULES } from "@sweetspot/bridge-graph";
import type { IsoDate } from "@sweetspot/contract";

/** The admin's rules: how strong ties are, and how often a go-between may be asked. */
export interface RelationRules extends BridgeRules {
  /** Days in which the same go-between should not be asked again. */
  readonly coolingOffDays: number;
  /** Introductions asked of one person in three months at most. */
  readonly asksPerQuarter: number;
}

export const DEFAULT_RELATION_RULES: RelationRules = {
  ...DEFAULT_BRIDGE_RULES,
  coolingOffDays: 90,
  asksPerQuarter: 3,
};

/** The fields of the plan model's `relation-rules` that name relations, and the types of ties each is about. */
const RELATION_FIELDS: Readonly<Record<string, readonly string[]>> = {
  board: [
    "board_seat",
    "supervisory_board",
    "managing_director",
    "officer",
    "authorised_signatory",
    "foundation_board",
  ],
  shareholder: ["shareholder"],
  employer: ["employer", "past_employer"],
  club: ["club", "association_mandate"],
  chamber: ["chamber_mandate", "commission", "political_mandate", "public_body"],
  colleague: ["colleague"],
  crmContact: ["crm_contact"],
  meeting: ["meeting"],
};
const NUMBER_FIELDS = [
  "smallBody",
  "largestBody",
  "apart",
  "unknownDates",
  "halfLifeYears",
  "currentMonths",
  "coolingOffDays",
  "asksPerQuarter",
] as const satisfies readonly (keyof RelationRules)[];

/** The rules of an admin's `relation-rules` record; what he left empty is as it is by default. */
export function toRelationRules(fields: Readonly<Record<string, unknown>> = {}): RelationRules {
  const relations = { ...DEFAULT_RELATION_RULES.relations };
  for (const [field, types] of Object.entries(RELATION_FIELDS)) {
    const strength = fields[field];
    if (typeof strength !== "number") continue;
    for (const type of types) relations[type] = { ...relations[type], strength };
  }
  const numbers = NUMBER_FIELDS.flatMap((field) => {
    const value = fields[field];
    return typeof value === "number" ? [[field, value] as const] : [];
  });
  return { ...DEFAULT_RELATION_RULES, ...Object.fromEntries(numbers), relations };
}

const QUARTER_DAYS = 92;

/** From when on it counts how often somebody was asked: a quarter, or as long as he is to be left alone. */
export const asksCountFrom = (today: IsoDate, { coolingOffDays }: RelationRules): IsoDate =>
  new Date(Date.parse(today) - Math.max(QUARTER_DAYS, coolingOffDays) * 86_400_000)
    .toISOString()
    .slice(0, 10);
