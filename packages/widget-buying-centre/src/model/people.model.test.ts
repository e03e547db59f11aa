import { toRecordId } from "@sweetspot/contract";
import { buildAccount, goldenRoleMatrices } from "@sweetspot/fixtures";
import { validateRecord } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contactOf, crmOf, LENA, memberOf, ratingOf, TOBIAS, TODAY } from "../centre.fixture.ts";
import { countIn, filterPeople, isDecider } from "./filter.model.ts";
import { rankOf, readPeople } from "./people.model.ts";
import { isOld, spreadOf } from "./spread.model.ts";

const matrixOf = (table: string) => goldenRoleMatrices.find((one) => one.table === table) ?? expect.fail();

const recordsOf = (table: string) =>
  matrixOf(table).rows.flatMap(({ who, role, type, relationship, influence }) => [
    memberOf(who, { role, type }),
    ratingOf(who, LENA, { relationship, influence, ratedOn: TODAY }),
  ]);

describe.each(["Table 2.3", "Table 2.4"])("%s", (table) => {
  const people = readPeople(recordsOf(table), crmOf());

  test("is read as printed, and its records may be stored", () => {
    for (const record of recordsOf(table)) expect(validateRecord(record, "plan")).toEqual([]);
    const printed = matrixOf(table).rows;
    expect(people).toHaveLength(printed.length);
    for (const { who, role, type, relationship, influence } of printed) {
      const person = people.find(({ fields }) => fields.name === who) ?? expect.fail(who);
      expect(person.fields).toMatchObject({ role, type });
      expect(person.spreads.relationship?.values).toEqual([relationship]);
      expect(person.spreads.influence?.values).toEqual([influence]);
    }
  });

  test("shows those with the highest role first, and among them the most influential", () => {
    const order = people.map((person) => rankOf(person) * 10 + (person.spreads.influence?.high ?? 0));
    expect(order).toEqual(order.toSorted((one, other) => other - one));
  });
});

test("the CFO of the food retailer is the one strongly against us with much influence", () => {
  const people = readPeople(recordsOf("Table 2.3"), crmOf());
  const against = people.filter(({ spreads }) => (spreads.relationship?.low ?? 0) < 0);
  expect(against.map(({ fields }) => fields.name)).toEqual(["Chief financial officer"]);
  expect(people.filter(isDecider).map(({ fields }) => fields.name)).toEqual(["Chief executive officer"]);
});

describe("ratings", () => {
  test("that differ stand side by side and are told", () => {
    const records = [
      memberOf("p"),
      ratingOf("p", LENA, { relationship: 2, influence: 3, power: 8, interest: 9 }),
      ratingOf("p", TOBIAS, { relationship: -1, influence: 3, power: 7 }),
    ];
    const [person] = readPeople(records, crmOf());
    expect(person?.spreads.relationship).toEqual({ low: -1, high: 2, values: [-1, 2], diverges: true });
    expect(person?.diverging).toEqual(["relationship"]);
  });

  test("are never averaged: what is shown is what somebody said", () => {
    const values = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (said) => {
        const ratings = said.map((relationship, index) => ({
          id: toRecordId(`r${String(index)}`),
          fields: { member: toRecordId("p"), rater: toRecordId(`m${String(index)}`), relationship },
        }));
        const spread = spreadOf(ratings, "relationship");
        expect(new Set(spread?.values)).toEqual(new Set(said));
      }),
    );
  });

  test("grow old after a year", () => {
    const rating = (ratedOn: string) => ({
      id: toRecordId("r"),
      fields: { member: toRecordId("p"), rater: LENA, ratedOn },
    });
    expect(isOld(rating("2025-11-22"), TODAY)).toBe(false);
    expect(isOld(rating("2025-11-21"), TODAY)).toBe(true);
  });
});

describe("people the CRM says otherwise of", () => {
  const linked = (fields = {}) => memberOf("Ada Ito", { contact: "c1", position: "Buyer", ...fields });
  const noticeOf = (record: ReturnType<typeof memberOf>, crm: Parameters<typeof crmOf>[0]) =>
    readPeople([record], crmOf(crm))[0]?.notice;

  test("are told when name or position changed, and not when nothing did", () => {
    expect(noticeOf(linked(), { contacts: [contactOf("c1", "Ada Ito", "Buyer")] })).toBeUndefined();
    expect(noticeOf(linked(), { contacts: [contactOf("c1", "Ada Ito", "Head of buying")] })).toBe("changed");
  });

  test("are told when the contact is gone from the account it stood at", () => {
    expect(noticeOf(linked(), {})).toBe("gone");
    const family = [buildAccount("account", "Customer"), buildAccount("daughter", "Daughter")];
    expect(noticeOf(linked({ account: "account" }), { family })).toBe("gone");
  });

  test("are left alone where absence means nothing: a sister’s contact, hidden contacts, a list not read to its end", () => {
    const family = [buildAccount("account", "Customer"), buildAccount("daughter", "Daughter")];
    expect(noticeOf(linked({ account: "daughter" }), { family })).toBeUndefined();
    expect(noticeOf(linked(), { family })).toBeUndefined();
    expect(noticeOf(linked(), { gaps: ["hidden-contacts"] })).toBeUndefined();
    expect(noticeOf(linked(), { complete: false })).toBeUndefined();
    expect(noticeOf(linked({ leftOn: "2026-01-01" }), {})).toBeUndefined();
  });
});

describe("the list", () => {
  const records = [
    memberOf("Jörg O'Brien <b>", { position: "Regional Manager", lead: LENA, contact: "c1", account: "x" }),
    memberOf("Head of purchasing"),
    memberOf("Zoë", { leftOn: "2026-01-01" }),
  ];
  const people = readPeople(records, crmOf());

  test("finds people by all words of name and position, whatever the case and accents", () => {
    const names = (text: string) =>
      filterPeople(people, { text, focus: undefined }, { user: LENA }).map(
        ({ person }) => person.fields.name,
      );
    expect(names("JORG regional")).toEqual(["Jörg O'Brien <b>"]);
    expect(names("<b>")).toEqual(["Jörg O'Brien <b>"]);
    expect(names("nobody")).toEqual([]);
  });

  test("fades whom a question does not mean and shows whom it means first, hiding nobody", () => {
    const shown = filterPeople(people, { text: "", focus: "lead-missing" }, { user: LENA });
    expect(shown.map(({ faded }) => faded)).toEqual([false, true, true]);
    expect(shown[0]?.person.fields.name).toBe("Head of purchasing");
  });

  test("on a deal’s page knows who decides this very deal", () => {
    const deal = toRecordId("d");
    const deciding = readPeople(
      [memberOf("p", { decides: ["d"] }), memberOf("q", { decides: ["e"] })],
      crmOf(),
    );
    expect(countIn(deciding, "this-deal", { user: LENA, deal })).toBe(1);
    expect(countIn(deciding, "this-deal", { user: LENA })).toBe(0);
  });

  test("asks for no lead of people who left", () => {
    expect(countIn(people, "lead-missing", { user: LENA })).toBe(1);
    expect(people.at(-1)?.standing).toBe("left");
  });
});
