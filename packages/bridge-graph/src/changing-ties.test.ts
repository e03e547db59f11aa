import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bridge, BridgeAnswer, TieChoice } from "./bridge.ts";
import { createBridge } from "./create-bridge.ts";
import type { BridgeOrganisation, BridgePerson, Tie } from "./tie.ts";

const PEOPLE = 9;
const BODIES = 4;
const person = fc.integer({ min: 0, max: PEOPLE - 1 }).map((number) => `p${number}`);
const body = fc.integer({ min: 0, max: BODIES - 1 }).map((number) => `b${number}`);
const year = fc.constantFrom("", "2004", "2012-05", "2019-01-31");
const types = ["board_seat", "club", "employer", "shareholder", "colleague"];

const tie: fc.Arbitrary<Tie> = fc
  .record({
    id: fc.integer({ min: 0, max: 24 }).map((number) => `t${number}`),
    person,
    ends: fc.oneof(
      { weight: 4, arbitrary: body.map((organisation) => ({ organisation })) },
      { weight: 1, arbitrary: person.map((otherPerson) => ({ otherPerson })) },
    ),
    type: fc.constantFrom(...types),
    start: year,
    end: year,
  })
  .map(({ ends, ...rest }) => ({ ...rest, ...ends }));

type Change =
  | { readonly put: Tie }
  | { readonly remove: string }
  | { readonly person: BridgePerson }
  | { readonly organisation: BridgeOrganisation };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: tie.map((put) => ({ put })) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 24 }).map((number) => ({ remove: `t${number}` })) },
  { weight: 1, arbitrary: fc.constantFrom("p1", "late").map((id) => ({ person: { id, name: "New" } })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("b1", "b-new"), fc.nat({ max: 60 }))
      .map(([id, people]) => ({ organisation: { id, name: "New", people } })),
  },
);

const choice: fc.Arbitrary<TieChoice> = fc.record(
  {
    relationTypes: fc.subarray(types),
    currentOnly: fc.boolean(),
    exclude: fc.record(
      {
        people: fc.array(person, { maxLength: 2 }),
        organisations: fc.array(body, { maxLength: 2 }),
        ties: fc.array(
          fc.integer({ min: 0, max: 24 }).map((number) => `t${number}`),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const people = Array.from({ length: PEOPLE }, (_, number) => ({ id: `p${number}`, name: "" }));
const organisations = Array.from({ length: BODIES }, (_, number) => ({ id: `b${number}`, name: "" }));

function answers(bridge: Bridge, asked: TieChoice): readonly BridgeAnswer[] {
  return people.map(({ id }) => bridge.paths({ from: ["p0", "p1"], to: id, count: 4, ...asked }));
}

describe("a bridge whose ties change", () => {
  test("answers as one that was built from the ties there are now, whatever was asked before", () => {
    const story = fc.record({
      first: fc.uniqueArray(tie, { selector: ({ id }) => id, maxLength: 20 }),
      changes: fc.array(change, { maxLength: 8 }),
      asked: fc.array(choice, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(story, ({ first, changes, asked }) => {
        const bridge = createBridge({ people, organisations, ties: first, today: "2026-11-01" });
        const ties = new Map(first.map((known) => [known.id, known]));
        const all = new Map<string, BridgePerson>(people.map((known) => [known.id, known]));
        const bodies = new Map<string, BridgeOrganisation>(organisations.map((known) => [known.id, known]));
        for (const wanted of asked) answers(bridge, wanted);
        for (const [place, step] of changes.entries()) {
          if ("put" in step) {
            bridge.put(step.put);
            ties.set(step.put.id, step.put);
          } else if ("remove" in step) {
            bridge.remove(step.remove);
            ties.delete(step.remove);
          } else if ("person" in step) {
            bridge.putPerson(step.person);
            all.set(step.person.id, step.person);
          } else {
            bridge.putOrganisation(step.organisation);
            bodies.set(step.organisation.id, step.organisation);
          }
          if (place % 3 === 0) answers(bridge, asked[place % asked.length] as TieChoice);
        }
        const rebuilt = createBridge({
          people: all.values(),
          organisations: bodies.values(),
          ties: ties.values(),
          today: "2026-11-01",
        });
        for (const wanted of [{}, ...asked])
          expect(answers(bridge, wanted)).toEqual(answers(rebuilt, wanted));
        expect(bridge.size).toEqual(rebuilt.size);
      }),
      { numRuns: 150 },
    );
  });

  test("answers by the changed tie at once", () => {
    const bridge = createBridge({ people, organisations, ties: [], today: "2026-11-01" });
    const seat = (id: string, end = ""): Tie => ({
      id,
      person: id,
      organisation: "b0",
      type: "board_seat",
      start: "2010",
      end,
    });
    const found = (): number => bridge.paths({ from: ["p0"], to: "p1" }).paths[0]?.strength ?? 0;
    expect(found()).toBe(0);
    bridge.put(seat("p0"));
    bridge.put(seat("p1"));
    expect(found()).toBeCloseTo(0.6, 5);
    bridge.put(seat("p1", "2021-11-01"));
    expect(found()).toBeCloseTo(0.3, 3);
    expect(bridge.put({ ...seat("p1"), start: "never" })).toMatchObject({
      fault: "impossible-date",
      field: "start",
    });
    expect(found()).toBe(0);
  });
});

describe("every path of an answer", () => {
  test("is as strong as its links together, goes over people once, and shares at most half with each before it", () => {
    const story = fc.record({
      ties: fc.uniqueArray(tie, { selector: ({ id }) => id, minLength: 8, maxLength: 24 }),
      asked: choice,
      maxIntroductions: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(story, ({ ties, asked, maxIntroductions }) => {
        const bridge = createBridge({ people, organisations, ties, today: "2026-11-01" });
        const { paths } = bridge.paths({ from: ["p0", "p1"], to: "p8", maxIntroductions, ...asked });
        const [reached] = bridge.reach({ from: ["p0", "p1"], targets: ["p8"], maxIntroductions, ...asked });
        expect([reached?.strength, reached?.people]).toEqual([paths[0]?.strength, paths[0]?.people]);
        for (const [place, { people: chain, links, strength }] of paths.entries()) {
          expect(new Set(chain).size).toBe(chain.length);
          expect(links).toHaveLength(chain.length - 1);
          expect(links.length).toBeLessThanOrEqual(maxIntroductions);
          expect(links.reduce((product, link) => product * link.strength, 1)).toBeCloseTo(strength, 9);
          for (const { people: before, strength: stronger } of paths.slice(0, place)) {
            const shared = chain.slice(1, -1).filter((id) => before.slice(1, -1).includes(id)).length;
            expect(2 * shared).toBeLessThanOrEqual(Math.max(0, Math.min(chain.length, before.length) - 2));
            expect(strength).toBeLessThanOrEqual(stronger);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
