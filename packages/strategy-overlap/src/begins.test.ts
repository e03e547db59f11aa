import { buildContact, goldenBoards } from "@sweetspot/fixtures";
import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { validateRecord } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askQuestions, beginBoard, copyOwnInsights, fileAnswer } from "./board-begins.ts";
import { noticeLeavers } from "./notice-leavers.ts";
import { QUESTION_BANK } from "./question-bank.ts";

const rid = (text: string) => text as RecordId;
const counting = () => {
  let count = 0;
  return (type: string) => rid(`${type}-${(count += 1)}`);
};
const NAMES = { company: "Unternehmen", unit: "Bereich", person: "Person" };

const expectSound = (edit: PlanEdit | undefined): void => {
  for (const put of edit?.puts ?? []) expect(validateRecord(put, "plan")).toEqual([]);
};

describe("a board begins", () => {
  test("with the method's three levels, or with the library's template in its order", () => {
    expect(beginBoard([], NAMES).puts.map(({ fields }) => fields["name"])).toEqual(Object.values(NAMES));
    const level = (id: string, name: string, order: number) => ({
      id: rid(id),
      fields: { name, kind: "unit", order } as const,
    });
    const edit = beginBoard([level("b", "Project", 2), level("a", "Division", 1)], NAMES);
    expect(edit.puts.map(({ id, fields }) => [id, fields["name"], fields["order"]])).toEqual([
      ["strategy-level:0", "Division", 0],
      ["strategy-level:1", "Project", 1],
    ]);
    expectSound(edit);
  });

  test("with copies of our own strategy that remember where they come from", () => {
    const statement = {
      id: rid("own"),
      fields: { level: rid("template"), kind: "strategy", statement: "We grow.", internal: true } as const,
    };
    const edit = copyOwnInsights([{ statement, level: rid("l1") }], counting());
    expect(edit.puts[0]?.fields).toEqual({
      level: "l1",
      side: "provider",
      kind: "strategy",
      statement: "We grow.",
      copiedFrom: "own",
      internal: true,
    });
    expectSound(edit);
  });
});

describe("a question", () => {
  test("of the bank stands on the board in the user's language and can be told apart later", () => {
    const edit = askQuestions(QUESTION_BANK.slice(0, 2), { level: rid("l1") }, "id", counting());
    expect(edit.puts.map(({ fields }) => [fields["bankQuestion"], fields["side"]])).toEqual([
      ["strategy.strategy", "customer"],
      ["strategy.measured-goals", "customer"],
    ]);
    expectSound(edit);
  });

  test("is answered by an insight in its place, with its source", () => {
    const gap = {
      id: rid("gap"),
      fields: { question: "Why?", level: rid("l1"), kind: "target", member: rid("m") } as const,
    };
    const edit = fileAnswer(gap, " To grow. ", { toldBy: "The CFO", sourceKind: "conversation" }, counting());
    expect(edit?.puts[0]).toMatchObject({ id: "gap", fields: { answer: "To grow.", source: "The CFO" } });
    expect(edit?.puts[1]?.fields).toEqual({
      level: "l1",
      side: "customer",
      kind: "target",
      statement: "To grow.",
      answerTo: "gap",
      state: "unconfirmed",
      member: "m",
      toldBy: "The CFO",
      sourceKind: "conversation",
    });
    expect(fileAnswer(gap, "  ", {}, counting())).toBeUndefined();
  });

  test("takes any answer a store can keep, however long", () => {
    const gap = { id: rid("gap"), fields: { question: "Why?", level: rid("l1") } };
    const answer = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1990, max: 2010 }).map((length) => "🚀".repeat(length / 2) + "a🚀🚀"),
      fc.integer({ min: 9990, max: 10_010 }).map((length) => "ab🚀".repeat(length / 4) + "🚀"),
    );
    fc.assert(
      fc.property(
        answer.filter((text) => !/\0|\p{Surrogate}/u.test(text)),
        (text) => {
          const edit = fileAnswer(gap, text, {}, counting());
          for (const put of edit?.puts ?? []) {
            const fields = put.id === gap.id ? { ...gap.fields, ...put.fields } : put.fields;
            expect(validateRecord({ ...put, fields }, "plan")).toEqual([]);
          }
        },
      ),
    );
  });
});

describe("a person of the buying centre", () => {
  const member = (fields: object) => ({
    id: rid("m"),
    fields: { name: "Ada", contact: rid("c"), ...fields },
  });
  const contact = (name: string, account: string) => buildContact("c", name, { account, title: "CFO" });
  const family = new Set([rid("acme")]);
  const notice = (fields: object, contacts: Parameters<typeof noticeLeavers>[1]) =>
    noticeLeavers([member(fields)], contacts, family).map(({ kind }) => kind);

  test("is noticed when the contact is gone, has moved, or is called otherwise", () => {
    expect(notice({}, [])).toEqual(["gone"]);
    expect(notice({}, [contact("Ada", "other")])).toEqual(["moved"]);
    expect(notice({ position: "Controller" }, [contact("Ada", "acme")])).toEqual(["changed"]);
    expect(notice({ position: "CFO" }, [contact("Ada King", "acme")])).toEqual(["changed"]);
    expect(notice({ position: "CFO" }, [contact("Ada", "acme")])).toEqual([]);
  });

  test("is left alone when known to have left, or still unknown", () => {
    expect(notice({ leftOn: "2026-01-01" }, [])).toEqual([]);
    expect(noticeLeavers([{ id: rid("m"), fields: { name: "Somebody" } }], [], family)).toEqual([]);
  });
});

test("the golden boards keep to the model's three levels", () => {
  for (const { levelNames } of goldenBoards) expectSound(beginBoard([], levelNames));
});
