import { type RecordId, toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../bench/judge.ts";
import { createDice, writeAgain } from "../bench/written-again.ts";
import { recordIdOf } from "../source-record.ts";
import type { MatchDecision } from "./identity.ts";
import { createIdentityBook } from "./identity-book.ts";
import { personMatches } from "./match-indexes.ts";
import { resolveIdentities } from "./resolve-identities.ts";

/** Invented names of two words. */
function inventNames(count: number, seed: number): string[] {
  const dice = createDice(seed);
  const syllables = "ba do fi gu ka le mo ne pi ra so tu va".split(" ");
  const invent = (): string => Array.from({ length: 3 }, () => dice.one(syllables)).join("");
  const given = Array.from({ length: 120 }, invent);
  return Array.from({ length: count }, () => `${dice.one(given)} ${invent()}${dice.one(syllables)}`);
}

const world = writeAgain(inventNames(90, 3), 5);
const ids = world.records.map(recordIdOf);
const groupsOf = (found: { recordsOf(id: RecordId): readonly RecordId[] }): readonly string[] =>
  ids.map((id) => found.recordsOf(id).join(" "));

const decision = fc
  .record({
    one: fc.constantFrom(...ids),
    other: fc.constantFrom(...ids),
    same: fc.boolean(),
    day: fc.nat(99),
  })
  .map(({ one, other, same, day }): MatchDecision => ({
    one,
    other,
    same,
    by: toRecordId("ada"),
    at: `2026-01-01T00:00:${String(day).padStart(2, "0")}`,
  }));

describe("Who is who", () => {
  test("of 3,000 people written again, 99 in 100 merges are right and most pairs are merged or proposed", () => {
    const large = writeAgain(inventNames(3000, 1), 2);
    const { precision, recall, foundRecall } = judge(large, resolveIdentities(large.records));
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThan(0.5);
    expect(foundRecall).toBeGreaterThan(0.85);
  });

  test("does not depend on the order in which records and decisions come", () => {
    const order = fc.shuffledSubarray([...world.records], { minLength: ids.length });
    fc.assert(
      fc.property(order, fc.array(decision, { maxLength: 6 }), (records, decisions) => {
        const found = resolveIdentities(records, decisions);
        const straight = resolveIdentities(world.records, decisions.toReversed());
        // Of decisions of one instant about one pair the order is all there is.
        fc.pre(new Set(decisions.map(({ at }) => at)).size === decisions.length);
        expect(groupsOf(found)).toEqual(groupsOf(straight));
        expect(found.proposals.map(({ one, other }) => [one, other])).toEqual(
          straight.proposals.map(({ one, other }) => [one, other]),
        );
      }),
    );
  });

  test("is as before when a record has come and gone, or a decision has been made and taken back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...world.records), decision, (record, made) => {
        const book = createIdentityBook(personMatches(), world.records);
        const before = groupsOf(book);
        const proposed = book.proposals.length;
        book.put([{ ...record, key: "new" }]);
        book.remove([recordIdOf({ ...record, key: "new" })]);
        book.decide([made]);
        book.forget([made]);
        expect(groupsOf(book)).toEqual(before);
        expect(book.proposals).toHaveLength(proposed);
      }),
    );
  });

  test("names every record once, and why records are one", () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
        const book = createIdentityBook(personMatches(), world.records);
        book.decide(decisions);
        const identities = [...book.identities()];
        expect(identities.flatMap((id) => book.recordsOf(id)).toSorted()).toEqual(ids.toSorted());
        expect(book.count).toBe(identities.length);
        for (const id of identities) {
          expect(book.recordsOf(id)[0]).toBe(id);
          expect(book.mergesOf(id)).toHaveLength(book.recordsOf(id).length - 1);
        }
      }),
    );
  });

  test("tells everybody who may have become another", () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), decision, (earlier, made) => {
        const book = createIdentityBook(personMatches(), world.records, earlier);
        const before = new Map(ids.map((id) => [id, book.identityOf(id)]));
        const touched = book.decide([made]);
        for (const id of ids) if (before.get(id) !== book.identityOf(id)) expect(touched).toContain(id);
      }),
    );
  });

  test("is asked about as soon as a second fits as well, and known again when he is gone", () => {
    const one = { source: "First", key: "a", name: "Dora Quist", city: "Hull", birthDate: "1961-04-03" };
    const other = { ...one, source: "Second", name: "Dr. Dora Quist", city: "York" };
    // Not sure enough to be merged himself.
    const rival = { source: "First", key: "c", name: "Dr. D. Quist", city: "York", birthDate: "1961" };
    const book = createIdentityBook(personMatches(), [one, other]);
    expect(book.count).toBe(1);
    book.put([rival]);
    expect([book.count, book.proposals.length]).toEqual([3, 2]);
    book.remove([recordIdOf(rival)]);
    expect(book.count).toBe(1);
  });

  test("is resolved for one new record as for all at once, where the record is plain", () => {
    const [plain, ...rest] = world.records.filter(({ birthDate }) => birthDate?.length === 10);
    const book = createIdentityBook(personMatches(), rest);
    book.put(plain ? [plain] : []);
    expect(groupsOf(book)).toEqual(groupsOf(resolveIdentities(plain ? [...rest, plain] : rest)));
  });
});
