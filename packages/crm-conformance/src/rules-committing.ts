import { accountScope, type CrmError, LIBRARY, type RefusedDetail, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { area, nextInstant, perspective, put, recordsOf, removal, toCommit, versionOf } from "./drafts.ts";
import { errorOf, errorsOf, type Started } from "./started.ts";

export function describeCommitting(started: () => Started): void {
  const store = () => started().rep.store;
  const fresh = () => started().freshScope();

  describe("committing", () => {
    it("begins empty, at version 0, and writable", async () => {
      const scope = fresh();
      expect(await store().load([scope])).toEqual([{ scope, version: 0, records: [], writable: true }]);
    });

    it("answers several scopes in the order asked, and none with none", async () => {
      const scopes = [fresh(), LIBRARY, fresh()];
      await store().commit(toCommit(scopes[2] ?? LIBRARY, [perspective("third")]));
      const snapshots = await store().load(scopes);
      expect(snapshots.map((snapshot) => snapshot.scope)).toEqual(scopes);
      expect(snapshots.map((snapshot) => snapshot.records.length)).toEqual([0, expect.any(Number), 1]);
      expect(await store().load([])).toEqual([]);
    });

    it("stores a new record as its author's, at revision 1, and shows it to everybody", async () => {
      const scope = fresh();
      const before = Date.now();
      const { stored } = await store().commit(toCommit(scope, [perspective("north", { name: "North" })]));
      const { rep } = CONFORMANCE_USERS;
      expect(stored).toMatchObject([
        {
          id: "north",
          type: "perspective",
          revision: 1,
          schema: 1,
          fields: { name: "North" },
          createdBy: rep,
          updatedBy: rep,
        },
      ]);
      const [record] = (await recordsOf(started().otherRep.store, scope)).values();
      expect(record).toEqual(stored[0]);
      expect(record?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(record?.createdAt).toBe(record?.updatedAt);
      // A store's clock may be another machine's; a day off would be a wrong time zone.
      expect(Math.abs(Date.parse(record?.createdAt ?? "") - before)).toBeLessThan(3_000_000);
    });

    it("answers with everything stored, puts before removes, in the commit's order", async () => {
      const scope = fresh();
      await store().commit(
        toCommit(
          scope,
          ["a", "b", "c"].map((id) => perspective(id)),
        ),
      );
      const { stored } = await store().commit(
        toCommit(
          scope,
          [perspective("z"), perspective("b", { order: 2 }, 1)],
          [removal("c", 1), removal("a", 1)],
        ),
      );
      expect(stored.map((copy) => [copy.id, copy.revision, "removed" in copy])).toEqual([
        ["z", 1, false],
        ["b", 2, false],
        ["c", 2, true],
        ["a", 2, true],
      ]);
    });

    it("counts the scope's version up with every commit", async () => {
      const scope = fresh();
      const versions = [await versionOf(store(), scope)];
      for (const id of ["a", "b", "c"]) {
        const { version } = await store().commit(toCommit(scope, [perspective(id)]));
        expect(await versionOf(store(), scope)).toBe(version);
        versions.push(version);
      }
      expect(versions).toEqual(versions.toSorted((one, other) => one - other));
      expect(new Set(versions).size).toBe(4);
    });

    it("changes the fields a patch names, clears those it names null, and leaves the others", async () => {
      const scope = fresh();
      await store().commit(
        toCommit(scope, [
          perspective("p"),
          area("a", "p", { ruleField: "Country", ruleValue: "Peru", order: 1 }),
        ]),
      );
      await store().commit(toCommit(scope, [put("a", "area", { order: 2, ruleValue: null }, 1)]));
      const { fields } = (await recordsOf(store(), scope)).get("a") ?? {};
      expect(fields).toEqual({ name: "Area a", perspective: "p", ruleField: "Country", order: 2 });
    });

    it("keeps who began a record and when, and notes who changed it last", async () => {
      const scope = fresh();
      await store().commit(toCommit(scope, [perspective("p")]));
      const began = (await recordsOf(store(), scope)).get("p")?.createdAt;
      await nextInstant();
      await started().otherRep.store.commit(toCommit(scope, [perspective("p", { order: 1 }, 1)]));
      const record = (await recordsOf(store(), scope)).get("p");
      expect(record).toMatchObject({
        revision: 2,
        createdBy: CONFORMANCE_USERS.rep,
        createdAt: began,
        updatedBy: CONFORMANCE_USERS.otherRep,
      });
      expect((record?.updatedAt ?? "") > (began ?? "")).toBe(true);
    });

    it("keeps every kind of value exactly", async () => {
      const scope = fresh();
      const values = {
        area: "a",
        offering: "o",
        level: "not-possible",
        levelSetAt: "2026-02-28T23:59:59.999Z",
        potential: { amount: 1234.56, currency: "JPY" },
        nextStepDue: "2028-02-29",
        nextStepDone: false,
        opportunities: ["opp-1", "006 with 'quotes'", "opp-2"],
        notes: 'Line\none\ttab \\ "quoted" <b>bold</b> =1+1 é e\u0301 😀 \u2028 北京',
      };
      await store().commit(
        toCommit(scope, [
          perspective("p"),
          area("a", "p"),
          put("o", "offering", { name: "O", order: -0.000001 }),
          put("c", "cell", values),
        ]),
      );
      const records = await recordsOf(store(), scope);
      expect(records.get("c")?.fields).toEqual(values);
      expect(records.get("o")?.fields["order"]).toBe(-0.000001);
    });

    it("keeps fields it does not know, through patches too", async () => {
      const scope = fresh();
      const future = { deep: [1, null, { text: "ü", empty: {}, none: [] }], flag: false, zero: 0, blank: "" };
      await store().commit(toCommit(scope, [perspective("p", { future, later: "kept" })]));
      await store().commit(toCommit(scope, [perspective("p", { name: "New", later: null }, 1)]));
      const record = (await recordsOf(store(), scope)).get("p");
      expect(record?.fields).toEqual({ name: "New", future });
    });

    it("removes a record for good measure: it is gone from the scope, and its revision goes on", async () => {
      const scope = fresh();
      await store().commit(toCommit(scope, [perspective("p"), perspective("q")]));
      const { stored } = await store().commit(toCommit(scope, [], [removal("p", 1)]));
      expect(stored).toMatchObject([
        { id: "p", type: "perspective", revision: 2, removed: true, updatedBy: CONFORMANCE_USERS.rep },
      ]);
      expect([...(await recordsOf(store(), scope)).keys()]).toEqual(["q"]);
    });

    it("brings a removed record back on top of its tombstone, with nothing of its old fields", async () => {
      const scope = fresh();
      await store().commit(toCommit(scope, [perspective("p", { order: 7 })]));
      await store().commit(toCommit(scope, [], [removal("p", 1)]));
      await store().commit(toCommit(scope, [put("p", "perspective", { name: "Back" }, 2)]));
      const record = (await recordsOf(store(), scope)).get("p");
      expect(record).toMatchObject({ revision: 3, fields: { name: "Back" } });
      expect(record?.fields["order"]).toBeUndefined();
    });

    it("keeps scopes apart, even where their records have one id", async () => {
      const [one, other] = [fresh(), fresh()];
      await store().commit(toCommit(one, [perspective("p", { name: "One" })]));
      await store().commit(toCommit(other, [perspective("p", { name: "Other" })]));
      await store().commit(toCommit(one, [], [removal("p", 1)]));
      expect((await recordsOf(store(), one)).size).toBe(0);
      expect((await recordsOf(store(), other)).get("p")?.fields).toEqual({ name: "Other" });
    });

    it("stores 2,000 records in one commit", async () => {
      const scope = fresh();
      const puts = Array.from({ length: 2000 }, (_, index) => perspective(`p-${index}`));
      const { stored } = await store().commit(toCommit(scope, puts));
      expect(stored).toHaveLength(2000);
      expect((await recordsOf(store(), scope)).size).toBe(2000);
    });

    it("takes what the commit was when it was handed over", async () => {
      const scope = fresh();
      const fields: Record<string, string> = { name: "As sent" };
      const sent = store().commit(toCommit(scope, [put("p", "perspective", fields)]));
      fields["name"] = "Changed meanwhile";
      await sent;
      expect((await recordsOf(store(), scope)).get("p")?.fields).toEqual({ name: "As sent" });
    });

    it("stores nothing of a commit with one bad record in its middle", async () => {
      const scope = fresh();
      await store().commit(toCommit(scope, [perspective("kept"), perspective("doomed")]));
      const before = await store().load([scope]);
      const bad = toCommit(
        scope,
        [
          perspective("a"),
          perspective("kept", { order: 9 }, 1),
          put("bad", "perspective", {}),
          perspective("z"),
        ],
        [removal("doomed", 1)],
      );
      const error = (await errorOf(store().commit(bad))) as CrmError;
      expect(error).toMatchObject({ code: "malformed" });
      expect((error.detail as RefusedDetail).issues.map((issue) => [issue.record, issue.field])).toEqual([
        ["bad", "name"],
      ]);
      expect(await store().load([scope])).toEqual(before);
      expect((await store().changes(scope, { since: 1 })).items).toEqual([]);
    });
  });

  describe("whose scope it is", () => {
    it("lets admins write the library and reps read it", async () => {
      const [asRep] = await store().load([LIBRARY]);
      const [asAdmin] = await started().admin.store.load([LIBRARY]);
      expect([asRep?.writable, asAdmin?.writable]).toEqual([false, true]);
      const id = `offering-${(asAdmin?.version ?? 0) + 1}`;
      await started().admin.store.commit(toCommit(LIBRARY, [put(id, "offering", { name: "Ours" })]));
      expect((await recordsOf(store(), LIBRARY)).get(id)?.fields).toEqual({ name: "Ours" });
    });

    it("forbids reps to write the library, and stores nothing of the attempt", async () => {
      const before = await store().load([LIBRARY]);
      const attempt = store().commit(toCommit(LIBRARY, [put("mine", "offering", { name: "Mine" })]));
      expect(await errorOf(attempt)).toMatchObject({ code: "forbidden" });
      expect(await store().load([LIBRARY])).toEqual(before);
    });

    it.for(["acc-secret", "acc-never"])(
      "finds no plan of %s, which a rep cannot see or nobody can",
      async (id) => {
        const scope = accountScope(toRecordId(id));
        const errors = await errorsOf([
          store().load([fresh(), scope]),
          store().commit(toCommit(scope, [perspective("p")])),
          store().changes(scope, { since: 0 }),
          store().asOf(scope, "2026-01-01T00:00:00.000Z"),
        ]);
        for (const error of errors) expect(error).toMatchObject({ code: "not-found" });
      },
    );

    it("shows the plan of an account only an admin can see to the admin", async () => {
      const scope = accountScope(toRecordId("acc-secret"));
      await started().admin.store.commit(toCommit(scope, [perspective("p")]));
      expect((await recordsOf(started().admin.store, scope)).size).toBe(1);
    });
  });
}
