import { type PlanFields, toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import {
  ERASED,
  isAboutContact,
  isAboutRelationPerson,
  personNames,
  relationPersonNames,
  withoutPerson,
} from "./erased-person.ts";
import { validateRecord } from "./validate.ts";

const INTRODUCTION: PlanFields = {
  target: "register/7",
  targetName: "Vera Okonjo",
  targetContact: "contact-7",
  goBetween: "register/3",
  goBetweenName: "Ole Brandt",
  way: ["crm/1", "register/3", "register/7"],
  wayNames: ["Mia Falk", "Ole Brandt", "Vera Okonjo"],
  grounds: "Ole Brandt sat with Vera Okonjo on the board of Nordhavn.",
  requestText: "Dear Ole, would you introduce me to Vera Okonjo?",
  state: "made",
  madeOn: "2026-10-01",
};

describe("an introduction to a contact who was erased", () => {
  test("is about the contact and says his name", () => {
    expect(isAboutContact("introduction", INTRODUCTION, toRecordId("contact-7"))).toBe(true);
    expect(personNames("introduction", INTRODUCTION)).toEqual(["Vera Okonjo"]);
  });

  test("says nobody’s name any more and stays what it was", () => {
    const clean = withoutPerson("introduction", INTRODUCTION);
    expect(clean).toEqual({ target: ERASED, targetName: ERASED, state: "made", madeOn: "2026-10-01" });
    expect(validateRecord({ id: toRecordId("i1"), type: "introduction", fields: clean }, "plan")).toEqual([]);
  });
});

describe("an introduction, when a person of the relations is erased", () => {
  test.each([
    ["target", "register/7", ["Vera Okonjo"]],
    ["go-between", "register/3", ["Ole Brandt"]],
    ["one on the way", "crm/1", ["Mia Falk"]],
    ["somebody else", "register/9", []],
  ])("knows what the %s is called", (_, person, names) => {
    expect(isAboutRelationPerson("introduction", INTRODUCTION, toRecordId(person))).toBe(names.length > 0);
    expect(relationPersonNames("introduction", INTRODUCTION, toRecordId(person))).toEqual(names);
  });

  test("does not take an erased name for a name", () => {
    const clean = withoutPerson("introduction", INTRODUCTION);
    expect(relationPersonNames("introduction", clean, toRecordId(ERASED))).toEqual([]);
  });
});

test("a referral partner is about his person of the relations; other records are about nobody of them", () => {
  const partner: PlanFields = { name: "Ole Brandt", person: "register/3" };
  expect(relationPersonNames("referral-partner", partner, toRecordId("register/3"))).toEqual(["Ole Brandt"]);
  expect(isAboutRelationPerson("insight", { statement: "register/3" }, toRecordId("register/3"))).toBe(false);
});
