import { rankNext } from "@sweetspot/white-space-plan";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellSeed, seed, stagePlan } from "../stage.fixture.ts";

const areas = ["north", "south", "west", "east"];
const plan = [
  seed("perspective", "regions", { name: "Regions", order: 0 }),
  ...areas.map((id, order) => seed("area", id, { perspective: "regions", name: id, order })),
];
const library = ["cold", "light"].map((id, order) => seed("offering", id, { name: id, order }));
const eur = (amount: number) => ({ potential: { amount, currency: "EUR" } });
const ranked = (...cells: ReturnType<typeof cellSeed>[]) =>
  rankNext(
    stagePlan({
      plan: [
        ...plan,
        cellSeed("north", "cold", { level: "strong" }),
        cellSeed("north", "light", { level: "strong" }),
        ...cells,
      ],
      library,
    }).model(),
  );
const places = (...cells: ReturnType<typeof cellSeed>[]) =>
  ranked(...cells).map(({ cell }) => `${cell.area.record} ${cell.offering.record}`);

describe("where next, by worth", () => {
  test("potential, evidence and ease are multiplied, and a missing potential is the middle of the others", () => {
    const [first, ...others] = ranked(
      cellSeed("south", "cold", eur(600)),
      cellSeed("south", "light", eur(300)),
      cellSeed("west", "cold", { ...eur(900), competitor: "Somebody", proposed: "yes" }),
    );
    expect(first).toMatchObject({ worth: 600, ease: 3, guessed: false, counted: { amount: 600 } });
    expect(
      others.find(({ cell }) => cell.area.record === "west" && cell.offering.record === "cold"),
    ).toMatchObject({
      worth: 300,
      ease: 1,
      hindrances: ["competitor", "proposed"],
    });
    expect(others.find(({ cell }) => cell.area.record === "east")).toMatchObject({
      guessed: true,
      worth: 600,
    });
  });

  test("without any potential evidence and ease decide; in another currency it is as not known", () => {
    const [first] = ranked(cellSeed("south", "cold", { competitor: "Somebody" }));
    expect(first).toMatchObject({ worth: 1, counted: undefined, guessed: false });
    expect(places(cellSeed("south", "cold", { competitor: "Somebody" })).at(-1)).toBe("south cold");
    const [dear] = ranked(
      cellSeed("south", "cold", eur(5)),
      cellSeed("south", "light", { potential: { amount: 9000, currency: "USD" } }),
    );
    expect(dear).toMatchObject({ worth: 5, counted: { amount: 5, currency: "EUR" } });
  });

  test("what is planned already comes last, whatever it is worth", () => {
    expect(places(cellSeed("south", "cold", { ...eur(9000), nextStep: "Call" })).at(-1)).toBe("south cold");
  });

  test("of two alike, the one with the higher potential never stands behind", () => {
    const isAt =
      (area: string) =>
      ({ cell }: ReturnType<typeof ranked>[number]) =>
        cell.area.record === area && cell.offering.record === "cold";
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (amount, more) => {
        const entries = ranked(
          cellSeed("west", "cold", eur(amount + more)),
          cellSeed("south", "cold", eur(amount)),
        );
        const [higher, lower] = [entries.find(isAt("west")), entries.find(isAt("south"))];
        expect(higher?.worth).toBeGreaterThanOrEqual(lower?.worth ?? 0);
        if (more > 0) expect(entries.findIndex(isAt("west"))).toBeLessThan(entries.findIndex(isAt("south")));
      }),
      { numRuns: 30 },
    );
  });
});
