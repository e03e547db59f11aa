import {
  accountScope,
  type Commit,
  type ConflictDetail,
  CrmError,
  isTombstone,
  LIBRARY,
  type PlanFields,
  type PlanRecord,
  type Put,
  type RecordId,
  type RefusedDetail,
  type StoredCopy,
  toRecordId,
} from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyCommit, COMMIT_LIMIT } from "./apply-commit.ts";
import type { CommitWorld } from "./commit-references.ts";
import { findEntity } from "./entities/index.ts";
import { referencesOf } from "./references.ts";

const ACME = accountScope(toRecordId("acme"));
const AUTHOR = { by: toRecordId("mara"), at: "2026-03-01T12:00:00.000Z" };

const put = (id: string, type: string, fields: PlanFields, base = 0): Put => ({
  id: toRecordId(id),
  type,
  base,
  fields,
});
const removal = (id: string, base: number) => ({ id: toRecordId(id), base });
const toCommit = (puts: readonly Put[], removes: Commit["removes"] = [], scope = ACME): Commit => ({
  scope,
  key: "key-12345",
  puts,
  removes,
});

const record = (id: string, type: string, fields: PlanFields, revision = 1): PlanRecord => ({
  id: toRecordId(id),
  type,
  revision,
  schema: 1,
  fields,
  createdBy: toRecordId("ben"),
  createdAt: "2025-01-01T00:00:00.000Z",
  updatedBy: toRecordId("ben"),
  updatedAt: "2025-01-01T00:00:00.000Z",
});

const tombstone = (id: string, type: string, revision: number): StoredCopy => ({
  id: toRecordId(id),
  type,
  revision,
  removed: true,
  updatedBy: toRecordId("ben"),
  updatedAt: "2025-01-01T00:00:00.000Z",
});

function worldOf(copies: readonly StoredCopy[], library: readonly PlanRecord[] = []): CommitWorld {
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  return {
    copy: (id) => byId.get(id),
    inLibrary: (id) => library.find((one) => one.id === id),
    referrers: (id) => copies.flatMap((copy) => (!isTombstone(copy) && refers(copy, id) ? [copy] : [])),
  };
}

function refers(copy: PlanRecord, id: RecordId): boolean {
  const entity = findEntity(copy.type);
  return entity !== undefined && referencesOf(entity, copy.fields).some((found) => found.target === id);
}

/** Perspective p with areas a under b; gone is removed; cell c of a and the library's offering o. */
const PLAN = [
  record("p", "perspective", { name: "P" }),
  record("b", "area", { name: "B", perspective: "p" }),
  record("a", "area", { name: "A", perspective: "p", parent: "b" }, 3),
  record("c", "cell", { area: "a", offering: "o" }),
  tombstone("gone", "area", 2),
];
const world = worldOf(PLAN, [record("o", "offering", { name: "O" })]);

function issuesOf(commit: Commit, of: CommitWorld = world): (readonly [RecordId, string])[] {
  try {
    applyCommit(commit, of, AUTHOR);
  } catch (error) {
    if (!CrmError.is(error, "malformed")) throw error;
    const { issues = [] } = (error.detail ?? {}) as Partial<RefusedDetail>;
    return issues.map((issue) => [issue.record, issue.problem] as const);
  }
  throw new Error("The commit should have been refused.");
}

describe("a commit", () => {
  test("answers with puts before removes, each in its order", () => {
    const stored = applyCommit(
      toCommit(
        [put("z", "perspective", { name: "Z" }), put("b", "area", { order: 1 }, 1)],
        [removal("c", 1)],
      ),
      world,
      AUTHOR,
    );
    expect(stored.map((copy) => [copy.id, copy.revision, isTombstone(copy)])).toEqual([
      ["z", 1, false],
      ["b", 2, false],
      ["c", 2, true],
    ]);
  });

  test("keeps who created a record, and begins anew for one brought back", () => {
    const [changed, restored] = applyCommit(
      toCommit([
        put("b", "area", { order: 1 }, 1),
        put("gone", "area", { name: "Back", perspective: "p" }, 2),
      ]),
      world,
      AUTHOR,
    ) as PlanRecord[];
    expect(changed).toMatchObject({ createdBy: "ben", updatedBy: "mara", updatedAt: AUTHOR.at });
    expect(restored).toMatchObject({ revision: 3, createdBy: "mara", createdAt: AUTHOR.at });
  });

  test("writes a tombstone of the record's own entity", () => {
    const [copy] = applyCommit(toCommit([], [removal("c", 1)]), world, AUTHOR);
    expect(copy).toEqual({
      id: "c",
      type: "cell",
      revision: 2,
      removed: true,
      updatedBy: "mara",
      updatedAt: AUTHOR.at,
    });
  });

  test("does not lower the schema of a record a newer version wrote", () => {
    const newer = { ...record("b", "area", { name: "B", perspective: "p" }), schema: 7 };
    const [copy] = applyCommit(toCommit([put("b", "area", { order: 1 }, 1)]), worldOf([newer]), AUTHOR);
    expect(copy).toMatchObject({ schema: 7 });
  });

  test.for([
    ["without a record", toCommit([])],
    [
      "with one record twice",
      toCommit([put("x", "perspective", { name: "X" }), put("x", "perspective", {})]),
    ],
    ["that puts and removes one record", toCommit([put("c", "cell", {}, 1)], [removal("c", 1)])],
    ["with a negative base", toCommit([put("x", "perspective", { name: "X" }, -1)])],
    ["with half a base", toCommit([put("x", "perspective", { name: "X" }, 0.5)])],
    ["with a short key", { ...toCommit([put("x", "perspective", { name: "X" })]), key: "1234567" }],
    ["with a long key", { ...toCommit([put("x", "perspective", { name: "X" })]), key: "k".repeat(65) }],
    [
      "too large",
      toCommit(Array.from({ length: COMMIT_LIMIT + 1 }, (_, index) => put(`x${index}`, "area", {}))),
    ],
  ] as const)("%s is refused as a whole", ([, commit]) => {
    expect(issuesOf(commit)).toEqual([]);
  });

  test("reports every issue of every record at once", () => {
    const commit = toCommit([
      put("x", "area", { perspective: "p" }),
      put("y", "cell", { area: "a", offering: "none" }),
    ]);
    expect(issuesOf(commit)).toEqual([
      ["x", "required"],
      ["y", "missing-reference"],
    ]);
  });
});

describe("a stale base", () => {
  const conflictOf = (commit: Commit): ConflictDetail => {
    try {
      applyCommit(commit, world, AUTHOR);
    } catch (error) {
      if (CrmError.is(error, "conflict")) return error.detail as ConflictDetail;
      throw error;
    }
    throw new Error("A conflict was expected.");
  };

  test("is answered with the stored copies of the stale records alone", () => {
    const commit = toCommit(
      [put("a", "area", {}, 2), put("b", "area", {}, 1), put("gone", "area", {}, 1)],
      [removal("c", 9)],
    );
    expect(conflictOf(commit).stored).toEqual([PLAN[2], PLAN[4], PLAN[3]]);
  });

  test("is one when something is created that is there, or was", () => {
    expect(conflictOf(toCommit([put("p", "perspective", { name: "P" })])).stored).toEqual([PLAN[0]]);
    expect(conflictOf(toCommit([put("gone", "area", { name: "A", perspective: "p" })])).stored).toEqual([
      PLAN[4],
    ]);
  });

  test("comes before any fault of the record, and after what was never stored", () => {
    expect(conflictOf(toCommit([put("a", "no-such-thing", {}, 1)])).stored).toEqual([PLAN[2]]);
    expect(issuesOf(toCommit([put("a", "area", {}, 1), put("x", "area", {}, 1)]))).toEqual([
      ["x", "missing-record"],
    ]);
  });
});

describe("identity", () => {
  test("is for good: an id keeps its entity, even removed", () => {
    expect(issuesOf(toCommit([put("b", "perspective", { name: "B" }, 1)]))).toEqual([["b", "other-type"]]);
    expect(issuesOf(toCommit([put("gone", "perspective", { name: "G" }, 2)]))).toEqual([
      ["gone", "other-type"],
    ]);
  });

  test("ends once: what was never there or is removed cannot be removed", () => {
    expect(issuesOf(toCommit([], [removal("never", 0)]))).toEqual([["never", "missing-record"]]);
    expect(issuesOf(toCommit([], [removal("gone", 2)]))).toEqual([["gone", "missing-record"]]);
  });
});

describe("references", () => {
  test.for([
    ["nothing", { area: "none", offering: "o" }],
    ["something removed", { area: "gone", offering: "o" }],
    ["another entity", { area: "p", offering: "o" }],
    ["an area of the library", { area: "o", offering: "o" }],
  ] as const)("to %s are refused", ([, fields]) => {
    expect(issuesOf(toCommit([put("x", "cell", fields)]))).toEqual([["x", "missing-reference"]]);
  });

  test("may lead to the plan or, where the declaration says so, to the library", () => {
    const own = put("mine", "offering", { name: "Mine", parent: "o" });
    const cells = [
      put("x", "cell", { area: "a", offering: "o" }),
      put("y", "cell", { area: "a", offering: "mine" }),
    ];
    expect(applyCommit(toCommit([...cells, own]), world, AUTHOR)).toHaveLength(3);
  });

  test("of the library stay in the library", () => {
    const library = [record("o", "offering", { name: "O" })];
    const below = toCommit([put("x", "offering", { name: "X", parent: "o" })], [], LIBRARY);
    expect(applyCommit(below, worldOf(library, library), AUTHOR)).toHaveLength(1);
    const lost = toCommit([put("x", "offering", { name: "X", parent: "p" })], [], LIBRARY);
    expect(issuesOf(lost, worldOf(library, library))).toEqual([["x", "missing-reference"]]);
  });

  test("a patch does not touch are not asked again: the library may have gone on", () => {
    const plan = worldOf(PLAN);
    expect(applyCommit(toCommit([put("c", "cell", { notes: "n" }, 1)]), plan, AUTHOR)).toHaveLength(1);
    expect(issuesOf(toCommit([put("c", "cell", { offering: "o" }, 1)]), plan)).toEqual([
      ["c", "missing-reference"],
    ]);
  });

  test("keep what they point to from being removed", () => {
    expect(issuesOf(toCommit([], [removal("b", 1)]))).toEqual([["b", "still-referenced"]]);
    expect(issuesOf(toCommit([put("c", "cell", { notes: "n" }, 1)], [removal("a", 3)]))).toEqual([
      ["a", "still-referenced"],
    ]);
  });

  test("cannot be made to what the same commit removes", () => {
    const commit = toCommit(
      [put("x", "area", { name: "X", perspective: "p", parent: "a" })],
      [removal("a", 3), removal("c", 1)],
    );
    expect(issuesOf(commit)[0]).toEqual(["x", "missing-reference"]);
  });

  test("let it go when they go too, or point elsewhere", () => {
    expect(applyCommit(toCommit([], [removal("a", 3), removal("c", 1)]), world, AUTHOR)).toHaveLength(2);
    const moved = toCommit([put("a", "area", { parent: null }, 3)], [removal("b", 1)]);
    expect(applyCommit(moved, world, AUTHOR)).toHaveLength(2);
  });

  test("from a plan do not keep the library from removing its own", () => {
    const library = [record("o", "offering", { name: "O" })];
    expect(
      applyCommit(toCommit([], [removal("o", 1)], LIBRARY), worldOf(library, library), AUTHOR),
    ).toHaveLength(1);
  });
});

describe("a tree", () => {
  test("has no record below itself, near or far", () => {
    expect(issuesOf(toCommit([put("b", "area", { parent: "b" }, 1)]))).toEqual([["b", "circle"]]);
    expect(issuesOf(toCommit([put("b", "area", { parent: "a" }, 1)]))).toEqual([["b", "circle"]]);
  });

  test("has none below itself by two moves of one commit", () => {
    const swap = [put("a", "area", { parent: null }, 3), put("b", "area", { parent: "a" }, 1)];
    expect(applyCommit(toCommit(swap), world, AUTHOR)).toHaveLength(2);
    const circle = [
      put("x", "area", { name: "X", perspective: "p", parent: "y" }),
      put("y", "area", { name: "Y", perspective: "p", parent: "x" }),
    ];
    expect(issuesOf(toCommit(circle))).toEqual([
      ["x", "circle"],
      ["y", "circle"],
    ]);
  });

  test("that holds an old circle elsewhere can still be worked on", () => {
    const old = worldOf([
      record("p", "perspective", { name: "P" }),
      record("r", "area", { name: "R", perspective: "p", parent: "s" }),
      record("s", "area", { name: "S", perspective: "p", parent: "r" }),
    ]);
    const below = put("t", "area", { name: "T", perspective: "p", parent: "r" });
    expect(applyCommit(toCommit([below]), old, AUTHOR)).toHaveLength(1);
    expect(applyCommit(toCommit([put("r", "area", { parent: null }, 1)]), old, AUTHOR)).toHaveLength(1);
    expect(applyCommit(toCommit([put("s", "area", { order: 1 }, 1)]), old, AUTHOR)).toHaveLength(1);
  });
});

describe("whatever is committed", () => {
  const id = fc.constantFrom("p", "q", "a", "b", "c");
  const attempt = fc.record({
    puts: fc.array(
      fc.record({
        id,
        type: fc.constantFrom("perspective", "area"),
        fields: fc.record(
          { name: fc.constant("N"), perspective: id, parent: id },
          { requiredKeys: ["name"] },
        ),
      }),
      { maxLength: 3 },
    ),
    removes: fc.array(id, { maxLength: 2 }),
  });

  test("a scope never holds a reference to something missing nor a circle, and revisions only grow", () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        let copies: readonly StoredCopy[] = [];
        for (const { puts, removes } of attempts) {
          const before = new Map(copies.map((copy) => [copy.id as string, copy]));
          const base = (of: string) => before.get(of)?.revision ?? 0;
          const commit = toCommit(
            puts.map((one) => put(one.id, one.type, one.fields, base(one.id))),
            removes.map((one) => removal(one, base(one))),
          );
          try {
            const stored = applyCommit(commit, worldOf(copies), AUTHOR);
            for (const copy of stored) expect(copy.revision).toBe(base(copy.id) + 1);
            copies = [...new Map([...copies, ...stored].map((copy) => [copy.id, copy])).values()];
          } catch (error) {
            expect(CrmError.is(error, "malformed"), String(error)).toBe(true);
          }
        }
        const live = copies.flatMap((copy) => (isTombstone(copy) ? [] : [copy]));
        const ids = new Set(live.map((copy) => copy.id));
        const areas = live.filter((copy) => copy.type === "area");
        for (const copy of areas) expect(depthOf(copy, areas)).toBeLessThan(areas.length);
        for (const copy of live)
          for (const { target } of referencesOf(findEntity(copy.type)!, copy.fields))
            expect(ids).toContain(target);
      }),
    );
  });
});

/** Steps up to the root; in a circle as many as there are records. */
function depthOf(record: PlanRecord, records: readonly PlanRecord[]): number {
  let above = records.find((one) => one.id === record.fields["parent"]);
  for (let depth = 0; depth < records.length; depth += 1) {
    if (!above) return depth;
    const next = above.fields["parent"];
    above = records.find((one) => one.id === next);
  }
  return records.length;
}
