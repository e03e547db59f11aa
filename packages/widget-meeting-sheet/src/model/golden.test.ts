import { goldenMeetings } from "@sweetspot/fixtures";
import { validateRecord } from "@sweetspot/plan-model";
import { expect, test } from "vitest";
import { toRecords, type Records } from "../visits.fixture.ts";
import { toPlanRow } from "./plan-table.model.ts";
import { readVisits } from "./sheets.model.ts";

/** Table 2.11 as a plan holds it, with our people by the functions the table names. */
const table: Records = toRecords(
  goldenMeetings.flatMap(({ name, who, internalContact, questions, date, avoid, ...row }) => [
    ["buying-centre-member", `member-${name}`, { name: who, lead: internalContact }] as const,
    ...questions.map(
      (question, place) =>
        ["knowledge-gap", `gap-${name}-${String(place)}`, { question, member: `member-${name}` }] as const,
    ),
    [
      "meeting-sheet",
      `sheet-${name}`,
      {
        member: `member-${name}`,
        internalContact,
        reason: row.reason,
        keyMessages: row.keyMessages,
        questions: questions.map((_, place) => `gap-${name}-${String(place)}`),
        ...(avoid === "" ? {} : { avoid }),
        meetingDate: date,
        status: row.status,
        statusNote: row.statusNote,
      },
    ] as const,
  ]),
);

test("Table 2.11 reads as printed: contact, internal contact, reason, messages, questions, what to avoid, date, status", () => {
  for (const record of table.values()) expect(validateRecord(record, "plan")).toEqual([]);
  const rows = readVisits(table, "2021-01-14").map((visit) => toPlanRow(visit, table));
  const printed = goldenMeetings.map(({ name, who, keyMessages, ...row }) => ({
    ...row,
    who,
    id: `sheet-${name}`,
    keyMessages: [keyMessages],
  }));
  expect(new Set(rows)).toEqual(new Set(printed));
  expect(rows).toHaveLength(printed.length);
});

test("Table 2.11 on its eve: three visits ahead by their day, the one held behind, one question each but two for the CEO", () => {
  const visits = readVisits(table, "2021-01-14");
  expect(visits.map(({ member }) => member?.fields.name)).toEqual([
    "Head of purchasing",
    "Global director diversity",
    "Chief executive officer",
    "Chief financial officer",
  ]);
  expect(visits.map(({ questions }) => questions)).toEqual([1, 1, 2, 1]);
  expect(visits.every(({ leadMissing }) => !leadMissing)).toBe(true);
});
