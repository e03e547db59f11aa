import { toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bringBackTie, dismissedTies, dismissTie } from "../edits/dismiss-edits.model.ts";
import { CAST, groundOf, linkOf, pathOf, tieOf } from "../relations.fixture.ts";
import { joinCasts, warningsOf } from "./cast.model.ts";
import { admit, avoid, countFilters, NO_FILTERS, toChoice, toggleType } from "./filters.model.ts";
import { fit, keepInside, zoomAt } from "./frame.model.ts";
import { toLines, widthOfText } from "./label-lines.model.ts";
import { litWays } from "./lit.model.ts";
import { toPicture, walkFrom } from "./picture.model.ts";
import { gradeOf, likelihoodOf, LIKELIHOODS, WAY_GRADES } from "./strength.model.ts";
import { findTargets } from "./targets.model.ts";

const club = (one: string, other: string) =>
  linkOf(one, other, groundOf([tieOf(one, "club"), tieOf(other, "club")]));
const long = pathOf(club("anna", "ben"), club("ben", "dora"));
const short = pathOf(club("anna", "dora"));

describe("what a filter leaves out", () => {
  const body = { kind: "body", id: toRecordId("harbour"), name: "Harbour AG" } as const;

  test("goes with the question, ties found wrong with it, and can be taken back one by one", () => {
    const filters = toggleType(avoid({ ...NO_FILTERS, currentOnly: true }, body), "club");
    expect(countFilters(filters)).toBe(3);
    expect(toChoice(filters, [toRecordId("wrong")])).toEqual({
      relationTypes: ["club"],
      currentOnly: true,
      exclude: { people: [], bodies: ["harbour"], ties: ["wrong"] },
    });
    expect(countFilters(toggleType(admit({ ...filters, currentOnly: false }, body.id), "club"))).toBe(0);
  });

  test("names nobody twice", () => {
    expect(avoid(avoid(NO_FILTERS, body), body).without).toHaveLength(1);
  });
});

describe("a tie found wrong", () => {
  test("keeps what it said, and is the same whoever finds it", () => {
    const edit = dismissTie(toRecordId("tie"), { statement: "s".repeat(900), reason: "ended", note: " " });
    expect(edit.puts[0]?.fields).toEqual({ tie: "tie", statement: expect.any(String), reason: "ended" });
    expect(String(edit.puts[0]?.fields["statement"]).length).toBeLessThanOrEqual(500);
    const again = dismissTie(toRecordId("tie"), { statement: "", reason: "other", note: "x" });
    expect(again.puts[0]?.id).toBe(edit.puts[0]?.id);
    expect(bringBackTie(toRecordId("record")).removes).toEqual(["record"]);
    expect(dismissedTies(new Map())).toEqual([]);
  });
});

test("people near an insolvency are told apart from the insolvent body itself", () => {
  const mill = linkOf("anna", "dora", groundOf([tieOf("anna", "club", { body: toRecordId("mill") })]));
  expect(warningsOf([pathOf(mill)], CAST).map(({ kind, id }) => [kind, id])).toEqual([
    ["body", "mill"],
    ["person", "dora"],
  ]);
  expect(warningsOf([short], joinCasts([]))).toEqual([]);
});

test("each word for a strength comes once, from strong to weak", () => {
  const shares = Array.from({ length: 101 }, (_, step) => 1 - step / 100);
  expect([...new Set(shares.map(likelihoodOf))]).toEqual(LIKELIHOODS);
  expect([...new Set(shares.map(gradeOf))]).toEqual(WAY_GRADES);
});

test("targets are found by words of name and part, without accents, and told apart by reach", () => {
  const best = { strength: 0.5, introductions: 2 };
  const targets = [
    { name: "Zoë Ångström", part: "CFO", best },
    { name: "Bob", part: "Buyer" },
  ];
  expect(findTargets(targets, "angstr cf").reached).toHaveLength(1);
  expect(findTargets(targets, "").others.map(({ name }) => name)).toEqual(["Bob"]);
});

describe("the picture", () => {
  const picture = toPicture({ paths: [short, long], branches: [club("ben", "cem")] }, 700);
  const keyOf = (id: string): string => picture.nodes.find((node) => node.id === id)?.key ?? "";

  test("is walked by arrow keys from column to column and back", () => {
    const right = walkFrom(picture.nodes, keyOf("anna"), "right");
    expect(right?.column).toBeGreaterThan(0);
    expect(walkFrom(picture.nodes, right?.key ?? "", "left")?.column).toBeLessThan(right?.column ?? 0);
    expect(walkFrom(picture.nodes, keyOf("anna"), "left")).toBeUndefined();
    expect(walkFrom(picture.nodes, "gone", "up")).toBe(picture.nodes[0]);
  });

  test("lights the ways that pass what pointer or keyboard is at", () => {
    const paths = [short, long];
    expect([...litWays({ kind: "node", id: toRecordId("ben") }, paths)]).toEqual([1]);
    expect([...litWays({ kind: "node", id: toRecordId("harbour") }, paths)]).toEqual([0, 1]);
    expect([...litWays({ kind: "link", from: toRecordId("anna"), to: toRecordId("dora") }, paths)]).toEqual([
      0,
    ]);
    expect([...litWays({ kind: "way", way: 1 }, paths)]).toEqual([1]);
  });

  test("keeps the point under the pointer where it is, and brings a point into view", () => {
    const whole = fit({ width: 900, height: 500 }, { width: 700, height: 400 });
    const at = (frame: typeof whole, x: number): number => (x - frame.x) / frame.scale;
    expect(at(zoomAt(whole, 120, 80, 1.5), 120)).toBeCloseTo(at(whole, 120));
    const far = keepInside({ x: 0, y: 0, scale: 1 }, 2000, -500, { width: 700, height: 400 });
    expect([2000 + far.x, -500 + far.y]).toEqual([640, 60]);
  });
});

test("no line of a name is wider than its room, and no more lines than there are", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 160 }), (name, width) => {
      const lines = toLines(name, width, 12, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(widthOfText(line, 12)).toBeLessThanOrEqual(width);
    }),
  );
  expect(toLines("Hartwig Sonnleithner-Brook", 92, 12, 3)).toEqual(["Hartwig", "Sonnleithner-", "Brook"]);
});
