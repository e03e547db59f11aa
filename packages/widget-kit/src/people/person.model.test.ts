import { type Contact, EMPTY, known, type PlanFields, toRecordId } from "@sweetspot/contract";
import { type buyingCentreMember, type RecordOf, validateRecord } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import { createPersonSearch, personKey, toMemberFields, toPeople } from "./person.model.ts";

const contactOf = (id: string, name: string, title?: string): Contact => ({
  id: toRecordId(id),
  name,
  account: EMPTY,
  title: title === undefined ? EMPTY : known(title),
  department: EMPTY,
  email: EMPTY,
  phone: EMPTY,
  owner: EMPTY,
});
const memberOf = (id: string, fields: PlanFields) =>
  ({ id: toRecordId(id), type: "buying-centre-member", fields }) as unknown as RecordOf<
    typeof buyingCentreMember
  >;
const compare = (one: string, other: string): number => one.localeCompare(other, "en");

describe("people to pick", () => {
  const people = toPeople(
    [
      memberOf("m2", { name: "Head of purchasing" }),
      memberOf("m1", { name: "Old Name", contact: "c1", position: "Clerk", leftOn: "2026-01-01" }),
    ],
    [contactOf("c2", "Änne Brandt"), contactOf("c1", "Ingrid Solheim", "Board member")],
    compare,
  );

  test("stand once each: the buying centre first, then contacts who are not in it", () => {
    expect(people.map(personKey)).toEqual(["member m2", "member m1", "contact c2"]);
  });

  test("are called what the CRM calls them now, and keep that they left", () => {
    expect(people[1]).toMatchObject({ name: "Ingrid Solheim", position: "Board member", left: true });
  });

  test("keep the name last seen when their contact was deleted", () => {
    const [person] = toPeople([memberOf("m1", { name: "Jonas Petersen", contact: "gone" })], [], compare);
    expect(person).toMatchObject({ name: "Jonas Petersen", contact: "gone" });
  });

  test("are found by all words of name and position, without case and accents", () => {
    const finds = createPersonSearch();
    const found = (search: string) =>
      people.filter((person) => finds(person, search)).map(({ name }) => name);
    expect(found("board INGR")).toEqual(["Ingrid Solheim"]);
    expect(found("anne")).toEqual(["Änne Brandt"]);
    expect(found("ingrid clerk")).toEqual([]);
  });
});

test("whoever is picked fits into the plan, with names as long as they come", () => {
  const long = "x".repeat(10_000);
  for (const person of [
    { kind: "unknown", name: `  ${long}` },
    { kind: "contact", contact: toRecordId("c"), name: long, position: long },
  ] as const) {
    const fields = toMemberFields(person) as unknown as PlanFields;
    const record = {
      ...memberOf("m", fields),
      revision: 1,
      schema: 1,
      createdBy: toRecordId("u"),
      createdAt: "2026-11-22T12:00:00.000Z",
      updatedBy: toRecordId("u"),
      updatedAt: "2026-11-22T12:00:00.000Z",
    };
    expect(validateRecord({ ...record, fields }, "plan")).toEqual([]);
  }
});
