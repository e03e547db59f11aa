import type { Change, PlanFields, RecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { templateLevels } from "../library/own-strategy.model.ts";
import { after, countingIds, DEMO_TEAM, demoBoard, demoRecords } from "../messages/demo-board.fixture.ts";
import { readBoard } from "../workspace/board-reading.model.ts";
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
