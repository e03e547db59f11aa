import { describe, expect, it } from "vitest";
import { asksCountFrom, DEFAULT_RELATION_RULES, toRelationRules } from "./relation-rules.ts";

describe("an admin's rules", () => {
  it("are the starting values where he said nothing", () => {
    expect(toRelationRules()).toEqual(DEFAULT_RELATION_RULES);
    expect(toRelationRules({ board: null, unknown: 3, employer: "high" })).toEqual(DEFAULT_RELATION_RULES);
  });

  it("change the strength of every type of tie the field is about, and nothing else of it", () => {
    const { relations, smallBody } = toRelationRules({ chamber: 0.1, smallBody: 6 });
    expect(relations["political_mandate"]).toEqual({ strength: 0.1, circle: "members" });
    expect(relations["club"]).toEqual(DEFAULT_RELATION_RULES.relations["club"]);
    expect(smallBody).toBe(6);
  });

  it("count requests for a quarter, or as long as somebody is to be left alone", () => {
    expect(asksCountFrom("2026-11-22", DEFAULT_RELATION_RULES)).toBe("2026-08-22");
    expect(asksCountFrom("2026-11-22", toRelationRules({ coolingOffDays: 365 }))).toBe("2025-11-22");
  });
});
