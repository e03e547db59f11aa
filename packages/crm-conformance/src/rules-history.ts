import { CrmError, type PlanSnapshot, type Scope } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { area, byId, nextInstant, perspective, put, removal, toCommit, versionOf } from "./drafts.ts";
import { errorOf, errorsOf, readAll, type Started } from "./started.ts";

export function describeHistory(started: () => Started): void {
  const store = () => started().rep.store;
  const changesOf = (scope: Scope, since = 0, limit?: number) =>
    readAll((page) => store().changes(scope, { since }, page), limit);

  /** Three commits: create p and q; change p, remove q; bring q back. */
  async function live(): Promise<{ scope: Scope; after: PlanSnapshot[] }> {
    const scope = started().freshScope();
    const after: PlanSnapshot[] = [];
    const keep = async () => {
      after.push(...(await store().load([scope])));
      await nextInstant();
    };
    await store().commit(
      toCommit(scope, [perspective("p", { future: [1] }), perspective("q", { order: 1 })]),
    );
    await keep();
    const second = toCommit(scope, [put("p", "perspective", { name: "P2", order: 2 }, 1)], [removal("q", 1)]);
    await started().otherRep.store.commit(second);
    await keep();
    await store().commit(toCommit(scope, [put("q", "perspective", { name: "Q2" }, 2)]));
    await keep();
    return { scope, after };
  }

  describe("history", () => {
    it("tells every change oldest first: who, when, what it was and what it became", async () => {
      const { scope, after } = await live();
      const { rep, otherRep } = CONFORMANCE_USERS;
      const [one, two, three] = after.map((snapshot) => snapshot.version);
      const first = { name: "Perspective p", future: [1] };
      const q = { name: "Perspective q", order: 1 };
      expect(await changesOf(scope)).toMatchObject([
        { version: one, by: rep, record: "p", type: "perspective", before: null, after: first },
        { version: one, by: rep, record: "q", before: null, after: q },
        { version: two, by: otherRep, record: "p", before: first, after: { ...first, name: "P2", order: 2 } },
        { version: two, by: otherRep, record: "q", type: "perspective", before: q, after: null },
        { version: three, by: rep, record: "q", before: null, after: { name: "Q2" } },
      ]);
    });

    it("dates a change like the record it made", async () => {
      const { scope, after } = await live();
      const changes = await changesOf(scope);
      const q = after[2]?.records.find((record) => record.id === "q");
      expect(changes.at(-1)?.at).toBe(q?.updatedAt);
      const instants = changes.map((change) => change.at);
      expect(instants).toEqual(instants.toSorted());
    });

    it("tells only what came after the version named", async () => {
      const { scope, after } = await live();
      const whole = await changesOf(scope);
      expect(await changesOf(scope, after[0]?.version)).toEqual(whole.slice(2));
      expect(await changesOf(scope, after[1]?.version)).toEqual(whole.slice(4));
      expect(await changesOf(scope, after[2]?.version)).toEqual([]);
      expect(await changesOf(scope, (after[2]?.version ?? 0) + 100)).toEqual([]);
    });

    it("comes in pages, even in the middle of a commit", async () => {
      const { scope } = await live();
      const whole = await changesOf(scope);
      for (const limit of [1, 2, 3]) expect(await changesOf(scope, 0, limit)).toEqual(whole);
    });

    it("refuses the cursor of another scope or another beginning", async () => {
      const [{ scope }, other] = [await live(), await live()];
      const { next } = await store().changes(scope, { since: 0 }, { limit: 1 });
      const cursor = next ?? "";
      const errors = await errorsOf([
        store().changes(other.scope, { since: 0 }, { cursor }),
        store().changes(scope, { since: 1 }, { cursor }),
        store().changes(scope, { since: 0 }, { cursor: "invented" }),
      ]);
      for (const error of errors) expect(CrmError.is(error, "malformed"), String(error)).toBe(true);
    });

    it.for([-1, 1.5])("refuses %s as a version", async (since) => {
      const call = store().changes(started().freshScope(), { since });
      expect(CrmError.is(await errorOf(call), "malformed")).toBe(true);
    });

    it("has nothing to tell of a scope nobody has written", async () => {
      expect((await store().changes(started().freshScope(), { since: 0 })).items).toEqual([]);
    });

    it("tells a change that changed nothing as one", async () => {
      const scope = started().freshScope();
      await store().commit(toCommit(scope, [perspective("p")]));
      const before = await versionOf(store(), scope);
      await store().commit(toCommit(scope, [put("p", "perspective", {}, 1)]));
      const [change] = await changesOf(scope, before);
      expect(change?.before).toEqual(change?.after);
    });
  });

  describe("looking back", () => {
    it("shows the scope as it was at each commit's instant", async () => {
      const { scope, after } = await live();
      for (const snapshot of after) {
        const latest =
          snapshot.records
            .map((record) => record.updatedAt)
            .toSorted()
            .at(-1) ?? "";
        expectSameRecords(await store().asOf(scope, latest), snapshot);
      }
    });

    it("shows it between two commits as the earlier one left it", async () => {
      const scope = started().freshScope();
      await store().commit(toCommit(scope, [perspective("p"), area("a", "p")]));
      const [before] = await store().load([scope]);
      await nextInstant();
      const [record] = before?.records ?? [];
      const between = new Date(Date.parse(record?.updatedAt ?? "") + 1).toISOString();
      await store().commit(toCommit(scope, [], [removal("a", 1)]));
      expectSameRecords(await store().asOf(scope, between), before);
    });

    it("shows nothing before the first commit, and the present in the future", async () => {
      const { scope, after } = await live();
      expect(await store().asOf(scope, "2001-01-01T00:00:00.000Z")).toMatchObject({
        scope,
        version: 0,
        records: [],
      });
      expectSameRecords(await store().asOf(scope, "2199-01-01T00:00:00.000Z"), after[2]);
    });

    it.for(["yesterday", "2026-01-01", ""])('refuses "%s" as an instant', async (at) => {
      expect(CrmError.is(await errorOf(store().asOf(started().freshScope(), at)), "malformed")).toBe(true);
    });
  });
}

function expectSameRecords(actual: PlanSnapshot, expected: PlanSnapshot | undefined): void {
  expect(actual.version).toBe(expected?.version);
  expect(byId(actual.records)).toEqual(byId(expected?.records ?? []));
}
