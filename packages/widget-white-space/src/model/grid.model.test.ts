import { toRecordId } from "@sweetspot/contract";
import { goldenAirline, goldenFoodRetailer, goldenPersonnelServices } from "@sweetspot/fixtures";
import { describe, expect, it, test } from "vitest";
import { handBackLevels, setLevel } from "../edits/cell-edits.model.ts";
import { cellSeed, goldenSeeds, ME, seed, stagePlan } from "../stage.fixture.ts";
import { toCellFace } from "./cell-face.model.ts";
import { buildAccount, buildLineItem, buildOpportunity, money } from "@sweetspot/fixtures";
import { toCrmFacts, whereNext } from "@sweetspot/white-space-plan";

describe.each([goldenPersonnelServices, goldenAirline, goldenFoodRetailer])(
  "Figure $figure, from plan records to the cells on the screen",
  (golden) => {
    const stage = stagePlan(goldenSeeds(golden));

    it.each(golden.perspectives)("suggests in $name exactly what the method does", (perspective) => {
      const model = stage.model(perspective.id);
      const shown = model.areas.leaves.flatMap((area) =>
        model.offerings.leaves.flatMap((offering) => {
          const face = toCellFace(model.cell(area.id, offering.id));
          return face.suggestion ? [{ area: area.id, offering: offering.id, ...face.suggestion }] : [];
        }),
      );
      const areas = new Set(perspective.areas.map((area) => area.id));
      const expected = golden.suggestions.filter((suggestion) => areas.has(suggestion.area));
      const byPlace = (one: { area: string; offering: string }, other: { area: string; offering: string }) =>
        `${one.area} ${one.offering}` < `${other.area} ${other.offering}` ? -1 : 1;
      expect(shown.toSorted(byPlace)).toEqual(expected.toSorted(byPlace));
      expect(whereNext(model)).toHaveLength(expected.length);
    });
  },
);

test("evidence never crosses perspectives", () => {
  const stage = stagePlan(goldenSeeds(goldenPersonnelServices));
  const areas = stage.model("perspective-business-areas").areas.nodes.map((node) => node.id);
  expect(areas).toEqual(["area-1", "area-2", "area-3"]);
});

const facts = toCrmFacts({
  account: buildAccount("customer", "Customer"),
  family: [],
  assets: [],
  opportunities: [
    buildOpportunity("deal", "Cold rooms, first store", {
      account: "customer",
      status: "won",
      closeDate: "2026-09-01",
      amount: money(100_000),
      lineItems: [buildLineItem("line", "Cold rooms", { product: "product-cold", amount: money(100_000) })],
    }),
  ],
});

const small = [
  seed("perspective", "regions", { name: "Regions", order: 0 }),
  seed("area", "north", { perspective: "regions", name: "North", order: 0, accounts: ["customer"] }),
  seed("area", "south", { perspective: "regions", name: "South", order: 1 }),
];
const offerings = [
  seed("offering", "cold", { name: "Cold rooms", order: 0, products: ["product-cold"] }),
  seed("offering", "light", { name: "Lighting", order: 1 }),
];
const north = { area: toRecordId("north"), offering: toRecordId("cold") };

describe("whose word a level is", () => {
  const stage = stagePlan({ plan: small, library: offerings }, facts);

  it("comes from the CRM's data until somebody sets it", () => {
    const cell = stage.model().cell("north", "cold");
    expect(cell).toMatchObject({ level: "strong", source: "crm" });
    expect(cell.derived?.records.map((record) => record.id)).toEqual(["deal"]);
  });

  it("is the rep's once set by hand, with who and when, and the derived one stays to be seen", () => {
    const set = stage
      .after(setLevel(stage.plan.cells, [north], "weak", ME))
      .model()
      .cell("north", "cold");
    expect(set).toMatchObject({ level: "weak", source: "hand" });
    expect(set.record?.fields).toMatchObject({ levelSetBy: ME.by, levelSetAt: ME.at });
    expect(set.derived?.level).toBe("strong");
  });

  it("goes back to the CRM's data when handed back", () => {
    const set = stage.after(setLevel(stage.plan.cells, [north], "weak", ME));
    const back = set
      .after(handBackLevels(set.plan.cells, [north]))
      .model()
      .cell("north", "cold");
    expect(back).toMatchObject({ level: "strong", source: "crm" });
    expect(back.record?.fields.levelSetBy).toBeUndefined();
  });

  it("needs a reason where the offering is not possible", () => {
    expect(() => setLevel(stage.plan.cells, [north], "not-possible", ME, " ")).toThrow(/reason/);
  });
});

describe("what reps did with a suggestion", () => {
  const suggested = [
    ...small,
    seed("area", "west", { perspective: "regions", name: "West", order: 2 }),
    cellSeed("north", "light", { level: "strong" }),
  ];

  it("a declined suggestion leaves the lists and the marks, its evidence stays in the panel", () => {
    const stage = stagePlan({
      plan: [...suggested, cellSeed("south", "light", { makesSense: "no" })],
      library: offerings,
    });
    const model = stage.model();
    expect(model.suggestions.map((suggestion) => suggestion.area)).toEqual(["west"]);
    const cell = model.cell("south", "light");
    expect(cell.suggestionState).toBe("declined");
    expect(toCellFace(cell).suggestion).toBeUndefined();
    expect(cell.suggestion?.sisters).toHaveLength(1);
  });

  it("a planned one stays marked and moves to the end of the list", () => {
    const stage = stagePlan({
      plan: [...suggested, cellSeed("south", "light", { nextStep: "Call the store manager" })],
      library: offerings,
    });
    expect(whereNext(stage.model()).map(({ cell }) => [cell.area.id, cell.suggestionState])).toEqual([
      ["west", "open"],
      ["south", "planned"],
    ]);
  });
});

describe("an area that is divided later", () => {
  const divided = [
    ...small,
    seed("area", "harbour", { perspective: "regions", name: "Harbour", parent: "north", order: 0 }),
    cellSeed("north", "light", { level: "present", notes: "Old store" }),
  ];
  const model = stagePlan({ plan: divided, library: offerings }, facts).model();

  it("keeps what was entered and matched for it in a row of its own", () => {
    const own = model.areas.leaves.find((node) => node.own);
    expect(own).toMatchObject({ record: "north", name: "North", parent: "north", depth: 1 });
    expect(model.cell(own?.id ?? "", "light").record?.fields.notes).toBe("Old store");
    expect(model.cell(own?.id ?? "", "cold").level).toBe("strong");
  });

  it("rolls up the highest child", () => {
    expect(model.cell("north", "cold")).toMatchObject({
      level: "strong",
      source: "roll-up",
      covered: 1,
      possible: 2,
    });
  });
});

test("a retired offering is shown only where this account has history with it", () => {
  const retired = [...offerings, seed("offering", "old", { name: "Old", order: 2, retired: true })];
  const names = (plan: Parameters<typeof stagePlan>[0]["plan"]) =>
    stagePlan({ plan, library: retired })
      .model()
      .offerings.leaves.map((node) => node.name);
  expect(names(small)).toEqual(["Cold rooms", "Lighting"]);
  expect(names([...small, cellSeed("north", "old", { level: "weak" })])).toEqual([
    "Cold rooms",
    "Lighting",
    "Old",
  ]);
});
