import { CrmError, known, toRecordId } from "@sweetspot/contract";
import type { ImportFileWriter, ImportSink } from "@sweetspot/crm-import";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { type AccountRow, accountRow } from "./import-rows.testing.ts";
import { createSqlCrm, type SqlCrm } from "./sql-crm.ts";

const FIELDS = ["name", "nameKey", "country", "attributes"] as const;

/** What becomes of the rows of an import that nobody sees yet. */
export function describeUnseenImports(database: () => Database): void {
  describe("an import that has not finished", () => {
    let tenants = 0;
    let tenant: string;
    let crm: SqlCrm;
    let sink: ImportSink;

    beforeEach(async () => {
      tenants += 1;
      tenant = `unseen-${tenants}`;
      crm = createSqlCrm(database(), { tenant });
      await crm.writeWorld({ ...conformanceWorld(), accounts: [], opportunities: [], access: [] });
      sink = crm.importSink();
    });

    const write = (writer: ImportFileWriter, ...rows: readonly AccountRow[]) =>
      writer.write({ kind: "accounts", fields: [...FIELDS], rows });
    const importAccounts = async (...rows: readonly AccountRow[]) => {
      const writer = await sink.begin();
      await write(writer, ...rows);
      return writer.finish();
    };
    const readAccounts = async () => {
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      return (await reader.listAccounts({})).items;
    };
    const readNames = async () => (await readAccounts()).map((account) => account.name);
    const stored = () =>
      database().query(
        sql`select id, ctid::text, xmin::text from stored_account where tenant = ${tenant} order by id`,
      );
    const leaveBehind = async (...rows: readonly AccountRow[]) => {
      const writer = await sink.begin();
      await write(writer, ...rows);
      await database().query(
        sql`update import_lease set expires_at = now() - interval '1 second' where tenant = ${tenant}`,
      );
      return writer;
    };
    const expectConflict = (call: Promise<unknown>) =>
      expect(call).rejects.toSatisfy((error) => CrmError.is(error, "conflict"));

    it("lets others be served between any two of its batches", async () => {
      const writer = await sink.begin();
      for (let batch = 0; batch < 8; batch += 1) {
        const rows = Array.from({ length: 200 }, (_, at) => accountRow(`a${batch}-${at}`, `Name ${at}`));
        await write(writer, ...rows);
        // Would wait for ever where the import kept the database to itself until its end.
        await crm.ping();
      }
      await writer.finish();
    });

    it("shows its new rows without writing them again: the end of a file takes no longer for more of them", async () => {
      const writer = await sink.begin();
      await write(writer, accountRow("a1", "Alpha"), accountRow("a2", "Beta"));
      const before = await stored();
      await writer.finish();
      expect(await stored()).toEqual(before);
      expect(await readNames()).toEqual(["Alpha", "Beta"]);
    });

    it("touches nothing when a file comes again as it was", async () => {
      const rows = [accountRow("a1", "Alpha", { attributes: { Tier: "A" } }), accountRow("a2", "Beta")];
      await importAccounts(...rows);
      const before = await stored();
      expect(await importAccounts(...rows)).toEqual({ accounts: { created: 0, updated: 0, unchanged: 2 } });
      expect(await stored()).toEqual(before);
    });

    it("shows new rows and changed ones in one instant", async () => {
      await importAccounts(accountRow("a1", "Alpha"));
      const writer = await sink.begin();
      await write(writer, accountRow("a1", "Alpha 2"), accountRow("a2", "Beta"));
      expect(await readNames()).toEqual(["Alpha"]);
      expect(await sink.findIds("accounts", ["a1", "a2"].map(toRecordId))).toEqual(new Set(["a1"]));
      expect(await sink.findByName("accounts", ["beta"])).toEqual(new Map());
      expect(await writer.finish()).toEqual({ accounts: { created: 1, updated: 1, unchanged: 0 } });
      expect(await readNames()).toEqual(["Alpha 2", "Beta"]);
    });

    it("takes the last word about a record it names again, new or known", async () => {
      await importAccounts(accountRow("known", "Known"));
      const writer = await sink.begin();
      await write(writer, accountRow("known", "Other"), accountRow("new", "New", { country: "Peru" }));
      await write(writer, accountRow("known", "Known"));
      await writer.write({ kind: "accounts", fields: ["name"], rows: [accountRow("new", "Newer")] });
      expect(await writer.finish()).toEqual({ accounts: { created: 1, updated: 1, unchanged: 2 } });
      const accounts = await readAccounts();
      expect(accounts.map((account) => account.name)).toEqual(["Known", "Newer"]);
      expect(accounts[1]).toMatchObject({ country: known("Peru") });
    });

    it("knows a record again by whatever id the CRM gives it", async () => {
      const rows = ["a,b", "a\u001Eb", "a\u001Fb", "{}", "'"].map((id) => accountRow(id, `Named ${id}`));
      await importAccounts(...rows);
      expect(await importAccounts(...rows)).toEqual({ accounts: { created: 0, updated: 0, unchanged: 5 } });
    });

    it("leaves nothing behind when it is given up", async () => {
      await importAccounts(accountRow("a1", "Alpha"));
      const writer = await sink.begin();
      await write(writer, accountRow("a1", "Other"), accountRow("a2", "Beta"));
      await writer.abort();
      expect((await stored()).map((row) => (row as { id: string }).id)).toEqual(["a1"]);
      expect(await database().query(sql`select from import_change`)).toEqual([]);
      expect(await database().query(sql`select from import_pending where tenant = ${tenant}`)).toEqual([]);
    });

    it("is not taken back by giving it up after its end", async () => {
      const writer = await sink.begin();
      await write(writer, accountRow("a1", "Alpha"));
      await writer.finish();
      await writer.abort();
      expect(await readNames()).toEqual(["Alpha"]);
    });

    it("is swept away by the next one when its process is gone, and can write no more itself", async () => {
      await importAccounts(accountRow("a1", "Alpha"));
      const gone = await leaveBehind(accountRow("a1", "Stale"), accountRow("a2", "Stale"));
      expect(await importAccounts(accountRow("a2", "Beta"))).toEqual({
        accounts: { created: 1, updated: 0, unchanged: 0 },
      });
      await expectConflict(write(gone, accountRow("a3", "Stale")));
      await expectConflict(gone.finish());
      await gone.abort();
      expect(await readNames()).toEqual(["Alpha", "Beta"]);
    });

    it("does not stand in the way of a world written meanwhile", async () => {
      await leaveBehind(accountRow("acc-quiet", "Stale"));
      await crm.writeWorld(conformanceWorld());
      await (await sink.begin()).abort();
      expect(await stored()).toHaveLength(conformanceWorld().accounts.length);
      const { reader } = await crm.as(CONFORMANCE_USERS.rep);
      const { account } = await reader.openAccount(toRecordId("acc-quiet"));
      expect(account.name).toBe(conformanceWorld().accounts.find(({ id }) => id === "acc-quiet")?.name);
    });

    it("brings every text home as it was, also the signs that part its own", async () => {
      const texts = [
        "a\tb",
        "a\nb\r\nc",
        "\\N",
        "\\",
        '"',
        "'",
        "",
        "a\u001Fb",
        "\u001D",
        "a\u001Eb",
        "{}",
        "😀",
      ];
      for (const [at, text] of texts.entries()) {
        const row = accountRow(`t${at}`, `Text ${at}`, { city: text, attributes: { "La\tbel": text } });
        await importAccounts(row, accountRow(`u${at}`, `Void ${at}`, { attributes: { "La\tbel": null } }));
        const { reader } = await crm.as(CONFORMANCE_USERS.rep);
        const { account } = await reader.openAccount(toRecordId(`t${at}`));
        const same = text === "" ? { state: "empty" } : known(text);
        expect([account.city, account.attributes]).toEqual([same, { "La\tbel": same }]);
        const other = await reader.openAccount(toRecordId(`u${at}`));
        expect(other.account.city).toEqual({ state: "empty" });
      }
    });
  });
}
