import type { PlanFields } from "@sweetspot/contract";
import { holderOf, holdingOf } from "@sweetspot/white-space-plan";
import { describe, expect, test } from "vitest";
import { changeAssessment } from "../edits/cell-edits.model.ts";
import { cellSeed, ME, seed, stagePlan } from "../stage.fixture.ts";

const level = (value: string): PlanFields => ({ level: value, levelSetBy: ME.by, levelSetAt: ME.at });
const stageOf = (cells: Readonly<Record<string, PlanFields>>) =>
  stagePlan({
    library: ["rooms", "racks"].map((id) => seed("offering", id, { name: id })),
    plan: [
      seed("perspective", "regions", { name: "Regions" }),
      seed("area", "all", { perspective: "regions", name: "All" }),
      ...["north", "south"].map((id) =>
        seed("area", id, { perspective: "regions", name: id, parent: "all" }),
      ),
      ...Object.entries(cells).map(([at, fields]) => {
        const [area = "", offering = ""] = at.split("/");
        return cellSeed(area, offering, fields);
      }),
    ],
  });
const holderWith = (fields: PlanFields) =>
  holderOf(stageOf({ "north/rooms": fields }).model().cell("north", "rooms"));

describe("a cell is held by", () => {
  test.each([
    [
      "ours where it is bought, though a competitor is after it",
      { ...level("present"), competitor: "K" },
      "ours",
    ],
    ["ours where it was bought once and nobody else is known", level("weak"), "ours"],
    ["the competitor who took what was bought once", { ...level("weak"), competitor: "K" }, "competitor"],
    ["the competitor named as the reason", { absenceReason: "competitor" }, "competitor"],
    ["nobody where nothing is known", { notes: "?" }, "open"],
    ["whomever somebody said, against all data", { ...level("strong"), possession: "partner" }, "partner"],
    ["nobody at all where it is not possible", { ...level("not-possible"), possession: "open" }, undefined],
  ])("%s", (_, fields, holder) => {
    expect(holderWith(fields as PlanFields)).toBe(holder);
  });
});

test("a roll-up counts its possible cells, each once, and is held by who holds most", () => {
  const model = stageOf({
    "north/rooms": level("strong"),
    "south/rooms": { competitor: "Kühl & Co" },
    "north/racks": { absenceReason: "competitor" },
    "south/racks": level("not-possible"),
  }).model();
  const held = holdingOf(model, ["north", "south"], ["rooms", "racks"]);
  expect(held).toEqual({
    holder: "competitor",
    byHand: false,
    counts: { ours: 1, competitor: 2, partner: 0, open: 0 },
    name: undefined,
  });
  expect(holdingOf(model, ["south"], ["rooms"]).name).toBe("Kühl & Co");
  expect(holdingOf(model, ["south"], ["racks"]).holder).toBeUndefined();
});

test("what was said by hand is handed back to the data", () => {
  const stage = stageOf({ "north/rooms": { ...level("strong"), possession: "open" } });
  const cell = stage.model().cell("north", "rooms");
  expect(holdingOf(stage.model(), ["north"], ["rooms"])).toMatchObject({ holder: "open", byHand: true });
  const ref = { area: cell.area.record, offering: cell.offering.record };
  const after = stage.after(changeAssessment(stage.plan.cells, ref, { possession: null }));
  expect(holdingOf(after.model(), ["north"], ["rooms"])).toMatchObject({ holder: "ours", byHand: false });
});
