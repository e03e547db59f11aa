import { toRecordId } from "@sweetspot/contract";
import type { RelationWriter } from "@sweetspot/relation-import";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { collect, REGISTER, seat, tellAll } from "./relations.testing.ts";
import { createSqlRelations } from "./sql-relations.ts";
import type { SqlRelations } from "./sql-relations.port.ts";

/** What an import writes is seen whole or not at all. */
export function describeRelationSink(database: () => Database): void {
  describe("the sink of relations", () => {
    let tenants = 0;
    let tenant: string;
    let relations: SqlRelations;
    beforeEach(() => {
      tenants += 1;
      tenant = `relations-${tenants}`;
      relations = createSqlRelations(database(), { tenant });
    });

    const begin = (whole = false): Promise<RelationWriter> =>
      relations.sink().begin({ ...REGISTER, whole, date: "2026-11-01" });
    const importSome = async (whole = false, ...ties: readonly ReturnType<typeof seat>[]) => {
      const writer = await begin(whole);
      await writer.putPeople([
        { key: "p1", name: "Anna Berg", city: "Kiel", birthDate: "1970-02-03" },
        { key: "p2", name: "Bo Dahl" },
      ]);
      await writer.putBodies([
        { key: "b1", name: "Nordwind AG", place: "Kiel", people: 7, register: "HRB 1" },
      ]);
      await writer.putTies(ties);
      return writer.finish();
    };

    it("shows everything at the end, as it was given", async () => {
      const counts = await importSome(false, seat("p1"), { ...seat("p2"), share: 12.5, end: "2020-05" });
      expect(counts).toMatchObject({
        people: { created: 2, updated: 0, unchanged: 0 },
        bodies: { created: 1 },
        ties: { created: 2, ended: 0 },
      });
      const { people, bodies, ties, sources } = await collect(relations);
      expect(sources).toMatchObject([{ ...REGISTER }]);
      const given = { source: "Register", sourceDate: "2026-11-01" };
      expect(people).toEqual([
        { ...given, key: "p1", name: "Anna Berg", city: "Kiel", birthDate: "1970-02-03" },
        { ...given, key: "p2", name: "Bo Dahl" },
      ]);
      expect(bodies).toEqual([
        { ...given, key: "b1", name: "Nordwind AG", place: "Kiel", people: 7, register: "HRB 1" },
      ]);
      expect(ties).toEqual([
        { ...given, ...seat("p1") },
        { ...given, ...seat("p2"), share: 12.5, end: "2020-05" },
      ]);
      expect(await relations.sources()).toMatchObject([{ name: "Register", people: 2, bodies: 1, ties: 2 }]);
    });

    it("shows nothing before the end, and nothing at all of an import that was taken back", async () => {
      await importSome(false, seat("p1"));
      const before = await tellAll(relations, database(), tenant);
      const writer = await begin(true);
      await writer.putPeople([
        { key: "p1", name: "Anna Berg-Lund" },
        { key: "p3", name: "Cato Elle" },
      ]);
      await writer.putTies([seat("p3"), { ...seat("p1"), end: "2021" }]);
      expect(await tellAll(relations, database(), tenant)).toEqual(before);
      await writer.abort();
      await writer.abort();
      expect(await tellAll(relations, database(), tenant)).toEqual(before);
      await expect(writer.putPeople([{ key: "p4", name: "Dan Falk" }])).rejects.toMatchObject({
        code: "conflict",
      });
      await expect(writer.finish()).rejects.toMatchObject({ code: "conflict" });
      expect(await tellAll(relations, database(), tenant)).toEqual(before);
    });

    it("leaves no trace of a source whose first import was taken back", async () => {
      const writer = await begin();
      await writer.putPeople([{ key: "p1", name: "Anna Berg" }]);
      await writer.abort();
      expect(await relations.sources()).toEqual([]);
      const [left] = await database().query(
        sql`select count(*)::integer as left from relation_person where tenant = ${tenant}`,
      );
      expect(left).toEqual({ left: 0 });
    });

    it("takes over what a killed import has left, and refuses a second one while one is running", async () => {
      await importSome(false, seat("p1"));
      const before = await tellAll(relations, database(), tenant);
      const killed = await begin();
      await killed.putPeople([{ key: "p9", name: "Never Seen" }]);
      await expect(begin()).rejects.toMatchObject({ code: "conflict" });
      await database().query(
        sql`update relation_writing set expires_at = now() - interval '1 second'
          where tenant = ${tenant} and revision is null`,
      );
      const next = await begin();
      await expect(killed.putPeople([{ key: "p8", name: "Too Late" }])).rejects.toMatchObject({
        code: "conflict",
      });
      await killed.abort();
      await next.finish();
      expect((await tellAll(relations, database(), tenant)).people).toEqual(before.people);
    });

    it("knows a record by its key: the same again replaces it, and says what is new", async () => {
      await importSome(false, seat("p1"), seat("p2"));
      const { revision } = await collect(relations);
      const counts = await importSome(false, seat("p1"), { ...seat("p2"), role: "chair", end: "2024-01-31" });
      expect(counts).toMatchObject({
        people: { created: 0, updated: 0, unchanged: 2 },
        ties: { created: 0, updated: 1, unchanged: 1, ended: 0 },
      });
      const told = await relations.changesSince(revision);
      expect(told).toMatchObject({ reload: false });
      if (told.reload) return;
      expect(told.changes.ties?.map(({ key, role }) => [key, role])).toEqual([["p2-b1", "chair"]]);
      expect(told.changes.people).toEqual([]);
      expect(await relations.changesSince(told.revision)).toMatchObject({ changes: {} });
    });

    it("ends what a whole source no longer shows, but not what could not be read", async () => {
      await importSome(false, seat("p1"), seat("p2"), { ...seat("p1"), key: "left", end: "2019" });
      const writer = await begin(true);
      await writer.putPeople([{ key: "p1", name: "Anna Berg" }]);
      await writer.keepTies(["p2-b1", "nobody-knows"]);
      await writer.putTies([{ ...seat("p1"), key: "new" }]);
      expect((await writer.finish()).ties).toMatchObject({ created: 1, ended: 1 });
      const { ties, people } = await collect(relations);
      expect(ties.map(({ key, end }) => [key, end])).toEqual([
        ["left", "2019"],
        ["new", undefined],
        ["p1-b1", "2026-11-01"],
        ["p2-b1", undefined],
      ]);
      expect(people).toHaveLength(2);
    });

    it("does not take ties of people or bodies it does not know, and takes those of another source", async () => {
      await importSome(false, seat("p1"));
      const other = await relations.sink().begin({ name: "Chamber", purpose: "p" });
      await other.putPeople([{ key: "c1", name: "Cato Elle" }]);
      const problems = await other.putTies([
        { key: "1", person: "c1", body: "Register/b1", type: "chamber_mandate" },
        { key: "2", person: "p1", otherPerson: "c1", type: "meeting" },
        { key: "3", person: "Register/p1", otherPerson: "c1", type: "meeting" },
        { key: "4", person: "c1", body: "Register/b2", type: "club" },
        { key: "5", body: "Register/b1", otherBody: "b7", type: "shareholder" },
      ]);
      expect(problems).toEqual([
        { row: 1, fault: "unknown-person", field: "person" },
        { row: 3, fault: "unknown-body", field: "body" },
        { row: 4, fault: "unknown-body", field: "otherBody" },
      ]);
      await other.finish();
      expect((await collect(relations)).ties.map(({ source, key }) => `${source}/${key}`)).toEqual([
        "Register/p1-b1",
        "Chamber/1",
        "Chamber/3",
      ]);
    });

    it("keeps tenants apart", async () => {
      await importSome(false, seat("p1"));
      const neighbour = createSqlRelations(database(), { tenant: `${tenant}-neighbour` });
      expect(await collect(neighbour)).toMatchObject({ people: [], ties: [], sources: [] });
      const writer = await neighbour.sink().begin(REGISTER);
      expect(await writer.putTies([seat("p1")])).toMatchObject([{ fault: "unknown-person" }]);
      await writer.finish();
      await neighbour.saveWish(toRecordId("u1"), "hidden");
      expect(await relations.readWish(toRecordId("u1"))).toBe("shared");
      expect((await collect(relations)).people).toHaveLength(2);
    });

    it.each([
      ["", "Name the source"],
      ["a/b", "may not hold a /"],
      ["CRM", "another name"],
      ["x".repeat(81), "80 characters"],
    ])("refuses a source called %j", async (name, words) => {
      await expect(relations.sink().begin({ name, purpose: "p" })).rejects.toThrow(words);
    });

    it("takes any text as it is", async () => {
      const name = "O'Brien <b>\u001F=1+1\t\\N\n\"x\u001E";
      const writer = await begin();
      await writer.putPeople([{ key: "k\u001E1", name }]);
      await writer.putPeople([{ key: "k\u001E1x", name: "" }]);
      await writer.finish();
      const again = await begin();
      await again.putPeople([{ key: "k\u001E1", name }]);
      expect((await again.finish()).people).toMatchObject({ unchanged: 1 });
      expect((await collect(relations)).people[0]?.name).toBe(name);
    });
  });
}
