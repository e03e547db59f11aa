import { describe, expect, it } from "vitest";
import { createGrid } from "./create-grid.ts";
import type { GridInput } from "./grid.ts";
import type { Level } from "./level.ts";
import { questionsFor } from "./questions.ts";
import { DEFAULT_RULES, toRules } from "./rules.ts";

/** One perspective, flat areas, one offering; levels by area. */
const column = (levels: Record<string, Level>, more: Partial<GridInput> = {}) =>
  createGrid({
    areas: Object.keys(levels).map((id) => ({ id, perspective: "regions" })),
    offerings: [{ id: "cooling" }],
    levelOf: (area) => levels[area] ?? "none",
    ...more,
  });

describe("evidence", () => {
  it("never crosses perspectives", () => {
    const grid = createGrid({
      areas: [
        { id: "north", perspective: "regions" },
        { id: "south", perspective: "regions" },
        { id: "gas", perspective: "divisions" },
      ],
      offerings: [{ id: "cooling" }],
      levelOf: (area) => (area === "gas" ? "strong" : "none"),
    });
    expect(grid.suggestions()).toEqual([]);
    expect(grid.evidenceOf("north", "cooling")).toBe(0);
    expect(grid.sistersOf("north", "cooling")).toEqual([]);
  });

  it("is exact with the broken weights an admin may set", () => {
    const rules = { ...DEFAULT_RULES, weights: { strong: 0.7, present: 0.1, weak: 0.1 }, threshold: 0.8 };
    const grid = column({ a: "strong", b: "present", c: "none" }, { rules });
    expect(grid.suggestions()).toMatchObject([{ area: "c", evidence: 0.8, kind: "new" }]);
  });

  it("never suggests what no sister buys, even with a threshold of nothing", () => {
    expect(
      column({ a: "none", b: "none" }, { rules: { ...DEFAULT_RULES, threshold: 0 } }).suggestions(),
    ).toEqual([]);
  });

  it("is told for a strong cell too, which is protected and not suggested", () => {
    const grid = column({ a: "strong", b: "strong" });
    expect(grid.evidenceOf("a", "cooling")).toBe(3);
    expect(grid.suggestions()).toEqual([]);
    expect(grid.toProtect()).toEqual([
      { area: "a", offering: "cooling", level: "strong" },
      { area: "b", offering: "cooling", level: "strong" },
    ]);
  });
});

describe("a barrier", () => {
  const areas = [
    { id: "germany", perspective: "regions" },
    { id: "north", parent: "germany", perspective: "regions" },
    { id: "south", parent: "germany", perspective: "regions" },
    { id: "poland", perspective: "regions" },
    { id: "warsaw", parent: "poland", perspective: "regions" },
  ];
  const grid = (barriers: GridInput["barriers"]) =>
    createGrid({
      areas,
      offerings: [{ id: "cooling" }],
      levelOf: (area) => (area === "warsaw" ? "none" : "strong"),
      barriers: barriers ?? [],
    });

  it("between two countries holds for all their regions", () => {
    expect(grid([]).evidenceOf("warsaw", "cooling")).toBe(6);
    expect(grid([{ area: "poland", otherArea: "germany" }]).suggestions()).toEqual([]);
  });

  it("is not counted twice where it stands for a country and for a region of it", () => {
    const twice = grid([
      { area: "warsaw", otherArea: "south" },
      { area: "south", otherArea: "poland" },
      { area: "warsaw", otherArea: "south" },
    ]);
    expect(twice.evidenceOf("warsaw", "cooling")).toBe(3);
    expect(
      grid([
        { area: "warsaw", otherArea: "south" },
        { area: "warsaw", otherArea: "germany" },
      ]).evidenceOf("warsaw", "cooling"),
    ).toBe(0);
  });

  it("with itself, with an area above or with one that is gone says nothing", () => {
    const idle = grid([
      { area: "warsaw", otherArea: "warsaw" },
      { area: "warsaw", otherArea: "poland" },
      { area: "warsaw", otherArea: "atlantis" },
    ]);
    expect(idle.evidenceOf("warsaw", "cooling")).toBe(6);
  });
});

describe("questions", () => {
  const cell = column({ a: "none", b: "weak" }).cell("a", "cooling");

  it("are asked where the evidence is too little", () => {
    expect(questionsFor(cell)).toEqual(["no-need", "competitor", "never-proposed"]);
  });

  it("are not asked again once the assessment answers them", () => {
    expect(questionsFor(cell, { proposed: "no" })).toEqual(["no-need", "competitor"]);
    expect(questionsFor(cell, { absenceReason: "no-need" })).toEqual(["never-proposed"]);
    expect(questionsFor(cell, { competitor: "Rival", proposed: "yes" })).toEqual([]);
    expect(questionsFor(cell, { proposed: "unknown", competitor: "" })).toHaveLength(3);
  });
});

describe("a grid", () => {
  it("names what it does not know", () => {
    const grid = column({ a: "none" });
    expect(() => grid.cell("z", "cooling")).toThrow('There is no area "z" in this grid.');
    expect(() => grid.cell("a", "z")).toThrow('There is no offering "z" in this grid.');
  });

  it("refuses a level for a roll-up", () => {
    const grid = createGrid({
      areas: [
        { id: "germany", perspective: "p" },
        { id: "north", parent: "germany", perspective: "p" },
      ],
      offerings: [{ id: "cooling" }],
      levelOf: () => "none",
    });
    expect(() => grid.withLevel("germany", "cooling", "strong")).toThrow(/is a roll-up/);
  });

  it("may be empty", () => {
    const grid = createGrid({ areas: [], offerings: [], levelOf: () => "none" });
    expect(grid.suggestions()).toEqual([]);
    expect(grid.coverage()).toEqual({ covered: 0, possible: 0 });
    expect(grid.coverage({ perspective: "none such" })).toEqual({ covered: 0, possible: 0 });
  });

  it("stays as it was when the next one is made", () => {
    const grid = column({ a: "none", b: "strong" });
    const next = grid.withLevel("b", "cooling", "none");
    expect(grid.cell("a", "cooling").suggestion?.evidence).toBe(3);
    expect(next.cell("a", "cooling").suggestion).toBeUndefined();
  });

  it("gives the first suggestions only, when asked", () => {
    const grid = column({ a: "none", b: "strong", c: "weak", d: "none" });
    expect(grid.suggestions({ limit: 2 })).toMatchObject([{ area: "a" }, { area: "d" }]);
    expect(grid.suggestions({ limit: 2 })).toHaveLength(2);
  });
});

describe("rules from the library", () => {
  it("are the defaults where the admin has set nothing", () => {
    expect(toRules()).toEqual(DEFAULT_RULES);
    expect(toRules({ threshold: 5, weightWeak: 0 })).toEqual({
      ...DEFAULT_RULES,
      threshold: 5,
      weights: { strong: 3, present: 2, weak: 0 },
    });
  });
});
