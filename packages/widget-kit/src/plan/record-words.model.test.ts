import { type PlanFields, type PlanRecord, type RecordId, toRecordId } from "@sweetspot/contract";
import { toPlanLabels } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import { createFormat } from "../i18n/format.ts";
import { createRecordWords } from "./record-words.model.ts";

const recordOf = (type: string, id: string, fields: PlanFields): [RecordId, PlanRecord] => [
  toRecordId(id),
  {
    id: toRecordId(id),
    type,
    fields,
    revision: 1,
    schema: 1,
    createdBy: toRecordId("lena"),
    createdAt: "2026-11-22T10:00:00.000Z",
    updatedBy: toRecordId("lena"),
    updatedAt: "2026-11-22T10:00:00.000Z",
  },
];

const plan = new Map([
  recordOf("buying-centre-member", "p", { name: "Ada Ito", role: "sponsor" }),
  recordOf("member-rating", "r", { member: "p", rater: "lena" }),
  recordOf("offering", "o", { name: "Cold rooms" }),
]);

const wordsIn = (language: "en" | "de") =>
  createRecordWords({
    labels: toPlanLabels(language),
    format: createFormat({
      locale: language === "de" ? "de-DE" : "en-GB",
      timeZone: "Europe/Berlin",
      currency: "EUR",
    }),
    plan,
    library: new Map(),
    nameInCrm: (id) => (id === "lena" ? "Lena Brandt" : undefined),
    gone: "no longer there",
  });

describe("records in words", () => {
  const words = wordsIn("en");
  const nameOf = (id: string): string => words.nameOf(plan.get(toRecordId(id)) ?? expect.fail());

  test("are called by their own name, or by the person they are about", () => {
    expect(nameOf("p")).toBe("Ada Ito");
    expect(nameOf("r")).toBe("Rating: Ada Ito");
  });

  test("have fields and choices as the plan model labels them, in the user’s language", () => {
    expect(words.labelOf("buying-centre-member", "role")).toBe("Role");
    expect(words.valueText("buying-centre-member", "role", "decision-maker")).toBe("Decision maker");
    expect(wordsIn("de").valueText("buying-centre-member", "role", "decision-maker")).toBe("Entscheider");
  });

  test("show names for ids, of the CRM and of the plan, in lists too, and say what is gone", () => {
    expect(words.valueText("buying-centre-member", "lead", "lena")).toBe("Lena Brandt");
    expect(words.valueText("member-rating", "member", "p")).toBe("Ada Ito");
    expect(words.valueText("meeting-sheet", "questions", ["p", "x"])).toBe("Ada Ito, no longer there");
  });

  test("write days, instants, amounts and nothing as the user does", () => {
    expect(words.valueText("meeting-sheet", "meetingDate", "2026-12-01")).toBe("1 Dec 2026");
    expect(wordsIn("de").valueText("meeting-sheet", "meetingDate", "2026-12-01")).toBe("01.12.2026");
    expect(words.valueText("voice-note", "confirmedAt", "2026-12-01T23:30:00.000Z")).toContain("2 Dec 2026");
    expect(words.valueText("cell", "potential", { amount: 5000, currency: "EUR" })).toBe("€5,000");
    expect(words.valueText("member-rating", "relationship", -2)).toBe("-2");
    expect(words.valueText("meeting-sheet", "reason", null)).toBe("–");
  });

  test("of fields and entities this version does not know read as they are stored", () => {
    expect(words.labelOf("cell", "fromTheFuture")).toBe("fromTheFuture");
    expect(words.valueText("thing-to-come", "field", ["a", "b"])).toBe("a, b");
  });
});
