import { type Change, type PlanFields, type PlanRecord, toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { type HistoryPlace, toHistory, toRestoring } from "./history.model.ts";

const AT = "2026-11-22T12:00:00.000Z";
const changeOf = (
  version: number,
  record: string,
  before: PlanFields | null,
  after: PlanFields | null,
): Change => ({
  version,
  at: AT,
  by: toRecordId("lena"),
  record: toRecordId(record),
  type: record.split("-")[0] === "spot" ? "sweet-spot" : "insight",
  before,
  after,
});
const placeOf = (...records: readonly (readonly [string, PlanFields])[]): HistoryPlace => {
  const own = new Map(
    records.map(([id, fields]) => [
      toRecordId(id),
      { id: toRecordId(id), type: "insight", fields } as unknown as PlanRecord,
    ]),
  );
  return { scope: "plan", own, all: (id) => own.has(id) };
};
const insight = { level: "level", side: "customer", kind: "target", statement: "Halve it" };

describe("a history", () => {
  test("stands newest first, one step for each commit", () => {
    const steps = toHistory([
      changeOf(1, "a", null, insight),
      changeOf(2, "a", insight, { ...insight, statement: "Halve energy" }),
      changeOf(2, "b", insight, null),
    ]);
    expect(steps.map(({ version, changes }) => [version, changes.map(({ kind }) => kind)])).toEqual([
      [2, ["changed", "removed"]],
      [1, ["made"]],
    ]);
    expect(steps[0]?.changes[0]?.fields).toEqual([
      { field: "statement", before: "Halve it", after: "Halve energy" },
    ]);
  });

  test("says nothing of places in an order", () => {
    expect(toHistory([changeOf(1, "a", insight, { ...insight, order: 2 })])).toEqual([]);
  });
});

describe("an earlier value", () => {
  const [step] = toHistory([changeOf(2, "a", { ...insight, notes: "Ask" }, { ...insight, notes: "Asked" })]);
  const [change] = step?.changes ?? [];
  const [field] = change?.fields ?? [];
  if (!change || !field) throw new Error("No change.");

  test("comes back by an edit of that field alone", () => {
    expect(toRestoring(change, field, placeOf(["a", { ...insight, notes: "Newer" }]))).toMatchObject({
      name: "value-restored",
      puts: [{ id: "a", fields: { notes: "Ask" } }],
    });
  });

  test("needs none where it stands already, and has no place where the record is gone", () => {
    expect(toRestoring(change, field, placeOf(["a", { ...insight, notes: "Ask" }]))).toBeUndefined();
    expect(toRestoring(change, field, placeOf())).toBeUndefined();
  });
});

describe("a removed record", () => {
  const removed = (fields: PlanFields, record = "a") => {
    const change = toHistory([changeOf(3, record, fields, null)])[0]?.changes[0];
    if (!change) throw new Error("No change.");
    return change;
  };

  test("comes back as it was, without mentions of what is gone", () => {
    const spot = { level: "level", customerInsights: ["a", "gone"], providerInsights: ["b"] };
    const place = placeOf(["level", {}], ["a", insight], ["b", insight]);
    expect(toRestoring(removed(spot, "spot-1"), undefined, place)?.puts[0]?.fields).toEqual({
      ...spot,
      customerInsights: ["a"],
    });
  });

  test("stays gone while what it cannot be without is gone, or when it is back already", () => {
    expect(toRestoring(removed(insight), undefined, placeOf())).toBeUndefined();
    expect(toRestoring(removed(insight), undefined, placeOf(["level", {}], ["a", insight]))).toBeUndefined();
  });
});
