import { type PlanFields, type PlanRecord, toRecordId } from "@sweetspot/contract";
import { ENTITIES, type FieldKind } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXCERPT_FIELDS, toExcerpt } from "./excerpt.model.ts";
import { writePlan } from "./plan-document.model.ts";
import { stageDemo, toMap, toRecord, TODAY, wordsIn } from "./stage.fixture.ts";

/** Every text anywhere in it. */
const textsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

const IDS = ["a", "b"];

/** A value of a field; a text says where it stands, so that it is known again wherever it turns up. */
function valueOf(type: string, field: string, kind: FieldKind): fc.Arbitrary<PlanFields[string]> {
  switch (kind.kind) {
    case "text":
      return fc.constant(`«${type}.${field}»`);
    case "reference":
      return fc.constantFrom(...IDS.map((id) => `${kind.to}-${id}`));
    case "choice":
      return fc.constantFrom(...kind.choices);
    case "flag":
      return fc.constantFrom(false, false, false, true);
    case "date":
      return fc.constantFrom("2020-01-01", "2030-01-01");
    case "list": {
      const { of } = kind;
      return fc.array(
        of.kind === "reference"
          ? fc.constantFrom(...IDS.map((id) => `${of.to}-${id}`))
          : fc.constant(`«${type}.${field}»`),
        { maxLength: 2 },
      );
    }
    default:
      return fc.constant(1);
  }
}

const anyPlan: fc.Arbitrary<PlanRecord[]> = fc
  .tuple(
    ...ENTITIES.flatMap((entity) =>
      IDS.map((id) => {
        const shapes = Object.fromEntries(
          Object.entries(entity.fields).map(([field, kind]) => [field, valueOf(entity.name, field, kind)]),
        );
        const required = Object.entries(entity.fields)
          .filter(([, kind]) => "required" in kind && kind.required)
          .map(([field]) => field);
        return fc.option(
          fc
            .record(shapes, { requiredKeys: required })
            .map((fields) => toRecord(`${entity.name}-${id}`, entity.name, fields as PlanFields)),
          { nil: undefined, freq: 12 },
        );
      }),
    ),
  )
  .map((records) => records.filter((record) => record !== undefined).map(marked));

/** What must stay with us says so itself. */
function marked(record: PlanRecord): PlanRecord {
  const { internal, member, permission, validUntil } = record.fields;
  const isOurs =
    internal === true ||
    (member !== undefined && record.type !== "meeting-sheet") ||
    (record.type === "proof" && (permission !== "granted" || String(validUntil ?? TODAY) < TODAY));
  if (!isOurs) return record;
  const secret = (value: PlanFields[string]) =>
    typeof value === "string" && value.startsWith("«") ? "«secret»" : value;
  return {
    ...record,
    fields: Object.fromEntries(Object.entries(record.fields).map(([field, value]) => [field, secret(value)])),
  };
}

describe("what a customer may read", () => {
  it("is never a field that is not named for him, whatever a plan holds", () => {
    const allowed = new Set(
      Object.entries(EXCERPT_FIELDS).flatMap(([type, fields]) => fields.map((field) => `«${type}.${field}»`)),
    );
    const { crm } = stageDemo("account-haver", "customer");
    let withPages = 0;
    fc.assert(
      fc.property(anyPlan, (records) => {
        const kept = [...toExcerpt(records, TODAY).values()];
        for (const { type, fields } of kept)
          expect(Object.keys(fields).filter((field) => !EXCERPT_FIELDS[type]?.includes(field))).toEqual([]);
        const input = {
          plan: toMap(records),
          library: toMap([]),
          crm,
          audience: "customer",
          today: TODAY,
        } as const;
        const plan = writePlan(input, wordsIn("en"));
        const marks = [...textsOf(kept), ...textsOf(plan)].join("\n").match(/«[^»]+»/gu) ?? [];
        expect(marks.filter((mark) => !allowed.has(mark))).toEqual([]);
        if (plan.pages.length > 0) withPages += 1;
      }),
      { numRuns: 300 },
    );
    expect(withPages, "plans with something to share").toBeGreaterThan(5);
  });

  it("holds no note, person, rating, question, topic to avoid or white space by its list already", () => {
    const never = [
      "notes",
      "internal",
      "member",
      "explanation",
      "brief",
      "request",
      "aims",
      "avoid",
      "toldBy",
    ];
    expect(
      Object.values(EXCERPT_FIELDS)
        .flat()
        .filter((field) => never.includes(field)),
    ).toEqual([]);
    for (const type of [
      "knowledge-gap",
      "buying-centre-member",
      "member-rating",
      "meeting-sheet",
      "cell",
      "voice-note",
    ])
      expect(EXCERPT_FIELDS).not.toHaveProperty(type);
  });

  const level = toRecord("l", "strategy-level", { name: "Company", kind: "company", order: 1 });
  const insight = (id: string, fields: PlanFields) =>
    toRecord(id, "insight", { level: "l", side: "customer", kind: "target", statement: id, ...fields });
  const spot = (id: string, customer: string, provider: string) =>
    toRecord(id, "sweet-spot", { level: "l", customerInsights: [customer], providerInsights: [provider] });
  const proposition = (fields: PlanFields) =>
    toRecord("vp", "value-proposition", {
      name: "n",
      sweetSpot: "s",
      promise: "p",
      proof: "as at X",
      ...fields,
    });
  const shared = [
    level,
    insight("want", {}),
    insight("have", { side: "provider" }),
    spot("s", "want", "have"),
  ];
  const keptIn = (records: readonly PlanRecord[]) => [...toExcerpt(records, TODAY).keys()];

  it("leaves out a sweet spot one side of which is internal, and all that is told about it", () => {
    const secret = insight("secret", { internal: true });
    const message = toRecord("m", "core-message", {
      sweetSpot: "s2",
      level: "l",
      statement: "x",
      version: 1,
    });
    const kept = keptIn([...shared, secret, spot("s2", "secret", "have"), message]);
    expect(kept).toEqual(expect.arrayContaining(["s", "want", "have"].map(toRecordId)));
    for (const id of ["secret", "s2", "m"]) expect(kept).not.toContain(id);
  });

  it("leaves out what single persons want, and what of ours nobody asked for", () => {
    const person = toRecord("p", "strategy-level", { name: "Person", kind: "person", order: 2 });
    const kept = keptIn([
      ...shared,
      person,
      insight("career", { level: "p" }),
      insight("network", { side: "provider" }),
    ]);
    for (const id of ["p", "career", "network"]) expect(kept).not.toContain(id);
  });

  it("tells no proof without permission or past its day, nor the words that retell it", () => {
    const proofs = [
      toRecord("good", "proof", { name: "g", statement: "g", permission: "granted" }),
      toRecord("old", "proof", {
        name: "o",
        statement: "o",
        permission: "granted",
        validUntil: "2020-01-01",
      }),
      toRecord("ours", "proof", { name: "i", statement: "i", permission: "internal-only" }),
    ];
    const told = (cited: readonly string[]) =>
      toExcerpt([...shared, ...proofs, proposition({ proofs: cited })], TODAY).get(toRecordId("vp"))?.fields;
    expect(told(["good"])).toMatchObject({ proof: "as at X", proofs: ["good"] });
    expect(told(["good", "old"])).toMatchObject({ promise: "p", proofs: ["good"] });
    expect(told(["good", "old"])).not.toHaveProperty("proof");
    expect(told(["ours"])).not.toHaveProperty("proof");
  });
});
