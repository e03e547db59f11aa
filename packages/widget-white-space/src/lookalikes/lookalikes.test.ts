import { type LookalikeAnswer, toRecordId } from "@sweetspot/contract";
import { dismissalOf, lookalikeFor } from "@sweetspot/white-space-plan";
import { withConsequences } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import { removeArea } from "../edits/area-edits.model.ts";
import { acceptLookalike, dismissLookalike, reconsiderLookalike } from "../edits/lookalike-edits.model.ts";
import { similarIn, toCellFace } from "../model/cell-face.model.ts";
import { cellSeed, ME, type PlanStage, seed, stagePlan } from "../stage.fixture.ts";
import { spendOfArea, toSimilarMarks } from "./similar-marks.model.ts";

const id = toRecordId;
const stage = stagePlan({
  library: [
    seed("offering", "group", { name: "Light" }),
    seed("offering", "lamps", { name: "Lamps", parent: "group" }),
    seed("offering", "audit", { name: "Audit", parent: "group" }),
  ],
  plan: [
    seed("perspective", "regions", { name: "Regions" }),
    seed("area", "north", { perspective: "regions", name: "North" }),
    seed("area", "south", { perspective: "regions", name: "South" }),
    cellSeed("south", "audit", { level: "strong", levelSetBy: ME.by, levelSetAt: ME.at }),
  ],
});
const said = (offering: string, buyers: number): LookalikeAnswer["suggestions"][number] => ({
  offering: id(offering),
  score: 0.5,
  buyers,
  of: 20,
  named: [],
  confidence: "high",
});
const answer = { suggestions: [said("lamps", 7), said("audit", 1)] };
const faces = (on: PlanStage, area: string) =>
  toCellFace(on.model().cell(area, "lamps"), false, undefined, { answer, plan: on.plan });
const marksOf = (on: PlanStage) => toSimilarMarks(on.model(), { answer, plan: on.plan });
const lamps = { area: id("north"), offering: id("lamps") };

describe("what similar customers buy", () => {
  test("is marked in every area that buys nothing of it, and above its column with the groups over it", () => {
    expect(faces(stage, "north").similar).toMatchObject({ buyers: 7, of: 20 });
    expect(faces(stage, "south").similar).toMatchObject({ buyers: 7, of: 20 });
    expect(marksOf(stage).get("lamps")).toEqual({ buyers: 7, of: 20, offerings: 1 });
    expect(marksOf(stage).get("group")).toEqual({ buyers: 7, of: 20, offerings: 1 });
  });

  test("is said nothing of where the area buys it", () => {
    expect(lookalikeFor(answer, stage.model().cell("south", "audit"))).toBeUndefined();
  });

  test("takes two customers to be marked; of one only the panel tells", () => {
    const cell = stage.model().cell("north", "audit");
    expect(similarIn(cell, { answer, plan: stage.plan })).toBeUndefined();
    expect(lookalikeFor(answer, cell)).toMatchObject({ buyers: 1 });
  });
});

describe("turning it down", () => {
  const refusal = { offering: id("lamps"), reason: "not-now", note: " Next year. " } as const;

  test("in one area leaves it to the others, and is remembered with its reason", () => {
    const after = stage.after(dismissLookalike({ ...refusal, area: id("north") }));
    expect(faces(after, "north").similar).toBeUndefined();
    expect(faces(after, "south").similar).toBeDefined();
    expect(dismissalOf(after.plan, lamps)?.fields).toMatchObject({ reason: "not-now", note: "Next year." });
  });

  test("for the whole customer takes the mark off the column, until it is reconsidered", () => {
    const after = stage.after(dismissLookalike({ ...refusal, area: undefined }));
    expect(marksOf(after).size).toBe(0);
    const dismissal = dismissalOf(after.plan, lamps) ?? expect.fail("nothing was remembered");
    expect(marksOf(after.after(reconsiderLookalike(dismissal.id))).get("lamps")).toBeDefined();
  });

  test("in an area that is removed later does not become a word about the whole customer", () => {
    const before = stage.after(dismissLookalike({ ...refusal, area: id("north") }));
    const after = before.after(withConsequences(removeArea(before.plan, id("north")), before.records));
    expect(after.plan.dismissals.size).toBe(1);
    expect(faces(after, "south").similar).toBeDefined();
  });
});

describe("taking it up", () => {
  const step = { text: "Talk", owner: ME.by, potential: { amount: 90_000, currency: "EUR" } };

  test("sets the next step and, where nobody entered one, what they spend as the potential", () => {
    const after = stage.after(acceptLookalike(stage.plan.cells, lamps, step));
    expect(after.model().cell("north", "lamps").record?.fields).toMatchObject({
      nextStep: "Talk",
      nextStepOwner: ME.by,
      potential: { amount: 90_000 },
      potentialBasis: "similar",
    });
    expect(faces(after, "north")).toMatchObject({ planned: true });
  });

  test("overwrites nothing that a rep entered", () => {
    const own = stagePlan({
      plan: [cellSeed("north", "lamps", { potential: { amount: 5, currency: "USD" }, nextStep: "Call" })],
    });
    const fields = acceptLookalike(own.plan.cells, lamps, step).puts[0]?.fields;
    expect(fields).toEqual({});
  });

  test("spreads what one customer spends over the areas: together they come to it, as nearly as an estimate is", () => {
    expect(spendOfArea(180_000, 4)).toBe(45_000);
    expect(spendOfArea(100_000, 3)).toBe(33_000);
    expect(spendOfArea(0, 3)).toBe(0);
    expect(spendOfArea(10, 0)).toBe(10);
  });
});
