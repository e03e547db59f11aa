import { toRecordId } from "@sweetspot/contract";
import { array, assert, integer, nat, option, property } from "fast-check";
import { expect, test } from "vitest";
import { placeBetween, type Placed } from "./place-between.ts";

const orders = array(option(integer({ min: -5, max: 5 }), { nil: undefined }), { maxLength: 8 });
const byOrder = (one: Placed, other: Placed): number =>
  (one.order ?? Number.MAX_VALUE) - (other.order ?? Number.MAX_VALUE) || (one.id < other.id ? -1 : 1);

test("what is placed stands where it was put, and the others keep their order", () => {
  assert(
    property(orders, nat(8), (given, wanted) => {
      const siblings = given
        .map((order, index): Placed => ({ id: toRecordId(`s${index}`), order }))
        .toSorted(byOrder);
      const place = Math.min(wanted, siblings.length);
      const moved = toRecordId("moved");
      const changed = placeBetween(siblings, moved, siblings[place]?.id);
      const after = [...siblings, { id: moved, order: undefined }]
        .map(({ id, order }) => ({ id, order: changed.get(id) ?? order }))
        .toSorted(byOrder);
      const expected = siblings.map(({ id }) => id).toSpliced(place, 0, moved);
      expect(after.map(({ id }) => id)).toEqual(expected);
    }),
  );
});

test("between two neighbours with room nothing else is numbered anew", () => {
  const siblings = [
    { id: toRecordId("a"), order: 1 },
    { id: toRecordId("b"), order: 2 },
  ];
  expect([...placeBetween(siblings, toRecordId("x"), toRecordId("b"))]).toEqual([["x", 1.5]]);
});
