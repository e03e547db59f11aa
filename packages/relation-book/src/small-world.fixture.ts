import { type RecordId, toRecordId } from "@sweetspot/contract";
import type { RelationBookInput } from "./relation-book.ts";
import type { RelationSource, SourceBody, SourcePerson, SourceTie } from "./source-record.ts";

/** A small world for tests: Ada and Ben of ours; Carl, a customer's director, whom Ben reaches over Dora's board. */
const REGISTER = "Register";

export const person = (key: string, name: string, more: Partial<SourcePerson> = {}): SourcePerson => ({
  source: REGISTER,
  key,
  name,
  ...more,
});

export const body = (key: string, name: string, more: Partial<SourceBody> = {}): SourceBody => ({
  source: REGISTER,
  key,
  name,
  ...more,
});

export const seat = (key: string, who: string, where: string, more: Partial<SourceTie> = {}): SourceTie => ({
  source: REGISTER,
  key,
  person: who,
  body: where,
  type: "board_seat",
  start: "2018",
  seenTo: "2026-10-01",
  ...more,
});

export const acquaintance = (
  key: string,
  who: string,
  other: string,
  more: Partial<SourceTie> = {},
): SourceTie => ({
  source: "CRM",
  key,
  person: who,
  otherPerson: other,
  type: "crm_contact",
  seenTo: "2026-11-22",
  ...more,
});

export const crmPerson = (key: string, name: string, more: Partial<SourcePerson> = {}): SourcePerson => ({
  source: "CRM",
  key,
  name,
  ...more,
});

export const member = (id: string, name: string): SourcePerson =>
  crmPerson(`team-member/${id}`, name, { teamMember: toRecordId(id) });

export const contact = (id: string, name: string, account?: string): SourcePerson =>
  crmPerson(`contact/${id}`, name, {
    contact: toRecordId(id),
    ...(account ? { account: toRecordId(account) } : {}),
  });

export const account = (id: string, name: string): SourceBody => ({
  source: "CRM",
  key: `account/${id}`,
  name,
  account: toRecordId(id),
});

export const employed = (who: string, where: string, role?: string): SourceTie => ({
  source: "CRM",
  key: `${who}/account`,
  person: who,
  body: where,
  type: "employer",
  seenTo: "2026-11-22",
  ...(role ? { role } : {}),
});

export const sources: readonly RelationSource[] = [
  { name: REGISTER, purpose: "Referrals", importedAt: "2026-11-01T00:00:00.000Z" },
];

export const id = (text: string): RecordId => toRecordId(text);

/** Ada knows Dora, a contact of Harbour; Dora and Carl sit on one board; Carl is a contact of Mill. */
export const smallWorld = (): RelationBookInput => ({
  sources,
  people: [person("dora", "Dora Quist"), person("carl", "Carl Ferro"), person("eve", "Eve Sund")],
  bodies: [body("trust", "Northern Trust"), body("yard", "Old Yard", { insolvent: "2024-03" })],
  ties: [
    seat("t1", "dora", "trust", { role: "chair" }),
    seat("t2", "carl", "trust", { role: "member", start: "2016", end: "2019" }),
    seat("t3", "eve", "yard"),
  ],
  crm: {
    people: [
      member("ada", "Ada Brandt"),
      member("ben", "Ben Carrow"),
      contact("c-dora", "Dora Quist", "harbour"),
      contact("c-carl", "Carl Ferro", "mill"),
    ],
    bodies: [account("harbour", "Harbour Ltd"), account("mill", "Mill Ltd")],
    ties: [
      acquaintance("o1", "team-member/ada", "contact/c-dora"),
      employed("contact/c-dora", "account/harbour", "Head of Works"),
      employed("contact/c-carl", "account/mill", "Director"),
      acquaintance("k1", "team-member/ada", "team-member/ben", { type: "colleague" }),
    ],
  },
  decisions: [
    {
      one: id("CRM/contact/c-dora"),
      other: id("Register/dora"),
      same: true,
      by: id("ada"),
      at: "2026-11-02T00:00:00.000Z",
    },
    {
      one: id("CRM/contact/c-carl"),
      other: id("Register/carl"),
      same: true,
      by: id("ada"),
      at: "2026-11-02T00:00:00.000Z",
    },
  ],
  today: "2026-11-22",
});
