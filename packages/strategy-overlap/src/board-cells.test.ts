import { toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Board, type BoardInput, createBoard, type Kind, type Side } from "./board.ts";
import type { Gap, Insight, Level, Spot } from "./entry.ts";

const LEVELS = ["top", "middle", "bottom"].map(toRecordId);
const SIDES: readonly Side[] = ["customer", "provider"];
const KINDS: readonly Kind[] = ["strategy", "challenge", "target"];

const levels: readonly Level[] = LEVELS.map((id, order) => ({
  id,
  fields: { name: id, kind: "unit", order },
}));
const insights: readonly Insight[] = Array.from({ length: 30 }, (_, index) => ({
  id: toRecordId(`insight-${String(index)}`),
  fields: {
    level: LEVELS[index % 3] ?? toRecordId("top"),
    side: SIDES[index % 2] ?? "customer",
    kind: KINDS[index % 5 === 0 ? 1 : 0] ?? "strategy",
    statement: "",
    order: index,
  },
}));
const spots: readonly Spot[] = [0, 2, 4].map((index) => ({
  id: toRecordId(`spot-${String(index)}`),
  fields: {
    level: LEVELS[index % 3] ?? toRecordId("top"),
    customerInsights: [toRecordId(`insight-${String(index)}`)],
    providerInsights: [toRecordId(`insight-${String(index + 1)}`)],
  },
}));
const gaps: readonly Gap[] = LEVELS.map((level) => ({
  id: toRecordId(`gap-${level}`),
  fields: { level, question: "?" },
}));

const START: BoardInput = { levels, insights, spots, gaps };

/** What can happen to a board between two drawings, in any number. */
const step = fc.record({
  at: fc.nat({ max: 29 }),
  what: fc.constantFrom("reword", "move", "place", "remove", "add", "switch", "part", "answer"),
  level: fc.constantFrom(...LEVELS),
  kind: fc.constantFrom(...KINDS),
  order: fc.integer({ min: -5, max: 40 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function after(input: BoardInput, { at, what, level, kind, order }: Step): BoardInput {
  const edit = (fields: Partial<Insight["fields"]>): BoardInput => ({
    ...input,
    insights: input.insights.map((one, index) =>
      index === at ? { ...one, fields: { ...one.fields, ...fields } } : one,
    ),
  });
  switch (what) {
    case "reword":
      return edit({ statement: String(order) });
    case "move":
      return edit({ level, kind });
    case "place":
      return edit({ order });
    case "switch":
      return edit({ side: SIDES[at % 2 === 0 ? 1 : 0] ?? "customer" });
    case "remove":
      return { ...input, insights: input.insights.filter((_, index) => index !== at) };
    case "add":
      return {
        ...input,
        insights: [
          ...input.insights,
          {
            id: toRecordId(`new-${String(input.insights.length)}-${String(order)}-${String(at)}`),
            fields: { level, side: SIDES[at % 2] ?? "customer", kind, statement: "", order },
          },
        ],
      };
    case "part":
      return { ...input, spots: input.spots.filter((_, index) => index !== at) };
    case "answer":
      return {
        ...input,
        gaps: (input.gaps ?? []).map((gap, index) =>
          index === at ? { ...gap, fields: { ...gap.fields, answer: "!" } } : gap,
        ),
      };
  }
}

/** All a board says of its cells. */
const said = (board: Board, { insights: all }: BoardInput) => ({
  cells: LEVELS.map((level) =>
    SIDES.map((side) =>
      KINDS.map((kind) => [board.insightsIn({ level, side, kind }), board.gapsIn({ level, side, kind })]),
    ),
  ),
  counts: LEVELS.map((level) => board.countsOf(level)),
  readings: all.map(({ id }) => [board.insight(id), board.readingOf(id), board.spotsOf(id)]),
});

it("says the same after every edit as a board made anew", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 90 }), (steps) => {
      let input = START;
      let board = createBoard(input);
      for (const one of steps) {
        const next = after(input, one);
        board = createBoard(next, { board, input });
        input = next;
        expect(said(board, input)).toEqual(said(createBoard(input), input));
      }
    }),
    { numRuns: 40 },
  );
});

it("gives back the same list for a cell in which nothing has changed", () => {
  const board = createBoard(START);
  const next = after(START, { at: 6, what: "reword", level: "top" as never, kind: "strategy", order: 1 });
  const edited = createBoard(next, { board, input: START });
  const cell = (level: string, side: Side) => ({ level: toRecordId(level), side, kind: "strategy" as const });
  expect(edited.insightsIn(cell("middle", "provider"))).toBe(board.insightsIn(cell("middle", "provider")));
  expect(edited.insightsIn(cell("top", "customer"))).not.toBe(board.insightsIn(cell("top", "customer")));
});
