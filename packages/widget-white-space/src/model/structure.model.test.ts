import { toRecordId } from "@sweetspot/contract";
import { buildAccount, buildOpportunity } from "@sweetspot/fixtures";
import { DEFAULT_RULES, type UnmatchedRecord } from "@sweetspot/white-space";
import { createAxis } from "@sweetspot/white-space-plan";
import { describe, expect, it, test } from "vitest";
import { reorderOfferings } from "../edits/offering-edits.model.ts";
import { addOutlines, parseOutline } from "../edits/outline.model.ts";
import { changeRules } from "../edits/rules-edits.model.ts";
import { cellSeed, countingIds, NO_FACTS, seed, stagePlan, TODAY } from "../stage.fixture.ts";
import { parseRuleNumber, ruleNumber, withRuleNumber } from "./rule-fields.model.ts";
import { compareRules } from "./rules-effect.model.ts";
import { groupUnmatched } from "./unmatched.model.ts";
import { createVisibleGrid } from "./visible-grid.model.ts";

describe("an outline typed by a rep", () => {
  it("puts indented lines below the line above, whatever the indent", () => {
    expect(parseOutline("Germany\n  North\n  South\n\tWest\n\nRomania\n - Bucharest\n")).toEqual([
      { name: "Germany", parent: undefined },
      { name: "North", parent: 0 },
      { name: "South", parent: 0 },
      { name: "West", parent: 0 },
      { name: "Romania", parent: undefined },
      { name: "Bucharest", parent: 4 },
    ]);
  });

  it("becomes areas of the perspective in view, after those there are", () => {
    const stage = stagePlan({
      plan: [
        seed("perspective", "p", { name: "Regions" }),
        seed("area", "old", { perspective: "p", name: "Old", order: 7 }),
      ],
    });
    const edit = addOutlines(
      stage.plan,
      {
        perspective: toRecordId("p"),
        perspectiveName: "",
        areas: parseOutline("New\n  Newer"),
        offerings: parseOutline("Audit"),
      },
      countingIds(),
    );
    const after = stage.after(edit).model();
    expect(after.areas.nodes.map((node) => node.path.join(" › "))).toEqual(["Old", "New", "New › Newer"]);
    expect(after.offerings.nodes.map((node) => node.name)).toEqual(["Audit"]);
  });

  it("changes nothing when it is blank", () => {
    const start = { perspective: undefined, perspectiveName: "P", areas: parseOutline(" \n"), offerings: [] };
    expect(addOutlines(stagePlan({ plan: [] }).plan, start, countingIds())).toBeUndefined();
  });
});

test("reordering one group keeps the others, and names every offering", () => {
  const item = (record: string, parent?: string) => ({
    record: toRecordId(record),
    name: record,
    parent: parent === undefined ? undefined : toRecordId(parent),
    order: undefined,
  });
  const axis = createAxis([item("a"), item("a1", "a"), item("a2", "a"), item("b"), item("b1", "b")]);
  const orderOf = (parent: string | undefined, ids: string[]) =>
    reorderOfferings(axis, parent, ids).puts[0]?.fields["offeringOrder"];
  expect(orderOf("a", ["a2", "a1"])).toEqual(["a", "a2", "a1", "b", "b1"]);
  expect(orderOf(undefined, ["b", "a"])).toEqual(["b", "b1", "a", "a1", "a2"]);
});

describe("what is on the screen", () => {
  const item = (record: string, parent?: string) => ({
    record: toRecordId(record),
    name: record,
    parent: parent === undefined ? undefined : toRecordId(parent),
    order: undefined,
  });
  const areas = createAxis([item("de"), item("north", "de"), item("south", "de"), item("ro")]);
  const offerings = createAxis([item("cold"), item("rooms", "cold"), item("racks", "cold"), item("light")]);
  const none = new Set<string>();
  const rows = (options: Partial<Parameters<typeof createVisibleGrid>[2]>) => {
    const grid = createVisibleGrid(areas, offerings, {
      collapsedAreas: none,
      collapsedOfferings: none,
      ...options,
    });
    return {
      rows: grid.rows.map((row) => row.node.id),
      columns: grid.columns.map((column) => column.node.id),
      lines: grid.headers.length,
    };
  };

  it("a folded row hides what is below it, a folded group becomes a column", () => {
    expect(rows({ collapsedAreas: new Set(["de"]), collapsedOfferings: new Set(["cold"]) })).toEqual({
      rows: ["de", "ro"],
      columns: ["cold", "light"],
      lines: 1,
    });
  });

  it("a filter keeps the parents of what it lets through", () => {
    expect(rows({ areas: new Set(["south"]), offerings: new Set(["racks"]) })).toEqual({
      rows: ["de", "south"],
      columns: ["racks"],
      lines: 2,
    });
  });
});

describe("the admin's rules", () => {
  it("are stored only where they differ from the published ones", () => {
    const edit = changeRules({ ...DEFAULT_RULES, threshold: 4 });
    expect(edit.scope).toBe("library");
    const { threshold, ...rest } = edit.puts[0]?.fields ?? {};
    expect(threshold).toBe(4);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it("are in force once stored, and said to be the company's own", () => {
    const stage = stagePlan({ plan: [] }).after(
      changeRules(withRuleNumber(DEFAULT_RULES, "strongShare", 40)),
    );
    expect(stage.plan.rules.strongShare).toBe(0.4);
    expect(stage.plan.rulesChanged).toBe(true);
    expect(ruleNumber(stage.plan.rules, "strongShare")).toBe(40);
  });

  it("keep what figures may count, and change no level by it", () => {
    const stage = stagePlan({ plan: [] }).after(changeRules(DEFAULT_RULES, true));
    expect(stage.plan).toMatchObject({ countsUnseen: true, rulesChanged: false });
    expect(stage.after(changeRules(DEFAULT_RULES)).plan.countsUnseen).toBe(false);
  });

  it.each([
    { threshold: 4 },
    { recentMonths: 6 },
    { fadingMonths: 24 },
    { strongDeals: 2 },
    { assetsCount: false },
    { weights: { ...DEFAULT_RULES.weights, weak: 0 } },
    { weights: { ...DEFAULT_RULES.weights, present: 1 } },
    { weights: { ...DEFAULT_RULES.weights, strong: 5 } },
  ])("are the company's own as soon as one differs: %j", (rule) => {
    const stage = stagePlan({ plan: [] }).after(changeRules({ ...DEFAULT_RULES, ...rule }));
    expect(stage.plan.rulesChanged).toBe(true);
  });

  it("take numbers in both spellings and refuse what the plan model would", () => {
    expect(parseRuleNumber("2,5", "weightWeak")).toBe(2.5);
    expect(parseRuleNumber("2.5", "weightWeak")).toBe(2.5);
    expect(parseRuleNumber("0", "recentMonths")).toBeUndefined();
    expect(parseRuleNumber("101", "strongShare")).toBeUndefined();
    expect(parseRuleNumber("three", "threshold")).toBeUndefined();
  });

  it("show what a change would do to this grid, without touching levels set by hand", () => {
    const stage = stagePlan({
      plan: [
        seed("perspective", "p", { name: "P" }),
        seed("area", "one", { perspective: "p", name: "One" }),
        seed("area", "two", { perspective: "p", name: "Two" }),
        cellSeed("one", "audit", { level: "present" }),
      ],
      library: [seed("offering", "audit", { name: "Audit" })],
    });
    const input = { plan: stage.plan, facts: NO_FACTS, perspective: undefined, today: TODAY };
    expect(compareRules(input, { ...DEFAULT_RULES, threshold: 2 })).toEqual({
      moves: [],
      gained: 1,
      lost: 0,
    });
    expect(compareRules(input, DEFAULT_RULES)).toEqual({ moves: [], gained: 0, lost: 0 });
  });
});

test("leftovers are grouped by what would give them a place, the largest first", () => {
  const loose = (id: string, what: string, areas: string[], offerings: string[]): UnmatchedRecord => ({
    kind: "deal",
    id,
    status: "won",
    what,
    areas,
    offerings,
  });
  const deal = (id: string, account: string) => buildOpportunity(id, id, { account, status: "won" });
  const groups = groupUnmatched(
    [
      loose("a", "GTXPro", [], ["x"]),
      loose("b", "GTXPro", ["n"], []),
      loose("c", "GTXPro", ["n"], []),
      loose("d", "", [], []),
    ],
    {
      opportunities: [deal("a", "acme"), deal("b", "acme"), deal("c", "acme"), deal("d", "acme")],
      assets: [],
      accounts: [buildAccount("acme", "Acme")],
    },
  );
  expect(groups).toEqual({
    accounts: [{ account: "acme", name: "Acme", records: 2 }],
    texts: [
      { what: "GTXPro", records: 2 },
      { what: "", records: 1 },
    ],
  });
});
