import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import { TEXT_LANGUAGES } from "@sweetspot/strategy-overlap";
import { describe, expect, test } from "vitest";
import { answerWhy, MOST_WHYS, startLadder, takeValue, writeRung } from "./edits/ladder-edits.model.ts";
import { startProposition, writePart } from "./edits/proposition-edits.model.ts";
import { laddersOf, worthOf } from "./model/ladders.model.ts";
import { toMailAddress, toStory, toText } from "./model/leaving.model.ts";
import { isWhole, progressOf } from "./model/parts.model.ts";
import type { PropositionRecord } from "./model/reading.model.ts";
import { spotEntries, titleOf } from "./model/spots.model.ts";
import { storyTasks, tasksAbout } from "./model/tasks.model.ts";
import { countingIds, goldenBoard, goldenSeeds, type PlanStage, stagePlan, TODAY } from "./stage.fixture.ts";

const BOARDS = ["personnel", "refrigeration", "aviation"] as const;

const only = (stage: PlanStage): PropositionRecord => stage.story.propositions.at(-1) ?? expect.fail();

describe.each(BOARDS)("the method's value proposition, %s", (name) => {
  const golden = goldenBoard(name);
  const [proposition] = golden.propositions;
  if (!proposition) throw new Error(`${name} has no proposition.`);
  const bare = goldenSeeds(name).filter(({ type }) => type !== "value-proposition");

  test("is written part by part from its sweet spot, and is an open task no longer", () => {
    let stage = stagePlan(bare);
    const aim = golden.customer.find((one) => one.name === proposition.rests)?.statement;
    const entry = spotEntries(stage.story).find((one) => titleOf(one) === aim) ?? expect.fail();
    const untold = (): number =>
      storyTasks(stage.story, TODAY, "en").filter(
        ({ kind, record }) => kind === "spot-without-proposition" && record === entry.id,
      ).length;
    expect(untold()).toBe(1);
    stage = stage.after(
      startProposition(
        {
          spot: entry.id,
          audience: { kind: "level", level: entry.level },
          name: proposition.name,
          language: "en",
          order: 0,
        },
        countingIds(),
      ),
    );
    expect(untold()).toBe(0);
    for (const part of PROPOSITION_PARTS) {
      expect(isWhole(progressOf(only(stage), []))).toBe(false);
      stage = stage.after(writePart(only(stage).id, part, proposition.parts[part]));
    }
    const tasks = tasksAbout(storyTasks(stage.story, TODAY, "en"), only(stage).id);
    expect(tasks).toEqual([]);
    expect(isWhole(progressOf(only(stage), tasks))).toBe(true);
  });

  test.each(TEXT_LANGUAGES)("leaves the page with its four parts in order, in %s frames", (language) => {
    const story = toStory(proposition.name, proposition.parts, [], language);
    const mail = new URL(toMailAddress(story, "ana@example.com") ?? expect.fail());
    for (const text of [story.narrative, toText(story), mail.searchParams.get("body") ?? ""]) {
      const places = PROPOSITION_PARTS.map((part) => text.indexOf(proposition.parts[part]));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
    expect(mail.searchParams.get("subject")).toBe(proposition.name);
  });
});

describe("the method's ladder: one microphone maker, two customers", () => {
  const FEATURE = "Microphones with a narrow tolerance over a defined frequency range";
  const BENEFIT = "Measurements that can be relied on";
  const climb = (whys: readonly string[], value: string): string => {
    const fields = { name: "Microphones", sweetSpot: "spot" };
    let stage = stagePlan([{ type: "value-proposition", id: "told", fields }]);
    const ladder = () => laddersOf(stage.story, only(stage))[0] ?? expect.fail();
    stage = stage.after(
      startLadder(
        { feature: FEATURE, spot: only(stage).fields.sweetSpot, proposition: only(stage).id },
        countingIds(),
      ),
    );
    stage = stage.after(writeRung(ladder(), "benefit", BENEFIT));
    for (const [place, why] of whys.entries()) stage = stage.after(answerWhy(ladder(), place, why));
    stage = stage.after(writeRung(ladder(), "value", value));
    expect(ladder().fields.whys).toEqual(whys);
    stage = stage.after(takeValue(only(stage), worthOf(ladder())));
    return only(stage).fields.addedValue ?? "";
  };

  test("leads from the same feature and benefit to two values, each the customer's own", () => {
    const research = climb(
      ["Only with these can we measure what we develop ourselves"],
      "Own research and development stays possible",
    );
    const quality = climb(
      ["Vibrations show a fault before the part leaves the line", "No outside laboratory has to come"],
      "Quality faults are found at once, on site",
    );
    expect(research).toBe("Own research and development stays possible");
    expect(quality).toBe("Quality faults are found at once, on site");
  });

  test("adds a value to what is said already, and never twice", () => {
    const fields = { name: "N", sweetSpot: "spot", addedValue: "First" };
    let stage = stagePlan([{ type: "value-proposition", id: "told", fields }]);
    stage = stage.after(takeValue(only(stage), " Second. "));
    expect(only(stage).fields.addedValue).toBe("First. Second.");
    expect(takeValue(only(stage), "Second.")).toBeUndefined();
    expect(takeValue(only(stage), " ")).toBeUndefined();
    expect(takeValue(only(stage), "🚀".repeat(1000))).toBeUndefined();
  });

  test("asks “why?” three times at most, and takes one back that is left blank", () => {
    let stage = stagePlan([
      { type: "benefit-ladder", id: "ladder", fields: { feature: "F", whys: ["a", "b"] } },
    ]);
    const ladder = () => stage.story.ladders[0] ?? expect.fail();
    expect(answerWhy(ladder(), 0, "a")).toBeUndefined();
    stage = stage.after(answerWhy(ladder(), 2, "c"));
    expect(answerWhy(ladder(), MOST_WHYS, "d")).toBeUndefined();
    stage = stage.after(answerWhy(ladder(), 1, " "));
    expect(ladder().fields.whys).toEqual(["a", "c"]);
  });
});
