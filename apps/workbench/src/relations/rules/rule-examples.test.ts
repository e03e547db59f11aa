import { DEFAULT_RELATION_RULES } from "@sweetspot/relation-book";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  defaultOf,
  isWrong,
  limitsOf,
  RULE_FIELDS,
  RULE_GROUPS,
  rulesOf,
  strengthsOf,
  toRulesPatch,
  toRulesText,
} from "./rule-examples.ts";

const FIELDS = RULE_GROUPS.flatMap((group) => [...RULE_FIELDS[group]]);

test("every example has a strength by the rules that hold without any of the admin’s", () => {
  for (const [name, strength] of Object.entries(strengthsOf(DEFAULT_RELATION_RULES)))
    expect([name, strength > 0 && strength < 1]).toEqual([name, true]);
});

test("each rule of strength changes an example, so that its effect can be seen before it is saved", () => {
  const before = strengthsOf(rulesOf({}));
  const shown = FIELDS.filter((field) => !["coolingOffDays", "asksPerQuarter"].includes(field));
  const changes = { largestBody: "20", currentMonths: "0" } as Record<string, string>;
  for (const field of shown) {
    const other = changes[field] ?? String(defaultOf(field) / 2);
    expect([field, strengthsOf(rulesOf({ [field]: other }))]).not.toEqual([field, before]);
  }
});

test("what stands in the form is what is stored, and empty fields go back to their defaults", () => {
  fc.assert(
    fc.property(fc.subarray(FIELDS), (chosen) => {
      const text = Object.fromEntries(chosen.map((field) => [field, String(defaultOf(field))]));
      const patch = toRulesPatch(text);
      expect(toRulesText(patch ?? {})).toEqual(text);
      expect(rulesOf(text)).toEqual(DEFAULT_RELATION_RULES);
    }),
  );
});

test("a number out of its limits, or none, cannot be saved", () => {
  for (const field of FIELDS) {
    const [least, most] = limitsOf(field);
    expect([least, most, "", "x", least - 1, most + 1].map((value) => isWrong(field, String(value)))).toEqual(
      [false, false, false, true, true, true],
    );
  }
  expect(toRulesPatch({ board: "2" })).toBeUndefined();
});
