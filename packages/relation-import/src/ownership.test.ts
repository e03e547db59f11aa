import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createOwnership } from "./ownership.ts";

/** Walks all of it: can one get from one to the other? */
function reaches(edges: readonly (readonly [string, string])[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) for (const [owner, body] of edges) if (owner === at) seen.add(body);
  return seen.has(to);
}

it("takes every tie of owners but those that close a circle", () => {
  const body = fc.integer({ min: 0, max: 7 }).map(String);
  fc.assert(
    fc.property(fc.array(fc.tuple(body, body), { maxLength: 40 }), (given) => {
      const ownership = createOwnership();
      const taken: (readonly [string, string])[] = [];
      for (const [otherBody, owned] of given) {
        if (otherBody === owned) continue;
        const fault = ownership.check({ key: "k", type: "shareholder", otherBody, body: owned });
        expect(fault?.code === "ownership-cycle").toBe(reaches(taken, owned, otherBody));
        if (!fault) taken.push([otherBody, owned]);
      }
    }),
    { numRuns: 300 },
  );
});

it("finds the circle that closes a chain of ten thousand owners, from whichever end it grew", () => {
  for (const backwards of [false, true]) {
    const ownership = createOwnership();
    let faults = 0;
    for (let at = 0; at < 10_000; at += 1) {
      const place = backwards ? 10_000 - at : at;
      const tie = { key: "k", type: "shareholder", otherBody: `b${place}`, body: `b${place + 1}` };
      if (ownership.check(tie)) faults += 1;
    }
    expect(faults).toBe(0);
    const last = backwards ? "b10001" : "b10000";
    const closing = { key: "k", type: "shareholder", otherBody: last, body: backwards ? "b1" : "b0" };
    expect(ownership.check(closing)?.code).toBe("ownership-cycle");
  }
});
