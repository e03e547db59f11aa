import { foldText, toRecordId } from "@sweetspot/contract";
import type { MatchReason } from "@sweetspot/relation-book";
import { expect, test } from "vitest";
import type { Proposal } from "../relations-client.ts";
import { compareRecords, filterProposals, NO_FILTER, reasonKey, weighReasons } from "./compare.model.ts";

const REASONS: readonly MatchReason[] = [
  { reason: "name-spelling", verdict: "partly", weight: 6 },
  { reason: "city", verdict: "different", weight: -2 },
  { reason: "birth-date", verdict: "unknown", weight: 0 },
  { reason: "prior", verdict: "unknown", weight: -13 },
];
const PAIR: Proposal = {
  one: toRecordId("A/1"),
  other: toRecordId("B/1"),
  score: 0.7,
  reasons: REASONS,
  oneRecord: { source: "A", key: "1", name: "Marlies Ottenhövel", city: "Münster", birthDate: "1968" },
  otherRecord: { source: "B", key: "1", name: "Marlies Ottenhoevel", city: "Kiel" },
};

test("two records stand side by side with what agrees, differs and cannot be compared", () => {
  expect(compareRecords("people", PAIR)).toEqual([
    { field: "name", one: "Marlies Ottenhövel", other: "Marlies Ottenhoevel", verdict: "partly" },
    { field: "city", one: "Münster", other: "Kiel", verdict: "different" },
    { field: "birthDate", one: "1968", other: "", verdict: "unknown" },
  ]);
});

test("a pair of which one record is gone can be looked at all the same", () => {
  const { otherRecord: _gone, ...rest } = PAIR;
  expect(compareRecords("people", rest).map(({ verdict }) => verdict)).toEqual([
    "unknown",
    "unknown",
    "unknown",
  ]);
});

test("reasons are told with the weightiest first, and not those that say nothing", () => {
  const { pro, contra } = weighReasons(REASONS);
  expect([pro, contra].map((side) => side.map(reasonKey))).toEqual([
    ["name-spelling"],
    ["prior", "city.different"],
  ]);
});

test("pairs are found by either name without accents, by source and by how likely they are", () => {
  const found = (filter: object) => filterProposals([PAIR], { ...NO_FILTER, ...filter }, foldText).length;
  expect([found({ search: "OTTENHOVEL marlies" }), found({ search: "ottenhoevel" })]).toEqual([1, 1]);
  expect([found({ search: "somebody" }), found({ source: "B" }), found({ source: "C" })]).toEqual([0, 1, 0]);
  expect([found({ likelihood: "likely" }), found({ likelihood: "unlikely" })]).toEqual([0, 1]);
});
