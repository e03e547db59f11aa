import type { RecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { after, countingIds, demoBoard, demoRecords } from "../messages/demo-board.fixture.ts";
import { readBoard } from "../workspace/board-reading.model.ts";
import {
  addOwnInsight,
  copyToBoard,
  detachCopy,
  refreshCopy,
  retireOwnInsight,
  rewordOwnInsight,
} from "./library-edits.model.ts";
import { changedCopies, levelFor, readOwnStrategy } from "./own-strategy.model.ts";

const library = demoRecords("library");
const gas = demoBoard("gasProducer");
const STEM = "own-stem-field" as RecordId;
const LATER = "2027-01-10T12:00:00.000Z";

const all = (from = library, reading = gas, filter = {}) =>
  readOwnStrategy(from, reading, filter).flatMap(({ statements }) => statements);
const statement = (id: RecordId, from = library) => {
  const found = all(from, gas, { retired: true }).find(({ record }) => record.id === id);
  if (!found) throw new Error(`The library has no ${id}.`);
  return found;
};

test("our strategy stands by level, and says what of it is on this board already", () => {
  expect(readOwnStrategy(library, gas).map(({ level }) => level.fields.kind)).toEqual([
    "company",
    "unit",
    "person",
  ]);
  expect(all().filter(({ copies }) => copies.length > 0)).toHaveLength(2);
  expect(all(library, gas, { search: "ENERGY" })).toHaveLength(1);
  expect(all(library, gas, { kind: "challenge" })).toEqual([]);
});

test("chosen statements are copied to the level that stands for theirs, as snapshots", () => {
  const strategy = readOwnStrategy(library, gas);
  const chosen = new Set([STEM, "own-network" as RecordId]);
  const edit = copyToBoard(chosen, strategy, gas.board.levels, new Map(), countingIds());
  const copies = edit?.puts.map(({ fields }) => [fields["level"], fields["side"], fields["copiedFrom"]]);
  expect(copies).toEqual([
    ["level-company", "provider", "own-network"],
    ["level-unit", "provider", "own-stem-field"],
  ]);
  const person = new Map([["template-level-company" as RecordId, "level-person" as RecordId]]);
  const elsewhere = copyToBoard(chosen, strategy, gas.board.levels, person, countingIds());
  expect(elsewhere?.puts[0]?.fields["level"]).toBe("level-person");
  expect(copyToBoard(new Set(), strategy, gas.board.levels, new Map(), countingIds())).toBeUndefined();
  expect(copyToBoard(chosen, strategy, [], new Map(), countingIds())).toBeUndefined();
});

test("a board with other levels takes a statement on the level of its kind", () => {
  const template = readOwnStrategy(library, gas)[1]?.level;
  if (!template) throw new Error("The template has no second level.");
  const level = (id: string, kind: "company" | "unit", name: string) => ({
    id: id as RecordId,
    fields: { name, kind, order: 0 },
  });
  const levels = [level("a", "company", "Group"), level("b", "unit", "Line"), level("c", "unit", "Project")];
  expect(levelFor(template, levels)).toBe("b");
  expect(levelFor(template, [...levels, level("d", "unit", template.fields.name)])).toBe("d");
  expect(levelFor(template, levels.slice(0, 1))).toBe("a");
  expect(levelFor(template, [])).toBeUndefined();
});

test("a copy is told that the library has changed, takes the new words, or goes its own way", () => {
  // The seeded copies were worded for this customer; that is no change of the library.
  expect(changedCopies(gas, library)).toEqual([]);
  const own = statement(STEM).record;
  const later = after(library, rewordOwnInsight(own, "STEM first, in everything."), { at: LATER });
  const changed = changedCopies(gas, later);
  expect(changed.map(({ own: { fields } }) => fields.statement)).toEqual(["STEM first, in everything."]);
  const [copy] = changed;
  if (!copy) throw new Error("No copy was told.");
  const refreshed = readBoard(after(gas.records, refreshCopy(copy)));
  expect(refreshed.insight(copy.insight.id)?.fields.statement).toBe("STEM first, in everything.");
  expect(changedCopies(refreshed, later)).toEqual([]);
  expect(changedCopies(readBoard(after(gas.records, detachCopy(copy))), later)).toEqual([]);
});

test("a copy made after the change knows it already", () => {
  const later = after(library, rewordOwnInsight(statement(STEM).record, "New words."), { at: LATER });
  const edit = copyToBoard(
    new Set([STEM]),
    readOwnStrategy(later, gas),
    gas.board.levels,
    new Map(),
    countingIds(),
  );
  const reading = readBoard(after(gas.records, edit, { at: "2027-01-11T12:00:00.000Z" }));
  const tailored = { name: "reworded", scope: "plan" as const, removes: [] };
  const put = {
    id: "insight-new-1" as RecordId,
    type: "insight",
    fields: { statement: "For you: new words." },
  };
  const worded = readBoard(after(reading.records, { ...tailored, puts: [put] }));
  expect(changedCopies(worded, later).map(({ insight }) => insight.id)).not.toContain("insight-new-1");
});

test("what is no longer our strategy is not offered, and is not lost", () => {
  const own = statement(STEM).record;
  const retired = after(library, retireOwnInsight(own, true));
  expect(all(retired).map(({ record }) => record.id)).not.toContain(STEM);
  expect(statement(STEM, retired).retired).toBe(true);
  const back = after(retired, retireOwnInsight(own, false));
  expect(all(back).map(({ record }) => record.id)).toContain(STEM);
});

test("a new statement stands last on its level; no words make none", () => {
  const [company] = readOwnStrategy(library, gas);
  if (!company) throw new Error("The template has no level.");
  const edit = addOwnInsight(company, "strategy", " We grow. ", countingIds());
  expect(readOwnStrategy(after(library, edit), gas)[0]?.statements.at(-1)?.record.fields.statement).toBe(
    "We grow.",
  );
  expect(addOwnInsight(company, "strategy", "  ", countingIds())).toBeUndefined();
  expect(rewordOwnInsight(statement(STEM).record, " ")).toBeUndefined();
});
