import type { PlanFields, PlanValue } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch, diffFields, fieldOf, sameValue } from "./patch.ts";
import { rebase } from "./rebase.ts";

const name = fc.constantFrom("a", "b", "c", "d", "constructor");
const fields: fc.Arbitrary<PlanFields> = fc.dictionary(
  name,
  fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constant("x"), fc.constant([1])),
);

/** Three people's view: the base, and what each of two made of it. */
const threeWays = fc.record({ base: fields, mine: fields, theirs: fields });

describe("rebasing my edits onto theirs", () => {
  test("merges edits of different fields", () => {
    const rebased = rebase({ name: "A", order: 1 }, { order: 2 }, { name: "B", order: 1 });
    expect(rebased).toEqual({ patch: { order: 2 }, clashing: [] });
  });

  test("calls it a clash when both changed a field differently", () => {
    expect(rebase({ name: "A" }, { name: "Mine" }, { name: "Theirs" })).toEqual({
      patch: {},
      clashing: ["name"],
    });
  });

  test("has nothing to do where both made the same change", () => {
    expect(rebase({ name: "A" }, { name: "Same" }, { name: "Same" })).toEqual({ patch: {}, clashing: [] });
    expect(rebase({ note: "x" }, { note: null }, {})).toEqual({ patch: {}, clashing: [] });
  });

  test("lets theirs stay where my patch leaves a field as it was", () => {
    expect(rebase({ name: "A" }, { name: "A" }, { name: "Theirs" })).toEqual({ patch: {}, clashing: [] });
  });

  test("clashes where one clears what the other changes", () => {
    expect(rebase({ note: "x" }, { note: null }, { note: "y" }).clashing).toEqual(["note"]);
    expect(rebase({ note: "x" }, { note: "y" }, {}).clashing).toEqual(["note"]);
  });

  test("is my patch itself where nobody else changed anything", () => {
    fc.assert(
      fc.property(fields, fields, (base, mine) => {
        const patch = diffFields(base, mine);
        expect(rebase(base, patch, base)).toEqual({ patch, clashing: [] });
      }),
    );
  });

  test("gives every field the value of the one who changed it, or clashes", () => {
    fc.assert(
      fc.property(threeWays, ({ base, mine, theirs }) => {
        const { patch, clashing } = rebase(base, diffFields(base, mine), theirs);
        const merged = applyPatch(theirs, patch);
        for (const field of ["a", "b", "c", "d", "constructor"]) {
          const at = (side: PlanFields): PlanValue | undefined => fieldOf(side, field);
          const changed = (side: PlanFields) => !sameValue(at(base), at(side));
          const clash = changed(mine) && changed(theirs) && !sameValue(at(mine), at(theirs));
          expect(clashing.includes(field)).toBe(clash);
          if (!clash) expect(sameValue(at(merged), changed(mine) ? at(mine) : at(theirs))).toBe(true);
          else expect(sameValue(at(merged), at(theirs))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("comes to the same fields whoever goes first, unless they clash", () => {
    fc.assert(
      fc.property(threeWays, ({ base, mine, theirs }) => {
        const mineOnTheirs = rebase(base, diffFields(base, mine), theirs);
        const theirsOnMine = rebase(base, diffFields(base, theirs), mine);
        expect(mineOnTheirs.clashing.toSorted()).toEqual(theirsOnMine.clashing.toSorted());
        if (mineOnTheirs.clashing.length > 0) return;
        expect(applyPatch(theirs, mineOnTheirs.patch)).toEqual(applyPatch(mine, theirsOnMine.patch));
      }),
    );
  });
});
