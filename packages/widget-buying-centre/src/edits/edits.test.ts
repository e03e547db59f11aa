import { type PlanFields, toRecordId } from "@sweetspot/contract";
import { buildInvolvement, buildOpportunity } from "@sweetspot/fixtures";
import { validateRecord } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import { after, contactOf, crmOf, LENA, memberOf, TOBIAS, TODAY } from "../centre.fixture.ts";
import { candidatesOf, findCandidates } from "../model/candidates.model.ts";
import { dealsOf } from "../model/deals.model.ts";
import { readPeople } from "../model/people.model.ts";
import {
  addContacts,
  addUnknown,
  changeMember,
  identify,
  setDecides,
  setLead,
} from "./member-edits.model.ts";
import { rate } from "./rating-edits.model.ts";

let made = 0;
const newId = (type: string) => toRecordId(`${type}-${String((made += 1))}`);
const P = toRecordId("p");

test("many contacts come in by one step, and are offered no more", () => {
  const contacts = Array.from({ length: 500 }, (_, index) =>
    contactOf(`c${String(index)}`, `Person ${String(index)}`, "Buyer"),
  );
  const edit = addContacts(contacts.slice(0, 120), newId);
  expect(edit?.puts).toHaveLength(120);
  const records = after([], edit);
  for (const record of records) expect(validateRecord(record, "plan")).toEqual([]);
  const people = readPeople(records, crmOf({ contacts }));
  expect(people.every(({ notice }) => notice === undefined)).toBe(true);
  const left = candidatesOf(crmOf({ contacts }), people);
  expect(left).toHaveLength(380);
  expect(findCandidates(left, "person 499 buyer").map(({ contact }) => contact.id)).toEqual(["c499"]);
  expect(addContacts([], newId)).toBeUndefined();
});

test("names longer than the plan holds are cut, not refused", () => {
  const records = after([], addContacts([contactOf("c", `x${"🧊".repeat(150)}`, "y".repeat(400))], newId));
  expect(records.flatMap((record) => validateRecord(record, "plan"))).toEqual([]);
});

describe("somebody still unknown", () => {
  test("needs a word that says who is meant", () => {
    expect(addUnknown("  \n ", newId)).toBeUndefined();
    expect(addUnknown(" Head\nof  purchasing ", newId)?.puts[0]?.fields).toEqual({
      name: "Head of purchasing",
    });
  });

  test("gets a face and keeps all that was known of him", () => {
    const before = [memberOf("p", { role: "recommender", lead: LENA })];
    const records = after(before, identify(P, contactOf("c", "Ada Ito", "Buyer")));
    expect(records[0]?.fields).toEqual({
      name: "Ada Ito",
      position: "Buyer",
      contact: "c",
      account: "account",
      role: "recommender",
      lead: LENA,
    });
  });
});

test("there is one lead or none: a second replaces the first", () => {
  const one = after([memberOf("p")], setLead(P, LENA));
  const two = after(one, setLead(P, TOBIAS));
  expect(two[0]?.fields["lead"]).toBe(TOBIAS);
  expect(readPeople(after(two, setLead(P, null)), crmOf())[0]?.leadMissing).toBe(true);
});

test("each of us has one view of a person: rating again changes it", () => {
  const rater = { by: LENA, on: TODAY };
  const once = after([memberOf("p")], rate(P, "relationship", -2, rater));
  const twice = after(after(once, rate(P, "relationship", 1, rater)), rate(P, "influence", 3, rater));
  const both = after(twice, rate(P, "influence", 1, { by: TOBIAS, on: TODAY }));
  const [person] = readPeople(both, crmOf());
  expect(person?.ratings).toHaveLength(2);
  expect(person?.spreads.relationship?.values).toEqual([1]);
  expect(person?.spreads.influence?.values).toEqual([1, 3]);
  for (const record of both) expect(validateRecord(record, "plan")).toEqual([]);
});

test("a person keeps a name; other texts can be cleared", () => {
  expect(changeMember(P, { name: "" })).toBeUndefined();
  expect(changeMember(P, { position: "" })?.puts[0]?.fields).toEqual({ position: null });
});

describe("an open deal", () => {
  const deals = [
    buildOpportunity("d", "Deal", { status: "open" }),
    buildOpportunity("w", "Won", { status: "won" }),
  ];
  const decided = (fields = {}) =>
    dealsOf({ opportunities: deals }, readPeople([memberOf("p", { decides: ["d"], ...fields })], crmOf()));

  test("names who decides it; won ones ask nobody any more", () => {
    expect(decided().map(({ deal, deciders }) => [deal.id, deciders.map(({ id }) => id)])).toEqual([
      ["d", ["p"]],
    ]);
  });

  test("has nobody when the only one left", () => {
    expect(decided({ leftOn: TODAY })[0]?.deciders).toEqual([]);
  });

  test("names whom the CRM names for it, in the CRM’s words, until he decides it here", () => {
    const contact = contactOf("c", "Ada Ito");
    const involvement = buildInvolvement("i", contact, { opportunity: "d" }, { roles: ["Economic Buyer"] });
    const people = { status: "ready", error: undefined, involvements: [involvement], gaps: [] } as const;
    const named = (fields: PlanFields) =>
      dealsOf({ opportunities: deals, people }, readPeople([memberOf("p", fields)], crmOf()))[0]?.named.map(
        ({ contact: found, roles, person }) => [found.name, roles, person?.id],
      );
    expect(named({})).toEqual([["Ada Ito", ["Economic Buyer"], undefined]]);
    expect(named({ contact: "c" })).toEqual([["Ada Ito", ["Economic Buyer"], "p"]]);
    expect(named({ contact: "c", decides: ["d"] })).toEqual([]);
    expect(named({ contact: "c", leftOn: TODAY })).toEqual([]);
  });

  test("is ticked once and cleared without a rest", () => {
    const deal = toRecordId("d");
    expect(setDecides(P, [deal], deal, true).puts[0]?.fields["decides"]).toEqual(["d"]);
    expect(setDecides(P, [deal], deal, false).puts[0]?.fields["decides"]).toBeNull();
  });
});
