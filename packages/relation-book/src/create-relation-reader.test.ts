import { CrmError, type RecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { createRelationBook } from "./create-relation-book.ts";
import { createRelationReader } from "./create-relation-reader.ts";
import type { RelationAccess } from "./relation-access.ts";
import { acquaintance, contact, id, smallWorld } from "./small-world.fixture.ts";

const book = createRelationBook(smallWorld());
const toMill = { account: id("mill"), to: { contact: id("c-carl") } };
const CARL = { id: id("c-carl"), name: "Carl Ferro", title: "Director" };

function readerOf(more: Partial<RelationAccess> = {}) {
  return createRelationReader(book, {
    me: id("ben"),
    mayUse: async (account) => account === id("mill"),
    contactsOf: async () => [CARL],
    visibleAccounts: async (ids) => new Set(ids),
    ...more,
  });
}

const without = (...hidden: readonly RecordId[]) => ({
  visibleContacts: async (ids: readonly RecordId[]) =>
    new Set(ids.filter((contact) => !hidden.includes(contact))),
});

describe("A relation reader", () => {
  test("does not know accounts that its user may not see", async () => {
    const [targets, paths] = [
      readerOf().listTargets(id("harbour")),
      readerOf().findPaths({ ...toMill, account: id("harbour") }),
    ];
    for (const call of [targets, paths])
      await expect(call).rejects.toThrow(expect.objectContaining({ code: "not-found" }));
  });

  test("does not know a contact that its user may not see", async () => {
    await expect(readerOf(without(id("c-carl"))).findPaths(toMill)).rejects.toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
  });

  test("names targets and ways", async () => {
    const { items, total } = await readerOf().listTargets(id("mill"));
    expect([items, total]).toMatchObject([
      [{ name: "Carl Ferro", part: "Director", best: { introductions: 2 } }],
      1,
    ]);
    const { paths, people } = await readerOf().findPaths(toMill);
    expect(paths).toHaveLength(1);
    expect(people.map(({ name }) => name).toSorted()).toEqual(["Ada Brandt", "Carl Ferro", "Dora Quist"]);
  });

  test("asks anew without whom its user may not see: neither ways nor ranks tell of him", async () => {
    const reader = readerOf(without(id("c-dora")));
    const answer = await reader.findPaths(toMill);
    expect(answer.paths).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain('c-dora"');
    expect((await reader.listTargets(id("mill"))).items[0]).not.toHaveProperty("best");
  });

  test("comes to an end where almost everybody is hidden, and says that there may be more", async () => {
    const world = smallWorld();
    const dora = contact("c-dora", "Dora Quist");
    const many = Array.from({ length: 40 }, (_, place) => contact(`c-${place}`, `Go Between ${place}`));
    const crowded = createRelationBook({
      ...world,
      crm: {
        people: [...(world.crm?.people ?? []), ...many],
        bodies: world.crm?.bodies ?? [],
        ties: [dora, ...many].flatMap(({ key }) => [
          acquaintance(`o-${key}`, "team-member/ada", key),
          acquaintance(`k-${key}`, key, "contact/c-carl"),
        ]),
      },
    });
    const access = { me: id("ben"), mayUse: async () => true, contactsOf: async () => [CARL] };
    const visibleContacts = async (ids: readonly RecordId[]) =>
      new Set(ids.filter((seen) => seen === "c-carl" || seen === "c-39"));
    const answer = await createRelationReader(crowded, { ...access, visibleContacts }).findPaths({
      ...toMill,
      count: 1,
    });
    expect(answer.cutOff).toBe(true);
    expect(
      answer.people
        .flatMap(({ contact: seen }) => seen ?? [])
        .every((seen) => seen === "c-carl" || seen === "c-39"),
    ).toBe(true);
  });

  test("tells how often people were asked, where somebody counts", async () => {
    const asked: RelationAccess["asked"] = async (people) =>
      new Map(
        people.flatMap(({ person, records }) =>
          records.includes(id("Register/dora")) ? [[person, { count: 2, last: "2026-10-01" }] as const] : [],
        ),
      );
    const { people, gaps } = await readerOf({ asked }).findPaths(toMill);
    expect(people.find(({ name }) => name === "Dora Quist")).toMatchObject({ asked: { count: 2 } });
    expect(gaps).toEqual([]);
    expect((await readerOf().findPaths(toMill)).gaps).toEqual(["no-count-of-asks"]);
  });

  test("gives acquaintances in pages and refuses a cursor of another list", async () => {
    const reader = readerOf();
    const query = { account: id("mill"), person: id("Register/dora") };
    const first = await reader.listAcquaintances(query, { limit: 1 });
    expect(first).toMatchObject({ total: 2, items: [{ to: "CRM/team-member/ada" }] });
    const { next = "" } = first;
    expect(await reader.listAcquaintances(query, { limit: 1, cursor: next })).toMatchObject({
      items: [{ to: "Register/carl" }],
    });
    const foreign = reader.listAcquaintances({ ...query, currentOnly: true }, { cursor: next });
    await expect(foreign).rejects.toThrow(expect.objectContaining({ code: "malformed" }));
  });

  test("stops where it is told to", async () => {
    const stop = new AbortController();
    const running = readerOf({ mayUse: async () => (stop.abort(new Error("left")), true) }).findPaths(
      toMill,
      { signal: stop.signal },
    );
    await expect(running).rejects.toThrow("left");
  });

  test("answers with plain data", async () => {
    const answers = [await readerOf().findPaths(toMill), await readerOf().listTargets(id("mill"))];
    expect(structuredClone(answers)).toEqual(answers);
  });

  test("keeps the wish only where its host does", async () => {
    expect("readMyWish" in readerOf()).toBe(false);
    expect(await readerOf({ readWish: async () => "hidden" }).readMyWish?.()).toBe("hidden");
  });

  test("opens the book at the first question", async () => {
    let opened = 0;
    const reader = createRelationReader(() => ((opened += 1), book), {
      me: id("ben"),
      mayUse: async () => true,
      contactsOf: async () => [CARL],
    });
    expect(opened).toBe(0);
    await reader.findPaths(toMill);
    expect(opened).toBe(1);
  });

  test("fails with the port's errors alone", async () => {
    const failed = await readerOf()
      .listTargets(id("mill"), { limit: 0 })
      .catch((error: unknown) => error);
    expect(CrmError.is(failed, "malformed")).toBe(true);
  });
});
