import type { PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { withConsequences } from "./consequences.ts";

const id = (text: string) => text as RecordId;
const BY = { createdBy: id("a"), createdAt: "", updatedBy: id("a"), updatedAt: "", revision: 1, schema: 1 };

const records = (rows: Readonly<Record<string, readonly [type: string, fields: PlanFields]>>) =>
  new Map(
    Object.entries(rows).map(([name, [type, fields]]): [RecordId, PlanRecord] => [
      id(name),
      { id: id(name), type, fields, ...BY },
    ]),
  );

const PLAN = records({
  perspective: ["perspective", { name: "Regions" }],
  north: ["area", { perspective: "perspective", name: "North" }],
  cell: ["cell", { area: "north", offering: "ladders" }],
  gap: ["knowledge-gap", { question: "Why?", cell: "cell" }],
  other: ["knowledge-gap", { question: "Who?" }],
  sheet: ["meeting-sheet", { member: "boss", questions: ["gap", "other"] }],
  boss: ["buying-centre-member", { name: "Boss" }],
  wish: ["insight", { side: "customer" }],
  hope: ["insight", { side: "customer" }],
  gift: ["insight", { side: "provider" }],
  spot: ["sweet-spot", { customerInsights: ["wish", "hope"], providerInsights: ["gift"] }],
  unheard: ["of-a-newer-version", { cell: "cell" }],
});

const edit = (removes: readonly string[], puts: readonly (readonly [string, string, PlanFields])[] = []) =>
  withConsequences(
    {
      name: "something-removed",
      scope: "plan",
      puts: puts.map(([one, type, fields]) => ({ id: id(one), type, fields })),
      removes: removes.map(id),
    },
    PLAN,
  );

describe("an edit that removes a record", () => {
  test("takes along what cannot be without it, however far that leads", () => {
    expect(edit(["perspective"]).removes).toEqual(["perspective", "north", "cell"]);
  });

  test("clears what merely mentions it, in fields and in lists", () => {
    expect(edit(["cell"]).puts).toEqual([{ id: "gap", type: "knowledge-gap", fields: { cell: null } }]);
    expect(edit(["gap"]).puts).toEqual([
      { id: "sheet", type: "meeting-sheet", fields: { questions: ["other"] } },
    ]);
  });

  test("keeps what it puts itself, joined with what has to be cleared there, and drops puts of what goes", () => {
    const made = edit(
      ["boss", "cell"],
      [
        ["gap", "knowledge-gap", { question: "Why not?" }],
        ["sheet", "meeting-sheet", { reason: "To say hello" }],
        ["new", "knowledge-gap", { question: "New?" }],
      ],
    );
    expect(made.removes).toEqual(["boss", "cell", "sheet"]);
    expect(made.puts).toEqual([
      { id: "gap", type: "knowledge-gap", fields: { question: "Why not?", cell: null } },
      { id: "new", type: "knowledge-gap", fields: { question: "New?" } },
    ]);
  });

  test("leaves alone what the edit itself points elsewhere, and entities it does not know", () => {
    const made = edit(["north"], [["cell", "cell", { area: "south" }]]);
    expect(made.removes).toEqual(["north"]);
    expect(edit(["cell"]).puts.some((put) => put.id === "unheard")).toBe(false);
  });
});

test("an edit that removes nothing is the very same", () => {
  const same = { name: "renamed", scope: "plan", puts: [], removes: [] } as const;
  expect(withConsequences(same, PLAN)).toBe(same);
});

describe("a sweet spot", () => {
  test("stays while it has an insight of each side", () => {
    expect(edit(["wish"])).toMatchObject({
      removes: ["wish"],
      puts: [{ id: "spot", fields: { customerInsights: ["hope"] } }],
    });
  });

  test("goes with the last insight of a side: alone it says nothing", () => {
    expect(edit(["gift"]).removes).toEqual(["gift", "spot"]);
    expect(edit(["wish", "hope"])).toMatchObject({ removes: ["wish", "hope", "spot"], puts: [] });
  });
});
