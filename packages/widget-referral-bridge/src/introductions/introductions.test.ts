import { validateRecord } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askingHints, asksOf, DEFAULT_ASKING_RULES, readAskingRules } from "./asking-rules.model.ts";
import {
  askAgain,
  changeDetails,
  chooseWay,
  giveFeedback,
  startIntroduction,
  stepBack,
  takeStep,
} from "./introduction-edits.model.ts";
import {
  following,
  type IntroductionFields,
  type IntroductionState,
  needsOf,
  nextStepOf,
  readIntroductions,
} from "./introduction.model.ts";
import {
  after,
  countingIds,
  DIRECT_WAY,
  introductionIn,
  recordOf,
  started,
  TODAY,
  WAY,
} from "./introductions.fixture.ts";

const SAID_YES = { consentNote: "By phone" };
const TARGET_SAID_YES = { targetAgreedNote: "Told Ole so" };

/** Takes steps one after the other; a step that is refused changes nothing. */
function walk(
  steps: readonly (readonly [IntroductionState, object])[],
  way: Parameters<typeof started>[0] = WAY,
) {
  const begun = started(way);
  const { id } = begun;
  let { records } = begun;
  for (const [to, recorded] of steps)
    records = after(records, takeStep(introductionIn(records, id), to, recorded, TODAY));
  return introductionIn(records, id);
}

describe("an introduction", () => {
  test("goes from candidate to outcome with everybody’s consent, and the go-between hears of it", () => {
    const closed = walk([
      ["asked", {}],
      ["agreed", SAID_YES],
      ["target-agreed", TARGET_SAID_YES],
      ["made", {}],
      ["closed", { outcome: "meeting" }],
    ]);
    expect(closed.fields).toMatchObject({
      state: "closed",
      consent: "given",
      consentOn: TODAY,
      agreedOn: TODAY,
      targetAgreedOn: TODAY,
      madeOn: TODAY,
      nextStepDue: "2026-11-29",
    });
    expect(validateRecord({ ...closed, fields: { ...closed.fields } }, "plan")).toEqual([]);
    expect(nextStepOf(closed.fields)).toBe("give-feedback");
    const told = after(new Map([[closed.id, closed as never]]), giveFeedback(closed, "Thank you", TODAY));
    expect(nextStepOf(introductionIn(told, closed.id).fields)).toBeUndefined();
  });

  test("does not move on where the go-between’s consent or how he gave it is not recorded", () => {
    expect(
      walk([
        ["asked", {}],
        ["agreed", {}],
      ]).fields.state,
    ).toBe("asked");
    expect(
      walk([
        ["asked", {}],
        ["agreed", { consentNote: "  " }],
      ]).fields.state,
    ).toBe("asked");
    expect(walk([["agreed", SAID_YES]]).fields.state).toBe("candidate");
  });

  test("is not made before the target agreed to it", () => {
    const agreed = [
      ["asked", {}],
      ["agreed", SAID_YES],
    ] as const;
    expect(walk([...agreed, ["made", {}]]).fields.state).toBe("agreed");
    expect(walk([...agreed, ["target-agreed", {}], ["made", {}]]).fields.state).toBe("agreed");
  });

  test("needs no go-between where one of ours knows the target, and the target’s consent all the same", () => {
    expect(nextStepOf(introductionIn(started(DIRECT_WAY).records, started(DIRECT_WAY).id).fields)).toBe(
      "ask-target-self",
    );
    expect(walk([["made", {}]], DIRECT_WAY).fields.state).toBe("candidate");
    expect(
      walk(
        [
          ["target-agreed", TARGET_SAID_YES],
          ["made", {}],
        ],
        DIRECT_WAY,
      ).fields.state,
    ).toBe("made");
  });

  test("ends as not usable with a reason; who did not want to refused, and who had agreed withdrew", () => {
    expect(
      walk([
        ["asked", {}],
        ["not-usable", {}],
      ]).fields.state,
    ).toBe("asked");
    const refused = walk([
      ["asked", {}],
      ["not-usable", { notUsableBecause: "not-willing" }],
    ]);
    expect(refused.fields).toMatchObject({ state: "not-usable", consent: "refused" });
    expect(refused.fields.nextStepDue).toBeUndefined();
    const withdrawn = walk([
      ["asked", {}],
      ["agreed", SAID_YES],
      ["not-usable", { notUsableBecause: "not-willing" }],
    ]);
    expect(withdrawn.fields).toMatchObject({ consent: "withdrawn" });
    expect(nextStepOf(withdrawn.fields)).toBe("give-feedback");
  });

  test("asked once more is a new request: no consent of the old one counts", () => {
    const refused = walk([
      ["asked", {}],
      ["agreed", SAID_YES],
      ["not-usable", { notUsableBecause: "wrong-time" }],
    ]);
    const again = askAgain(refused, TODAY, () => "again" as never);
    const fields = introductionIn(after(new Map(), again.edit), again.id).fields;
    expect(fields).toMatchObject({ ...WAY, state: "candidate", consent: "not-asked" });
    expect(fields.consentNote ?? fields.agreedOn ?? fields.askedOn).toBeUndefined();
  });

  test("keeps a step back free of what the step had recorded", () => {
    const agreed = walk([
      ["asked", {}],
      ["agreed", SAID_YES],
    ]);
    const back = introductionIn(
      after(new Map([[agreed.id, agreed as never]]), stepBack(agreed, TODAY)),
      agreed.id,
    );
    expect(back.fields).toMatchObject({ state: "asked", consent: "not-asked", askedOn: TODAY });
    expect(back.fields.consentNote).toBeUndefined();
  });

  test("waits for a way where somebody was only put on the list", () => {
    const { id, edit } = startIntroduction(
      { target: "contact-9", targetName: "Ada Ito" },
      TODAY,
      () => "w" as never,
    );
    const wanted = introductionIn(after(new Map(), edit), id);
    expect([nextStepOf(wanted.fields), following(wanted.fields)]).toEqual(["find-way", ["not-usable"]]);
    const chosen = after(new Map([[id, wanted as never]]), chooseWay(wanted, WAY));
    expect(nextStepOf(introductionIn(chosen, id).fields)).toBe("ask");
  });

  test("keeps the ids of the relations whole, however long their sources write them", () => {
    const id = `${"Register of a very long name ".repeat(4)}/${"7".repeat(240)}`;
    const way = { ...WAY, target: id, goBetween: id, way: ["crm/1", id, id] };
    const { edit } = startIntroduction(way, TODAY, countingIds());
    const [put] = edit.puts;
    expect(put?.fields).toMatchObject({ target: id, goBetween: id, way: ["crm/1", id, id] });
    expect(put && validateRecord({ ...put, fields: put.fields as never }, "plan")).toEqual([]);
  });

  test("takes names of any length, and empties what is written empty", () => {
    const long = "Ö".repeat(5000);
    const { edit } = startIntroduction(
      { ...WAY, targetName: long, wayNames: [long], grounds: long },
      TODAY,
      countingIds(),
    );
    for (const { id, type, fields } of edit.puts)
      expect(validateRecord({ id, type, fields: fields as never }, "plan")).toEqual([]);
    expect(changeDetails("i" as never, { occasion: " " }).puts[0]?.fields).toEqual({ occasion: null });
  });
});

test("what is due first stands first, what is over last", () => {
  const rows = [
    recordOf("introduction", "over", {
      targetName: "A",
      state: "closed",
      outcome: "order",
      feedbackOn: TODAY,
      agreedOn: TODAY,
    }),
    recordOf("introduction", "later", { ...WAY, state: "asked", nextStepDue: "2026-12-24" }),
    recordOf("introduction", "late", { ...WAY, state: "asked", nextStepDue: "2026-11-01" }),
  ];
  const found = readIntroductions(rows, TODAY);
  expect(found.map(({ id, overdue }) => [id, overdue])).toEqual([
    ["late", true],
    ["later", false],
    ["over", false],
  ]);
});

describe("asking a go-between", () => {
  const asked = (id: string, askedOn: string, goBetween = "register/3") =>
    recordOf("introduction", id, { ...WAY, goBetween, askedOn });
  const hints = (records: Parameters<typeof asksOf>[0], counted?: { count: number; last: string }) =>
    askingHints(
      asksOf(records, {
        goBetween: "register/3",
        but: "self" as never,
        today: TODAY,
        ...(counted ? { counted } : {}),
      }),
      DEFAULT_ASKING_RULES,
      TODAY,
    );

  test("again within the cooling-off says until when it lasts; on that day it is over", () => {
    expect(hints([asked("a", "2026-10-01")])).toEqual([
      { hint: "cooling-off", last: "2026-10-01", until: "2026-12-30" },
    ]);
    expect(hints([asked("a", "2026-08-24")])).toEqual([]);
  });

  test("too often counts this plan or what the host counted, whichever is more; itself and others do not count", () => {
    const three = [asked("a", "2026-11-01"), asked("b", "2026-10-01"), asked("c", "2026-09-10")];
    expect(hints(three)).toContainEqual({ hint: "too-often", count: 3 });
    expect(hints([], { count: 4, last: "2026-11-20" })).toContainEqual({ hint: "too-often", count: 4 });
    expect(hints([asked("self", TODAY), asked("x", TODAY, "register/4")])).toEqual([]);
  });

  test("goes by the admin’s rules", () => {
    const rules = readAskingRules([recordOf("relation-rules", "relation-rules", { coolingOffDays: 0 })]);
    expect(rules).toEqual({ coolingOffDays: 0, asksPerQuarter: 3 });
  });
});

describe("laws, whatever sequence of edits", () => {
  const STATES = ["candidate", "asked", "agreed", "not-usable", "target-agreed", "made", "closed"] as const;
  const note = fc.constantFrom(undefined, "", "By phone");
  const action = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("step" as const),
        to: fc.constantFrom(...STATES),
        consentNote: note,
        targetAgreedNote: note,
        outcome: fc.constantFrom(undefined, "meeting" as const),
        notUsableBecause: fc.constantFrom(undefined, "not-willing" as const, "left" as const),
      }),
    },
    fc.record({
      kind: fc.constantFrom(
        "back" as const,
        "again" as const,
        "way" as const,
        "direct" as const,
        "change" as const,
        "feedback" as const,
      ),
    }),
  );

  test("nobody is introduced without the recorded consent of the go-between and of the target", () => {
    let made = 0;
    fc.assert(
      fc.property(fc.array(action, { maxLength: 24 }), fc.boolean(), (actions, direct) => {
        const ids = countingIds();
        const begun = startIntroduction(direct ? DIRECT_WAY : WAY, TODAY, ids);
        let records = after(new Map(), begun.edit);
        let { id } = begun;
        for (const one of actions) {
          const current = introductionIn(records, id);
          switch (one.kind) {
            case "step": {
              const { kind: _, to, ...recorded } = one;
              const given = Object.fromEntries(
                Object.entries(recorded).filter(([, value]) => value !== undefined),
              );
              records = after(records, takeStep(current, to, given, TODAY));
              break;
            }
            case "back":
              records = after(records, stepBack(current, TODAY));
              break;
            case "again": {
              const again = askAgain(current, TODAY, ids);
              records = after(records, again.edit);
              ({ id } = again);
              break;
            }
            case "way":
              records = after(records, chooseWay(current, WAY));
              break;
            case "direct":
              records = after(records, chooseWay(current, DIRECT_WAY));
              break;
            case "change":
              records = after(records, changeDetails(id, { occasion: "A talk", starter: null }));
              break;
            case "feedback":
              records = after(records, giveFeedback(current, "", TODAY));
              break;
          }
          for (const record of records.values()) {
            const fields = record.fields as unknown as IntroductionFields;
            if (fields.madeOn === undefined && fields.state !== "made") continue;
            made += 1;
            expect(fields.targetAgreedOn).toBeDefined();
            expect(fields.targetAgreedNote).toMatch(/\S/);
            if (fields.goBetween === undefined) continue;
            expect(fields).toMatchObject({ consent: "given", consentOn: TODAY, agreedOn: TODAY });
            expect(fields.consentNote).toMatch(/\S/);
          }
        }
        for (const record of records.values()) expect(validateRecord(record, "plan")).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(made, "the law was tried on introductions that were made").toBeGreaterThan(0);
  });

  test("a step back of any step leaves an introduction that keeps its rules", () => {
    const paths: readonly (readonly [IntroductionState, object])[] = [
      ["asked", {}],
      ["agreed", SAID_YES],
      ["target-agreed", TARGET_SAID_YES],
      ["made", {}],
      ["closed", { outcome: "order" }],
    ];
    for (let length = 1; length <= paths.length; length += 1) {
      const record = walk(paths.slice(0, length));
      const back = after(new Map([[record.id, record as never]]), stepBack(record, TODAY));
      expect(introductionIn(back, record.id).fields.state).toBe(paths[length - 2]?.[0] ?? "candidate");
      expect(needsOf(introductionIn(back, record.id).fields)).toEqual([]);
    }
  });
});
