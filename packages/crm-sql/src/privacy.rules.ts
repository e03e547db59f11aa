import { accountScope, LIBRARY, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { createAudit } from "./audit.ts";
import { createCreations } from "./creations.ts";
import type { Database } from "./database.ts";
import { createPrivacy, type ExportedRow } from "./privacy.ts";
import { forgetPast } from "./retention.ts";
import { createSqlCrm, type SqlCrm } from "./sql-crm.ts";

const account = toRecordId("acc-nordwind");
const scope = accountScope(account);
const DAY_MS = 86_400_000;

/** What is kept about people and companies can be handed out, and can go. */
export function describePrivacy(database: () => Database): void {
  describe("what is kept about people", () => {
    let tenants = 0;
    let tenant: string;
    let crm: SqlCrm;
    let clock: Date;

    beforeEach(async () => {
      tenants += 1;
      tenant = `private-${tenants}`;
      clock = new Date("2026-05-04T10:30:00Z");
      crm = createSqlCrm(database(), { tenant, now: () => clock });
      await crm.writeWorld(conformanceWorld());
    });

    const privacy = () => createPrivacy(database());
    const ask = async (by: keyof typeof CONFORMANCE_USERS, question: string, base = 0) => {
      const { store } = await crm.as(CONFORMANCE_USERS[by]);
      const put = { id: toRecordId("gap-1"), type: "knowledge-gap", base, fields: { question } };
      return store.commit({ scope, key: `private-${base}-${by}`, puts: [put], removes: [] });
    };
    const collect = async (
      work: (write: (row: ExportedRow) => Promise<void>) => Promise<void>,
    ): Promise<readonly ExportedRow[]> => {
      const rows: ExportedRow[] = [];
      await work(async (row) => void rows.push(row));
      return rows;
    };
    const exportAll = (of = tenant) => collect((write) => privacy().exportTenant(of, write));
    /** A portal with two users, each with a launch and a session, an event that is worked off and one that is not. */
    const connectPortal = async (portal: string): Promise<void> => {
      const at = (table: string, columns: string, values: string) =>
        database().query(
          sql.raw(`insert into hubspot_${table} (portal, ${columns}) values ('${portal}', ${values})`),
        );
      await at("portal", "state, installed_at", "'installed', now()");
      for (const user of [7, 8]) {
        const hash = `'${portal}-${user}'`;
        const whose = "user_id, account, widget, expires_at";
        const is = `'${user}', 'a', 'w', now()`;
        await at(
          "grant",
          "user_id, key_id, sealed, scopes, granted_at, expires_at",
          `'${user}', 'k', 's', '[]', now(), now()`,
        );
        await at(
          "launch",
          `code_hash, ${whose}, object_type, object_id, forget_at`,
          `${hash}, ${is}, 'company', 'a', now()`,
        );
        await at("session", `token_hash, ${whose}, ends_at`, `${hash}, ${is}, now()`);
      }
      for (const done of ["null", "now()"])
        await at(
          "event",
          "subscription, event, occurred_at, kind, body, received_at, due_at, done_at",
          `'1', '${done}', now(), 'k', '{}', now(), now(), ${done}`,
        );
    };
    const leftOf = async (portal: string): Promise<Record<string, number>> => {
      const tables = ["portal", "grant", "launch", "session", "event"];
      const counted = tables.map(async (name): Promise<[string, number]> => {
        const rows = await database().query(
          sql`select 1 from ${sql.id(`hubspot_${name}`)} where portal = ${portal}`,
        );
        return [name, rows.length];
      });
      return Object.fromEntries(await Promise.all(counted));
    };
    const textOf = (rows: readonly ExportedRow[]): string => JSON.stringify(rows);
    const trailOf = async () => createAudit(database()).trail({ tenant });

    it("leaves as a whole: every record of the CRM, every plan, its history, and who has looked", async () => {
      await ask("rep", "Who decides?");
      await createAudit(database(), () => clock).note(tenant, CONFORMANCE_USERS.admin, [scope]);
      const rows = await exportAll();
      const world = conformanceWorld();
      const count = (table: string) => rows.filter((row) => row.table === table).length;
      expect(count("stored_account")).toBe(world.accounts.length);
      expect(count("stored_contact")).toBe(world.contacts.length);
      expect([count("plan_record"), count("plan_change"), count("plan_read")]).toEqual([1, 1, 1]);
      expect(new Set(rows.map(({ row }) => row["tenant"]))).toEqual(new Set([tenant]));
    });

    it("goes as a whole, in every table there is, and nothing of another tenant goes with it", async () => {
      await ask("rep", "Who decides?");
      const writer = await crm.importSink().begin();
      const neighbour = createSqlCrm(database(), { tenant: `${tenant}-neighbour` });
      await neighbour.writeWorld(conformanceWorld());
      const before = await exportAll(`${tenant}-neighbour`);
      expect(await privacy().eraseTenant(tenant)).toBeGreaterThan(20);
      expect(await exportAll()).toEqual([]);
      expect(await exportAll(`${tenant}-neighbour`)).toEqual(before);
      await expect(writer.finish()).rejects.toMatchObject({ code: "conflict" });
    });

    it("goes with the consents, tokens, sessions and events of a portal, of one of its users alone too", async () => {
      const [one, other] = [`${90_000 + tenants}`, `${91_000 + tenants}`];
      for (const portal of [one, other]) await connectPortal(portal);
      const left = async () => [await leftOf(one), await leftOf(other)];
      const all = { portal: 1, grant: 2, launch: 2, session: 2, event: 2 };
      expect(await left()).toEqual([all, all]);

      await privacy().erasePerson({ tenant: `hubspot:${one}`, id: "7" });
      const alone = { portal: 1, grant: 1, launch: 1, session: 1, event: 2 };
      expect(await left()).toEqual([alone, all]);
      await privacy().eraseTenant(`hubspot:${one}`, { keepConnection: true });
      expect(await left()).toEqual([{ ...alone, event: 1 }, all]);
      expect(await privacy().eraseTenant(`hubspot:${one}`)).toBe(3);
      expect(await left()).toEqual([{ portal: 0, grant: 0, launch: 0, session: 0, event: 0 }, all]);
      await privacy().eraseTenant(`hubspot:${other}`);
    });

    it("leaves with the consents of a portal's users, all or one's own, and never with what opens their tokens", async () => {
      const portal = `${92_000 + tenants}`;
      await connectPortal(portal);
      const all = await exportAll(`hubspot:${portal}`);
      const users = (rows: readonly ExportedRow[]) =>
        rows.filter(({ table }) => table === "hubspot_grant").map(({ row }) => row["user_id"]);
      expect(users(all).toSorted()).toEqual(["7", "8"]);
      expect(all.map(({ table }) => table)).toEqual(
        expect.arrayContaining(["hubspot_portal", "hubspot_event"]),
      );
      expect(all.flatMap(({ row }) => Object.keys(row))).not.toContain("sealed");
      const person = { tenant: `hubspot:${portal}`, id: "7" };
      expect(users(await collect((write) => privacy().exportPerson(person, write)))).toEqual(["7"]);
      await privacy().eraseTenant(`hubspot:${portal}`);
    });

    it("leaves a trail of who took all of it away or had it erased, for as long as trails are kept", async () => {
      const audit = createAudit(database(), () => clock);
      await audit.noteAct({ tenant, by: CONFORMANCE_USERS.admin, did: "exported", scope: "tenant" });
      expect(await trailOf()).toMatchObject([
        { by: CONFORMANCE_USERS.admin, did: "exported", scope: "tenant", at: clock },
      ]);
      await privacy().eraseTenant(tenant, { by: "operator" });
      expect(await trailOf()).toMatchObject([{ by: "operator", did: "erased", scope: "tenant" }]);
      await forgetPast(database(), { readsSince: new Date(Date.now() + DAY_MS) });
      expect(await trailOf()).toEqual([]);
    });

    it("shows a rep all that was written by, about or for the person", async () => {
      await ask("rep", "Who decides?");
      await ask("otherRep", "Does Mara Lindqvist know?", 1);
      const rows = await collect((write) =>
        privacy().exportPerson({ tenant, id: CONFORMANCE_USERS.rep }, write),
      );
      const tables = new Set(rows.map(({ table }) => table));
      expect([...tables]).toEqual(
        expect.arrayContaining(["plan_change", "plan_record", "stored_account", "stored_team_member"]),
      );
      expect(rows.filter(({ table }) => table === "plan_change")).toHaveLength(2);
      expect(textOf(rows)).not.toContain("Ines Baumann");
    });

    it("is forgotten of a rep who asks for it: id, name and address, in records, texts and history", async () => {
      await ask("rep", 'Ask "Mara Lindqvist" or mara@example.com');
      await ask("admin", "Who decides?", 1);
      await createAudit(database(), () => clock).note(tenant, CONFORMANCE_USERS.rep, [scope, LIBRARY]);
      const { pseudonym } = await privacy().erasePerson({ tenant, id: CONFORMANCE_USERS.rep });
      expect(textOf(await exportAll())).not.toMatch(/user-mara|Mara Lindqvist|mara lindqvist|mara@example/);

      const { reader, store } = await crm.as(CONFORMANCE_USERS.admin);
      const history = (await store.changes(scope, { since: 0 })).items;
      expect(history.map(({ by }) => by)).toEqual([pseudonym, CONFORMANCE_USERS.admin]);
      expect(history[0]?.after).toMatchObject({ question: 'Ask "…" or …' });
      expect((await store.load([scope]))[0]?.records[0]).toMatchObject({ createdBy: pseudonym, revision: 2 });
      expect((await reader.openAccount(account)).account.owner).toMatchObject({ value: pseudonym });
      await expect(crm.as(CONFORMANCE_USERS.rep)).rejects.toMatchObject({ code: "unauthenticated" });
    });

    it("is forgotten of somebody whom only the CRM knows by name, when the name is told", async () => {
      await ask("otherRep", "Did Otto von Elsewhere call?");
      const { texts } = await privacy().erasePerson({ tenant, id: "4711", names: ["Otto von Elsewhere"] });
      expect(texts).toContain("Otto von Elsewhere");
      expect(textOf(await exportAll())).not.toMatch(/Otto von/i);
    });

    it("is forgotten of a customer's contact, and the lists of people go on working", async () => {
      const { reader } = await crm.as(CONFORMANCE_USERS.admin);
      const contacts = (await reader.listContacts(account)).items;
      const [gone] = contacts;
      await privacy().erasePerson({ tenant, id: gone?.id ?? "" });
      const text = textOf(await exportAll());
      expect(text).not.toContain(JSON.stringify(gone?.id));
      expect(text).not.toContain(gone?.name);
      expect((await reader.listContacts(account)).items).toHaveLength(contacts.length - 1);
      await reader.listInvolvements?.(account);
    });

    it("says who has looked at a plan in which hour, and who has changed what when", async () => {
      const audit = createAudit(database(), () => clock);
      await audit.note(tenant, CONFORMANCE_USERS.rep, [scope]);
      await audit.note(tenant, CONFORMANCE_USERS.rep, [scope]);
      await createAudit(database(), () => clock).note(tenant, CONFORMANCE_USERS.rep, [scope]);
      await ask("otherRep", "Who decides?");
      clock = new Date(clock.getTime() + 3_600_000);
      await audit.note(tenant, CONFORMANCE_USERS.rep, [scope]);
      expect((await trailOf()).map(({ by, did, at }) => [by, did, at.toISOString().slice(11, 16)])).toEqual([
        [CONFORMANCE_USERS.rep, "looked", "11:00"],
        [CONFORMANCE_USERS.otherRep, "created", "10:30"],
        [CONFORMANCE_USERS.rep, "looked", "10:00"],
      ]);
      expect(await audit.trail({ tenant, by: "nobody" })).toEqual([]);
      expect(await audit.trail({ tenant, scope: "library" })).toEqual([]);
    });

    it("keeps keys of records made elsewhere for as long as a request may be repeated, and no longer", async () => {
      const now = Date.now();
      for (const [key, days] of [
        ["wish-of-old", 3],
        ["wish-of-today", 0],
      ] as const)
        await createCreations(database(), tenant, () => new Date(now - days * DAY_MS)).once(
          { key, kind: "task", content: {}, account, by: CONFORMANCE_USERS.rep },
          async () => toRecordId("made-1"),
        );
      await forgetPast(database(), {});
      expect(
        await database().query(sql<object>`select key from crm_creation where tenant = ${tenant}`),
      ).toEqual([{ key: "wish-of-today" }]);
    });

    it("is kept no longer than it is wanted; the plan as it was then stays, and nothing after it goes", async () => {
      const audit = createAudit(database(), () => clock);
      await audit.note(tenant, CONFORMANCE_USERS.rep, [scope]);
      await ask("rep", "First words");
      await ask("admin", "Second words", 1);
      const since = new Date(clock.getTime() + DAY_MS);
      clock = new Date(clock.getTime() + 2 * DAY_MS);
      await ask("otherRep", "Third words", 2);
      await forgetPast(database(), { historySince: since, readsSince: since });
      await forgetPast(database(), { historySince: since });

      expect(textOf(await exportAll())).not.toContain("First words");
      expect((await trailOf()).map(({ did }) => did)).toEqual(["changed", "created"]);
      const { store } = await crm.as(CONFORMANCE_USERS.admin);
      expect((await store.asOf(scope, since.toISOString())).records[0]?.fields).toMatchObject({
        question: "Second words",
      });
      expect((await store.load([scope]))[0]).toMatchObject({ version: 3 });
      await expect(ask("rep", "First words")).rejects.toMatchObject({ code: "conflict" });
      expect((await ask("otherRep", "Third words", 2)).version).toBe(3);
      await database().query(sql`delete from plan_change where tenant = ${tenant}`);
    });
  });
}
