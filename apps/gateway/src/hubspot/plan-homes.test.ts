import { accountScope, type RecordId, toRecordId } from "@sweetspot/contract";
import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlanHomes } from "./plan-homes.ts";

const [KEPT, GONE, FURTHER] = ["101", "102", "103"].map(toRecordId) as [RecordId, RecordId, RecordId];
const BY = toRecordId("7");
const programs = await findPostgres();

describe.skipIf(programs === undefined)(
  "plans in HubSpot of companies that became one",
  { timeout: 60_000 },
  () => {
    let server: PrivatePostgres;
    let databases: readonly [Database, Database];
    let tenants = 0;
    beforeAll(async () => {
      server = await startPrivatePostgres(programs ?? "");
      databases = [await openDatabase({ url: server.url }), await openDatabase({ url: server.url })];
    });
    afterAll(async () => {
      for (const database of databases) await database.close();
      await server.stop();
    });
    /** As two gateways see it; the plans that were ever written, by the company they were written for. */
    const open = (...written: readonly RecordId[]) => {
      tenants += 1;
      const homes = databases.map((database) => createPlanHomes(database, `homes-${tenants}`, Date.now));
      const hasPlan = async (home: RecordId): Promise<boolean> => written.includes(home);
      const [one, other] = homes as [(typeof homes)[0], (typeof homes)[0]];
      const follow = (kept: RecordId, gone: RecordId, at = one) => at.follow({ kept, gone }, hasPlan);
      const shownAt = async (account: RecordId) => one.logOf(accountScope(account));
      const sizeOf = async () => ({ records: 1, changedAt: null });
      return { one, other, follow, shownAt, sizeOf };
    };

    it("change places once, though several gateways are told at once, and again", async () => {
      const { one, other, follow, shownAt } = open(GONE);
      const told = await Promise.all([one, other, one, other].map((at) => follow(KEPT, GONE, at)));
      expect(told.toSorted()).toEqual(["moved", "nothing", "nothing", "nothing"]);
      expect(await follow(KEPT, GONE)).toBe("nothing");
      expect(await shownAt(KEPT)).toEqual(accountScope(GONE));
    });

    it("wait for one choice where there are two, which may be made otherwise later", async () => {
      const { one, other, follow, shownAt, sizeOf } = open(KEPT, GONE);
      const told = await Promise.all([one, other, one].map((at) => follow(KEPT, GONE, at)));
      expect(new Set(told)).toEqual(new Set(["asks"]));
      expect(await one.open(KEPT, sizeOf)).toMatchObject([{ kept: KEPT, gone: GONE, shown: "kept" }]);
      const choose = (shown: "kept" | "gone", at = one) =>
        at.choose({ kept: KEPT, gone: GONE, shown, by: BY });
      await Promise.all([choose("gone"), choose("gone", other)]);
      expect([await shownAt(KEPT), await shownAt(GONE)]).toEqual([accountScope(GONE), accountScope(KEPT)]);
      expect(await one.open(KEPT, sizeOf)).toEqual([]);
      await choose("kept");
      expect(await shownAt(KEPT)).toEqual(accountScope(KEPT));
      await expect(one.choose({ kept: KEPT, gone: FURTHER, shown: "gone", by: BY })).rejects.toMatchObject({
        code: "not-found",
      });
    });

    it("end at the last survivor with the choice that waited, in whatever order they are told", async () => {
      const { one, follow, shownAt, sizeOf } = open(KEPT, GONE);
      await follow(KEPT, GONE);
      expect(await follow(FURTHER, KEPT)).toBe("moved");
      expect(await shownAt(FURTHER)).toEqual(accountScope(KEPT));
      expect((await one.open(FURTHER, sizeOf)).map(({ gone }) => gone)).toEqual([GONE]);
      await one.choose({ kept: FURTHER, gone: GONE, shown: "gone", by: BY });
      expect(await shownAt(FURTHER)).toEqual(accountScope(GONE));
    });
  },
);
