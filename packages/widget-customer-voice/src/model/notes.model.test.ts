import { buildOpportunity } from "@sweetspot/fixtures";
import { toRecordId } from "@sweetspot/contract";
import { validateRecord } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import {
  addNote,
  changeNote,
  confirmNote,
  removeNote,
  setVoice,
  unconfirmNote,
} from "../edits/voice-edits.model.ts";
import { after, countingIds, LENA, NOW, type Records, toRecords } from "../voice.fixture.ts";
import { byTopic, findNotes, readNotes } from "./notes.model.ts";

const id = toRecordId;
const note = (name: string, fields: object) =>
  ["voice-note", name, { topic: "challenges", voice: "customer", statement: name, ...fields }] as const;

const challenges = (records: Records) => {
  const field = byTopic(readNotes(records, [])).find(({ topic }) => topic === "challenges");
  return {
    customer: field?.customer.map((one) => one.id),
    market: field?.market.map((one) => one.id),
  };
};

describe("the two voices", () => {
  const start = toRecords([note("said", {}), note("heard", { voice: "market" })]);

  test("are kept apart", () => {
    expect(challenges(start)).toEqual({ customer: ["said"], market: ["heard"] });
  });

  test("come together when the customer confirms, and part again when he did not after all", () => {
    const confirmed = after(start, confirmNote(id("heard"), LENA, NOW));
    for (const record of confirmed.values()) expect(validateRecord(record, "plan")).toEqual([]);
    expect(challenges(confirmed).market).toEqual([]);
    expect(readNotes(confirmed, []).find((one) => one.id === "heard")?.heard).toBe("confirmed");
    expect(challenges(after(confirmed, unconfirmNote(id("heard"))))).toEqual(challenges(start));
  });

  test("are told by who said it: the customer’s own words need no confirmation", () => {
    const confirmed = after(start, confirmNote(id("heard"), LENA, NOW));
    const own = after(confirmed, setVoice(id("heard"), "customer"));
    expect(own.get(id("heard"))?.fields).toEqual({
      topic: "challenges",
      voice: "customer",
      statement: "heard",
    });
    expect(readNotes(own, []).every(({ heard }) => heard === "customer")).toBe(true);
  });
});

describe("a note", () => {
  test("is made of words alone, as they were pasted, up to what the plan holds", () => {
    const add = (statement: string) =>
      addNote({ topic: "must-knows", voice: "customer", statement }, countingIds());
    expect(add(" \n ")).toBeUndefined();
    expect(add("“One\ntwo” <script> مرحبا 🧊 ")?.puts[0]?.fields).toEqual({
      topic: "must-knows",
      voice: "customer",
      statement: "“One\ntwo” <script> مرحبا 🧊",
      sourceKind: "conversation",
    });
    const long = after(new Map(), add("x".repeat(12_000)));
    expect([...long.values()].flatMap((record) => validateRecord(record, "plan"))).toEqual([]);
  });

  test("keeps its words; other texts can be cleared", () => {
    expect(changeNote(id("n"), { statement: " " })).toBeUndefined();
    expect(changeNote(id("n"), { source: "" })?.puts[0]?.fields).toEqual({ source: null });
    expect(removeNote(id("n")).removes).toEqual(["n"]);
  });

  test("names who said it and which deal it is about, as long as they are there", () => {
    const deal = buildOpportunity("d", "Rollout", { status: "lost" });
    const records = toRecords([
      ["buying-centre-member", "p", { name: "Ada Ito" }],
      note("a", { member: "p", opportunity: "d" }),
      note("b", { member: "gone", opportunity: "gone" }),
    ]);
    const [b, a] = readNotes(records, [deal]);
    expect(a).toMatchObject({ speaker: "Ada Ito", deal: { name: "Rollout" } });
    expect(b).toMatchObject({ speaker: undefined, deal: undefined });
  });
});

test("the newest comes first, by the day it was said, otherwise by the day it was noted", () => {
  const records = toRecords([
    note("old", { sourceDate: "2020-05-01" }),
    note("noted", {}),
    note("new", { sourceDate: "2026-10-01" }),
  ]);
  expect(readNotes(records, []).map((one) => one.id)).toEqual(["new", "noted", "old"]);
});

test("notes are found by all words of statement, speaker and source", () => {
  const records = toRecords([
    ["buying-centre-member", "p", { name: "Jörg Iven" }],
    note("Delays in delivery", { member: "p" }),
    note("Other", {}),
  ]);
  const find = (text: string) => findNotes(readNotes(records, []), text).map((one) => one.id);
  expect(find("JORG delays")).toEqual(["Delays in delivery"]);
  expect(find("")).toHaveLength(2);
  expect(find("nobody")).toEqual([]);
});
