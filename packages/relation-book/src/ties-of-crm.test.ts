import {
  type Account,
  type Contact,
  EMPTY,
  HIDDEN,
  type Involvement,
  known,
  type Opportunity,
  type TeamMember,
} from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { createRelationBook } from "./create-relation-book.ts";
import { id } from "./small-world.fixture.ts";
import { type CrmRecords, tiesOfCrm } from "./ties-of-crm.ts";

const TODAY = "2026-11-22";
const member = (key: string, name: string, active = true): TeamMember => ({
  id: id(key),
  name,
  email: EMPTY,
  role: "rep",
  active,
});
const contact = (key: string, name: string, more: Partial<Contact> = {}): Contact => ({
  id: id(key),
  name,
  account: known(id("mill")),
  title: known("Director"),
  department: EMPTY,
  email: EMPTY,
  phone: EMPTY,
  owner: EMPTY,
  ...more,
});
const mill: Account = {
  id: id("mill"),
  name: "Mill Ltd",
  parent: EMPTY,
  owner: EMPTY,
  industry: EMPTY,
  country: EMPTY,
  city: known("Hamburg"),
  website: EMPTY,
  employees: known(400),
  annualRevenue: EMPTY,
  attributes: {},
  updatedAt: EMPTY,
};
const deal = (key: string, more: Partial<Opportunity> = {}): Opportunity => ({
  id: id(key),
  name: "Deal",
  account: known(id("mill")),
  status: "won",
  stage: EMPTY,
  amount: EMPTY,
  closeDate: known("2021-05-04"),
  owner: known(id("ada")),
  lineItems: EMPTY,
  attributes: {},
  ...more,
});
const involved = (
  key: string,
  person: Involvement["person"],
  place: Involvement["place"],
  more: Partial<Involvement> = {},
): Involvement => ({
  id: id(key),
  person,
  place,
  roles: EMPTY,
  primary: EMPTY,
  active: EMPTY,
  since: EMPTY,
  until: EMPTY,
  ...more,
});
const ofContact = (who: Contact) => ({ kind: "contact", contact: who }) as const;
const atMill = { kind: "account", account: id("mill") } as const;
const inDeal = { kind: "opportunity", opportunity: id("d1") } as const;

const told = (records: Partial<CrmRecords>) =>
  tiesOfCrm({
    teamMembers: [],
    accounts: [mill],
    contacts: [],
    opportunities: [],
    involvements: [],
    today: TODAY,
    ...records,
  });
const carl = contact("carl", "Carl Ferro");

describe("The CRM tells", () => {
  test("whom a contact works for, with his title", () => {
    expect(told({ contacts: [carl] }).ties).toMatchObject([
      { person: "contact/carl", body: "account/mill", type: "employer", role: "Director", seenTo: TODAY },
    ]);
  });

  test("who of ours looks after a contact, unless the field is hidden", () => {
    const owned = contact("carl", "Carl Ferro", { owner: known(id("ada")), account: HIDDEN });
    expect(told({ contacts: [owned] }).ties).toMatchObject([
      { person: "team-member/ada", otherPerson: "contact/carl", type: "crm_contact" },
    ]);
    expect(told({ contacts: [{ ...owned, owner: HIDDEN }] }).ties).toEqual([]);
  });

  test("who met in a deal, until it was closed", () => {
    const involvements = [
      involved("i1", ofContact(carl), inDeal, { roles: known(["Decision Maker"]) }),
      involved("i2", { kind: "team-member", teamMember: id("ben") }, inDeal),
    ];
    const met = told({ opportunities: [deal("d1")], involvements }).ties.filter(
      ({ type }) => type === "crm_contact",
    );
    expect(met.map(({ person, role, end }) => [person, role, end])).toEqual([
      ["team-member/ada", "Decision Maker", "2021-05-04"],
      ["team-member/ben", "Decision Maker", "2021-05-04"],
    ]);
  });

  test("whom else a contact works or worked for; a former one without a day is past, without a date", () => {
    const until = involved(
      "i1",
      ofContact(carl),
      { ...atMill, account: id("harbour") },
      { active: known(false), until: known("2019-12-31") },
    );
    const former = involved(
      "i2",
      ofContact(carl),
      { ...atMill, account: id("yard") },
      { active: known(false) },
    );
    const { ties } = told({ contacts: [carl], involvements: [until, former] });
    expect(ties.find(({ body }) => body === "account/harbour")).toMatchObject({
      type: "employer",
      end: "2019-12-31",
    });
    const past = ties.find(({ body }) => body === "account/yard");
    expect(past).toMatchObject({ type: "past_employer" });
    expect(past).not.toHaveProperty("seenTo");
  });

  test("a contact's own account once, as the CRM tells most of it", () => {
    const own = involved("i1", ofContact(carl), atMill, {
      roles: known(["Owner"]),
      since: known("2015-01-01"),
    });
    expect(told({ contacts: [carl], involvements: [own] }).ties).toMatchObject([
      { role: "Owner", start: "2015-01-01" },
    ]);
  });

  test("who of a small team are colleagues; who has left is none of ours", () => {
    const { people, ties } = told({
      teamMembers: [member("ada", "Ada"), member("ben", "Ben"), member("cid", "Cid", false)],
    });
    expect(ties.map(({ person, otherPerson }) => [person, otherPerson])).toEqual([
      ["team-member/ada", "team-member/ben"],
    ]);
    expect(people.map(({ teamMember }) => teamMember)).toEqual(["ada", "ben", undefined]);
  });

  test("of a large team only those who work together", () => {
    const teamMembers = Array.from({ length: 60 }, (_, place) => member(`m${place}`, `Member ${place}`));
    const team = (key: string) => involved(`i${key}`, { kind: "team-member", teamMember: id(key) }, atMill);
    const { ties } = told({ teamMembers, involvements: [team("m3"), team("m9")] });
    expect(ties.map(({ person, otherPerson }) => [person, otherPerson])).toEqual([
      ["team-member/m3", "team-member/m9"],
    ]);
  });

  test("enough for a way", () => {
    const crm = told({
      teamMembers: [member("ada", "Ada Brandt")],
      contacts: [carl, contact("dora", "Dora Quist", { owner: known(id("ada")) })],
    });
    const book = createRelationBook({ sources: [], people: [], bodies: [], ties: [], crm, today: TODAY });
    const answer = book.findPaths({ to: { contact: id("carl") }, currentOnly: true }, { me: id("ada") });
    expect(answer.paths[0]?.people).toEqual(["CRM/team-member/ada", "CRM/contact/dora", "CRM/contact/carl"]);
    expect(answer.gaps).toEqual(["no-registers"]);
  });
});
