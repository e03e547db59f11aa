import { type PlanFields, type PlanRecord, type RecordId, toRecordId } from "@sweetspot/contract";
import { validateRecord } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import { choosePartner, takeStep } from "../introductions/introduction-edits.model.ts";
import { nextStepOf, readIntroductions } from "../introductions/introduction.model.ts";
import {
  after,
  countingIds,
  introductionIn,
  recordOf,
  started,
  TODAY,
  WAY,
} from "../introductions/introductions.fixture.ts";
import { beginThrough } from "./ask-through.model.ts";
import { addPartner, addProfile, changePartner, changeProfile, toPhrases } from "./partner-edits.model.ts";
import { type PartnerRecord, readNetwork } from "./partners.model.ts";

const partner = (id: string, fields: PlanFields = {}) =>
  recordOf("referral-partner", id, { name: id, status: "active", lastContact: TODAY, ...fields });

test("five to ten partners are right; those who rest do not count", () => {
  const many = Array.from({ length: 11 }, (_, index) => partner(`p${String(index)}`));
  expect(readNetwork(many.slice(0, 4), TODAY).number).toBe("few");
  expect(readNetwork(many.slice(0, 5), TODAY).number).toBe("right");
  expect(readNetwork(many, TODAY).number).toBe("many");
  expect(readNetwork([...many.slice(1), partner("r", { status: "resting" })], TODAY).number).toBe("right");
});

describe("through a partner", () => {
  const marta = partner("marta", {
    name: "Marta Olsen",
    person: "chambers/9",
    owner: "ole",
  }) as PartnerRecord;
  const begin = (all: readonly PlanRecord[], whom: { name: string; contact?: RecordId }) => {
    const begun = beginThrough(marta, whom, {
      all: readIntroductions(all, TODAY),
      user: toRecordId("mia"),
      today: TODAY,
      newId: countingIds(),
    });
    const records = after(new Map(all.map((one) => [one.id, one])), begun.edit);
    return { id: begun.id, records, fields: introductionIn(records, begun.id).fields };
  };

  test("an introduction is put on the list, asked by who keeps in touch with the partner", () => {
    const { fields, id } = begin([], { name: "Vera Okonjo", contact: toRecordId("contact-7") });
    expect(fields).toMatchObject({
      target: "contact-7",
      targetContact: "contact-7",
      partner: "marta",
      goBetween: "chambers/9",
      goBetweenName: "Marta Olsen",
      starter: "ole",
      state: "candidate",
    });
    expect(nextStepOf(fields)).toBe("ask");
    expect(validateRecord({ id, type: "introduction", fields: fields as never }, "plan")).toEqual([]);
  });

  test("who waits for a way gets this one, and nobody stands on the list twice", () => {
    const waiting = recordOf("introduction", "wanted", {
      target: "x",
      targetName: "Véra Okonjo",
      state: "candidate",
    });
    const { id, records, fields } = begin([waiting], { name: "vera okonjo" });
    expect([id, records.size, fields.goBetweenName]).toEqual(["wanted", 1, "Marta Olsen"]);
  });

  test("the partner hears what came of it", () => {
    const closed = {
      ...begin([], { name: "Vera" }).fields,
      state: "closed",
      outcome: "order",
      agreedOn: TODAY,
    } as const;
    expect(nextStepOf(closed)).toBe("give-feedback");
  });

  test("chosen for a way over somebody else, he takes that one’s place; taken away, a way has to be found", () => {
    const { records, id } = started();
    const over = after(records, choosePartner(introductionIn(records, id), marta));
    const { fields } = introductionIn(over, id);
    expect([fields.goBetweenName, fields.way, fields.grounds]).toEqual(["Marta Olsen", undefined, undefined]);
    const without = after(over, choosePartner(introductionIn(over, id), undefined));
    expect(nextStepOf(introductionIn(without, id).fields)).toBe("find-way");
  });

  test("who is on the way already stays there with all its grounds; who has been asked is changed no more", () => {
    const { records, id } = started();
    const ole = partner("ole", { name: "Ole Brandt", person: WAY.goBetween }) as PartnerRecord;
    const over = after(records, choosePartner(introductionIn(records, id), ole));
    expect(introductionIn(over, id).fields).toMatchObject({ ...WAY, partner: "ole" });
    const asked = after(over, takeStep(introductionIn(over, id), "asked", {}, TODAY));
    expect(choosePartner(introductionIn(asked, id), marta)).toBeUndefined();
  });
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
