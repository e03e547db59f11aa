import { accountScope, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { createPrivacy } from "../privacy.ts";
import { createSqlCrm } from "../sql-crm.ts";
import { collect, REGISTER, seat, tellAll } from "./relations.testing.ts";
import { createSqlRelations } from "./sql-relations.ts";
import type { SqlRelations } from "./sql-relations.port.ts";

const id = toRecordId;
const ADMIN = CONFORMANCE_USERS.admin;
const ANNA = { key: "p1", name: "Anna Berg-Lund", city: "Kiel", birthDate: "1970-02-03" };
const scope = accountScope(id("acc-nordwind"));

/** Relations are about people: who may be reported, erased, forgotten and asked. */
export function describeRelationPrivacy(database: () => Database): void {
  describe("what relations keep about people", () => {
    let tenants = 0;
    let tenant: string;
    let relations: SqlRelations;
    let clock: Date;
    beforeEach(() => {
      tenants += 1;
      tenant = `relation-people-${tenants}`;
      clock = new Date("2026-05-04T10:30:00Z");
      relations = createSqlRelations(database(), { tenant, now: () => clock });
    });

    const importAs = async (
      name: string,
      people: readonly (typeof ANNA | { key: string; name: string })[],
    ) => {
      const writer = await relations.sink().begin({ ...REGISTER, name });
      const problems = [...(await writer.putPeople(people))];
      await writer.putBodies([{ key: "b1", name: "Nordwind AG" }]);
      problems.push(...(await writer.putTies(people.map(({ key }) => seat(key)))));
      await writer.finish();
      return problems;
    };
    const names = async () => (await collect(relations)).people.map(({ name }) => name);
    const introduce = async () => {
      const crm = createSqlCrm(database(), { tenant, now: () => clock });
      await crm.writeWorld(conformanceWorld());
      const { store } = await crm.as(CONFORMANCE_USERS.rep);
      const put = (record: string, type: string, fields: object) => ({
        id: id(record),
        type,
        base: 0,
        fields: fields as never,
      });
      const introduction = {
        target: "Register/p2",
        targetName: "Bo Dahl",
        goBetween: "Register/p1",
        goBetweenName: ANNA.name,
        way: ["Register/p0", "Register/p1", "Register/p2"],
        wayNames: ["One Of Ours", ANNA.name, "Bo Dahl"],
        state: "asked",
        askedOn: "2026-04-20",
        requestText: "Dear Anna, …",
      };
      const question = { question: `Does ${ANNA.name} still sit there?` };
      const { stored } = await store.commit({
        scope,
        key: `introduce-${tenant}`,
        puts: [put("intro-1", "introduction", introduction), put("gap-9", "knowledge-gap", question)],
        removes: [],
      });
      return { store, stored };
    };
    const allWords = async (): Promise<string> => {
      const rows: unknown[] = [];
      await createPrivacy(database()).exportTenant(tenant, async (row) => void rows.push(row));
      return JSON.stringify(rows);
    };

    it("are all in the report of a person: records, ties, sources, decisions, introductions", async () => {
      await importAs("Register", [ANNA, { key: "p2", name: "Bo Dahl" }]);
      await importAs("Chamber", [{ key: "c9", name: "A. Berg-Lund" }]);
      await introduce();
      const pair = { one: id("Chamber/c9"), other: id("Register/p1") };
      await relations.saveDecision({
        ...pair,
        same: true,
        by: ADMIN,
        at: "2026-05-01T00:00:00.000Z" as never,
      });
      const report = await relations.report([id("Register/p1"), id("Chamber/c9"), id("CRM/con-1")]);
      expect(report.records.map(({ source, name }) => [source, name])).toEqual([
        ["Register", ANNA.name],
        ["Chamber", "A. Berg-Lund"],
      ]);
      expect(report.ties.map(({ source, key }) => [source, key])).toEqual([
        ["Register", "p1-b1"],
        ["Chamber", "c9-b1"],
      ]);
      expect(report.ends.map(({ name }) => name)).toEqual(["Nordwind AG", "Nordwind AG"]);
      expect(report.sources.map(({ name, purpose }) => [name, purpose])).toEqual([
        ["Chamber", REGISTER.purpose],
        ["Register", REGISTER.purpose],
      ]);
      expect(report.decisions).toMatchObject([{ ...pair, same: true, by: ADMIN }]);
      expect(report.introductions).toMatchObject([{ record: "intro-1", as: "go-between" }]);
    });

    it("go with the person, whose name is nowhere any more, and a book of before is made anew", async () => {
      await importAs("Register", [ANNA, { key: "p2", name: "Bo Dahl" }]);
      await introduce();
      const { revision } = await collect(relations);
      expect(await allWords()).toContain(ANNA.name);
      expect(await relations.erasePerson([id("Register/p1")], ADMIN)).toEqual({
        people: ["Register/p1"],
        ties: ["Register/p1-b1"],
        planRecords: 1,
      });
      const words = await allWords();
      for (const gone of [ANNA.name, "Register/p1", "1970-02-03", "Dear Anna"])
        expect(words).not.toContain(gone);
      expect(words).toContain("Bo Dahl");
      expect(await relations.changesSince(revision)).toMatchObject({ reload: true });
      expect(await names()).toEqual(["Bo Dahl"]);
    });

    it("stay erased: by key, and in whatever source by name with birth date or city", async () => {
      await importAs("Register", [ANNA]);
      await relations.erasePerson([id("Register/p1")], ADMIN);
      const erased = (row: number) => ({ row, fault: "erased-person" });
      expect(await importAs("Register", [ANNA, { key: "p2", name: "Bo Dahl" }])).toMatchObject([
        erased(0),
        erased(0),
      ]);
      expect(
        await importAs("Chamber", [
          { ...ANNA, key: "c1", name: "BERG-LUND, Anna", city: "Husum" },
          { ...ANNA, key: "c2", birthDate: "1950-01-01" },
          { key: "c3", name: ANNA.name },
        ]),
      ).toMatchObject([erased(0), erased(0)]);
      const { people, ties } = await collect(relations);
      expect(people.map(({ key }) => key).toSorted()).toEqual(["c2", "c3", "p2"]);
      expect(ties.map(({ person }) => person).toSorted()).toEqual(["c2", "c3", "p2"]);
      const signs = await database().query(
        sql<{ sign: string }>`select sign from relation_erased where tenant = ${tenant}`,
      );
      // Hashes, and nothing that could be read.
      for (const { sign } of signs) expect(sign).toMatch(/^[\w-]{43}$/u);
      expect(signs).toHaveLength(2);
    });

    it("do not slip through an import that is under way while somebody is erased", async () => {
      await importAs("Register", [ANNA, { key: "p2", name: "Bo Dahl" }]);
      const writer = await relations.sink().begin(REGISTER);
      const chamber = { ...ANNA, key: "p7" };
      await writer.putPeople([{ ...ANNA, name: "Anna Berg-Lund, now Falk" }, chamber]);
      await writer.putTies([{ ...seat("p1"), role: "chair" }, seat("p7")]);
      await relations.erasePerson([id("Register/p1")], ADMIN);
      await writer.putTies([{ ...seat("p1"), key: "late" }]);
      await writer.finish();
      expect(await names()).toEqual(["Bo Dahl"]);
      expect((await collect(relations)).ties.map(({ key }) => key)).toEqual(["p2-b1"]);
      expect(await allWords()).not.toContain("Berg");
    });

    it("are forgotten when the source has not shown them for as long as they may be kept", async () => {
      await importAs("Register", [ANNA, { key: "p2", name: "Bo Dahl" }]);
      clock = new Date("2027-05-04T10:30:00Z");
      const writer = await relations.sink().begin(REGISTER);
      await writer.putTies([]);
      await writer.putPeople([{ key: "p3", name: "Cato Elle" }]);
      await writer.keepTies(["p2-b1"]);
      await writer.finish();
      const { revision } = await collect(relations);
      expect(await relations.retentionSweep(new Date("2028-05-03T00:00:00Z"))).toBe(0);
      // Anna with her tie; Bo is named by a tie that was shown later.
      expect(await relations.retentionSweep(new Date("2028-05-05T00:00:00Z"))).toBe(2);
      const { people, bodies, ties } = await collect(relations);
      expect([people, bodies, ties].map((all) => all.map(({ key }) => key))).toEqual([
        ["p2", "p3"],
        ["b1"],
        ["p2-b1"],
      ]);
      const told = await relations.changesSince(revision);
      expect(told).toMatchObject({
        changes: { removed: { people: ["Register/p1"], ties: ["Register/p1-b1"] } },
      });
      await relations.retentionSweep(new Date("2028-05-09T00:00:00Z"));
      expect(await relations.changesSince(revision)).toMatchObject({ reload: true });
    });

    it("go with their source, and with their tenant, whose books begin anew", async () => {
      await importAs("Register", [ANNA]);
      await importAs("Chamber", [{ key: "c1", name: "Cato Elle" }]);
      expect(await relations.removeSource("Register")).toBe(3);
      expect(await names()).toEqual(["Cato Elle"]);
      expect((await relations.sources()).map(({ name }) => name)).toEqual(["Chamber"]);
      const before = await relations.revision();
      const pending = await relations.sink().begin(REGISTER);
      await pending.putPeople([ANNA]);
      await expect(relations.removeSource("Register")).rejects.toMatchObject({ code: "conflict" });
      await createPrivacy(database()).eraseTenant(tenant);
      expect(await allWords()).toBe("[]");
      await expect(pending.finish()).rejects.toMatchObject({ code: "conflict" });
      expect(await allWords()).not.toContain("Anna");
      await importAs("Register", [{ key: "p2", name: "Bo Dahl" }]);
      expect(await relations.changesSince(before)).toMatchObject({ reload: true });
      expect(await names()).toEqual(["Bo Dahl"]);
    });

    it("keep their own, though a contact of the same name is erased", async () => {
      await importAs("Register", [ANNA]);
      const before = await tellAll(relations, database(), tenant);
      await createPrivacy(database()).erasePerson({ tenant, id: "con-1", names: [ANNA.name] });
      expect(await tellAll(relations, database(), tenant)).toEqual(before);
    });

    it("can be hidden by the one they are of, and everybody is asked no more often than is counted", async () => {
      const anna = id("u-anna");
      expect(await relations.readWish(anna)).toBe("shared");
      await relations.saveWish(anna, "hidden");
      await relations.saveWish(anna, "ask-first");
      expect(await relations.readWish(anna)).toBe("ask-first");
      const { store, stored } = await introduce();
      const asked = (since: string) =>
        relations.countAsks([id("Register/p1"), id("Register/p2")], since as never);
      expect([...(await asked("2026-04-01"))]).toEqual([["Register/p1", { count: 1, last: "2026-04-20" }]]);
      expect([...(await asked("2026-04-21"))]).toEqual([]);
      const introduction = stored.find((record) => record.id === "intro-1");
      const removes = [{ id: id("intro-1"), base: introduction?.revision ?? 0 }];
      await store.commit({ scope, key: `undo-${tenant}`, puts: [], removes });
      expect([...(await asked("2026-04-01"))], "of one that was thrown away").toEqual([]);
    });

    it("are told apart or made one by decisions that outlast an import", async () => {
      await importAs("Register", [ANNA, { key: "p2", name: "Anna Berg" }]);
      const { revision } = await collect(relations);
      const pair = { one: id("Register/p1"), other: id("Register/p2") };
      const decision = { ...pair, by: ADMIN, at: "2026-05-05T00:00:00.000Z" as never };
      const proposal = {
        ...pair,
        score: 0.8,
        reasons: [{ reason: "name", verdict: "partly", weight: 3 } as const],
      };
      const rest = ["a", "b", "c"].map((key) => ({ ...proposal, one: id(`Register/${key}`), score: 0.7 }));
      await relations.saveProposals("people", [...rest, proposal]);
      const first = await relations.proposals("people", { limit: 3 });
      expect(first).toMatchObject({
        total: 4,
        items: [{ ...proposal, oneRecord: { name: ANNA.name }, otherRecord: { name: "Anna Berg" } }, {}, {}],
      });
      const second = await relations.proposals("people", { limit: 3, cursor: first.next ?? "" });
      expect(second.items.map(({ one }) => one)).toEqual(["Register/c"]);
      expect((await relations.proposals("bodies")).items).toEqual([]);

      await relations.saveDecision({ ...decision, one: pair.other, other: pair.one, same: false });
      await importAs("Register", [ANNA, { key: "p2", name: "Anna Berg" }]);
      expect((await relations.proposals("people")).total).toBe(3);
      expect((await relations.decisions()).items).toMatchObject([{ ...decision, same: false }]);
      const told = await relations.changesSince(revision);
      expect(told).toMatchObject({ changes: { decisions: [{ ...decision, same: false }] } });
      await relations.removeDecision(pair);
      expect((await relations.decisions()).items).toEqual([]);
      expect((await relations.proposals("people")).total).toBe(4);
      expect(await relations.changesSince(told.revision)).toMatchObject({
        changes: { decisions: [], removed: { decisions: [pair] } },
      });
    });
  });
}
