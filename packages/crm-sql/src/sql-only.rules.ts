import { accountScope, CrmError, type RecordId, scopeKey, toRecordId, valueOf } from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { createSqlCrm, type SqlCrm } from "./sql-crm.ts";

/** What only a database can do wrong. */
export function describeSqlOnly(database: () => Database): void {
  describe("a database behind the ports", () => {
    let crm: SqlCrm;
    beforeAll(async () => {
      crm = createSqlCrm(database(), { tenant: "sql-only" });
      const world = conformanceWorld();
      const cycle = [
        buildAccount("ring-a", "Ring A", { parent: "ring-c" }),
        buildAccount("ring-b", "Ring B", { parent: "ring-a" }),
        buildAccount("ring-c", "Ring C", { parent: "ring-b" }),
        buildAccount("self", "Self", { parent: "self" }),
      ];
      await crm.writeWorld({ ...world, accounts: [...world.accounts, ...cycle] });
    });

    it("walks a family whose parents run in a circle once", async () => {
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      const ring = await reader.listFamily(toRecordId("ring-b"));
      expect(ring.items.map((account) => account.id)).toEqual(["ring-b", "ring-c", "ring-a"]);
      expect((await reader.listFamily(toRecordId("self"))).items).toHaveLength(1);
    });

    it("says whose contacts are kept from a role, and only to that role", async () => {
      const gapsOf = async (user: RecordId) =>
        (await (await crm.as(user)).reader.openAccount(toRecordId("acc-nordwind"))).gaps;
      expect(await gapsOf(CONFORMANCE_USERS.rep)).toContain("hidden-contacts");
      expect(await gapsOf(CONFORMANCE_USERS.admin)).not.toContain("hidden-contacts");
    });

    it("takes text for text: quotes, semicolons and wild cards find only themselves", async () => {
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      for (const search of ["'; drop table crm_account; --", "%", "_", "\\", "$1"])
        for (const account of (await reader.listAccounts({ search })).items)
          expect(account.name).toContain(search);
      expect((await reader.listAccounts({})).items.length).toBeGreaterThan(0);
    });

    it("refuses text that no database can store as malformed, and stores nothing of that commit", async () => {
      const { store } = await crm.as(CONFORMANCE_USERS.rep);
      const scope = accountScope(toRecordId("acc-quiet"));
      const put = {
        id: toRecordId("gap-1"),
        type: "knowledge-gap",
        base: 0,
        fields: { question: "a\u0000b" },
      };
      await expect(store.commit({ scope, key: "unstorable-1", puts: [put], removes: [] })).rejects.toSatisfy(
        (error) => CrmError.is(error, "malformed"),
      );
      expect((await store.load([scope]))[0]).toMatchObject({ version: 0, records: [] });
    });

    it("lets only one of many commits at once build on the same revision", async () => {
      const { store } = await crm.as(CONFORMANCE_USERS.rep);
      const scope = accountScope(toRecordId("acc-elbe"));
      const answers = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) =>
          store.commit({
            scope,
            key: `at-once-${index}`,
            puts: [
              {
                id: toRecordId("gap-2"),
                type: "knowledge-gap",
                base: 0,
                fields: { question: `Question ${index}` },
              },
            ],
            removes: [],
          }),
        ),
      );
      const refused = answers.filter((answer) => answer.status === "rejected");
      expect(refused).toHaveLength(11);
      expect(refused.every(({ reason }) => CrmError.is(reason, "conflict"))).toBe(true);
      expect((await store.load([scope]))[0]?.version).toBe(1);
    });

    it("answers at once when a waiting commit is aborted, stores nothing of it, and goes on serving others", async () => {
      const { store } = await crm.as(CONFORMANCE_USERS.rep);
      const scope = accountScope(toRecordId("acc-percent"));
      const put = { id: toRecordId("gap-3"), type: "knowledge-gap", base: 0, fields: { question: "Why?" } };
      const { promise: held, resolve: hold } = Promise.withResolvers<void>();
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
      const holder = database().transaction(async (queries) => {
        await queries.query(
          sql`insert into plan_scope (tenant, scope, version) values ('sql-only', ${scopeKey(scope)}, 0)`,
        );
        hold();
        await finished;
      });
      await held;
      const abort = new AbortController();
      setTimeout(() => abort.abort(new Error("enough")), 50);
      const commit = { scope, key: "aborted-1", puts: [put], removes: [] };
      await expect(store.commit(commit, { signal: abort.signal })).rejects.toThrow("enough");
      finish();
      await holder;
      expect((await store.load([scope]))[0]).toMatchObject({ version: 0, records: [] });
      expect((await store.commit(commit)).version).toBe(1);
    });

    it("stops the statement of an aborted reader on the server too", async ({ skip }) => {
      if (database().kind === "pglite") skip("PGlite runs statements on our own thread");
      const abort = new AbortController();
      const slow = database().query(sql`select pg_sleep(31)`, { signal: abort.signal });
      const sleeping = () =>
        database().query(sql`select 1 as asleep from pg_stat_activity where wait_event = 'PgSleep'`);
      await expect.poll(sleeping).toEqual([{ asleep: 1 }]);
      abort.abort(new Error("enough"));
      await expect(slow).rejects.toThrow("enough");
      await expect.poll(sleeping).toEqual([]);
    });

    it("does once what several gateways begin at once, and again what has failed", async ({ skip }) => {
      if (database().kind === "pglite") skip("one process has the embedded database");
      let times = 0;
      const work = async () => {
        times += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (times === 1) throw new CrmError("unavailable", "The first one is killed.");
        return { times };
      };
      const answers = await Promise.allSettled([1, 2, 3, 4].map(() => crm.once("at-once", work)));
      expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
      expect([times, await crm.settings.read("at-once")]).toEqual([2, { times: 2 }]);
    });

    it("rolls back a transaction whose work fails", async () => {
      const write = database().transaction(async (queries) => {
        await queries.query(sql`insert into setting (tenant, name, value) values ('t', 'rolled-back', '1')`);
        throw new CrmError("forbidden", "no");
      });
      await expect(write).rejects.toSatisfy((error) => CrmError.is(error, "forbidden"));
      expect(await database().query(sql`select 1 from setting where name = 'rolled-back'`)).toEqual([]);
    });

    it("starts an opportunity with its product, and a task, for accounts the member can see", async () => {
      const account = toRecordId("acc-quiet");
      const { id } = await crm.createOpportunity(CONFORMANCE_USERS.rep, {
        account,
        name: "New business",
        amount: { amount: 10.25, currency: "EUR" },
        closeDate: "2027-01-31",
        product: toRecordId("prd-turbine"),
      });
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      const [deal] = (await reader.listOpportunities(account)).items;
      expect(deal).toMatchObject({ id, name: "New business", status: "open" });
      expect(deal && valueOf(deal.lineItems)?.[0]?.productName).toBe("Turbine T9");
      await crm.createTask(CONFORMANCE_USERS.rep, { account, subject: "Call", due: "2027-01-01" });
      await expect(
        crm.createOpportunity(CONFORMANCE_USERS.rep, { account: toRecordId("acc-secret"), name: "Nosy" }),
      ).rejects.toSatisfy((error) => CrmError.is(error, "not-found"));
    });
  });
}
