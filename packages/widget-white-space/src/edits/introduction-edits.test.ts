import { type PlanFields, toRecordId } from "@sweetspot/contract";
import { cellId, validateRecord } from "@sweetspot/plan-model";
import { expect, test } from "vitest";
import { type Decider, decidersOf } from "../model/deciders.model.ts";
import { seed, TODAY, toRecords } from "../stage.fixture.ts";
import { seekIntroduction } from "./introduction-edits.model.ts";

const records = toRecords([
  seed("buying-centre-member", "sponsor", { name: "Ada", role: "sponsor", contact: "c-ada" }),
  seed("buying-centre-member", "user", { name: "Bo", role: "user" }),
  seed("buying-centre-member", "decider", { name: "Cy", role: "decision-maker" }),
  seed("buying-centre-member", "gone", { name: "Di", role: "decision-maker", leftOn: "2026-01-01" }),
  seed("buying-centre-member", "deal", { name: "Ed", role: "user", decides: ["d1"] }),
  seed("introduction", "i1", { target: "x", targetName: "Ada", targetContact: "c-ada", state: "asked" }),
  seed("introduction", "i2", { target: "decider", targetName: "Cy", state: "closed" }),
]);

test("who decides a deal of the cell comes first, then decision makers, then sponsors; who left does not", () => {
  const found = decidersOf(records.values(), [toRecordId("d1")]);
  expect(found.map(({ member, introduction }) => [member.id, introduction?.id])).toEqual([
    ["deal", undefined],
    ["decider", undefined],
    ["sponsor", "i1"],
  ]);
});

test("to seek an introduction makes the cell where there is none, and keeps to the plan model", () => {
  const ref = { area: toRecordId("a"), offering: toRecordId("o") };
  const member = records.get(toRecordId("sponsor")) as unknown as Decider;
  const edit = seekIntroduction(new Map(), ref, member, "x".repeat(900), TODAY, () => toRecordId("new"));
  expect(edit.puts.map(({ type }) => type)).toEqual(["cell", "introduction"]);
  expect(edit.puts[1]?.fields).toMatchObject({
    targetContact: "c-ada",
    cell: cellId(ref.area, ref.offering),
  });
  for (const { id, type, fields } of edit.puts)
    expect(validateRecord({ id, type, fields: fields as PlanFields }, "plan")).toEqual([]);
});
