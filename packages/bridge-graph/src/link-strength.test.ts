import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BridgeRules } from "./rules.ts";
import { createBridge } from "./create-bridge.ts";
import type { BridgeLink } from "./bridge.ts";
import { checkBridgeRules, DEFAULT_BRIDGE_RULES, fromCost, toCost } from "./rules.ts";
import type { Tie } from "./tie.ts";

const people = ["ada", "ben", "cem"].map((id) => ({ id, name: id }));
const organisations = ["mill", "club"].map((id) => ({ id, name: id }));

/** Ada and Ben at one body. */
function link(one: Partial<Tie>, other: Partial<Tie>, size = 0, rules?: BridgeRules): BridgeLink | undefined {
  const bridge = createBridge(
    {
      people,
      organisations: organisations.map((body) => ({ ...body, people: size })),
      ties: [
        { id: "1", person: "ada", organisation: "mill", type: "board_seat", ...one },
        { id: "2", person: "ben", organisation: "mill", type: "board_seat", ...other },
      ],
      today: "2026-11-01",
    },
    rules,
  );
  return bridge.link("ada", "ben");
}
const strength = (...parameters: Parameters<typeof link>): number => link(...parameters)?.strength ?? 0;
const now = { start: "2020" };

describe("two people at one body are linked", () => {
  test("by the strength of their relation while both are there", () => {
    expect(strength(now, now)).toBeCloseTo(0.6, 5);
    expect(strength({ ...now, type: "club" }, { ...now, type: "club" })).toBeCloseTo(0.3, 5);
    expect(strength({ ...now, type: "commission" }, { ...now, type: "commission" })).toBeCloseTo(0.25, 5);
  });

  test("by the weaker of two relations, and says which", () => {
    const mixed = link(now, { ...now, type: "employer" });
    expect(mixed?.strength).toBeCloseTo(0.4, 5);
    expect(mixed?.because[0]?.reasons[0]).toEqual({ reason: "relation", factor: 0.4, type: "employer" });
  });

  test("less in a body of many, where a circle of few counts by itself", () => {
    const staff = { ...now, type: "employer" };
    expect(strength(staff, staff, 40)).toBeCloseTo(0.4 / 2, 5);
    expect(strength(now, now, 40)).toBeCloseTo(0.6, 5);
  });

  test("less by 0.3 where one left before the other came, and that long ago", () => {
    const apart = link({ start: "2001", end: "2011-11-01" }, { start: "2014" });
    expect(apart?.because[0]?.reasons).toContainEqual({ reason: "time", factor: 0.3, time: "apart" });
    expect(apart?.strength).toBeCloseTo(0.6 * 0.3 * 0.5 ** 3, 3);
    expect(apart?.because[0]).not.toHaveProperty("from");
  });

  test("less by 0.6 where the dates do not say, as in one year that one ends and the other begins", () => {
    expect(strength({ end: "2026-10-31", start: "2026" }, {})).toBeCloseTo(0.36, 3);
    const touching = link({ start: "2010", end: "2016" }, { start: "2016" });
    expect(touching?.because[0]?.reasons[2]).toEqual({ reason: "time", factor: 0.6, time: "unknown" });
  });

  test("half as much for each five years since the first of both left", () => {
    expect(strength({ start: "2010", end: "2021-11-01" }, { start: "2009" })).toBeCloseTo(0.3, 3);
    expect(strength({ start: "2010", end: "2016-11-01" }, { start: "2009" })).toBeCloseTo(0.15, 3);
  });

  test("by their shares: who holds a part of the free float knows hardly anybody", () => {
    const owner = (share: number) => ({ ...now, type: "shareholder", share });
    expect(strength(owner(60), owner(25))).toBeCloseTo(0.5, 5);
    expect(strength(owner(60), owner(12))).toBeCloseTo(0.4, 5);
    const small = link(owner(60), owner(9.9));
    expect(small?.strength).toBeCloseTo(0.15, 5);
    expect(small?.because[0]?.reasons[1]).toMatchObject({
      reason: "share",
      share: 9.9,
      shareClass: "freeFloat",
    });
  });

  test("with the dates they share, of the precision of the sources", () => {
    const evidence = link({ start: "2012-03", end: "2019" }, { start: "2016" })?.because[0];
    expect(evidence).toMatchObject({ from: "2016", to: "2019", current: false, organisation: "mill" });
    expect(evidence?.ties.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  test("not at all where the admin says that the relation counts for nothing", () => {
    const relations = { ...DEFAULT_BRIDGE_RULES.relations, board_seat: { strength: 0 } };
    expect(link(now, now, 0, { ...DEFAULT_BRIDGE_RULES, relations })).toBeUndefined();
  });
});

describe("independent grounds", () => {
  const both = (organisation: string, type: string): Tie[] =>
    ["ada", "ben"].map((person) => ({
      id: `${person} ${organisation} ${type}`,
      person,
      organisation,
      type,
      ...now,
    }));
  const of = (ties: readonly Tie[]): BridgeLink | undefined =>
    createBridge({ people, organisations, ties, today: "2026-11-01" }).link("ada", "ben");

  test("combine by noisy-or, the strongest first", () => {
    const two = of([...both("club", "club"), ...both("mill", "board_seat")]);
    expect(two?.strength).toBeCloseTo(1 - 0.4 * 0.7, 5);
    expect(two?.because.map(({ organisation }) => organisation)).toEqual(["mill", "club"]);
  });

  test("are not two offices in one body, nor one meeting reported twice", () => {
    expect(of([...both("mill", "board_seat"), ...both("mill", "shareholder")])?.strength).toBeCloseTo(0.6, 5);
    const meeting = (id: string): Tie => ({
      id,
      person: "ada",
      otherPerson: "ben",
      type: "meeting",
      start: "2026-10",
    });
    expect(of([meeting("1"), meeting("2")])?.strength).toBeCloseTo(0.5, 5);
    expect(of([meeting("1"), { ...meeting("2"), type: "colleague" }])?.strength).toBeCloseTo(
      1 - 0.5 * 0.2,
      5,
    );
  });

  test("never make a pair stronger than 0.999", () => {
    const rules = {
      ...DEFAULT_BRIDGE_RULES,
      relations: { meeting: { strength: 1 }, colleague: { strength: 1 } },
    };
    const tie = (type: string): Tie => ({ id: type, person: "ada", otherPerson: "ben", type, ...now });
    const ties = [tie("meeting"), tie("colleague")];
    const bridge = createBridge({ people, organisations, ties, today: "2026-11-01" }, rules);
    expect(bridge.link("ada", "ben")?.strength).toBeCloseTo(0.999, 6);
  });
});

describe("laws of strength", () => {
  const date = fc.option(
    fc
      .tuple(fc.integer({ min: 1990, max: 2025 }), fc.constantFrom("", "-03", "-07-15"))
      .map(([year, rest]) => `${year}${rest}`),
    { nil: "" },
  );
  const part = fc.record({
    type: fc.constantFrom(...Object.keys(DEFAULT_BRIDGE_RULES.relations)),
    start: date,
    end: date,
    seenTo: date,
    share: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: 33 }),
  });

  test("the reasons of a ground multiply to its strength, and both people see one strength", () => {
    fc.assert(
      fc.property(part, part, fc.nat({ max: 400 }), (one, other, size) => {
        const forth = link(one, other, size);
        expect(link(other, one, size)?.strength).toBe(forth?.strength);
        for (const { strength: whole, reasons } of forth?.because ?? []) {
          expect(reasons.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(whole, 12);
          expect(forth?.strength).toBeCloseTo(whole, 5);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("costs add up where strengths multiply, and none is free", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (value) => {
        expect(fromCost(toCost(value))).toBeCloseTo(value, 5);
        expect(toCost(value)).toBeGreaterThanOrEqual(1000);
      }),
    );
    expect(toCost(1)).toBe(1);
  });

  test("a rule out of its range is named", () => {
    const wrong = (change: Partial<BridgeRules>) => () =>
      checkBridgeRules({ ...DEFAULT_BRIDGE_RULES, ...change });
    expect(wrong({ apart: 1.2 })).toThrow("apart is 1.2");
    expect(wrong({ relations: { club: { strength: -1 } } })).toThrow("relations.club.strength is -1");
    expect(wrong({ greatest: 1 })).toThrow("greatest is 1");
    expect(wrong({ halfLifeYears: 0 })).toThrow("halfLifeYears is 0");
    expect(wrong({ currentMonths: -1 })).toThrow("currentMonths is -1");
  });
});
