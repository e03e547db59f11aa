import { type RecordId, toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AxisItem, createAxis } from "./axis.model.ts";

const item = (record: string, parent?: string, order?: number): AxisItem => ({
  record: toRecordId(record),
  name: record,
  parent: parent === undefined ? undefined : toRecordId(parent),
  order,
});
const ids = (items: readonly AxisItem[], options = {}) =>
  createAxis(items, options).nodes.map((node) => node.id);

describe("the order of rows and columns", () => {
  it("is this account's own first, then the given order, then the name", () => {
    const items = [item("d"), item("c", undefined, 2), item("b", undefined, 1), item("a")];
    expect(ids(items)).toEqual(["b", "c", "a", "d"]);
    const rank = new Map<RecordId, number>([[toRecordId("d"), 0]]);
    expect(ids(items, { rank })).toEqual(["d", "b", "c", "a"]);
  });

  it("puts what a parent holds itself before its children", () => {
    const axis = createAxis([item("germany"), item("north", "germany")], { holdsOwn: () => true });
    expect(axis.nodes.map((node) => [node.id, node.depth, node.own])).toEqual([
      ["germany", 0, false],
      ["own:germany", 1, true],
      ["north", 1, false],
    ]);
    expect(axis.byId.get("germany")?.leaves).toEqual(["own:germany", "north"]);
  });
});

describe("broken trees", () => {
  it("show areas of a circle and of a missing parent at the top", () => {
    expect(
      createAxis([item("a", "b"), item("b", "a"), item("c", "gone"), item("d", "d")]).nodes,
    ).toMatchObject([
      { id: "a", depth: 0 },
      { id: "b", depth: 0 },
      { id: "c", depth: 0 },
      { id: "d", depth: 0 },
    ]);
  });

  it("never lose or repeat an item, whatever points where", () => {
    const names = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(names, fc.option(names)), { selector: ([name]) => name }),
        (rows) => {
          const items = rows.map(([name, parent]) => item(name, parent ?? undefined));
          const axis = createAxis(items);
          expect(axis.nodes.map((node) => node.id).toSorted()).toEqual(
            items.map((one) => one.record).toSorted(),
          );
          const seen = new Set<string>();
          for (const node of axis.nodes) {
            if (node.parent !== undefined) expect(seen.has(node.parent)).toBe(true);
            seen.add(node.id);
          }
        },
      ),
    );
  });
});
