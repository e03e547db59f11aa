import {
  goldenAirline,
  goldenFoodRetailer,
  type GoldenGrid,
  goldenPersonnelServices,
  type GoldenSuggestion,
} from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { createGrid } from "./create-grid.ts";
import type { Grid } from "./grid.ts";
import { questionsFor } from "./questions.ts";

const gridOf = (golden: GoldenGrid): Grid =>
  createGrid({
    areas: golden.perspectives.flatMap((perspective) =>
      perspective.areas.map((area) => ({ ...area, perspective: perspective.id })),
    ),
    offerings: golden.offerings,
    levelOf: (area, offering) => golden.levels[area]?.[offering] ?? "none",
    barriers: golden.barriers,
  });

const byPlace = (one: GoldenSuggestion, other: GoldenSuggestion): number =>
  `${one.area} ${one.offering}`.localeCompare(`${other.area} ${other.offering}`);

describe.each([goldenPersonnelServices, goldenAirline, goldenFoodRetailer])("Figure $figure", (golden) => {
  const grid = gridOf(golden);
  const suggestions = grid
    .suggestions()
    .map(({ area, offering, evidence, kind }) => ({ area, offering, evidence, kind }));

  it("suggests exactly what the method lists, with its evidence, and nothing else", () => {
    expect(suggestions.toSorted(byPlace)).toEqual(golden.suggestions.toSorted(byPlace));
  });

  it("puts more evidence first, and otherwise keeps the order of areas and offerings", () => {
    const areas = grid.leafAreas();
    const offerings = grid.leafOfferings();
    const rank = (one: GoldenSuggestion): number[] => [
      -one.evidence,
      areas.indexOf(one.area),
      offerings.indexOf(one.offering),
    ];
    const ranks = suggestions.map(rank);
    expect(ranks).toEqual(
      ranks.toSorted(([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z),
    );
  });

  it("asks questions in every other white or weak cell, and nowhere else", () => {
    for (const area of grid.leafAreas())
      for (const offering of grid.leafOfferings()) {
        const cell = grid.cell(area, offering);
        const open = (cell.level === "none" || cell.level === "weak") && !cell.suggestion;
        expect(questionsFor(cell).length, `${area} ${offering}`).toBe(open ? 3 : 0);
      }
  });

  it("explains each suggestion by sister areas whose evidence adds up to it", () => {
    for (const suggestion of grid.suggestions())
      expect(suggestion.sisters.reduce((sum, sister) => sum + sister.evidence, 0)).toBe(suggestion.evidence);
  });
});

describe("Figure 2.24", () => {
  const grid = gridOf(goldenPersonnelServices);

  it("has no evidence for payroll in any region: questions only", () => {
    for (const region of grid.leafAreas("perspective-regions")) {
      expect(grid.evidenceOf(region, "offering-payroll")).toBe(0);
      expect(grid.cell(region, "offering-payroll").suggestion).toBeUndefined();
      expect(questionsFor(grid.cell(region, "offering-payroll"))).toEqual([
        "no-need",
        "competitor",
        "never-proposed",
      ]);
    }
  });

  it("adds what the area buys already as a further reason", () => {
    expect(grid.cell("area-3", "offering-payroll").suggestion?.alsoBuys).toEqual([
      "offering-recruiting",
      "offering-vendor-management",
    ]);
  });

  it("wants six cells protected in the business areas, the strong ones first", () => {
    expect(grid.toProtect("perspective-business-areas").map((cell) => cell.level)).toEqual([
      ...Array<string>(4).fill("strong"),
      ...Array<string>(2).fill("present"),
    ]);
  });
});

describe("Figure 2.25", () => {
  const grid = gridOf(goldenAirline);

  it("rolls the destinations up through both column levels", () => {
    expect(grid.cell("munich", "offering-airport-services")).toMatchObject({
      level: "present",
      leaf: false,
      covered: 1,
      possible: 2,
    });
    expect(grid.cell("munich", "offering-aviation")).toMatchObject({
      level: "present",
      covered: 2,
      possible: 3,
    });
    expect(grid.cell("munich", "offering-ramp-services")).toMatchObject({
      level: "not-possible",
      possible: 0,
    });
    expect(grid.cell("bremen", "offering-ground-services").level).toBe("not-possible");
    expect(grid.cell("hamburg", "offering-facility-services").level).toBe("present");
  });

  it("counts suggestions inside a group of offerings", () => {
    expect(grid.cell("hamburg", "offering-aviation").suggestionsInside).toBe(2);
    expect(grid.cell("munich", "offering-aviation").suggestionsInside).toBe(0);
  });
});

describe("The food retailer", () => {
  const grid = gridOf(goldenFoodRetailer);

  it("shows the rival region behind its barrier, last and without evidence", () => {
    expect(grid.cell("bucharest", "offering-plug-in-cabinets").suggestion?.sisters).toEqual([
      { area: "north", level: "strong", evidence: 3, blocked: false },
      { area: "south", level: "strong", evidence: 3, blocked: false },
      { area: "warsaw", level: "present", evidence: 2, blocked: false },
      { area: "transylvania", level: "weak", evidence: 1, blocked: false },
      { area: "rhine-ruhr", level: "present", evidence: 0, blocked: true },
    ]);
  });

  it("covers 21 of 54 possible cells", () => {
    expect(grid.coverage()).toEqual({ covered: 21, possible: 54 });
    expect(grid.coverage({ area: "germany" })).toEqual({ covered: 15, possible: 24 });
    expect(grid.coverage({ offering: "offering-co2-racks" })).toEqual({ covered: 2, possible: 5 });
    expect(grid.coverage({ area: "poland", offering: "offering-service" })).toEqual({
      covered: 2,
      possible: 6,
    });
  });

  it("is not possible for a country only where it is for all its regions", () => {
    expect(grid.cell("romania", "offering-co2-racks").level).toBe("not-possible");
    expect(grid.cell("romania", "offering-cooling").level).toBe("weak");
    expect(grid.cell("poland", "offering-co2-racks").level).toBe("none");
  });

  it("finds eight suggestions inside Poland", () => {
    expect(grid.suggestions({ area: "poland" })).toHaveLength(8);
    expect(grid.cell("poland", "offering-refrigeration-lighting").suggestionsInside).toBe(8);
  });

  it("names four strong cells to protect", () => {
    expect(grid.toProtect().filter((cell) => cell.level === "strong")).toHaveLength(4);
  });
});
