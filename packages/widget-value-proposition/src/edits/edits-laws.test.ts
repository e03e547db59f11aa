import { type PlanEdit, type RecordId, toRecordId } from "@sweetspot/contract";
import { accountScope } from "@sweetspot/contract";
import { applyCommit, isRecordOf, valueProposition, withConsequences } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupsOf } from "../model/audience.model.ts";
import { readStory, type Records } from "../model/reading.model.ts";
import { seed, toRecords } from "../stage.fixture.ts";
import { addVariant, chooseVariant, removeVariant, startProposition } from "./proposition-edits.model.ts";

const SPOT = toRecordId("spot");
const FIRST: Records = toRecords([
  seed("strategy-level", "company", { name: "Group", kind: "company", order: 0 }),
  seed("insight", "theirs", { level: "company", side: "customer", kind: "target", statement: "A" }),
  seed("insight", "ours", { level: "company", side: "provider", kind: "strategy", statement: "B" }),
  seed("sweet-spot", "spot", { level: "company", customerInsights: ["theirs"], providerInsights: ["ours"] }),
]);

/** As a store does it; throws what a store refuses. */
function store(records: Records, made: PlanEdit | undefined): Records {
  if (!made) return records;
  const edit = withConsequences(made, records);
  const baseOf = (id: RecordId): number => records.get(id)?.revision ?? 0;
  const copies = applyCommit(
    {
      scope: accountScope(toRecordId("account")),
      key: "key-of-a-commit",
      puts: edit.puts.map((put) => ({ ...put, base: baseOf(put.id) })),
      removes: edit.removes.map((id) => ({ id, base: baseOf(id) })),
    },
    {
      copy: (id) => records.get(id),
      inLibrary: () => undefined,
      referrers: (id) =>
        [...records.values()].filter(
          ({ fields }) => fields["variantOf"] === id || fields["sweetSpot"] === id,
        ),
    },
    { by: toRecordId("lena"), at: "2026-11-22T12:00:00.000Z" },
  );
  const next = new Map(records);
  for (const copy of copies) {
    if ("removed" in copy) next.delete(copy.id);
    else next.set(copy.id, copy);
  }
  return next;
}

const step = fc.record({
  kind: fc.constantFrom("start", "copy", "choose", "remove"),
  pick: fc.nat({ max: 9 }),
});

describe("whatever a rep does with wordings", () => {
  test("no store refuses it, one wording is told, and none points at what is gone", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let records = FIRST;
        let count = 0;
        const newId = (type: string) => toRecordId(`${type}-${String((count += 1))}`);
        for (const { kind, pick } of steps) {
          const story = readStory(records, new Map());
          const [group] = groupsOf(story, SPOT);
          const variant = group?.variants[pick % group.variants.length];
          if (kind === "start" || !group || !variant) {
            const audience = { kind: "level", level: toRecordId("company") } as const;
            const start = { spot: SPOT, audience, name: "N", language: "en", order: count };
            records = store(records, startProposition(start, newId));
          } else if (kind === "copy") records = store(records, addVariant(group, variant, "N", newId));
          else if (kind === "choose") {
            records = store(records, chooseVariant(group, variant.id));
            expect(groupsOf(readStory(records, new Map()), SPOT)[0]?.told.id).toBe(variant.id);
          } else records = store(records, removeVariant(group, variant.id));

          const own = [...records.values()].filter((one) => isRecordOf(valueProposition, one));
          const groups = groupsOf(readStory(records, new Map()), SPOT);
          expect(groups.length).toBe(Math.min(1, own.length));
          expect(groups.flatMap(({ variants }) => variants)).toHaveLength(own.length);
          for (const { fields } of own)
            if (fields.variantOf !== undefined) expect(records.has(fields.variantOf)).toBe(true);
        }
      }),
    );
  });
});
