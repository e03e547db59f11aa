import {
  accountScope,
  type Commit,
  CrmError,
  LIBRARY,
  type PlanFields,
  type Put,
  type RefusedDetail,
  type Removal,
  type Scope,
  toRecordId,
} from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { area, perspective, put, recordsOf, removal, toCommit } from "./drafts.ts";
import type { Ports } from "./harness.ts";
import { errorOf, type Started } from "./started.ts";

interface Refusal {
  readonly puts?: readonly Put[];
  readonly removes?: readonly Removal[];
  readonly key?: string;
  /** The issue the answer must name; without it the commit as a whole is wrong. */
  readonly issue?: readonly [record: string, problem: string, field?: string];
}

/** Offered to a scope that holds perspective p, areas top, b and a (each below the one before), offering o, cell c (a, o), and gone g. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  "nothing at all": {},
  "a key that is too short": { puts: [perspective("x")], key: "short" },
  "a key with blanks": { puts: [perspective("x")], key: "has blanks in it" },
  "one record twice": { puts: [perspective("x"), perspective("x")] },
  "one record put and removed": { puts: [perspective("p", { order: 1 }, 1)], removes: [removal("p", 1)] },
  "a base that is no revision": { puts: [put("x", "perspective", { name: "X" }, 0.5)] },
  "more than 2,000 records": { puts: Array.from({ length: 2001 }, (_, index) => perspective(`x-${index}`)) },
  "an entity nobody declared": { puts: [put("x", "no-such-thing", {})], issue: ["x", "unknown-type"] },
  "an entity of the library": {
    puts: [put("x", "white-space-rules", { recentMonths: 12 })],
    issue: ["x", "wrong-scope"],
  },
  "a record without a required field": {
    puts: [put("x", "perspective", {})],
    issue: ["x", "required", "name"],
  },
  "clearing a required field": {
    puts: [put("p", "perspective", { name: null }, 1)],
    issue: ["p", "required", "name"],
  },
  "a required text of blanks": { puts: [perspective("x", { name: "  " })], issue: ["x", "required", "name"] },
  "a text that is too long": {
    puts: [perspective("x", { name: "x".repeat(81) })],
    issue: ["x", "too-long", "name"],
  },
  "a number out of range": {
    puts: [perspective("x", { order: 2e9 })],
    issue: ["x", "out-of-range", "order"],
  },
  "a text where a number belongs": {
    puts: [perspective("x", { order: "1" })],
    issue: ["x", "not-a-number", "order"],
  },
  "an unknown choice": { puts: [cellPatch({ level: "mighty" })], issue: ["c", "not-a-choice", "level"] },
  "a day that does not exist": {
    puts: [cellPatch({ nextStepDue: "2026-02-30" })],
    issue: ["c", "not-a-date", "nextStepDue"],
  },
  "an amount without a currency": {
    puts: [cellPatch({ potential: { amount: 1 } })],
    issue: ["c", "not-money", "potential"],
  },
  "a change of something never stored": {
    puts: [perspective("x", { order: 1 }, 3)],
    issue: ["x", "missing-record"],
  },
  "the removal of something never stored": { removes: [removal("x", 0)], issue: ["x", "missing-record"] },
  "the removal of something removed": { removes: [removal("g", 2)], issue: ["g", "missing-record"] },
  "another entity under an old id": {
    puts: [put("o", "perspective", { name: "O" }, 1)],
    issue: ["o", "other-type"],
  },
  "a reference to something that is not there": {
    puts: [area("x", "nowhere")],
    issue: ["x", "missing-reference", "perspective"],
  },
  "a reference to something removed": {
    puts: [area("x", "g")],
    issue: ["x", "missing-reference", "perspective"],
  },
  "a reference to another entity": {
    puts: [area("x", "o")],
    issue: ["x", "missing-reference", "perspective"],
  },
  "a reference out of a list to something missing": {
    puts: [put("grid-layout", "grid-layout", { hiddenOfferings: ["o", "nowhere"] })],
    issue: ["grid-layout", "missing-reference", "hiddenOfferings"],
  },
  "a reference to what the same commit removes": {
    puts: [area("x", "p", { parent: "spare" })],
    removes: [removal("spare", 1)],
    issue: ["x", "missing-reference", "parent"],
  },
  "a record below itself": { puts: [put("b", "area", { parent: "b" }, 1)], issue: ["b", "circle", "parent"] },
  "a record below its own grandchild": {
    puts: [put("top", "area", { parent: "a" }, 1)],
    issue: ["top", "circle", "parent"],
  },
  "the removal of something still referenced": {
    removes: [removal("p", 1)],
    issue: ["p", "still-referenced"],
  },
  "a text no database can keep": {
    puts: [perspective("x", { note: "nul \u0000" })],
    issue: ["x", "unstorable", "note"],
  },
};

function cellPatch(fields: PlanFields): Put {
  return put("c", "cell", fields, 1);
}

async function furnish({ store }: Ports, scope: Scope): Promise<void> {
  await store.commit(
    toCommit(scope, [
      perspective("p"),
      perspective("g"),
      put("o", "offering", { name: "O" }),
      area("top", "p"),
      area("b", "p", { parent: "top" }),
      area("a", "p", { parent: "b" }),
      area("spare", "p"),
      put("c", "cell", { area: "a", offering: "o" }),
    ]),
  );
  await store.commit(toCommit(scope, [], [removal("g", 1)]));
}

export function describeRefusing(started: () => Started): void {
  const store = () => started().rep.store;

  describe("refusing", () => {
    it.for(Object.entries(REFUSALS))(
      "refuses %s, says what is wrong, and stores nothing",
      async ([, refusal]) => {
        const scope = started().freshScope();
        await furnish(started().rep, scope);
        const before = await store().load([scope]);
        const commit: Commit = toCommit(scope, refusal.puts ?? [], refusal.removes ?? [], refusal.key);
        const error = await errorOf(store().commit(commit));
        expect(CrmError.is(error, "malformed"), String(error)).toBe(true);
        if (refusal.issue) {
          const [record, problem, field] = refusal.issue;
          const { issues } = (error as CrmError).detail as RefusedDetail;
          expect(issues[0]).toMatchObject(field ? { record, problem, field } : { record, problem });
          expect(issues[0]?.message).toMatch(/\S/);
        }
        expect(await store().load([scope])).toEqual(before);
      },
    );

    it("accepts references within one commit, whatever the order of its records", async () => {
      const scope = started().freshScope();
      await store().commit(
        toCommit(scope, [
          put("c", "cell", { area: "a", offering: "o" }),
          area("a", "p"),
          put("o", "offering", { name: "O" }),
          perspective("p"),
        ]),
      );
      expect((await recordsOf(store(), scope)).size).toBe(4);
    });

    it("accepts the removal of something together with everything that refers to it", async () => {
      const scope = started().freshScope();
      await furnish(started().rep, scope);
      await store().commit(toCommit(scope, [], [removal("a", 1), removal("c", 1)]));
      expect((await recordsOf(store(), scope)).has("a")).toBe(false);
    });

    it("accepts the removal of something when the same commit lets go of the last reference to it", async () => {
      const scope = started().freshScope();
      await furnish(started().rep, scope);
      await store().commit(toCommit(scope, [put("a", "area", { parent: null }, 1)], [removal("b", 1)]));
      const records = await recordsOf(store(), scope);
      expect(records.has("b")).toBe(false);
      expect(records.get("a")?.fields["parent"]).toBeUndefined();
    });

    it("accepts references to CRM records without asking the CRM: it may delete them at any time", async () => {
      const scope = started().freshScope();
      await furnish(started().rep, scope);
      await store().commit(toCommit(scope, [put("a", "area", { accounts: ["acc-gone"] }, 1)]));
      expect((await recordsOf(store(), scope)).get("a")?.fields["accounts"]).toEqual(["acc-gone"]);
    });
  });

  describe("referring to the library", () => {
    it("lets plans use the library's offerings, and the library remove them all the same", async () => {
      const admin = started().admin.store;
      const scope = started().freshScope();
      const id = `shared-${Date.now().toString(36)}`;
      await admin.commit(toCommit(LIBRARY, [put(id, "offering", { name: "Shared" })]));
      await furnish(started().rep, scope);
      await store().commit(toCommit(scope, [put("d", "cell", { area: "a", offering: id })]));
      await admin.commit(toCommit(LIBRARY, [], [removal(id, 1)]));
      // The plan goes on: what it does not touch is not checked again.
      await store().commit(toCommit(scope, [put("d", "cell", { notes: "still here" }, 1)]));
      const again = store().commit(toCommit(scope, [put("e", "cell", { area: "b", offering: id })]));
      expect(await errorOf(again)).toMatchObject({ code: "malformed" });
    });

    it("does not let a plan use the records of another plan", async () => {
      const [one, other] = [started().freshScope(), started().freshScope()];
      await store().commit(toCommit(one, [perspective("only-here")]));
      expect(await errorOf(store().commit(toCommit(other, [area("a", "only-here")])))).toMatchObject({
        code: "malformed",
      });
    });

    it("does not let the library use the records of a plan", async () => {
      const scope = accountScope(toRecordId("acc-quiet"));
      await store().commit(toCommit(scope, [put("own", "offering", { name: "Own" })]));
      const below = put(`below-${Date.now().toString(36)}`, "offering", { name: "Below", parent: "own" });
      expect(await errorOf(started().admin.store.commit(toCommit(LIBRARY, [below])))).toMatchObject({
        code: "malformed",
      });
    });
  });
}
