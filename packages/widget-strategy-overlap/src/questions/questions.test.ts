import type { RecordId } from "@sweetspot/contract";
import { knowledgeGap } from "@sweetspot/plan-model";
import { askQuestions, type Cell, QUESTION_BANK } from "@sweetspot/strategy-overlap";
import { expect, test } from "vitest";
import { after, countingIds, DEMO_TEAM, DEMO_TODAY, demoBoard } from "../messages/demo-board.fixture.ts";
import { type BoardReading, readBoard } from "../workspace/board-reading.model.ts";
import { offerQuestions } from "./bank.model.ts";
import {
  addGap,
  answerGap,
  assignGap,
  filedInsight,
  insightsFrom,
  removeGap,
  reopenGap,
  rewordGap,
} from "./gap-edits.model.ts";
import { countOpenGaps, listGaps } from "./gap-list.model.ts";
import { toGapText } from "./gap-text.model.ts";

const gas = demoBoard("gasProducer");
const library = new Map();
const COMPANY: Cell = { level: "level-company" as RecordId, side: "customer", kind: "target" };
const PERSON = "level-person" as RecordId;

const asked = (reading: BoardReading, question = "Who decides?", errand = {}) =>
  readBoard(after(reading.records, addGap(COMPANY, question, errand, countingIds())));
const newest = (reading: BoardReading) => {
  const gap = reading.gaps.find(({ id }) => id === "knowledge-gap-new-1");
  if (!gap) throw new Error("The question was not asked.");
  return gap;
};

test("a question stands in a cell of the board in place of an insight", () => {
  const board = asked(gas, "  Who\ndecides? ").board;
  expect(board.gapsIn(COMPANY).map(({ fields }) => fields.question)).toContain("Who decides?");
  expect(addGap(COMPANY, " ", {}, countingIds())).toBeUndefined();
});

test("its answer becomes an insight there, with its source, and closes the question", () => {
  const before = asked(gas);
  const edit = answerGap(newest(before), "The board does.", { toldBy: "The CFO" }, countingIds());
  const reading = readBoard(after(before.records, edit));
  const insight = reading.insight(edit ? (filedInsight(edit) as RecordId) : ("" as RecordId));
  expect(insight?.fields).toMatchObject({ ...COMPANY, statement: "The board does.", toldBy: "The CFO" });
  expect(insightsFrom(newest(reading).id, reading.insights)).toEqual([insight?.id]);
  expect(countOpenGaps(reading.records)).toBe(countOpenGaps(before.records) - 1);

  const reopened = readBoard(after(reading.records, reopenGap(newest(reading))));
  expect(newest(reopened).fields.answer).toBeUndefined();
  expect(insightsFrom(newest(reopened).id, reopened.insights)).toEqual([insight?.id]);
});

test("a question of another widget keeps its answer itself", () => {
  const gap = newest(asked(gas));
  const { level: _, ...fields } = gap.fields;
  const edit = answerGap({ ...gap, fields }, "x".repeat(3000), {}, countingIds());
  expect(edit?.puts).toHaveLength(1);
  expect(String(edit?.puts[0]?.fields["answer"])).toHaveLength(knowledgeGap.fields.answer.max);
});

test("the list for the next meeting goes by the person who can answer, those without a name last", () => {
  const reading = asked(gas, "Nobody in particular?");
  const groups = listGaps(reading, library, DEMO_TODAY);
  expect(groups.at(-1)?.name).toBeUndefined();
  expect(groups.slice(0, -1).every(({ name }) => name !== undefined)).toBe(true);
  const names = groups.flatMap(({ gaps }) => gaps.map(({ record }) => record.fields.member));
  expect(new Set(names).size).toBe(groups.length);
});

test("the most urgent comes first; what is late says so", () => {
  const ids = countingIds();
  const one = after(gas.records, addGap(COMPANY, "Later?", { due: "2027-03-01" }, ids));
  const other = after(one, addGap(COMPANY, "Yesterday?", { due: "2020-01-01" }, ids));
  const last = listGaps(readBoard(other), library, DEMO_TODAY).at(-1);
  expect(last?.gaps.slice(0, 2).map(({ record, late }) => [record.fields.question, late])).toEqual([
    ["Yesterday?", true],
    ["Later?", false],
  ]);
});

test("questions of the white-space grid say their area and offering", () => {
  const cell = [...gas.records.values()].find(({ type }) => type === "cell");
  const put = {
    id: "gap-grid" as RecordId,
    type: "knowledge-gap",
    fields: { question: "Why?", cell: cell?.id ?? "" },
  };
  const records = after(gas.records, { name: "asked", scope: "plan", puts: [put], removes: [] });
  const grid = demoBoard("gasProducer");
  const libraryOf = new Map(
    [["offering", String(cell?.fields["offering"])]].map(([type, id]) => [
      id as RecordId,
      {
        ...(cell as NonNullable<typeof cell>),
        id: id as RecordId,
        type: type as string,
        fields: { name: "Payroll" },
      },
    ]),
  );
  const listed = listGaps(readBoard(records), libraryOf, DEMO_TODAY)
    .flatMap(({ gaps }) => gaps)
    .find(({ record }) => record.id === put.id);
  expect(listed?.where).toHaveLength(2);
  expect(listed?.where[1]).toBe("Payroll");
  expect(grid.gaps.some(({ id }) => id === put.id)).toBe(false);
});

test("lists narrow by owner and by words; the answered come only when asked for", () => {
  const reading = asked(gas, "Wer entscheidet ÜBER Budgets?", { owner: DEMO_TEAM.tobias });
  const count = (filter: Parameters<typeof listGaps>[3]) =>
    listGaps(reading, library, DEMO_TODAY, filter).flatMap(({ gaps }) => gaps).length;
  expect(count({ owner: DEMO_TEAM.tobias })).toBe(1);
  expect(count({ search: "über budgets" })).toBe(1);
  const closed = readBoard(after(reading.records, answerGap(newest(reading), "All.", {}, countingIds())));
  const open = listGaps(closed, library, DEMO_TODAY).flatMap(({ gaps }) => gaps).length;
  expect(listGaps(closed, library, DEMO_TODAY, { answered: true }).flatMap(({ gaps }) => gaps)).toHaveLength(
    open + 1,
  );
});

test("the bank offers thirteen questions and ten personal ones, and knows what was asked here", () => {
  const [first, second] = QUESTION_BANK;
  if (!first || !second) throw new Error("The bank is empty.");
  const ids = countingIds();
  const records = after(gas.records, askQuestions([first, second], { level: PERSON }, "en", ids));
  const gap = readBoard(records).gaps.find(({ fields }) => fields.bankQuestion === first.key);
  const reading = readBoard(after(records, gap && answerGap(gap, "To grow.", {}, ids)));
  const here = offerQuestions(reading.gaps, { level: PERSON }, "de");
  expect([here.strategy.length, here.personal.length]).toEqual([13, 10]);
  expect(here.strategy.slice(0, 3).map(({ state }) => state)).toEqual(["answered", "asked", "new"]);
  const there = offerQuestions(reading.gaps, { level: COMPANY.level }, "de");
  expect(there.strategy.every(({ state }) => state === "new")).toBe(true);
  expect(offerQuestions([], { level: PERSON }, "en", "morning").personal).toHaveLength(1);
});

test("personal questions are marked one to one wherever they are listed", () => {
  const personal = QUESTION_BANK.filter(({ oneToOne }) => oneToOne).slice(0, 1);
  const records = after(gas.records, askQuestions(personal, { level: PERSON }, "id", countingIds()));
  const listed = listGaps(readBoard(records), library, DEMO_TODAY).flatMap(({ gaps }) => gaps);
  expect(listed.filter(({ oneToOne }) => oneToOne)).toHaveLength(1);
});

test("who asks, of whom and by when can be set and taken back; other words keep the question", () => {
  const reading = asked(gas);
  const set = readBoard(
    after(reading.records, assignGap(newest(reading), { owner: DEMO_TEAM.lena, due: "2026-12-04" })),
  );
  expect(newest(set).fields).toMatchObject({ owner: DEMO_TEAM.lena, due: "2026-12-04" });
  const bare = readBoard(after(set.records, assignGap(newest(set), { owner: null, due: null })));
  expect(newest(bare).fields).toEqual(newest(reading).fields);
  expect(rewordGap(newest(set), newest(set).fields.question)).toBeUndefined();
  expect(after(set.records, removeGap(newest(set))).has(newest(set).id)).toBe(false);
});

test("as text, each person's questions stand under the name", () => {
  const groups = [{ name: "O'Brien <b>", lines: [{ question: "Why?", notes: ["Company", "4 Dec"] }] }];
  expect(toGapText("Questions", groups)).toBe("Questions\n\nO'Brien <b>\n– Why? (Company; 4 Dec)");
});
