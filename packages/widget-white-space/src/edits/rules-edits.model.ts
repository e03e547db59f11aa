import type { PlanEdit, PlanFields } from "@sweetspot/contract";
import { WHITE_SPACE_RULES_ID } from "@sweetspot/plan-model";
import { DEFAULT_RULES, type WhiteSpaceRules } from "@sweetspot/white-space";
import { libraryEdit, putOf } from "./edit.ts";

/** Writes the company's rules. A value equal to the published default is cleared, so that it follows later defaults. */
export function changeRules(rules: WhiteSpaceRules, countsUnseen = false): PlanEdit {
  const unlessDefault = <T>(value: T, usual: T): T | null => (value === usual ? null : value);
  const { weights } = DEFAULT_RULES;
  const fields: PlanFields = {
    recentMonths: unlessDefault(rules.recentMonths, DEFAULT_RULES.recentMonths),
    fadingMonths: unlessDefault(rules.fadingMonths, DEFAULT_RULES.fadingMonths),
    strongDeals: unlessDefault(rules.strongDeals, DEFAULT_RULES.strongDeals),
    strongShare: unlessDefault(rules.strongShare, DEFAULT_RULES.strongShare),
    assetsCount: unlessDefault(rules.assetsCount, DEFAULT_RULES.assetsCount),
    countUnseenCustomers: unlessDefault(countsUnseen, false),
    weightStrong: unlessDefault(rules.weights.strong, weights.strong),
    weightPresent: unlessDefault(rules.weights.present, weights.present),
    weightWeak: unlessDefault(rules.weights.weak, weights.weak),
    threshold: unlessDefault(rules.threshold, DEFAULT_RULES.threshold),
  };
  return libraryEdit("rules-changed", [putOf("white-space-rules", WHITE_SPACE_RULES_ID, fields)]);
}
