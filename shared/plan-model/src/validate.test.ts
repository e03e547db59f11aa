import { type PlanFields, type PlanValue, toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTITIES } from "./entities/index.ts";
import type { FieldKind } from "./field-kinds.ts";
import { unstorable } from "./storable.ts";
import { validateRecord } from "./validate.ts";

const problemsOf = (type: string, fields: PlanFields, scope: "plan" | "library" = "plan") =>
  validateRecord({ id: toRecordId("r"), type, fields }, scope).map(({ field, problem }) => [field, problem]);

const cell = (fields: PlanFields) => problemsOf("cell", { area: "a", offering: "o", ...fields });

describe("a record", () => {
  test("that keeps to its declaration has no issues", () => {
    expect(cell({ level: "weak", potential: { amount: 1, currency: "EUR" }, notes: "" })).toEqual([]);
  });

  test("may have fields the declaration does not know", () => {
    expect(cell({ fromTheFuture: { deep: [1, null] } })).toEqual([]);
  });

  test.for<[PlanFields, string, string]>([
    [{ level: "mighty" }, "level", "not-a-choice"],
    [{ level: 3 }, "level", "not-a-choice"],
    [{ nextStepDue: "2026-02-29" }, "nextStepDue", "not-a-date"],
    [{ nextStepDue: "0000-01-01" }, "nextStepDue", "not-a-date"],
    [{ nextStepDue: "29.02.2028" }, "nextStepDue", "not-a-date"],
    [{ levelSetAt: "2026-01-01T00:00:00" }, "levelSetAt", "not-an-instant"],
    [{ levelSetAt: "2026-01-01T25:00:00Z" }, "levelSetAt", "not-an-instant"],
    [{ levelSetAt: "2026-01-01T23:60:00Z" }, "levelSetAt", "not-an-instant"],
    [{ nextStepDone: "yes" }, "nextStepDone", "not-a-flag"],
    [{ notes: 7 }, "notes", "not-text"],
    [{ notes: "x".repeat(10_001) }, "notes", "too-long"],
    [{ potential: 1000 }, "potential", "not-money"],
    [{ potential: { amount: 1, currency: "eur" } }, "potential", "not-money"],
    [{ potential: { amount: 2e15, currency: "EUR" } }, "potential", "not-money"],
    [{ opportunities: "opp" }, "opportunities", "not-a-list"],
    [{ opportunities: ["ok", 3] }, "opportunities", "not-text"],
    [{ opportunities: ["ok", ""] }, "opportunities", "required"],
    [{ opportunities: Array.from({ length: 51 }, () => "x") }, "opportunities", "too-long"],
    [{ levelSetBy: " " }, "levelSetBy", "required"],
    [{ "": "\0" }, "", "unstorable"],
    [{ notes: "\ud83d" }, "notes", "unstorable"],
    [{ unknown: [{ deep: "\0" }] }, "unknown", "unstorable"],
    [{ unknown: Number.NaN }, "unknown", "unstorable"],
    [{ unknown: { "a\0": 1 } }, "unknown", "unstorable"],
    [{ unknown: JSON.parse("[".repeat(40) + "]".repeat(40)) as PlanValue }, "unknown", "unstorable"],
  ])("with %j is refused for its %s: %s", ([fields, field, problem]) => {
    expect(cell(fields)).toEqual([[field, problem]]);
  });

  test("is told about all its issues at once, each with a message", () => {
    const issues = validateRecord({ id: toRecordId("r"), type: "cell", fields: { level: "x" } }, "plan");
    expect(issues.map((issue) => issue.field)).toEqual(["area", "offering", "level"]);
    for (const issue of issues) expect(issue.message).toContain(`cell.${issue.field}`);
  });

  test("has numbers within their limits, the limits included", () => {
    const rules = (strongShare: number) => problemsOf("white-space-rules", { strongShare }, "library");
    expect([rules(0), rules(1)]).toEqual([[], []]);
    expect([rules(-0.01), rules(1.01)]).toEqual([
      [["strongShare", "out-of-range"]],
      [["strongShare", "out-of-range"]],
    ]);
  });

  test("belongs where its entity belongs", () => {
    expect(problemsOf("offering", { name: "O" }, "library")).toEqual([]);
    expect(problemsOf("offering", { name: "O" }, "plan")).toEqual([]);
    expect(problemsOf("perspective", { name: "P" }, "library")).toEqual([[undefined, "wrong-scope"]]);
    expect(problemsOf("white-space-rules", {}, "plan")).toEqual([[undefined, "wrong-scope"]]);
  });

  test("needs an id and an entity", () => {
    const fields = { name: "P" };
    for (const id of ["", "x".repeat(401), "a\0b"])
      expect(validateRecord({ id: toRecordId(id), type: "perspective", fields }, "plan")).toMatchObject([
        { problem: "bad-id" },
      ]);
    expect(problemsOf("no-such-thing", fields)).toEqual([[undefined, "unknown-type"]]);
  });

  test("cannot smuggle a field in as a prototype", () => {
    const fields = JSON.parse('{"__proto__": {"name": "hidden"}}') as PlanFields;
    expect(problemsOf("perspective", fields)).toEqual([
      ["__proto__", "bad-field-name"],
      ["name", "required"],
    ]);
  });
});

describe("any declared entity", () => {
  const valueOf = (kind: FieldKind): fc.Arbitrary<PlanValue> => {
    switch (kind.kind) {
      case "text":
        return fc
          .string({ unit: "grapheme", minLength: 1, maxLength: Math.min(kind.max, 20) })
          .map((text) => `x${text}`.slice(0, kind.max))
          .filter((text) => !unstorable(text));
      case "choice":
        return fc.constantFrom(...kind.choices);
      case "number":
        return fc.double({ min: kind.min, max: kind.max, noNaN: true });
      case "flag":
        return fc.boolean();
      case "money":
        return fc.record({
          amount: fc.double({ min: -1e15, max: 1e15, noNaN: true }),
          currency: fc.constantFrom("EUR", "JPY"),
        });
      case "date":
        return instant.map((text) => text.slice(0, 10));
      case "instant":
        return instant;
      case "reference":
      case "crm-reference":
        return fc.uuid();
      case "list":
        return fc.array(valueOf(kind.of), { maxLength: Math.min(kind.max, 4) });
    }
  };
  const instant = fc
    .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString());

  test.for(ENTITIES.map((entity) => [entity.name, entity] as const))(
    "%s takes every value its kinds allow",
    ([, entity]) => {
      const record = fc.record(
        Object.fromEntries(Object.entries(entity.fields).map(([field, kind]) => [field, valueOf(kind)])),
      );
      fc.assert(
        fc.property(record, (fields) => {
          expect(problemsOf(entity.name, fields, entity.scopes[0])).toEqual([]);
        }),
        { numRuns: 50 },
      );
    },
  );

  test.for(ENTITIES.map((entity) => [entity.name, entity] as const))(
    "%s misses each required field",
    ([, entity]) => {
      const required = Object.entries(entity.fields).flatMap(([field, kind]) =>
        kind.required ? [field] : [],
      );
      expect(problemsOf(entity.name, {}, entity.scopes[0])).toEqual(
        required.map((field) => [field, "required"]),
      );
    },
  );
});
