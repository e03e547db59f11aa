import { accountScope, type PlanFields, type RecordId, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { createSqlCrm, type SqlCrm } from "./sql-crm.ts";

const [KEPT, GONE, FURTHER] = ["101", "102", "103"].map(toRecordId) as [RecordId, RecordId, RecordId];
const CONTACT = toRecordId("900");
const BY = CONFORMANCE_USERS.rep;

/** A CRM that keeps companies and people itself merges some of them, and erases others. */
export function describePlanMerges(database: () => Database): void {
  let crm: SqlCrm;
  let tenants = 0;
  let commits = 0;
  beforeEach(() => {
    tenants += 1;
    crm = createSqlCrm(database(), { tenant: `merging-${tenants}` });
  });

  const storeOf = (of = crm) => {
    const [member] = conformanceWorld().teamMembers.filter(({ id }) => id === BY);
    if (!member) throw new Error("The world has no rep.");
    return of.plansOf(member);
  };
  const put = (account: RecordId, id: string, type: string, fields: PlanFields, base = 0, of = crm) => {
    commits += 1;
    return storeOf(of).commit({
      scope: accountScope(account),
      key: `merging-commit-${commits}`,
      puts: [{ id: toRecordId(id), type, base, fields }],
      removes: [],
    });
  };
  const perspective = (account: RecordId, name: string, of = crm) =>
    put(account, "p", "perspective", { name }, 0, of);
  const namesAt = async (account: RecordId, of = crm): Promise<unknown[]> => {
    const [plan] = await storeOf(of).load([accountScope(account)]);
    return (plan?.records ?? []).map(({ fields }) => fields["name"]);
  };
  const historyOf = async (account: RecordId): Promise<number> =>
    (await storeOf().changes(accountScope(account), { since: 0 })).items.length;

  describe("companies that became one", () => {
    it("have the plan of the one that had any, with its history and the receipts of its commits", async () => {
      await perspective(GONE, "Regions");
      const commit = {
        scope: accountScope(GONE),
        key: "receipt-1",
        puts: [{ id: toRecordId("p"), type: "perspective", base: 1, fields: { name: "Countries" } }],
        removes: [],
      };
      await storeOf().commit(commit);
      expect(await crm.merges.follow({ kept: KEPT, gone: GONE })).toBe("moved");
      expect([await namesAt(KEPT), await namesAt(GONE), await historyOf(KEPT)]).toEqual([
        ["Countries"],
        [],
        2,
      ]);
      const again = await storeOf()
        .commit({ ...commit, scope: accountScope(KEPT) })
        .catch((error) => error.code);
      // Sent for the company it no longer is, the receipt is another commit's.
      expect(again).toBe("malformed");
      expect((await put(KEPT, "p", "perspective", { name: "Lands" }, 2)).version).toBe(3);
    });

    it("keep both plans where both had one, until somebody chooses, and may choose otherwise later", async () => {
      await perspective(KEPT, "Ours");
      await perspective(GONE, "Theirs");
      await put(GONE, "q", "perspective", { name: "Theirs too" });
      for (let told = 0; told < 3; told += 1)
        expect(await crm.merges.follow({ kept: KEPT, gone: GONE })).toBe("asks");
      const [merge, ...others] = await crm.merges.open(KEPT);
      expect(others).toEqual([]);
      expect(merge).toMatchObject({ kept: KEPT, gone: GONE, shown: "kept" });
      expect([merge?.here.records, merge?.waiting.records]).toEqual([1, 2]);
      expect(merge?.waiting.changedAt).toBeInstanceOf(Date);
      for (let clicked = 0; clicked < 2; clicked += 1)
        await crm.merges.choose({ kept: KEPT, gone: GONE, shown: "gone", by: BY });
      expect(await namesAt(KEPT)).toEqual(["Theirs", "Theirs too"]);
      expect(await historyOf(KEPT)).toBe(2);
      expect(await crm.merges.open(KEPT)).toEqual([]);
      await crm.merges.choose({ kept: KEPT, gone: GONE, shown: "kept", by: BY });
      expect([await namesAt(KEPT), await historyOf(GONE)]).toEqual([["Ours"], 2]);
    });

    it("end at the last survivor, in whatever order the merges are heard of", async () => {
      await perspective(GONE, "Far");
      await perspective(KEPT, "Near");
      await crm.merges.follow({ kept: KEPT, gone: GONE });
      await crm.merges.follow({ kept: FURTHER, gone: KEPT });
      expect(await namesAt(FURTHER)).toEqual(["Near"]);
      expect((await crm.merges.open(FURTHER)).map(({ gone }) => gone)).toEqual([GONE]);
      await crm.merges.choose({ kept: FURTHER, gone: GONE, shown: "gone", by: BY });
      expect(await namesAt(FURTHER)).toEqual(["Far"]);
    });

    it("lose nothing though the same is told to several gateways at once", async () => {
      await perspective(KEPT, "Ours");
      await perspective(GONE, "Theirs");
      const told = await Promise.all([1, 2, 3, 4].map(() => crm.merges.follow({ kept: KEPT, gone: GONE })));
      expect(new Set(told)).toEqual(new Set(["asks"]));
      expect(await crm.merges.open(KEPT)).toHaveLength(1);
      expect([await namesAt(KEPT), await namesAt(GONE)]).toEqual([["Ours"], ["Theirs"]]);
    });

    it("are no choice of another tenant, and none that was never asked", async () => {
      const other = createSqlCrm(database(), { tenant: `merging-other-${tenants}` });
      await perspective(GONE, "Not yours", other);
      expect(await crm.merges.follow({ kept: KEPT, gone: GONE })).toBe("nothing");
      await expect(
        crm.merges.choose({ kept: KEPT, gone: GONE, shown: "gone", by: BY }),
      ).rejects.toMatchObject({
        code: "not-found",
      });
      expect(await namesAt(GONE, other)).toEqual(["Not yours"]);
    });

    it("are one in what other plans point to, as a change with its place in the history", async () => {
      await perspective(FURTHER, "Companies");
      await put(FURTHER, "a", "area", { name: "North", perspective: "p", accounts: [GONE, KEPT, "7"] });
      await put(FURTHER, "b", "area", { name: GONE, perspective: "p", accounts: ["8"] });
      for (const changed of [1, 0])
        expect(await crm.followReferences({ type: "account", kept: KEPT, gone: GONE })).toBe(changed);
      const [plan] = await storeOf().load([accountScope(FURTHER)]);
      expect(plan?.records.map(({ fields }) => fields["accounts"])).toEqual([[KEPT, "7"], ["8"], undefined]);
      const last = (await storeOf().changes(accountScope(FURTHER), { since: 3 })).items;
      expect(last).toMatchObject([{ record: "a", by: "hubspot", before: { accounts: [GONE, KEPT, "7"] } }]);
    });
  });

  describe("a contact erased for privacy", () => {
    it("leaves no word of the person in any state of any plan, and leaves everything else", async () => {
      const person = { name: "Ida Sommer", contact: CONTACT, notes: "Likes boats", role: "sponsor" };
      await put(KEPT, "m", "buying-centre-member", person);
      await put(KEPT, "m", "buying-centre-member", { position: "Head of Sea" }, 1);
      await put(KEPT, "g", "knowledge-gap", { question: "What does Ida Sommer want?" });
      // The same number may be a company's.
      await perspective(GONE, "Companies");
      await put(GONE, "a", "area", { name: "North", perspective: "p", accounts: [CONTACT] });
      for (const people of [1, 0]) expect(await crm.eraseContact(CONTACT)).toBe(people);
      const rows = await database().query(
        sql<{ words: string }>`select concat(fields::text, '') as words from plan_record
          where tenant = ${`merging-${tenants}`}
          union all select concat(before::text, after::text) from plan_change where tenant = ${`merging-${tenants}`}`,
      );
      const words = rows.map((row) => row.words).join();
      for (const word of ["Ida", "Sommer", "boats", "Head of Sea"]) expect(words).not.toContain(word);
      const [plan, others] = await storeOf().load([accountScope(KEPT), accountScope(GONE)]);
      expect(plan?.records.map(({ fields }) => fields)).toEqual([
        { question: "What does … want?" },
        { name: "…", role: "sponsor" },
      ]);
      expect(others?.records.find(({ id }) => id === "a")?.fields["accounts"]).toEqual([CONTACT]);
    });
  });
}
