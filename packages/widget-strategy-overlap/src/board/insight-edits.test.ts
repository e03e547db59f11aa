import { toRecordId } from "@sweetspot/contract";
import { assert, constantFrom, array, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { after, countingIds, DEMO_TEAM, demoBoard, demoRecords } from "../messages/demo-board.fixture.ts";
import { type BoardReading, readBoard } from "../workspace/board-reading.model.ts";
import {
  addInsights,
  liftInsight,
  nextState,
  placeInsight,
  rewordInsight,
  setInsightState,
  stepInsight,
  toStatement,
  toStatements,
} from "./insight-edits.model.ts";

const find = (reading: BoardReading, words: string) => {
  const found = reading.insights.find(({ fields }) => fields.statement.includes(words));
  if (!found) throw new Error(`No insight says "${words}".`);
  return found;
};

const CELL = { level: toRecordId("level-company"), side: "customer", kind: "target" } as const;

describe("writing", () => {
  test("new insights stand at the end of their cell, in the order they were written, and wait to be confirmed", () => {
    const records = demoRecords("foodRetailer");
    const board = demoBoard("foodRetailer");
    const edit = addInsights(board.board, CELL, ["First", " ", "Second"], { newId: countingIds() });
    const cell = readBoard(after(records, edit)).board.insightsIn(CELL);
    expect(cell.slice(-2).map(({ fields }) => [fields.statement, fields.state])).toEqual([
      ["First", "unconfirmed"],
      ["Second", "unconfirmed"],
    ]);
    expect(cell[0]?.fields.statement).toMatch(/^Halve/);
  });

  test("what we do ourselves waits for nobody's word", () => {
    const edit = addInsights(demoBoard("investmentBank").board, { ...CELL, side: "provider" }, ["Ours"], {
      newId: countingIds(),
    });
    expect(edit?.puts[0]?.fields).not.toHaveProperty("state");
  });

  test("no words are no insight, and the same words no change", () => {
    const reading = demoBoard("foodRetailer");
    const insight = find(reading, "Romania");
    expect(addInsights(reading.board, CELL, ["  \n "], { newId: countingIds() })).toBeUndefined();
    expect(rewordInsight(insight, "  ")).toBeUndefined();
    expect(rewordInsight(insight, `${insight.fields.statement} `)).toBeUndefined();
  });

  test("a list pasted from Office becomes its lines, without bullets, odd spaces and control characters", () => {
    expect(toStatements("\u{F0B7}\tGrow\u{A0}in  Romania\r\n•\tTwo\u{B}3. Three\n\n")).toEqual([
      "Grow in Romania",
      "Two",
      "Three",
    ]);
    expect(toStatement("a\u{0}b\u{7}c")).toBe("abc");
    expect(toStatements("2030 targets: −50 %")).toEqual(["2030 targets: −50 %"]);
  });

  test("what is too long is cut where no character breaks", () => {
    const long = toStatement("🧊".repeat(6000));
    expect(long.length).toBeLessThanOrEqual(10_000);
    expect(/\p{Cs}/u.test(long)).toBe(false);
  });
});

describe("states", () => {
  test("a state is kept with who set it and when, and goes round", () => {
    const at = "2026-11-22T10:00:00.000Z";
    expect(setInsightState(toRecordId("i"), "confirmed", { by: DEMO_TEAM.lena, at }).puts[0]?.fields).toEqual(
      {
        state: "confirmed",
        stateBy: DEMO_TEAM.lena,
        stateAt: at,
      },
    );
    expect(
      [undefined, "unconfirmed", "confirmed", "done"].map((state) => nextState(state as "done")),
    ).toEqual(["confirmed", "confirmed", "done", "unconfirmed"]);
  });
});

describe("moving", () => {
  test("no insight is ever lost, doubled or on another side, however cards are moved", () => {
    const start = demoRecords("gasProducer");
    const ids = readBoard(start).insights.map(({ id }) => id);
    const levels = readBoard(start).board.levels.map(({ id }) => id);
    const moves = array(
      record({
        id: constantFrom(...ids),
        way: constantFrom("up", "down", "above", "below", "before", "last"),
        level: constantFrom(...levels),
        kind: constantFrom("strategy", "target", "challenge"),
        before: constantFrom(...ids),
      }),
      { maxLength: 12 },
    );
    assert(
      property(moves, (steps) => {
        let records = start;
        for (const { id, way, level, kind, before } of steps) {
          const reading = readBoard(records);
          const insight = reading.insight(id);
          if (!insight) throw new Error("An insight is lost.");
          const edit =
            way === "up" || way === "down"
              ? stepInsight(reading, insight, way === "up" ? -1 : 1)
              : way === "above" || way === "below"
                ? liftInsight(reading, insight, way === "above" ? -1 : 1)
                : placeInsight(reading, insight, { level, kind, ...(way === "before" ? { before } : {}) });
          records = after(records, edit);
        }
        const end = readBoard(records);
        const shown = end.board.levels.flatMap(({ id: level }) =>
          (["customer", "provider"] as const).flatMap((side) =>
            (["strategy", "target", "challenge"] as const).flatMap((kind) =>
              end.board.insightsIn({ level, side, kind }),
            ),
          ),
        );
        expect(shown.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
        for (const id of ids)
          expect(end.insight(id)?.fields.side).toBe(readBoard(start).insight(id)?.fields.side);
      }),
      { numRuns: 40 },
    );
  });

  test("a card stands where it was put: before the one it was dropped on", () => {
    const records = demoRecords("gasProducer");
    const reading = readBoard(records);
    const moved = find(reading, "STEM is a strategic field");
    const target = find(reading, "Multinational");
    const next = readBoard(
      after(
        records,
        placeInsight(reading, moved, {
          level: target.fields.level,
          kind: target.fields.kind,
          before: target.id,
        }),
      ),
    );
    const cell = next.board.insightsIn(target.fields).map(({ id }) => id);
    expect(cell.indexOf(moved.id)).toBe(cell.indexOf(target.id) - 1);
  });

  test("at the ends nothing happens", () => {
    const reading = demoBoard("gasProducer");
    const [top] = reading.board.levels;
    const first = reading.insights.find(({ fields }) => fields.level === top?.id);
    if (!first) throw new Error("The demo board has changed.");
    expect(liftInsight(reading, first, -1)).toBeUndefined();
    const only = find(reading, "STEM qualifications");
    expect(stepInsight(reading, only, 1)).toBeUndefined();
    expect(placeInsight(reading, only, { level: only.fields.level, kind: only.fields.kind })).toBeUndefined();
  });
});
