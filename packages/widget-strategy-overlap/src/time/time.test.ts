import type { Change, PlanFields, RecordId } from "@sweetspot/contract";
import { LIBRARY } from "@sweetspot/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { templateLevels } from "../library/own-strategy.model.ts";
import { after, countingIds, DEMO_TEAM, demoBoard, demoRecords } from "../messages/demo-board.fixture.ts";
import { readBoard } from "../workspace/board-reading.model.ts";
import { daysBefore, endOfDay } from "./day-end.model.ts";
import { readHistory } from "./history.ts";
import { reviewOf, toTell } from "./review.model.ts";
import {
  addTemplateLevel,
  orderTemplate,
  removeTemplateLevel,
  renameTemplateLevel,
  standingOn,
} from "./template-edits.model.ts";
import { whatChanged } from "./what-changed.model.ts";

const gas = demoBoard("gasProducer");
const library = demoRecords("library");
const change = (
  version: number,
  type: string,
  before: PlanFields | null,
  fields: PlanFields | null,
): Change => ({
  version,
  at: `2026-11-0${String(version)}T08:00:00.000Z`,
  by: version % 2 === 0 ? DEMO_TEAM.tobias : DEMO_TEAM.lena,
  record: `${type}-1` as RecordId,
  type,
  before,
  after: fields,
});

test("a day ends at midnight where the user is, also when the clock changes that day", () => {
  expect(endOfDay("2026-11-22", "Europe/Berlin")).toBe("2026-11-22T22:59:59.999Z");
  expect(endOfDay("2026-03-29", "Europe/Berlin")).toBe("2026-03-29T21:59:59.999Z");
  expect(endOfDay("2026-10-25", "Europe/Berlin")).toBe("2026-10-25T22:59:59.999Z");
  expect(endOfDay("2026-12-31", "Asia/Jakarta")).toBe("2026-12-31T16:59:59.999Z");
  expect(endOfDay("2026-02-28", "America/New_York")).toBe("2026-03-01T04:59:59.999Z");
  // The night after which New Zealand’s clocks change: the day still ends by the old time.
  expect(endOfDay("2026-09-26", "Pacific/Auckland")).toBe("2026-09-26T11:59:59.999Z");
  expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28");
});

test("every day ends just before the next one begins", () => {
  const zones = fc.constantFrom(
    "Europe/Berlin",
    "Asia/Jakarta",
    "America/New_York",
    "Pacific/Auckland",
    "UTC",
  );
  const days = fc.integer({ min: 0, max: 6000 }).map((count) => daysBefore("2030-01-01", count));
  fc.assert(
    fc.property(zones, days, (timeZone, day) => {
      const show = new Intl.DateTimeFormat("en-CA", { timeZone });
      const end = Date.parse(endOfDay(day, timeZone));
      expect(show.format(end)).toBe(day);
      expect(show.format(end + 1)).toBe(daysBefore(day, -1));
    }),
    { numRuns: 60 },
  );
});

test("the history is read to its end, or as far as is needed", async () => {
  const pages = [1, 2, 3].map((version) => [change(version, "insight", null, { statement: "One" })]);
  let calls = 0;
  const changes = (_: unknown, __: unknown, options?: { readonly cursor?: string }) => {
    calls += 1;
    const place = Number(options?.cursor ?? 0);
    const next = place + 1 < pages.length ? { next: String(place + 1) } : {};
    return Promise.resolve({ items: pages[place] ?? [], ...next });
  };
  const { signal } = new AbortController();
  expect(await readHistory({ changes }, LIBRARY, 0, { signal })).toHaveLength(3);
  calls = 0;
  const isEnough = ({ version }: Change): boolean => version === 2;
  expect(await readHistory({ changes }, LIBRARY, 0, { signal, isEnough })).toHaveLength(2);
  expect(calls).toBe(2);
});

test("what changed is told newest first, by person and commit, with what it said before", () => {
  const changes = [
    change(1, "insight", null, { statement: "Grow", state: "unconfirmed" }),
    change(1, "cell", null, { level: "strong" }),
    change(2, "insight", { statement: "Grow" }, { statement: "Grow abroad" }),
    change(2, "sweet-spot", null, { customerInsights: ["insight-1"] }),
    change(3, "insight", { statement: "Grow abroad" }, { statement: "Grow abroad", state: "confirmed" }),
    change(4, "insight", { statement: "Grow abroad", order: 1 }, { statement: "Grow abroad", order: 2 }),
  ];
  const groups = whatChanged(changes, (record) => `about ${record}`);
  expect(groups.map(({ by }) => by)).toEqual([DEMO_TEAM.lena, DEMO_TEAM.tobias, DEMO_TEAM.lena]);
  expect(
    groups.map(({ happenings }) => happenings.map(({ deed, title, was }) => [deed, title, was])),
  ).toEqual([
    [["confirmed", "Grow abroad", undefined]],
    [
      ["reworded", "Grow abroad", "Grow"],
      ["matched", "about sweet-spot-1", undefined],
    ],
    [["added", "Grow", undefined]],
  ]);
});

test("a question asked, given to somebody, answered and asked again each have their word", () => {
  const question = { question: "Who?", level: "level-company" };
  const changes = [
    change(1, "knowledge-gap", null, question),
    change(2, "knowledge-gap", question, { ...question, owner: DEMO_TEAM.lena }),
    change(3, "knowledge-gap", question, { ...question, answer: "She." }),
    change(4, "knowledge-gap", { ...question, answer: "She." }, question),
    change(5, "knowledge-gap", null, { question: "Of the grid?", cell: "cell-1" }),
  ];
  const deeds = whatChanged(changes, () => undefined).flatMap(({ happenings }) =>
    happenings.map(({ deed }) => deed),
  );
  expect(deeds).toEqual(["asked", "answered", "assigned", "asked"]);
});

test("a level without a sweet spot is not said to have one without a message", () => {
  const level = "level-1" as RecordId;
  const lacks = (["sweet-spot", "core-message", "value-proposition"] as const).map((lack) => ({
    level,
    lack,
  }));
  expect(toTell(lacks).map(({ lack }) => lack)).toEqual(["sweet-spot"]);
  expect(toTell(lacks.slice(1))).toEqual(lacks.slice(1));
});

test("a review says how far the board is, and who last worked on which step", () => {
  const one = { id: "question-late" as RecordId, type: "knowledge-gap", fields: { question: "Why?" } };
  const edit = { name: "asked", scope: "plan" as const, puts: [one], removes: [] };
  const at = "2027-01-01T08:00:00.000Z";
  const review = reviewOf(readBoard(after(gas.records, edit, { by: DEMO_TEAM.tobias, at })));
  expect(review.last).toMatchObject({ step: "questions", by: DEMO_TEAM.tobias, at });
  expect(review.completeness.done).toBeLessThanOrEqual(review.completeness.possible);
  expect(reviewOf(readBoard(new Map())).last).toBeUndefined();
});

test("a template keeps two to six levels, and our statements on a level that goes move to another", () => {
  const levels = templateLevels(library);
  const [company, unit] = levels;
  if (!company || !unit) throw new Error("The template has no levels.");
  const edit = removeTemplateLevel(levels, unit, company.id, library);
  const left = after(library, edit);
  expect(templateLevels(left)).toHaveLength(2);
  expect(standingOn(company.id, left)).toHaveLength(
    standingOn(company.id, library).length + standingOn(unit.id, library).length,
  );
  expect(removeTemplateLevel(templateLevels(left), company, unit.id, left)).toBeUndefined();
  expect(removeTemplateLevel(levels, unit, unit.id, library)).toBeUndefined();

  const ids = countingIds();
  let full = library;
  for (const name of ["Four", "Five", "Six", "Seven"])
    full = after(full, addTemplateLevel(templateLevels(full), name, "unit", ids));
  expect(
    templateLevels(full)
      .map(({ fields }) => fields.name)
      .slice(3),
  ).toEqual(["Four", "Five", "Six"]);
});

test("levels of the template are put in order and renamed, and nothing is written for no change", () => {
  const levels = templateLevels(library);
  const ids = levels.map(({ id }) => id);
  expect(orderTemplate(levels, ids)).toBeUndefined();
  const turned = templateLevels(after(library, orderTemplate(levels, ids.toReversed())));
  expect(turned.map(({ id }) => id)).toEqual(ids.toReversed());
  const [first] = levels;
  expect(first && renameTemplateLevel(first, ` ${first.fields.name} `)).toBeUndefined();
});
