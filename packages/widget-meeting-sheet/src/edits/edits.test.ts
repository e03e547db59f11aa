import { toRecordId } from "@sweetspot/contract";
import { insight, recordsOf, validateRecord } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import { after, countingIds, LENA, type Records, TODAY, toRecords } from "../visits.fixture.ts";
import { readVisits } from "../model/sheets.model.ts";
import { answerQuestion, reopen } from "./answer-edits.model.ts";
import {
  askFromBank,
  askNew,
  changeSheet,
  moveUp,
  planVisit,
  setLead,
  toggleQuestion,
} from "./sheet-edits.model.ts";

const id = toRecordId;
const SHEET = { id: id("s"), member: id("p"), questions: [] };
const FROM = { by: LENA, told: "Ada Ito", on: TODAY };

const isStorable = (records: Records): void => {
  for (const record of records.values()) expect(validateRecord(record, "plan")).toEqual([]);
};

test("a visit begins with the person, his open questions and who of us sees to it", () => {
  const begin = { internalContact: LENA, questions: [id("g")], on: TODAY };
  const { edit, sheet } = planVisit({ member: id("p") }, begin, countingIds());
  const records = after(toRecords([["buying-centre-member", "p", { name: "P" }]]), edit);
  isStorable(records);
  expect(records.get(sheet)?.fields).toEqual({
    member: "p",
    internalContact: LENA,
    questions: ["g"],
    status: "to-arrange",
    statusDate: TODAY,
  });
});

test("a visit to somebody new brings him into the buying centre by the same step, as an open task for a lead", () => {
  const begin = { internalContact: LENA, questions: [], on: TODAY };
  const { edit } = planVisit({ fields: { name: "Head of purchasing" } }, begin, countingIds());
  const records = after(new Map(), edit);
  isStorable(records);
  const [visit] = readVisits(records, TODAY);
  expect(visit?.leadMissing).toBe(true);
  const led = after(records, setLead(visit?.fields.member ?? id(""), LENA));
  expect(readVisits(led, TODAY)[0]?.leadMissing).toBe(false);
});

test("a question written on the sheet is a gap of the plan, in one line, and is not added twice empty", () => {
  const edit = askNew(SHEET, " What\nnext? ", LENA, countingIds());
  expect(edit?.puts.map(({ fields }) => fields)).toEqual([
    { question: "What next?", member: "p", owner: LENA },
    { questions: ["new-knowledge-gap-1"] },
  ]);
  expect(askNew(SHEET, "  ", LENA, countingIds())).toBeUndefined();
  const long = askNew(SHEET, `x${"🧊".repeat(400)}`, LENA, countingIds())?.puts[0]?.fields["question"];
  expect(String(long)).not.toMatch(/\p{Cs}/u);
  expect(String(long)).toHaveLength(499);
});

test("a question of the bank keeps its key and stands where its answer belongs", () => {
  const question = { key: "strategy.agenda", text: "What is at the top?" };
  const edit = askFromBank(SHEET, question, { owner: LENA, level: id("top") }, countingIds());
  expect(edit?.puts[0]?.fields).toEqual({
    question: "What is at the top?",
    member: "p",
    owner: LENA,
    bankQuestion: "strategy.agenda",
    level: "top",
    side: "customer",
    kind: "strategy",
  });
});

test("taking a question off the sheet leaves it open; the last one leaves no rest", () => {
  expect(toggleQuestion(id("s"), [id("g")], id("g"))?.puts[0]?.fields).toEqual({ questions: null });
  expect(toggleQuestion(id("s"), [], id("g"))?.removes).toEqual([]);
  const full = Array.from({ length: 100 }, (_, index) => id(`g${String(index)}`));
  expect(toggleQuestion(id("s"), full, id("one-too-many"))).toBeUndefined();
});

test("a question is asked earlier by one place, the first stays first", () => {
  const ids = [id("a"), id("b"), id("c")];
  expect(moveUp(id("s"), ids, id("c"))?.puts[0]?.fields).toEqual({ questions: ["a", "c", "b"] });
  expect(moveUp(id("s"), ids, id("a"))).toBeUndefined();
  expect(moveUp(id("s"), ids, id("elsewhere"))).toBeUndefined();
});

test("an emptied text clears its field", () => {
  expect(changeSheet(id("s"), { avoid: " ", reason: "Why" }).puts[0]?.fields).toEqual({
    avoid: null,
    reason: "Why",
  });
});

describe("an answer", () => {
  const gap = (fields: object) => ({ id: id("g"), fields: { question: "Why?", ...fields } }) as never;

  test("to a question of the board becomes an insight there, with who told it, when and to whom", () => {
    const edit = answerQuestion(gap({ level: "top", kind: "target" }), " Because. ", FROM, countingIds());
    const records = after(
      toRecords([
        ["strategy-level", "top", { name: "Group", kind: "company", order: 1 }],
        ["knowledge-gap", "g", { question: "Why?", level: "top", kind: "target" }],
      ]),
      edit,
    );
    isStorable(records);
    expect(recordsOf(insight, records.values())[0]?.fields).toMatchObject({
      level: "top",
      side: "customer",
      kind: "target",
      statement: "Because.",
      answerTo: "g",
      sourceKind: "conversation",
      sourceDate: TODAY,
      toldBy: "Ada Ito",
      state: "unconfirmed",
    });
    expect(records.get(id("g"))?.fields).toMatchObject({
      answer: "Because.",
      source: "Ada Ito",
      answeredBy: LENA,
      answeredOn: TODAY,
    });
  });

  test("to a question without a place stays with it, and becomes an insight once a level is chosen", () => {
    const kept = answerQuestion(gap({}), "Because.", FROM, countingIds());
    expect(kept?.puts.map(({ type }) => type)).toEqual(["knowledge-gap"]);
    const filed = answerQuestion(gap({ answer: "Because." }), "Because.", FROM, countingIds(), id("top"));
    expect(filed?.puts.map(({ type }) => type)).toEqual(["knowledge-gap", "insight"]);
    expect(filed?.puts[0]?.fields["level"]).toBe("top");
  });

  test("of no words is none; a withdrawn one opens the question again", () => {
    expect(answerQuestion(gap({}), " \n ", FROM, countingIds())).toBeUndefined();
    const records = after(
      toRecords([["knowledge-gap", "g", { question: "Why?", answer: "x" }]]),
      reopen(id("g")),
    );
    expect(records.get(id("g"))?.fields).toEqual({ question: "Why?" });
  });

  test("of ten thousand characters is kept whole in the insight and cut in the question", () => {
    const long = "ä🧊".repeat(3300);
    const edit = answerQuestion(gap({ level: "top" }), long, FROM, countingIds());
    const [asked, made] = edit?.puts ?? [];
    expect(made?.fields["statement"]).toBe(long);
    expect(String(asked?.fields["answer"]).length).toBeLessThanOrEqual(2000);
  });
});
