import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTree, leavesBelow, pathUp } from "./tree.ts";

const idsBelow = (tree: ReturnType<typeof createTree>, id: string): string[] =>
  leavesBelow(tree, tree.indexOf.get(id) ?? -1).map((leaf) => tree.ids[leaf] as string);

describe("a hierarchy", () => {
  it("places children that come before their parents", () => {
    const tree = createTree(
      [{ id: "north", parent: "germany" }, { id: "germany" }, { id: "south", parent: "germany" }],
      "area",
    );
    expect(idsBelow(tree, "germany")).toEqual(["north", "south"]);
    expect(tree.leaves.map((leaf) => tree.ids[leaf])).toEqual(["north", "south"]);
  });

  it("lets a node whose parent is missing or refused stand at the top", () => {
    const tree = createTree(
      [
        { id: "a", side: 1 },
        { id: "b", parent: "a", side: 2 },
        { id: "c", parent: "gone", side: 1 },
      ],
      "area",
      (child, parent) => child.side === parent.side,
    );
    expect([...tree.parent]).toEqual([-1, -1, -1]);
  });

  it("cuts a circle that two people made at once, and keeps what hangs on it", () => {
    const tree = createTree(
      [
        { id: "a", parent: "b" },
        { id: "b", parent: "a" },
        { id: "self", parent: "self" },
        { id: "leaf", parent: "a" },
      ],
      "area",
    );
    expect([...tree.parent]).toEqual([-1, -1, -1, 0]);
    expect(idsBelow(tree, "a")).toEqual(["leaf"]);
  });

  it("refuses an id given twice", () => {
    expect(() => createTree([{ id: "a" }, { id: "a" }], "offering")).toThrow(/offering is given twice/);
  });

  it("always ends: every node has a way up, and each leaf hangs below exactly one top", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(11), { maxLength: 12 }), (parents) => {
        const tree = createTree(
          parents.map((parent, index) => ({ id: String(index), parent: String(parent) })),
          "area",
        );
        const tops = [...tree.parent.keys()].filter((node) => tree.parent[node] === -1);
        const below = tops.flatMap((top) => leavesBelow(tree, top));
        expect(below.toSorted((one, other) => one - other)).toEqual(tree.leaves);
        for (const node of tree.parent.keys()) expect(tops).toContain(pathUp(tree, node).at(-1));
        for (const parent of tree.parentsUpwards)
          for (const child of tree.children[parent] ?? [])
            if (tree.parentsUpwards.includes(child))
              expect(tree.parentsUpwards.indexOf(child)).toBeLessThan(tree.parentsUpwards.indexOf(parent));
      }),
    );
  });
});
