import { accountScope, CrmError, LIBRARY, toRecordId } from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { createSqlCrm, type SqlCrm, type SqlPorts } from "./sql-crm.ts";

/** One tenant's data is never reachable from another: tested by trying, with ids both have. */
export function describeTenants(database: () => Database): void {
  describe("two tenants in one database", () => {
    const nordwind = toRecordId("acc-nordwind");
    const only = toRecordId("acc-only-here");
    let ours: SqlCrm;
    let theirs: SqlCrm;
    let us: SqlPorts;
    let them: SqlPorts;

    beforeAll(async () => {
      ours = createSqlCrm(database(), { tenant: "ours" });
      theirs = createSqlCrm(database(), { tenant: "theirs" });
      const world = conformanceWorld();
      await ours.writeWorld({ ...world, accounts: [...world.accounts, buildAccount(only, "Only here")] });
      await theirs.writeWorld(world);
      us = await ours.as(CONFORMANCE_USERS.admin);
      them = await theirs.as(CONFORMANCE_USERS.admin);
    });

    const put = (id: string, name: string) => ({
      id: toRecordId(id),
      type: "offering",
      base: 0,
      fields: { name },
    });

    it("do not see each other's accounts, by search or by id", async () => {
      expect((await them.reader.listAccounts({ search: "only here" })).items).toEqual([]);
      await expect(them.reader.openAccount(only)).rejects.toSatisfy((error) =>
        CrmError.is(error, "not-found"),
      );
      await expect(them.store.load([accountScope(only)])).rejects.toSatisfy((error) =>
        CrmError.is(error, "not-found"),
      );
      await expect(
        theirs.createTask(CONFORMANCE_USERS.rep, { account: only, subject: "Call" }),
      ).rejects.toSatisfy((error) => CrmError.is(error, "not-found"));
    });

    it("keep plans of the same account, and libraries, apart", async () => {
      const scope = accountScope(nordwind);
      await us.store.commit({ scope, key: "tenant-plan", puts: [put("offer-1", "Ours")], removes: [] });
      await us.store.commit({
        scope: LIBRARY,
        key: "tenant-library",
        puts: [put("offer-2", "Ours")],
        removes: [],
      });
      const answers = await them.store.load([scope, LIBRARY]);
      expect(answers.map(({ version, records }) => ({ version, records }))).toEqual([
        { version: 0, records: [] },
        { version: 0, records: [] },
      ]);
      expect((await them.store.changes(scope, { since: 0 })).items).toEqual([]);
    });

    it("may use the same commit key, and cannot point to each other's library", async () => {
      const scope = accountScope(nordwind);
      const child = { ...put("offer-3", "Child"), fields: { name: "Child", parent: "offer-2" } };
      await expect(
        them.store.commit({ scope, key: "tenant-plan", puts: [child], removes: [] }),
      ).rejects.toSatisfy((error) => CrmError.is(error, "malformed"));
      const answer = await them.store.commit({
        scope,
        key: "tenant-plan",
        puts: [put("offer-1", "Theirs")],
        removes: [],
      });
      expect(answer.version).toBe(1);
      const [plan] = await us.store.load([scope]);
      expect(plan?.records.map((record) => record.fields["name"])).toEqual(["Ours"]);
    });

    it("refuse each other's cursors", async () => {
      const { next } = await us.reader.listAccounts({}, { limit: 1 });
      await expect(them.reader.listAccounts({}, { cursor: next ?? "" })).rejects.toSatisfy((error) =>
        CrmError.is(error, "malformed"),
      );
    });

    it("keep settings and imports apart", async () => {
      await ours.settings.write("mapping:a", { columns: 3 });
      expect(await theirs.settings.read("mapping:a")).toBeUndefined();
      expect(await theirs.settings.list("")).toEqual([]);
      const first = await ours.importSink().begin();
      const second = await theirs.importSink().begin();
      expect(await theirs.importSink().findIds("accounts", [only])).toEqual(new Set());
      await first.abort();
      await second.abort();
    });
  });
}
