import { type RecordId, toRecordId } from "@sweetspot/contract";
import { buyingCentreMember, recordsOf } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LENA, TODAY, toRecords } from "../visits.fixture.ts";
import { levelFor, bankFor } from "./bank.model.ts";
import { addMonths } from "./months.model.ts";
import { ofUs } from "./plan-table.model.ts";
import { prepare } from "./preparation.model.ts";
import { findVisits, isIn, reachOf, readVisits, withoutVisit } from "./sheets.model.ts";

const sheet = (id: string, fields: object) => ["meeting-sheet", id, { member: "p", ...fields }] as const;
const person = ["buying-centre-member", "p", { name: "Jörg Iven", role: "sponsor" }] as const;
const visitsOf = (...rows: Parameters<typeof toRecords>[0]) => readVisits(toRecords(rows), TODAY);

describe("months", () => {
  test("keep the day, or end with a shorter month", () => {
    expect(addMonths("2026-11-22", 3)).toBe("2027-02-22");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  });

  test("never go back", () => {
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.nat(24), (date, months) => {
        const from = date.toISOString().slice(0, 10);
        expect(addMonths(from, months) >= from).toBe(true);
      }),
    );
  });
});

describe("how far the plan reaches", () => {
  const reach = (...dates: readonly (string | undefined)[]) =>
    reachOf(
      visitsOf(
        person,
        ...dates.map((meetingDate, index) =>
          sheet(`s${String(index)}`, meetingDate === undefined ? {} : { meetingDate }),
        ),
      ),
      TODAY,
    );

  test("is enough from three months on, to the day", () => {
    expect(reach("2027-02-21")).toEqual({ until: "2027-02-21", enough: false, wanted: "2027-02-22" });
    expect(reach("2027-02-22").enough).toBe(true);
  });

  test("does not count what is more than twelve months ahead, without a date, or overdue", () => {
    expect(reach("2027-11-22").enough).toBe(true);
    expect(reach("2027-11-23", undefined, "2026-01-01")).toMatchObject({ until: undefined, enough: false });
    expect(visitsOf(person, sheet("s", { meetingDate: "2027-11-23" }))[0]?.tooFar).toBe(true);
  });

  test("does not count visits held or cancelled", () => {
    const held = sheet("s", { meetingDate: "2027-05-01", status: "held" });
    expect(reachOf(visitsOf(person, held), TODAY).until).toBeUndefined();
  });
});

describe("visits", () => {
  test("are overdue from the day after, until somebody says how it went", () => {
    const overdue = (fields: object) => visitsOf(person, sheet("s", fields))[0]?.overdue;
    expect(overdue({ meetingDate: TODAY })).toBe(false);
    expect(overdue({ meetingDate: "2026-11-21" })).toBe(true);
    expect(overdue({ meetingDate: "2026-11-21", status: "held" })).toBe(false);
    expect(overdue({})).toBe(false);
  });

  test("that were held ask for their answers", () => {
    const [visit] = visitsOf(
      person,
      ["knowledge-gap", "g1", { question: "Why?" }],
      ["knowledge-gap", "g2", { question: "How?", answer: "So." }],
      sheet("s", { status: "held", questions: ["g1", "g2", "gone"] }),
    );
    expect(visit).toMatchObject({ questions: 2, unanswered: 1 });
    expect(visit && isIn(visit, "unanswered", LENA)).toBe(true);
  });

  test("are found by person and reason, whatever case and accents", () => {
    const visits = visitsOf(person, sheet("s", { reason: "A global agreement" }));
    expect(findVisits(visits, "jorg GLOBAL")).toHaveLength(1);
    expect(findVisits(visits, "jorg local")).toHaveLength(0);
  });

  test("to people nobody leads name the open task, but not for those who left", () => {
    const led = (fields: object) =>
      visitsOf(["buying-centre-member", "p", { name: "P", ...fields }], sheet("s", {}))[0]?.leadMissing;
    expect(led({})).toBe(true);
    expect(led({ lead: LENA })).toBe(false);
    expect(led({ leftOn: "2026-01-01" })).toBe(false);
  });
});

test("who decides and is not visited is named, until a visit is planned", () => {
  const members = recordsOf(buyingCentreMember, toRecords([person]).values());
  expect(withoutVisit(members, []).map(({ id }) => id)).toEqual(["p"]);
  expect(withoutVisit(members, visitsOf(person, sheet("s", {})))).toEqual([]);
  expect(withoutVisit(members, visitsOf(person, sheet("s", { status: "held" })))).toHaveLength(1);
});

describe("preparing a visit", () => {
  const records = toRecords([
    person,
    ["strategy-level", "top", { name: "Group", kind: "company", order: 1 }],
    ["strategy-level", "low", { name: "Person", kind: "person", order: 2 }],
    ["knowledge-gap", "other", { question: "For another", member: "q" }],
    ["knowledge-gap", "free", { question: "For anybody", level: "top" }],
    ["knowledge-gap", "own", { question: "For him", member: "p", bankQuestion: "personal.drive" }],
    ["knowledge-gap", "done", { question: "Answered", answer: "Yes." }],
    ["core-message", "m1", { sweetSpot: "x", level: "top", statement: "One", version: 1 }],
    ["core-message", "m2", { sweetSpot: "x", level: "top", statement: "Two", version: 1, member: "p" }],
    sheet("s", { questions: ["done", "gone"] }),
    sheet("t", { member: "q", questions: ["free"] }),
  ]);
  const visits = readVisits(records, TODAY);
  const visit = visits.find(({ id }) => id === "s") ?? expect.fail();
  const prepared = prepare(visit, visits, records, new Map());

  test("offers all open questions of the plan, the person’s own first and another’s last", () => {
    expect(prepared.offered.map(({ gap }) => gap.id)).toEqual(["own", "free", "other"]);
    expect(prepared.questions.map(({ gap }) => gap.id)).toEqual(["done"]);
  });

  test("says where an answer belongs, what is for a talk between two, and what another visit asks", () => {
    const [own, free] = prepared.offered;
    expect(own).toMatchObject({ oneToOne: true, place: [], askedElsewhere: 0 });
    expect(free).toMatchObject({ oneToOne: false, place: ["Group"], askedElsewhere: 1 });
  });

  test("offers the person’s own messages first", () => {
    expect(prepared.offeredMessages.map(({ id }) => id)).toEqual(["m2", "m1"]);
  });

  test("offers each question of the bank once a person; personal ones belong to the person level", () => {
    const bank = bankFor(toRecordId("p"), records);
    expect(bank).toHaveLength(22);
    expect(bankFor(toRecordId("q"), records)).toHaveLength(23);
    expect(bank.map((question) => levelFor(question, records))).toEqual(
      bank.map(({ oneToOne }) => (oneToOne ? "low" : "top")),
    );
  });
});

test("who of us goes is told by name, colleagues without a CRM user as well", () => {
  const nameOf = (): string => "Lena";
  expect(ofUs({ internalContact: "lena" as RecordId, colleagues: "O’Brien <b>, legal" }, nameOf)).toBe(
    "Lena, O’Brien <b>, legal",
  );
  expect(ofUs({ colleagues: "O’Brien" }, nameOf)).toBe("O’Brien");
  expect(ofUs({}, nameOf)).toBe("");
});
