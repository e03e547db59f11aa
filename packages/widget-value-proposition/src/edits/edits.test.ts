import { type PlanEdit, toRecordId } from "@sweetspot/contract";
import { validateRecord } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import en from "../../locales/en.json";
import { freeLevels, groupsOf, peopleTold } from "../model/audience.model.ts";
import { countingIds, type PlanStage, seed, type Seed, stagePlan } from "../stage.fixture.ts";
import { startLadder, takeValue } from "./ladder-edits.model.ts";
import {
  addProof,
  changeProof,
  dropProof,
  keepCandidate,
  removeProof,
  takeProof,
} from "./proof-edits.model.ts";
import {
  addVariant,
  changeProposition,
  chooseVariant,
  removeVariant,
  renameProposition,
  startProposition,
  swapWord,
  writePart,
} from "./proposition-edits.model.ts";

const SPOT = toRecordId("spot");
const BOARD: readonly Seed[] = [
  seed("strategy-level", "company", { name: "Group", kind: "company", order: 0 }),
  seed("strategy-level", "unit", { name: "Unit", kind: "unit", order: 1 }),
  seed("insight", "theirs", {
    level: "company",
    side: "customer",
    kind: "target",
    statement: "Half the energy",
  }),
  seed("insight", "ours", { level: "company", side: "provider", kind: "strategy", statement: "Efficiency" }),
  seed("sweet-spot", "spot", { level: "company", customerInsights: ["theirs"], providerInsights: ["ours"] }),
];
const TOLD = seed("value-proposition", "told", {
  name: "Energy",
  sweetSpot: "spot",
  level: "company",
  order: 0,
});
const B = seed("value-proposition", "b", { name: "B", sweetSpot: "spot", variantOf: "told", order: 1 });
const C = seed("value-proposition", "c", { name: "C", sweetSpot: "spot", variantOf: "told", order: 2 });

const propositionIn = ({ story }: PlanStage, id: string) =>
  story.propositions.find((one) => one.id === id) ?? expect.fail();
const lettersIn = ({ story }: PlanStage): string[] =>
  groupsOf(story, SPOT).map(({ variants }) => variants.map(({ id }) => id).join(" "));

describe("a proposition", () => {
  test("is told once per level and person; who is not told yet can be chosen", () => {
    let stage = stagePlan([...BOARD, TOLD]);
    const groups = () => groupsOf(stage.story, SPOT);
    expect(freeLevels(stage.story, groups())).toEqual(["unit"]);
    expect(peopleTold(stage.story, groups())).toEqual(new Set());
    const member = { name: "New <b>", contact: "contact-new" };
    stage = stage.after(
      startProposition(
        {
          spot: SPOT,
          audience: { kind: "member", member: toRecordId("newcomer") },
          name: "",
          language: "de",
          order: 1,
          member,
        },
        () => toRecordId("for-new"),
      ),
    );
    expect(stage.story.members.find(({ id }) => id === "newcomer")?.fields.name).toBe("New <b>");
    expect(peopleTold(stage.story, groups())).toEqual(new Set(["newcomer", "contact-new"]));
    expect(freeLevels(stage.story, groups())).toEqual(["unit"]);
    expect(lettersIn(stage)).toEqual(["told", "for-new"]);
  });

  test("that two people begin at once for one audience is one proposition in two wordings", () => {
    const twin = seed("value-proposition", "twin", {
      name: "Twin",
      sweetSpot: "spot",
      level: "company",
      order: 5,
    });
    expect(lettersIn(stagePlan([...BOARD, TOLD, twin]))).toEqual(["told twin"]);
  });

  test("keeps its name when it is left blank, and is cut where it would not fit", () => {
    const stage = stagePlan([...BOARD, TOLD]);
    expect(renameProposition(toRecordId("told"), "  ")).toBeUndefined();
    const renamed = stage.after(renameProposition(toRecordId("told"), `${"x".repeat(118)}🚀🚀`));
    const { name } = propositionIn(renamed, "told").fields;
    expect(name).toBe(`${"x".repeat(118)}…`);
  });
});

describe("another wording", () => {
  test("begins as a copy, is not told until it is chosen, and then leads the others", () => {
    let stage = stagePlan([
      ...BOARD,
      { ...TOLD, fields: { ...TOLD.fields, promise: "Half", language: "en" } },
    ]);
    const group = () => groupsOf(stage.story, SPOT)[0] ?? expect.fail();
    stage = stage.after(addVariant(group(), group().told, "Second", countingIds()));
    expect(group().variants.map(({ fields }) => fields.promise)).toEqual(["Half", "Half"]);
    const second = group().variants[1] ?? expect.fail();
    expect(group().told.id).toBe("told");
    stage = stage.after(chooseVariant(group(), second.id));
    expect(group().told.id).toBe(second.id);
    expect(propositionIn(stage, "told").fields.variantOf).toBe(second.id);
    expect(chooseVariant(group(), second.id)).toBeUndefined();
  });

  test("takes the place of the told one when that is removed, with the others behind it", () => {
    let stage = stagePlan([...BOARD, TOLD, B, C]);
    const group = () => groupsOf(stage.story, SPOT)[0] ?? expect.fail();
    stage = stage.after(removeVariant(group(), toRecordId("told")));
    expect(lettersIn(stage)).toEqual(["b c"]);
    expect(propositionIn(stage, "c").fields.variantOf).toBe("b");
    stage = stage.after(removeVariant(group(), toRecordId("b"))).after(undefined);
    stage = stage.after(removeVariant(group(), toRecordId("c")));
    expect(groupsOf(stage.story, SPOT)).toEqual([]);
  });
});

describe("a word of ours", () => {
  test("gives way to the customer's wherever it stands, hyphens and signs kept out of it", () => {
    const parts = {
      promise: "All plug-in systems.",
      delivery: "A plug in system; $& stays",
      proof: "Systems.",
    };
    const stage = stagePlan([...BOARD, { ...TOLD, fields: { ...TOLD.fields, ...parts } }]);
    const swapped = stage.after(
      swapWord(propositionIn(stage, "told"), { found: "plug-in systems", instead: "cabinets $1" }),
    );
    expect(propositionIn(swapped, "told").fields).toMatchObject({
      promise: "All cabinets $1.",
      delivery: "A plug in system; $& stays",
    });
    expect(swapWord(propositionIn(stage, "told"), { found: "POS", instead: "shop" })).toBeUndefined();
  });
});

describe("a proof", () => {
  const fact = { name: "40 %", statement: "40 % less energy elsewhere." };
  const secret = seed("proof", "secret", { ...fact, permission: "internal-only" });

  test("fills the fourth part where it is blank, never with what is for us only", () => {
    let stage = stagePlan([...BOARD, TOLD], [seed("proof", "p", fact), secret]);
    const [open, hidden] = ["p", "secret"].map(
      (id) => stage.story.proofs.find(({ record }) => record.id === id) ?? expect.fail(),
    );
    if (!open || !hidden) throw new Error("Both proofs are there.");
    stage = stage.after(takeProof(propositionIn(stage, "told"), hidden));
    expect(propositionIn(stage, "told").fields.proof).toBeUndefined();
    stage = stage.after(takeProof(propositionIn(stage, "told"), open));
    expect(propositionIn(stage, "told").fields).toMatchObject({
      proof: fact.statement,
      proofs: ["secret", "p"],
    });
    expect(takeProof(propositionIn(stage, "told"), open)).toBeUndefined();
    stage = stage.after(dropProof(propositionIn(stage, "told"), toRecordId("secret")));
    expect(propositionIn(stage, "told").fields.proofs).toEqual(["p"]);
  });

  test("is nothing without name and statement", () => {
    expect(addProof({ name: " ", statement: "x" }, "plan", countingIds())).toBeUndefined();
    const [kept] = stagePlan([], [seed("proof", "p", fact)]).story.proofs;
    expect(kept && changeProof(kept, { statement: "" })).toBeUndefined();
    expect(kept && changeProof(kept, { validUntil: null })?.scope).toBe("library");
  });
});

test("every edit has a name in words and makes records every store takes", () => {
  const fact = { name: "40 %", statement: "Fact.", permission: "on-request" as const, link: null };
  const stage = stagePlan([...BOARD, TOLD, B], [seed("proof", "p", { name: "P", statement: "S" })]);
  const [group] = groupsOf(stage.story, SPOT);
  const [kept] = stage.story.proofs;
  if (!group || !kept) throw new Error("There is a proposition and a proof.");
  const told = group.told;
  const level = { kind: "level", level: toRecordId("unit") } as const;
  const edits: readonly (PlanEdit | undefined)[] = [
    startProposition({ spot: SPOT, audience: level, name: "N", language: "en", order: 1 }, countingIds()),
    writePart(told.id, "addedValue", "V"),
    renameProposition(told.id, "New"),
    changeProposition(told.id, { language: "de" }),
    addVariant(group, told, "V", countingIds()),
    chooseVariant(group, toRecordId("b")),
    removeVariant(group, told.id),
    startLadder({ feature: "F", spot: SPOT, proposition: told.id }, countingIds()),
    takeValue(told, "Worth it"),
    takeProof(told, kept),
    keepCandidate(told, fact, countingIds()),
    addProof(fact, "library", countingIds()),
    changeProof(kept, { name: "Q" }),
    removeProof(kept),
  ];
  for (const edit of edits) {
    if (!edit) throw new Error("Each of these does something.");
    expect(Object.keys(en)).toContain(`edit.${edit.name}`);
    const after = stage.after(edit);
    for (const { id } of edit.puts) {
      const record = (edit.scope === "plan" ? after.plan : after.library).get(id) ?? expect.fail();
      expect(validateRecord(record, edit.scope)).toEqual([]);
    }
  }
});
