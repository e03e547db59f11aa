import { toRecordId } from "@sweetspot/contract";
import { cellId } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addComment, commentsOn, removeComment, settleComment } from "../edits/comment-edits.model.ts";
import { countingIds, ME, seed, stagePlan } from "../stage.fixture.ts";
import { mentionsIn, withMention } from "./mentions.model.ts";

const member = (id: string, name: string, active = true) => ({ id: toRecordId(id), name, active });
const team = [member("ann", "Ann"), member("anna", "Anna Lee"), member("gone", "Gone Away", false)];
const ref = { area: toRecordId("north"), offering: toRecordId("cold") };

test("whoever is named with @ is meant, the longer name before the shorter, and nobody who left", () => {
  expect(mentionsIn("Please look, @anna lee!", team)).toEqual(["anna"]);
  expect(mentionsIn("@Ann and @Anna Lee and @Gone Away", team)).toEqual(["ann", "anna"]);
  expect(mentionsIn("Write to info@anna.example, Anna Lee knows", team)).toEqual([]);
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (words) => {
      expect(mentionsIn(withMention(words, "Anna Lee"), team)).toContain("anna");
    }),
  );
});

test("a comment brings its cell along, is settled, and taken back", () => {
  const stage = stagePlan({
    plan: [
      seed("perspective", "regions", { name: "Regions", order: 0 }),
      seed("area", "north", { perspective: "regions", name: "North", order: 0 }),
    ],
    library: [seed("offering", "cold", { name: "Cold rooms", order: 0 })],
  });
  const ids = countingIds();
  const said = { text: " They ask for a price. ", mentions: [toRecordId("ann")] };
  const once = stage.after(addComment(stage.plan.cells, ref, said, ME, ids));
  expect(once.records.has(cellId(ref.area, ref.offering))).toBe(true);
  const twice = once.after(addComment(once.plan.cells, ref, { text: "Sent.", mentions: [] }, ME, ids));
  const [first] = commentsOn(twice.records, ref);
  expect(first?.fields).toMatchObject({ text: "They ask for a price.", author: ME.by, mentions: ["ann"] });
  if (!first) throw new Error("There is no comment.");
  const settled = twice.after(settleComment(first.id, true));
  expect(commentsOn(settled.records, ref).map(({ fields }) => fields.text)).toEqual([
    "Sent.",
    "They ask for a price.",
  ]);
  expect(commentsOn(settled.after(removeComment(first.id)).records, ref)).toHaveLength(1);
  expect(addComment(stage.plan.cells, ref, { text: "  ", mentions: [] }, ME, ids)).toBeUndefined();
});
