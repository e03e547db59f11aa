import { type PlanFields, toRecordId } from "@sweetspot/contract";
import { validateRecord } from "@sweetspot/plan-model";
import { expect, test } from "vitest";
import { countingIds, recordOf, TODAY } from "../introductions/introductions.fixture.ts";
import { addPartner, addProfile, changePartner, changeProfile, toPhrases } from "./partner-edits.model.ts";
import { readNetwork } from "./partners.model.ts";

const partner = (id: string, fields: PlanFields = {}) =>
  recordOf("referral-partner", id, { name: id, status: "active", lastContact: TODAY, ...fields });

test("five to ten partners are right; those who rest do not count", () => {
  const many = Array.from({ length: 11 }, (_, index) => partner(`p${String(index)}`));
  expect(readNetwork(many.slice(0, 4), TODAY).number).toBe("few");
  expect(readNetwork(many.slice(0, 5), TODAY).number).toBe("right");
  expect(readNetwork(many, TODAY).number).toBe("many");
  expect(readNetwork([...many.slice(1), partner("r", { status: "resting" })], TODAY).number).toBe("right");
});

test("active partners come first; one nobody talked to for a quarter is named, one at rest is not", () => {
  const { partners } = readNetwork(
    [
      partner("resting", { status: "resting", lastContact: "2020-01-01" }),
      partner("quiet", { lastContact: "2026-08-01", searchProfiles: ["s", "gone"] }),
      partner("fresh"),
      recordOf("search-profile", "s", { name: "Plant managers", whom: "Who runs a plant" }),
    ],
    TODAY,
  );
  expect(partners.map(({ record, quiet }) => [record.id, quiet])).toEqual([
    ["fresh", false],
    ["quiet", true],
    ["resting", false],
  ]);
  expect(partners[1]?.profiles.map(({ id }) => id)).toEqual(["s"]);
});

test("what is added keeps to the plan model, whatever was typed", () => {
  const ids = countingIds();
  for (const added of [
    addPartner(`O'Brien <b>\n${"x".repeat(500)}`, toRecordId("mia"), ids),
    addProfile("  Plants ", ids),
  ])
    for (const { id, type, fields } of added?.edit.puts ?? expect.fail("nothing was added"))
      expect(validateRecord({ id, type, fields: fields as PlanFields }, "library")).toEqual([]);
  expect(addPartner("   ", toRecordId("mia"), ids)).toBeUndefined();
});

test("an emptied text clears its field, an emptied name changes nothing", () => {
  const id = toRecordId("p");
  expect(changePartner(id, { notes: " " })?.puts[0]?.fields).toEqual({ notes: null });
  expect(changePartner(id, { name: " " })).toBeUndefined();
  expect(changeProfile(id, { whom: "" })).toBeUndefined();
  expect(changePartner(id, { searchProfiles: [] })?.puts[0]?.fields).toEqual({ searchProfiles: null });
});

test("each line is a phrase, once", () => {
  expect(toPhrases("We cannot find people\n\n  We  cannot find people \nToo slow")).toEqual([
    "We cannot find people",
    "Too slow",
  ]);
});
