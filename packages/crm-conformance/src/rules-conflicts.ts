import { type CommitResult, type ConflictDetail, CrmError, type StoredCopy } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import {
  area,
  fieldsOf,
  newKey,
  perspective,
  put,
  recordsOf,
  removal,
  toCommit,
  versionOf,
} from "./drafts.ts";
import { errorOf, type Started } from "./started.ts";

const RACES = 20;

/** The stored copies a conflict came with. */
async function copiesOf(call: Promise<unknown>): Promise<readonly StoredCopy[]> {
  const error = await errorOf(call);
  if (!CrmError.is(error, "conflict")) throw new Error(`A conflict was expected, not ${String(error)}.`);
  return (error.detail as ConflictDetail).stored;
}

export function describeConflicts(started: () => Started): void {
  const mine = () => started().rep.store;
  const theirs = () => started().otherRep.store;
  const begin = async () => {
    const scope = started().freshScope();
    await mine().commit(
      toCommit(
        scope,
        ["p", "q", "r"].map((id) => perspective(id)),
      ),
    );
    return scope;
  };

  describe("conflicts", () => {
    it("rejects a change of what somebody else changed since, with the stored copy", async () => {
      const scope = await begin();
      const { stored } = await theirs().commit(toCommit(scope, [perspective("p", { name: "Theirs" }, 1)]));
      const copies = await copiesOf(mine().commit(toCommit(scope, [perspective("p", { name: "Mine" }, 1)])));
      expect(copies).toEqual(stored);
      expect((await recordsOf(mine(), scope)).get("p")?.fields["name"]).toBe("Theirs");
    });

    it("rejects a base from the future like one from the past", async () => {
      const scope = await begin();
      const copies = await copiesOf(mine().commit(toCommit(scope, [perspective("p", { order: 1 }, 7)])));
      expect(copies).toMatchObject([{ id: "p", revision: 1 }]);
    });

    it("rejects the creation of what is there already", async () => {
      const scope = await begin();
      expect(await copiesOf(mine().commit(toCommit(scope, [perspective("p")])))).toMatchObject([{ id: "p" }]);
    });

    it("rejects the removal of what somebody else changed since", async () => {
      const scope = await begin();
      await theirs().commit(toCommit(scope, [perspective("p", { order: 1 }, 1)]));
      const copies = await copiesOf(mine().commit(toCommit(scope, [], [removal("p", 1)])));
      expect(copies).toMatchObject([{ id: "p", revision: 2, fields: { order: 1 } }]);
      expect((await recordsOf(mine(), scope)).has("p")).toBe(true);
    });

    it("answers with the tombstone of what somebody else removed, so that deleted is told from changed", async () => {
      const scope = await begin();
      const { stored } = await theirs().commit(toCommit(scope, [], [removal("p", 1)]));
      expect(await copiesOf(mine().commit(toCommit(scope, [perspective("p", { order: 1 }, 1)])))).toEqual(
        stored,
      );
      expect(await copiesOf(mine().commit(toCommit(scope, [perspective("p")])))).toEqual(stored);
      expect(await copiesOf(mine().commit(toCommit(scope, [], [removal("p", 1)])))).toEqual(stored);
    });

    it("names every stale record and no other, in the commit's order", async () => {
      const scope = await begin();
      await theirs().commit(toCommit(scope, [perspective("r", { order: 1 }, 1)], [removal("p", 1)]));
      const commit = toCommit(
        scope,
        [perspective("new"), perspective("r", { order: 2 }, 1), perspective("q", { order: 2 }, 1)],
        [removal("p", 1)],
      );
      const copies = await copiesOf(mine().commit(commit));
      expect(copies.map((copy) => copy.id)).toEqual(["r", "p"]);
    });

    it("stores nothing of a commit with one stale record", async () => {
      const scope = await begin();
      await theirs().commit(toCommit(scope, [perspective("q", { order: 1 }, 1)]));
      const before = await mine().load([scope]);
      await copiesOf(mine().commit(toCommit(scope, [perspective("new"), perspective("q", { order: 2 }, 1)])));
      expect(await mine().load([scope])).toEqual(before);
    });

    it("reports the conflict before it looks for other faults: the base they stand on is gone", async () => {
      const scope = await begin();
      await theirs().commit(toCommit(scope, [perspective("p", { order: 1 }, 1)]));
      await copiesOf(mine().commit(toCommit(scope, [put("p", "perspective", { name: null }, 1)])));
    });

    it("merges edits of different fields when mine is sent again on theirs", async () => {
      const scope = await begin();
      await theirs().commit(toCommit(scope, [perspective("p", { name: "Theirs" }, 1)]));
      const [copy] = await copiesOf(mine().commit(toCommit(scope, [perspective("p", { order: 5 }, 1)])));
      const { stored } = await mine().commit(
        toCommit(scope, [perspective("p", { order: 5 }, copy?.revision)]),
      );
      expect(fieldsOf(stored[0])).toEqual({ name: "Theirs", order: 5 });
    });

    it("does not call it a conflict when two people change different records", async () => {
      const scope = await begin();
      await Promise.all([
        mine().commit(toCommit(scope, [perspective("p", { order: 1 }, 1)])),
        theirs().commit(toCommit(scope, [perspective("q", { order: 2 }, 1)])),
      ]);
      const records = await recordsOf(mine(), scope);
      expect([records.get("p")?.revision, records.get("q")?.revision]).toEqual([2, 2]);
    });

    it(`lets exactly one of two racing writers win, ${RACES} times out of ${RACES}`, async () => {
      const scope = await begin();
      for (let base = 1; base <= RACES; base += 1) {
        const race = await Promise.allSettled([
          mine().commit(toCommit(scope, [perspective("p", { name: `mine ${base}` }, base)])),
          theirs().commit(toCommit(scope, [perspective("p", { name: `theirs ${base}` }, base)])),
        ]);
        expectOneWinner(race);
        const won = (await recordsOf(mine(), scope)).get("p");
        expect(won?.revision).toBe(base + 1);
        expect(won?.fields["name"]).toBe(race[0].status === "fulfilled" ? `mine ${base}` : `theirs ${base}`);
      }
    });

    it("lets exactly one of two people create the same record at once", async () => {
      for (let count = 0; count < 5; count += 1) {
        const scope = started().freshScope();
        const create = (name: string) => toCommit(scope, [perspective("same", { name })]);
        expectOneWinner(
          await Promise.allSettled([mine().commit(create("mine")), theirs().commit(create("theirs"))]),
        );
      }
    });

    it("never leaves a reference to something removed at the same moment", async () => {
      for (let count = 0; count < 5; count += 1) {
        const scope = await begin();
        await Promise.allSettled([
          mine().commit(toCommit(scope, [put("a", "area", { name: "A", perspective: "p" })])),
          theirs().commit(toCommit(scope, [], [removal("p", 1)])),
        ]);
        const records = await recordsOf(mine(), scope);
        expect(records.has("a") && !records.has("p"), "an area without its perspective").toBe(false);
        expect(records.has("a") || !records.has("p"), "one of the two must have won").toBe(true);
      }
    });

    it("never leaves two branches below each other that were moved at the same moment", async () => {
      for (let count = 0; count < 5; count += 1) {
        const scope = await begin();
        const ids = ["a", "b"];
        await mine().commit(
          toCommit(
            scope,
            ids.map((id) => area(id, "p")),
          ),
        );
        const move = (id: string, parent: string) => toCommit(scope, [put(id, "area", { parent }, 1)]);
        const race = await Promise.allSettled([
          mine().commit(move("a", "b")),
          theirs().commit(move("b", "a")),
        ]);
        expect(race.map((end) => end.status).toSorted()).toEqual(["fulfilled", "rejected"]);
      }
    });
  });

  describe("sending again", () => {
    it("answers the same commit with its first answer and stores it once", async () => {
      const scope = await begin();
      const commit = toCommit(
        scope,
        [perspective("p", { order: 1 }, 1), perspective("s")],
        [removal("q", 1)],
      );
      const first = await mine().commit(commit);
      expect(await mine().commit(structuredClone(commit))).toEqual(first);
      expect(await versionOf(mine(), scope)).toBe(first.version);
    });

    it("answers so even after others went on, and takes nothing of theirs back", async () => {
      const scope = await begin();
      const commit = toCommit(scope, [perspective("p", { name: "Mine" }, 1)]);
      const first = await mine().commit(commit);
      await theirs().commit(toCommit(scope, [perspective("p", { name: "Theirs" }, 2)]));
      expect(await mine().commit(commit)).toEqual(first);
      expect((await recordsOf(mine(), scope)).get("p")?.fields["name"]).toBe("Theirs");
    });

    it("refuses a used key with other content", async () => {
      const scope = await begin();
      const key = newKey();
      await mine().commit(toCommit(scope, [perspective("p", { order: 1 }, 1)], [], key));
      const abuses = [
        toCommit(scope, [perspective("p", { order: 2 }, 1)], [], key),
        toCommit(scope, [perspective("p", { order: 1 }, 2)], [], key),
        toCommit(scope, [perspective("p", { order: 1 }, 1)], [removal("q", 1)], key),
      ];
      for (const abuse of abuses)
        expect(await errorOf(mine().commit(abuse))).toMatchObject({ code: "malformed" });
      expect((await recordsOf(mine(), scope)).get("p")?.revision).toBe(2);
    });

    it("stores a commit once that arrives several times at once", async () => {
      const scope = await begin();
      const commit = toCommit(scope, [perspective("p", { order: 1 }, 1), perspective("s")]);
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => mine().commit(structuredClone(commit))),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0] as CommitResult);
      expect((await mine().changes(scope, { since: answers[0]?.version ?? 0 })).items).toEqual([]);
      expect((await recordsOf(mine(), scope)).get("p")?.revision).toBe(2);
    });

    it("leaves the key of a commit that failed free for the next attempt", async () => {
      const scope = await begin();
      const key = newKey();
      await copiesOf(mine().commit(toCommit(scope, [perspective("p", { order: 1 }, 9)], [], key)));
      await errorOf(mine().commit(toCommit(scope, [put("p", "perspective", { name: null }, 1)], [], key)));
      const { stored } = await mine().commit(toCommit(scope, [perspective("p", { order: 1 }, 1)], [], key));
      expect(stored[0]?.revision).toBe(2);
    });
  });
}

function expectOneWinner(race: readonly PromiseSettledResult<unknown>[]): void {
  expect(race.map((end) => end.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const lost = race.find((end) => end.status === "rejected");
  expect(CrmError.is(lost?.reason, "conflict"), String(lost?.reason)).toBe(true);
}
