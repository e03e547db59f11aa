import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { goldenBoards } from "@sweetspot/fixtures";
import { describe, expect, test } from "vitest";
import de from "../texts/de.json" with { type: "json" };
import en from "../texts/en.json" with { type: "json" };
import id from "../texts/id.json" with { type: "json" };
import { createBoard } from "./board.ts";
import { completenessOf } from "./completeness.ts";
import { boardOf, goldenPlan, toldIn } from "./golden-plan.testing.ts";
import { toNarrative } from "./narrative.ts";
import { openTasks, type TaskInput } from "./open-tasks.ts";
import { QUESTION_BANK, questionText } from "./question-bank.ts";
import { dismissMatch, moveInsight, rewordMessage } from "./board-edits.ts";
import { suggestMatches } from "./suggest-matches.ts";

const rid = (text: string) => text as RecordId;
const gas = goldenPlan(goldenBoards.find(({ figure }) => figure.startsWith("personnel")) ?? expect.fail());

const tasks = (change: Partial<TaskInput>): ReturnType<typeof openTasks> => {
  const empty = { messages: [], readers: [], propositions: [], proofs: [], terms: [], members: [] };
  return openTasks({
    board: createBoard({ levels: [], insights: [], spots: [] }),
    ...empty,
    today: "2026-11-22",
    language: "en",
    ...change,
  });
};

describe("the question bank", () => {
  test("has thirteen questions about strategy and ten personal ones, these for one-to-one talks", () => {
    expect(QUESTION_BANK.filter(({ oneToOne }) => !oneToOne)).toHaveLength(13);
    expect(QUESTION_BANK.filter(({ oneToOne }) => oneToOne)).toHaveLength(10);
  });

  test("asks each in three languages, no two alike, short enough for a knowledge gap", () => {
    for (const language of ["en", "de", "id"] as const) {
      const texts = QUESTION_BANK.map((question) => questionText(question, language));
      expect(new Set(texts).size).toBe(23);
      for (const text of texts) expect(text).toMatch(/^\p{Lu}.{8,120}\?$/u);
    }
  });

  test("all texts are there in all languages", () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.keys(id).toSorted()).toEqual(Object.keys(en).toSorted());
  });
});

describe("a narrative", () => {
  test("frames a few words and leaves whole sentences as they are", () => {
    const { text } = toNarrative(
      { promise: "half the energy", addedValue: "You reach your target early." },
      "en",
    );
    expect(text).toBe("What we promise you: half the energy. You reach your target early.");
    expect(toNarrative({ promise: "halbe Energie" }, "de").text).toBe(
      "Was wir Ihnen versprechen: halbe Energie.",
    );
    expect(toNarrative({ proof: "toko lain" }, "id").text).toBe(
      "Mengapa Anda dapat mengandalkannya: toko lain.",
    );
  });

  test("always lists four parts and names what is missing", () => {
    const { parts, missing } = toNarrative({ proof: "It works.", promise: " \n " }, "en");
    expect(parts.map(({ part }) => part)).toEqual(["promise", "addedValue", "delivery", "proof"]);
    expect(missing).toEqual(["promise", "addedValue", "delivery"]);
  });

  test("takes words as words: no placeholder, no markup is made of them", () => {
    expect(toNarrative({ promise: "$& {text} <b>" }, "en").text).toBe("What we promise you: $& {text} <b>.");
  });
});

describe("open tasks", () => {
  const promise = { id: rid("p1"), fields: { name: "P", sweetSpot: rid("s"), promise: "We do it." } };
  const proofOf = (fields: object) => ({
    id: rid("f1"),
    fields: { name: "F", statement: "Fact.", ...fields },
  });
  const proven = { ...promise, fields: { ...promise.fields, proofs: [rid("f1")] } };

  test("name a promise without proof, in words or in facts", () => {
    expect(tasks({ propositions: [promise] })).toEqual([{ kind: "promise-without-proof", record: "p1" }]);
    const inWords = { ...promise, fields: { ...promise.fields, proof: "Done elsewhere." } };
    expect(tasks({ propositions: [inWords] })).toEqual([]);
    expect(tasks({ propositions: [proven], proofs: [proofOf({})] })).toEqual([]);
  });

  test("name a proof from the day after its last, one that is gone, one not for customers", () => {
    const kinds = (proofs: TaskInput["proofs"]) =>
      tasks({ propositions: [proven], proofs }).map(({ kind }) => kind);
    expect(kinds([proofOf({ validUntil: "2026-11-22" })])).toEqual([]);
    expect(kinds([proofOf({ validUntil: "2026-11-21" })])).toEqual(["proof-expired"]);
    expect(kinds([])).toEqual(["proof-missing"]);
    expect(kinds([proofOf({ permission: "internal-only" })])).toEqual(["proof-not-for-customers"]);
  });

  test("name sweet spots nobody told yet", () => {
    const found = tasks({ board: boardOf(gas), ...toldIn(gas) });
    const without = found.filter(({ kind }) => kind === "spot-without-proposition");
    expect(without.map(({ record }) => record)).toEqual([
      "spot-flexible-staff",
      "spot-market-leader",
      "spot-stem-people",
      "spot-pool-career",
    ]);
    expect(found.some(({ kind }) => kind === "spot-without-message" || kind === "spot-one-sided")).toBe(
      false,
    );
  });

  test("name jargon in messages and propositions, with both words", () => {
    const message = {
      id: rid("m1"),
      fields: {
        sweetSpot: rid("s"),
        level: rid("l"),
        statement: "More headcount flexibility.",
        version: 1,
        remembered: "yes",
        passedOn: "yes",
      },
    } as const;
    const term = { id: rid("t1"), fields: { term: "project people", ourWords: ["headcount"] } };
    expect(tasks({ messages: [message], terms: [term] })).toEqual([
      { kind: "jargon", record: "m1", term: "t1", found: "headcount", instead: "project people" },
    ]);
  });

  test("ask again who knows a message after it was reworded, and for the two control questions", () => {
    const edit = rewordMessage(gas, rid("message-stem-people"), "STEM people for years.") ?? expect.fail();
    expect(edit.puts).toEqual([
      {
        id: "message-stem-people",
        type: "core-message",
        fields: { statement: "STEM people for years.", version: 2 },
      },
    ]);
    const message = {
      id: rid("m1"),
      fields: { sweetSpot: rid("s"), level: rid("l"), statement: "X.", version: 2, remembered: "yes" },
    } as const;
    const reader = (confirmedVersion: number) => ({
      id: rid(`r${confirmedVersion}`),
      fields: { message: rid("m1"), confirmedVersion },
    });
    expect(tasks({ messages: [message], readers: [reader(1), reader(2)] })).toEqual([
      { kind: "message-unchecked", record: "m1" },
      { kind: "message-unknown", record: "m1", readers: 1 },
    ]);
  });

  test("name people nobody of us leads, except those who left", () => {
    const member = (name: string, fields: object) => ({ id: rid(name), fields: { name, ...fields } });
    const members = [
      member("a", {}),
      member("b", { lead: rid("lena") }),
      member("c", { leftOn: "2026-01-01" }),
    ];
    expect(tasks({ members })).toEqual([{ kind: "lead-missing", record: "a" }]);
  });
});

describe("on the board", () => {
  const withRecords = (...more: readonly Pick<PlanRecord, "id" | "type" | "fields">[]) => {
    const [some] = gas.values();
    if (!some) throw new Error("No record.");
    return new Map([...gas, ...more.map((one) => [one.id, { ...some, ...one }] as const)]);
  };

  test("a question stands where an insight is missing, and counts like one", () => {
    const gap = {
      id: rid("gap"),
      type: "knowledge-gap",
      fields: { question: "Why?", level: rid("level-unit"), kind: "challenge", side: "provider" },
    };
    const withoutOurs = new Map(
      [...withRecords(gap)].filter(
        ([id]) => id !== "insight-provider-stem-field" && id !== "spot-stem-people",
      ),
    );
    const board = boardOf(withoutOurs);
    expect(board.gapsIn({ level: rid("level-unit"), side: "provider", kind: "challenge" })).toHaveLength(1);
    expect(board.countsOf(rid("level-unit"))).toEqual({
      customer: 1,
      provider: 0,
      gaps: 1,
      spots: 0,
      openNeeds: 1,
      notRelevant: 0,
    });
    const { lacks } = completenessOf(board, toldIn(withoutOurs));
    expect(lacks.filter(({ level }) => level === "level-unit").map(({ lack }) => lack)).toEqual([
      "sweet-spot",
      "core-message",
      "value-proposition",
    ]);
  });

  test("one link answers why upwards and what it means downwards; a conflict stands on both ends", () => {
    const link = (name: string, kind: string, lower: string, upper: string) => ({
      id: rid(name),
      type: "insight-link",
      fields: { kind, lower, upper, explanation: "Because." },
    });
    const board = boardOf(
      withRecords(
        link("l1", "serves", "insight-customer-stem-people", "insight-customer-market-leader"),
        link("l2", "conflicts", "insight-customer-pool-career", "insight-customer-women-leaders"),
      ),
    );
    expect(board.whyOf(rid("insight-customer-stem-people")).map(({ id: one }) => one)).toEqual([
      "insight-customer-market-leader",
    ]);
    expect(board.meaningOf(rid("insight-customer-market-leader")).map(({ id: one }) => one)).toEqual([
      "insight-customer-stem-people",
    ]);
    for (const end of ["pool-career", "women-leaders"])
      expect(board.conflictsOf(rid(`insight-customer-${end}`))[0]?.explanation).toBe("Because.");
  });

  test("a dismissed match stays dismissed, and the next worse does not take its place", () => {
    const unmatched = new Map([...gas].filter(([, { type }]) => type !== "sweet-spot"));
    const [first] = suggestMatches(boardOf(unmatched));
    if (!first) throw new Error("Nothing suggested.");
    const [put] = dismissMatch(first.customer, first.provider, "Another matter.").puts;
    if (!put) throw new Error("No put.");
    const [some] = gas.values();
    const after = suggestMatches(
      boardOf(new Map([...unmatched, [put.id, { ...some, ...put } as PlanRecord]])),
    );
    expect(after.some(({ customer }) => customer === first.customer)).toBe(false);
  });

  test("a sweet spot follows its insight to another level", () => {
    const edit = moveInsight(gas, rid("insight-customer-stem-people"), {
      level: rid("level-company"),
      kind: "target",
    });
    expect(edit.puts.map(({ id: one, fields }) => [one, fields["level"]])).toEqual([
      ["insight-customer-stem-people", "level-company"],
      ["spot-stem-people", "level-company"],
    ]);
  });
});
