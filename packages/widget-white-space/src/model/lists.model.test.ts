import { buildAccount, buildLineItem, buildOpportunity, money } from "@sweetspot/fixtures";
import {
  addMonths,
  askFirst,
  openQuestions,
  pendingSteps,
  toCrmFacts,
  toProtect,
  whereNext,
} from "@sweetspot/white-space-plan";
import { describe, expect, it, test } from "vitest";
import { cellSeed, seed, stagePlan, TODAY } from "../stage.fixture.ts";
import { applyFilter, NO_FILTER } from "./filter.model.ts";
import { ME } from "../stage.fixture.ts";
import { summarise } from "../summary/figures.model.ts";

const structure = [
  seed("perspective", "regions", { name: "Regions", order: 0 }),
  ...["north", "south", "west"].map((id, order) =>
    seed("area", id, {
      perspective: "regions",
      name: id[0]?.toUpperCase() + id.slice(1),
      order,
      accounts: [id],
    }),
  ),
];
const library = ["cold", "light", "audit"].map((id, order) => seed("offering", id, { name: id, order }));
const won = (id: string, account: string, closeDate: string, status: "won" | "lost" | "open" = "won") =>
  buildOpportunity(id, id, {
    account,
    status,
    closeDate,
    amount: money(50_000),
    lineItems: [buildLineItem(`${id}-line`, id.split("-")[0] ?? "", { amount: money(50_000) })],
  });
const factsOf = (...opportunities: ReturnType<typeof won>[]) =>
  toCrmFacts({ account: buildAccount("north", "North"), family: [], assets: [], opportunities });

describe("where next", () => {
  it("goes by evidence, then by potential, and does not compare currencies", () => {
    const stage = stagePlan({
      plan: [
        ...structure,
        cellSeed("north", "cold", { level: "strong" }),
        cellSeed("north", "light", { level: "strong" }),
        cellSeed("south", "cold", { potential: { amount: 10, currency: "EUR" } }),
        cellSeed("south", "light", { potential: { amount: 900, currency: "EUR" } }),
        cellSeed("west", "light", { level: "weak" }),
      ],
      library,
    });
    expect(whereNext(stage.model()).map(({ cell, suggestion }) => [cell.key, suggestion.evidence])).toEqual([
      ["south|light", 4],
      ["south|cold", 3],
      ["west|cold", 3],
      ["west|light", 3],
    ]);
  });
});

describe("ask first", () => {
  it("asks once per offering, and of all areas where nobody buys it", () => {
    const stage = stagePlan({
      plan: [...structure, cellSeed("north", "cold", { level: "present" })],
      library,
    });
    const asked = askFirst(stage.model()).map((entry) => [
      entry.offering.id,
      entry.areas.length,
      entry.everywhere,
    ]);
    expect(asked).toEqual([
      ["cold", 2, false],
      ["light", 3, true],
      ["audit", 3, true],
    ]);
  });

  it("asks no more what has been answered, refused or lost before", () => {
    const stage = stagePlan(
      {
        plan: [
          ...structure,
          cellSeed("north", "light", { absenceReason: "no-need" }),
          cellSeed("south", "light", { makesSense: "no" }),
        ],
        library,
      },
      factsOf(won("light-lost", "west", "2026-05-01", "lost")),
    );
    const model = stage.model();
    expect(openQuestions(model.cell("north", "light"))).toEqual(["never-proposed"]);
    expect(openQuestions(model.cell("south", "light"))).toEqual([]);
    expect(openQuestions(model.cell("west", "light"))).toEqual(["no-need", "competitor"]);
  });
});

describe("protect", () => {
  it("names first what fades first, and warns within three months", () => {
    const stage = stagePlan(
      { plan: structure, library },
      factsOf(won("cold-old", "north", "2026-01-10"), won("light-new", "south", "2026-10-01")),
    );
    expect(toProtect(stage.model())).toMatchObject([
      { cell: { key: "north|cold" }, lastWon: "2026-01-10", fadesOn: "2027-01-10" },
      { cell: { key: "south|light" }, lastWon: "2026-10-01", fadesOn: undefined },
    ]);
  });
});

test("a month later is the same day, or the month's last", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-11-22", 12)).toBe("2027-11-22");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(addMonths("2026-10-31", 3)).toBe("2027-01-31");
});

describe("filters", () => {
  const stage = stagePlan({
    plan: [
      ...structure,
      cellSeed("north", "cold", { level: "strong" }),
      cellSeed("south", "audit", { nextStep: "Call", nextStepOwner: ME.by, nextStepDue: "2026-11-01" }),
      cellSeed("west", "audit", { nextStep: "Write", nextStepOwner: "someone-else" }),
      cellSeed("west", "light", { nextStep: "Done", nextStepOwner: ME.by, nextStepDone: true }),
    ],
    library,
  });
  const eyes = { user: ME.by, today: TODAY };
  const passing = (filter: Partial<typeof NO_FILTER>): string[] => {
    const model = stage.model();
    const { passes } = applyFilter(model, { ...NO_FILTER, ...filter }, eyes);
    return model.areas.leaves.flatMap((area) =>
      model.offerings.leaves
        .map((offering) => model.cell(area.id, offering.id))
        .filter((cell) => passes?.(cell) ?? true)
        .map((cell) => cell.key),
    );
  };

  it.each([
    [{ suggested: true }, ["south|cold", "west|cold"]],
    [{ protect: true }, ["north|cold"]],
    [{ mySteps: true }, ["south|audit"]],
    [{ overdue: true }, ["south|audit"]],
    [{ levels: ["strong" as const] }, ["north|cold"]],
    [{ protect: true, mySteps: true }, ["north|cold", "south|audit"]],
  ])("%j", (filter, expected) => {
    expect(passing(filter)).toEqual(expected);
  });

  it("drop rows without a hit and fade the rest", () => {
    const filtered = applyFilter(stage.model(), { ...NO_FILTER, mySteps: true }, eyes);
    expect([...(filtered.areas ?? [])]).toEqual(["south"]);
    expect(filtered.count).toBe(1);
  });

  it("a text narrows rows or columns, whichever it names, without case and accents", () => {
    const search = (text: string) => applyFilter(stage.model(), { ...NO_FILTER, text }, eyes);
    expect([...(search("SÖUTH").areas ?? [])]).toEqual(["south"]);
    expect(search("light").areas).toBeUndefined();
    expect([...(search("light").offerings ?? [])]).toEqual(["light"]);
    expect([...(search("nowhere").areas ?? ["all"])]).toEqual([]);
  });

  it("next steps stand in the order of their day", () => {
    expect(pendingSteps(stage.model(), undefined).map(({ cell }) => cell.key)).toEqual([
      "south|audit",
      "west|audit",
    ]);
    expect(pendingSteps(stage.model(), ME.by)).toHaveLength(1);
  });
});

test("a summary counts what a card needs", () => {
  const stage = stagePlan({
    plan: [
      ...structure,
      cellSeed("north", "cold", { level: "strong" }),
      cellSeed("south", "audit", {
        level: "not-possible",
        levelReason: "No",
        nextStep: "Ask",
        nextStepDue: "2026-12-01",
      }),
    ],
    library,
  });
  expect(summarise(stage.model())).toMatchObject({
    areas: 3,
    offerings: 3,
    suggestions: 2,
    covered: 1,
    possible: 8,
    strong: 1,
    best: { area: "South", offering: "cold", evidence: 3 },
    nextStep: { text: "Ask", area: "South", offering: "audit", due: "2026-12-01" },
    lastChange: { by: ME.by },
    asOf: undefined,
  });
});
