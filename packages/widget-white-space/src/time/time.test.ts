import { toRecordId } from "@sweetspot/contract";
import { buildAccount, buildOpportunity } from "@sweetspot/fixtures";
import { createGridModel, toCrmFacts } from "@sweetspot/white-space-plan";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameDay } from "../edits/snapshot-edits.model.ts";
import { cellSeed, countingIds, seed, stagePlan } from "../stage.fixture.ts";
import { compareGrids, countKinds, kindOf } from "./compare.model.ts";
import { factsAt } from "./facts-at.model.ts";
import { firstDays, toComparedDays, usualDay } from "./periods.model.ts";

const LEVELS = ["strong", "present", "weak", "none", "not-possible"] as const;
const money = (amount: number) => ({ amount, currency: "EUR" });

const facts = toCrmFacts({
  account: buildAccount("customer", "Customer"),
  family: [],
  assets: [],
  opportunities: [
    buildOpportunity("spring", "Cold rooms", {
      account: "customer",
      status: "won",
      closeDate: "2026-03-01",
      amount: money(100),
    }),
    buildOpportunity("old", "Shelf lighting", {
      account: "customer",
      status: "won",
      closeDate: "2024-12-01",
      amount: money(100),
    }),
  ],
});

const stage = stagePlan(
  {
    plan: [
      seed("perspective", "regions", { name: "Regions", order: 0 }),
      seed("area", "north", { perspective: "regions", name: "North", order: 0, accounts: ["customer"] }),
      seed("area", "south", { perspective: "regions", name: "South", order: 1 }),
      cellSeed("south", "cold", { level: "strong" }),
    ],
    library: [
      seed("offering", "cold", { name: "Cold rooms", order: 0, terms: ["Cold rooms"] }),
      seed("offering", "light", { name: "Shelf lighting", order: 1, terms: ["Shelf lighting"] }),
    ],
  },
  facts,
);
const at = (day: string, cells = stage.plan.cells) =>
  createGridModel({
    plan: { ...stage.plan, cells },
    facts: factsAt(facts, day),
    perspective: toRecordId("regions"),
    today: day,
  });
const said = (from: string, to: string, cells = stage.plan.cells) =>
  compareGrids(at(from, cells), at(to)).map(
    ({ cell, kind, before, after, because }) =>
      `${cell.area.name} ${cell.offering.name}: ${kind} ${before}>${after} ${because}`,
  );

describe("two days compared", () => {
  test("a deal counts from the day it closed, and fades with the days that pass", () => {
    expect(said("2026-02-28", "2026-03-31")).toEqual([
      "North Cold rooms: became-strong none>strong crm",
      "North Shelf lighting: fell strong>weak crm",
    ]);
  });

  test("what was set by hand since is told as such", () => {
    expect(said("2026-06-01", "2026-06-02", new Map())).toEqual([
      "South Cold rooms: became-strong none>strong hand",
    ]);
  });

  test("a day compared with itself shows nothing", () => {
    expect(said("2026-06-01", "2026-06-01")).toEqual([]);
  });

  test("of two levels one way is up exactly when the other is not", () => {
    const level = fc.constantFrom(...LEVELS);
    fc.assert(
      fc.property(level, level, (one, other) => {
        expect(kindOf(one, other) === undefined).toBe(one === other);
        expect(kindOf(one, other) === undefined).toBe(kindOf(other, one) === undefined);
        if (one !== other) expect(kindOf(one, other)).not.toBe(kindOf(other, one));
      }),
    );
    expect(kindOf("strong", "none")).toBe("lost");
    expect(kindOf("strong", "weak")).toBe("fell");
    expect(kindOf("none", "present")).toBe("rose");
  });

  test("counts name only the kinds that happened", () => {
    expect(countKinds(compareGrids(at("2026-06-01", new Map()), at("2026-06-02")))).toEqual([
      ["became-strong", 1],
    ]);
  });
});

test("facts of a day know no deal that closed later and no asset that came later", () => {
  expect(factsAt(facts, "2026-02-28").deals.map(({ id }) => id)).toEqual(["old"]);
  const asset = { id: "a", account: "customer", product: undefined, productName: "Cold rooms" };
  const assets = [
    { ...asset, active: true, since: "2026-05-01", until: undefined },
    { ...asset, active: false, since: "2025-01-01", until: "2026-04-01" },
  ];
  expect(factsAt({ ...facts, assets }, "2026-03-01").assets.map(({ active }) => active)).toEqual([true]);
  expect(factsAt({ ...facts, assets }, "2026-06-01").assets.map(({ active }) => active)).toEqual([
    true,
    false,
  ]);
});

test("days come in order, none after today, and never twice the same", () => {
  expect(toComparedDays("2026-05-01", "2026-02-01", "2026-11-22")).toEqual({
    from: "2026-02-01",
    to: "2026-05-01",
  });
  expect(toComparedDays("2026-05-01", "2027-02-01", "2026-11-22")?.to).toBe("2026-11-22");
  expect(toComparedDays("2027-05-01", "2027-02-01", "2026-11-22")).toBeUndefined();
  expect(usualDay("year-start", "2026-11-22")).toBe("2025-12-31");
  expect(firstDays("2028-02-29")).toEqual({ from: "2027-02-28", to: "2028-02-29" });
});

test("a day is named for its planning period, and not without a name", () => {
  const edit = nameDay("2026-03-01", { name: " Kick-off ", period: "2027" }, countingIds());
  expect(edit?.puts[0]?.fields).toEqual({ name: "Kick-off", takenOn: "2026-03-01", period: "2027" });
  expect(nameDay("2026-03-01", { name: " ", period: "2027" }, countingIds())).toBeUndefined();
});
