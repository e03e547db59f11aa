import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGrid } from "./create-grid.ts";
import type { Grid, GridArea, GridInput, GridOffering } from "./grid.ts";
import { highestLevel, isCovered, type Level, LEVEL_ORDER } from "./level.ts";
import { questionsFor } from "./questions.ts";
import { DEFAULT_RULES } from "./rules.ts";

/** A grid as plain data, from which the laws are worked out the slow way. */
interface Case {
  readonly areas: readonly GridArea[];
  readonly offerings: readonly GridOffering[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly barriers: readonly { readonly area: string; readonly otherArea: string }[];
}

const parentOf = (choice: number, place: number): string | undefined =>
  choice < place ? String(choice) : undefined;

const cases: fc.Arbitrary<Case> = fc
  .record({
    areas: fc.array(fc.record({ parent: fc.nat(14), perspective: fc.constantFrom("p", "p", "q") }), {
      maxLength: 9,
    }),
    offerings: fc.array(fc.nat(10), { maxLength: 6 }),
    levels: fc.array(fc.constantFrom(...LEVEL_ORDER, "none" as const), { minLength: 54, maxLength: 54 }),
    barriers: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 4 }),
  })
  .map(({ areas, offerings, levels, barriers }) => ({
    areas: areas.map(({ parent, perspective }, place) => ({
      id: `a${place}`,
      perspective,
      parent: parentOf(parent, place) === undefined ? undefined : `a${parent}`,
    })),
    offerings: offerings.map((parent, place) => ({
      id: `o${place}`,
      parent: parentOf(parent, place) === undefined ? undefined : `o${parent}`,
    })),
    levels: Object.fromEntries(
      areas.flatMap((_, area) =>
        offerings.map((__, offering) => [`a${area} o${offering}`, levels[area * 6 + offering] ?? "none"]),
      ),
    ),
    barriers: barriers.map(([area, otherArea]) => ({ area: `a${area}`, otherArea: `a${otherArea}` })),
  }));

const toInput = (grid: Case): GridInput => ({
  ...grid,
  levelOf: (area, offering) => grid.levels[`${area} ${offering}`] as Level,
});

const childrenOf = (grid: Case, id: string): string[] => {
  const area = grid.areas.find((candidate) => candidate.id === id);
  const below = area
    ? grid.areas.filter((child) => child.parent === id && child.perspective === area.perspective)
    : grid.offerings.filter((child) => child.parent === id);
  return below.map((child) => child.id);
};
const leavesOf = (grid: Case, id: string): string[] => {
  const children = childrenOf(grid, id);
  return children.length === 0 ? [id] : children.flatMap((child) => leavesOf(grid, child));
};
const leafCells = (grid: Case): { area: string; offering: string; level: Level }[] =>
  grid.areas
    .filter(({ id }) => childrenOf(grid, id).length === 0)
    .flatMap(({ id: area }) =>
      grid.offerings
        .filter(({ id }) => childrenOf(grid, id).length === 0)
        .map(({ id: offering }) => ({ area, offering, level: grid.levels[`${area} ${offering}`] as Level })),
    );
const barredPair = (grid: Case, one: string, other: string): boolean =>
  grid.barriers.some(({ area, otherArea }) => {
    const [left, right] = [leavesOf(grid, area), leavesOf(grid, otherArea)];
    if (left.some((leaf) => right.includes(leaf))) return false;
    return (left.includes(one) && right.includes(other)) || (left.includes(other) && right.includes(one));
  });
const perspectiveOf = (grid: Case, id: string): string | undefined =>
  grid.areas.find((area) => area.id === id)?.perspective;

function slowEvidence(grid: Case, area: string, offering: string): number {
  const weights: Record<Level, number> = { ...DEFAULT_RULES.weights, none: 0, "not-possible": 0 };
  return leafCells(grid)
    .filter(
      (cell) =>
        cell.offering === offering &&
        cell.area !== area &&
        perspectiveOf(grid, cell.area) === perspectiveOf(grid, area) &&
        !barredPair(grid, area, cell.area),
    )
    .reduce((sum, cell) => sum + weights[cell.level], 0);
}

/** Everything a grid says, in a form that can be compared. */
const tell = (grid: Grid, { areas, offerings }: Case) => ({
  cells: areas.flatMap((area) =>
    offerings.map((offering) => {
      const { suggestion, ...cell } = grid.cell(area.id, offering.id);
      return { ...cell, evidence: suggestion?.evidence };
    }),
  ),
  suggestions: grid
    .suggestions()
    .map(({ area, offering, evidence, kind }) => ({ area, offering, evidence, kind })),
  coverage: [grid.coverage(), grid.coverage({ perspective: "p" }), grid.coverage({ perspective: "q" })],
});

const law = (check: (grid: Case) => void): void => fc.assert(fc.property(cases, check), { numRuns: 300 });

describe("laws of the grid", () => {
  it("a roll-up is its highest cell, and counts what is beneath", () => {
    law((grid) => {
      const computed = createGrid(toInput(grid));
      for (const { id: area } of grid.areas)
        for (const { id: offering } of grid.offerings) {
          const beneath = leavesOf(grid, area).flatMap((leaf) =>
            leavesOf(grid, offering).map((column) => grid.levels[`${leaf} ${column}`] as Level),
          );
          expect(computed.cell(area, offering)).toMatchObject({
            level: highestLevel(beneath),
            covered: beneath.filter(isCovered).length,
            possible: beneath.filter((level) => level !== "not-possible").length,
          });
          expect(computed.cell(area, offering).level === "not-possible").toBe(
            beneath.every((level) => level === "not-possible"),
          );
        }
    });
  });

  it("a leaf is suggested exactly when it is white or weak and its sisters give enough evidence", () => {
    law((grid) => {
      const computed = createGrid(toInput(grid));
      for (const { area, offering, level } of leafCells(grid)) {
        const evidence = slowEvidence(grid, area, offering);
        expect(computed.evidenceOf(area, offering)).toBe(evidence);
        const { suggestion } = computed.cell(area, offering);
        const wanted = (level === "none" || level === "weak") && evidence >= DEFAULT_RULES.threshold;
        expect(suggestion !== undefined).toBe(wanted);
        if (suggestion) {
          expect(suggestion.kind).toBe(level === "weak" ? "strengthen" : "new");
          expect(suggestion.sisters.reduce((sum, sister) => sum + sister.evidence, 0)).toBe(evidence);
        }
      }
    });
  });

  it("what is not possible is never suggested, asked about or counted", () => {
    law((grid) => {
      const computed = createGrid(toInput(grid));
      const impossible = leafCells(grid).filter((cell) => cell.level === "not-possible");
      for (const { area, offering } of impossible) {
        const cell = computed.cell(area, offering);
        expect(cell).toMatchObject({ covered: 0, possible: 0, suggestionsInside: 0 });
        expect(cell.suggestion).toBeUndefined();
        expect(questionsFor(cell)).toEqual([]);
      }
      const white = { ...grid.levels };
      for (const { area, offering } of impossible) white[`${area} ${offering}`] = "none";
      for (const { area, offering } of leafCells(grid))
        expect(createGrid(toInput({ ...grid, levels: white })).evidenceOf(area, offering)).toBe(
          computed.evidenceOf(area, offering),
        );
    });
  });

  it("a barrier can only lower evidence", () => {
    law((grid) => {
      const [open, barred] = [createGrid(toInput({ ...grid, barriers: [] })), createGrid(toInput(grid))];
      for (const { area, offering } of leafCells(grid))
        expect(barred.evidenceOf(area, offering)).toBeLessThanOrEqual(open.evidenceOf(area, offering));
    });
  });

  it("what an area buys otherwise never creates a suggestion", () => {
    law((grid) => {
      const [first] = leafCells(grid);
      if (!first) return;
      const others = leafCells(grid).filter(
        (cell) => cell.area === first.area && cell.offering !== first.offering,
      );
      const levels = { ...grid.levels };
      for (const { area, offering } of others) levels[`${area} ${offering}`] = "strong";
      const before = createGrid(toInput(grid)).cell(first.area, first.offering);
      const after = createGrid(toInput({ ...grid, levels })).cell(first.area, first.offering);
      expect(after.suggestion?.evidence).toBe(before.suggestion?.evidence);
      if (after.suggestion)
        expect(new Set(after.suggestion.alsoBuys)).toEqual(new Set(others.map((cell) => cell.offering)));
    });
  });

  it("suggestions stand by evidence, then in the order of areas and offerings, and every count agrees with them", () => {
    law((grid) => {
      const computed = createGrid(toInput(grid));
      const suggestions = computed.suggestions();
      const place = (list: readonly { readonly id: string }[], id: string) =>
        list.findIndex((item) => item.id === id);
      for (const [index, later] of suggestions.entries()) {
        const earlier = suggestions[index - 1];
        if (!earlier) continue;
        const order =
          later.evidence - earlier.evidence ||
          place(grid.areas, earlier.area) - place(grid.areas, later.area) ||
          place(grid.offerings, earlier.offering) - place(grid.offerings, later.offering);
        expect(order).toBeLessThan(0);
      }
      for (const { id: area } of grid.areas) {
        expect(computed.suggestions({ area }).length).toBe(
          grid.offerings
            .filter((offering) => offering.parent === undefined)
            .reduce((sum, offering) => sum + computed.cell(area, offering.id).suggestionsInside, 0),
        );
      }
    });
  });

  it("the order in which areas, offerings and barriers are given changes no level, count or evidence", () => {
    law((grid) => {
      const turned = {
        ...grid,
        areas: grid.areas.toReversed(),
        offerings: grid.offerings.toReversed(),
        barriers: grid.barriers
          .map(({ area, otherArea }) => ({ area: otherArea, otherArea: area }))
          .toReversed(),
      };
      const [one, other] = [createGrid(toInput(grid)), createGrid(toInput(turned))];
      const [told, toldTurned] = [tell(one, grid), tell(other, grid)];
      expect(toldTurned.cells).toEqual(told.cells);
      expect(toldTurned.coverage).toEqual(told.coverage);
      expect(new Set(toldTurned.suggestions.map((s) => JSON.stringify(s)))).toEqual(
        new Set(told.suggestions.map((s) => JSON.stringify(s))),
      );
    });
  });

  it("a grid with changed levels is the grid computed anew", () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.tuple(fc.nat(100), fc.constantFrom(...LEVEL_ORDER)), { maxLength: 6 }),
        fc.boolean(),
        (grid, edits, atOnce) => {
          const cells = leafCells(grid);
          if (cells.length === 0) return;
          const levels = { ...grid.levels };
          const changes = edits.map(([place, level]) => {
            const cell = cells[place % cells.length] as (typeof cells)[number];
            levels[`${cell.area} ${cell.offering}`] = level;
            return { area: cell.area, offering: cell.offering, level };
          });
          const start = createGrid(toInput(grid));
          tell(start, grid);
          const edited = atOnce
            ? start.withLevels(changes)
            : changes.reduce((last, { area, offering, level }) => {
                const next = last.withLevel(area, offering, level);
                tell(next, grid);
                return next;
              }, start);
          expect(tell(edited, grid)).toEqual(tell(createGrid(toInput({ ...grid, levels })), grid));
          expect(tell(start, grid)).toEqual(tell(createGrid(toInput(grid)), grid));
        },
      ),
      { numRuns: 200 },
    );
  });
});
