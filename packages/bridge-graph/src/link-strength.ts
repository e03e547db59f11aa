import { isKnown, type Period } from "./period.ts";
import type { BridgeRules, RelationRule } from "./rules.ts";

/** What the strength of a link needs to know of one tie. */
export interface TieFacts extends Period {
  readonly relation: RelationRule;
  /** `relation.strength` times the factor of the share. */
  readonly base: number;
}

/** The share a tie says, by the classes of the method. */
export type ShareClass = keyof BridgeRules["shares"];

/** One factor of a link's strength and why it is what it is. The factors of a link multiply to its strength. */
export type StrengthReason =
  | { readonly reason: "relation"; readonly factor: number; readonly type: string }
  | {
      readonly reason: "share";
      readonly factor: number;
      readonly share: number;
      readonly shareClass: ShareClass;
    }
  | { readonly reason: "size"; readonly factor: number; readonly people: number }
  | { readonly reason: "time"; readonly factor: number; readonly time: CommonTime }
  | { readonly reason: "recency"; readonly factor: number; readonly years: number };

/** Were two people there at the same time? */
export type CommonTime = "together" | "apart" | "unknown";

/** Per cent to class, method "Sales tools". */
export function toShareClass(share: number): ShareClass {
  if (share > 50) return "majority";
  if (share >= 25) return "blocking";
  return share < 10 ? "freeFloat" : "minority";
}

export const shareFactor = (relation: RelationRule, share: number | undefined, rules: BridgeRules): number =>
  relation.byShare && share !== undefined ? rules.shares[toShareClass(share)] : 1;

export const sizeFactor = (people: number, rules: BridgeRules): number =>
  Math.min(1, Math.sqrt(rules.smallBody / people));

/** Certain only where the known days leave no other way. */
export function commonTime(one: Period, other: Period): CommonTime {
  if (Math.max(one.startMax, other.startMax) <= Math.min(one.endMin, other.endMin)) return "together";
  if (Math.max(one.startMin, other.startMin) > Math.min(one.endMax, other.endMax)) return "apart";
  return "unknown";
}

export function timeFactor(time: CommonTime, rules: BridgeRules): number {
  if (time === "together") return 1;
  return time === "apart" ? rules.apart : rules.unknownDates;
}

/** Years since the first of both left; 0 while both are there. */
export const yearsSince = (one: Period, other: Period, today: number): number =>
  (today - Math.min(one.lastDay, other.lastDay)) / 365.25;

/** Loss by time: 1 for what lasts, one half after each half-life. */
export const recencyFactor = (years: number, rules: BridgeRules): number =>
  years <= 0 ? 1 : Math.pow(0.5, years / rules.halfLifeYears);

/** How strongly two ties to one body join their people. The weaker of both relations counts. */
export function bodyLinkStrength(
  one: TieFacts,
  other: TieFacts,
  sizeOfBody: number,
  today: number,
  rules: BridgeRules,
): number {
  const time = timeFactor(commonTime(one, other), rules);
  return (
    Math.min(one.base, other.base) * sizeOfBody * time * recencyFactor(yearsSince(one, other, today), rules)
  );
}

/** The time of a tie between two people is common by its nature; only where it has no date is it unknown. */
export const directTime = (tie: Period): CommonTime => (isKnown(tie.startMax) ? "together" : "unknown");

/** How strongly a tie between two people joins them: there is no body. */
export const directStrength = (tie: TieFacts, today: number, rules: BridgeRules): number =>
  tie.base * timeFactor(directTime(tie), rules) * recencyFactor(yearsSince(tie, tie, today), rules);
