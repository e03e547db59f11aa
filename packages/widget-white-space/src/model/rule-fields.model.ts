import { whiteSpaceRules } from "@sweetspot/plan-model";
import { DEFAULT_RULES, type WhiteSpaceRules } from "@sweetspot/white-space";

/** The numbers of the rules, as an admin reads them. Shares are entered in percent. */
export const RULE_FIELDS = [
  "recentMonths",
  "fadingMonths",
  "strongDeals",
  "strongShare",
  "weightStrong",
  "weightPresent",
  "weightWeak",
  "threshold",
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

const WEIGHTS = { weightStrong: "strong", weightPresent: "present", weightWeak: "weak" } as const;

const isWeight = (field: RuleField): field is keyof typeof WEIGHTS => field in WEIGHTS;

/** The number an admin sees: 0.25 as 25. */
export function ruleNumber(rules: WhiteSpaceRules, field: RuleField): number {
  if (isWeight(field)) return rules.weights[WEIGHTS[field]];
  return field === "strongShare" ? Math.round(rules.strongShare * 1e6) / 1e4 : rules[field];
}

export const defaultNumber = (field: RuleField): number => ruleNumber(DEFAULT_RULES, field);

/** The rules with one number changed. */
export function withRuleNumber(rules: WhiteSpaceRules, field: RuleField, value: number): WhiteSpaceRules {
  if (isWeight(field)) return { ...rules, weights: { ...rules.weights, [WEIGHTS[field]]: value } };
  return { ...rules, [field]: field === "strongShare" ? value / 100 : value };
}

export interface RuleLimits {
  readonly min: number;
  readonly max: number;
  /** Digits after the point. */
  readonly scale: number;
}

/** What the plan model lets through, in the numbers an admin sees. */
export function ruleLimits(field: RuleField): RuleLimits {
  const { min, max, scale } = whiteSpaceRules.fields[field];
  return field === "strongShare"
    ? { min: min * 100, max: max * 100, scale: Math.max(0, scale - 2) }
    : { min, max, scale };
}

/** Reads a typed number, with a comma or a point. Undefined where it is none or outside the limits. */
export function parseRuleNumber(text: string, field: RuleField): number | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(trimmed)) return undefined;
  const { min, max, scale } = ruleLimits(field);
  const value = Math.round(Number(trimmed) * 10 ** scale) / 10 ** scale;
  return value < min || value > max ? undefined : value;
}
