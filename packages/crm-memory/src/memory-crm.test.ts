import { accountScope, type Commit, CrmError, type Scope, toRecordId } from "@sweetspot/contract";
import {
  buildAccount,
  CONFORMANCE_USERS,
  conformanceWorld,
  DEMO_TODAY,
  demoPlans,
  demoWorld,
} from "@sweetspot/fixtures";
import { describe, expect, test } from "vitest";
import { createMemoryCrm } from "./memory-crm.ts";

const { rep, admin } = CONFORMANCE_USERS;
const ROOT = toRecordId("acc-nordwind");
const PLAN = accountScope(ROOT);

const toCommit = (id: string, key: string, scope: Scope = PLAN): Commit => ({
  scope,
  key,
  puts: [{ id: toRecordId(id), type: "perspective", base: 0, fields: { name: id } }],
  removes: [],
});

test("a contact that is kept from somebody is told as a gap, to them alone", async () => {
  const crm = createMemoryCrm(conformanceWorld());
  expect((await crm.as(rep).reader.openAccount(ROOT)).gaps).toContain("hidden-contacts");
  expect((await crm.as(admin).reader.openAccount(ROOT)).gaps).not.toContain("hidden-contacts");
});

describe("planned failures", () => {
  test("strike only the method named, and as often as said", async () => {
    const crm = createMemoryCrm(conformanceWorld());
    const { reader, store } = crm.as(rep);
    crm.failNext("unavailable", { method: "commit", times: 2 });
    await expect(reader.whoAmI()).resolves.toBeDefined();
    await expect(store.commit(toCommit("a", "key-0001"))).rejects.toMatchObject({ code: "unavailable" });
    await expect(store.commit(toCommit("a", "key-0001"))).rejects.toMatchObject({ code: "unavailable" });
    await expect(store.commit(toCommit("a", "key-0001"))).resolves.toMatchObject({ version: 1 });
  });

  test("queue up in the order planned", async () => {
    const crm = createMemoryCrm(conformanceWorld());
    crm.failNext("rate-limited", { retryAfterMs: 250 });
    crm.failNext("forbidden");
    const { reader } = crm.as(rep);
    await expect(reader.whoAmI()).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 250 });
    await expect(reader.whoAmI()).rejects.toMatchObject({ code: "forbidden" });
    await expect(reader.whoAmI()).resolves.toBeDefined();
  });

  test("wait for a call that is made: one cancelled before it began uses none up", async () => {
    const crm = createMemoryCrm(conformanceWorld());
    const { reader } = crm.as(rep);
    crm.failNext("forbidden");
    await expect(reader.whoAmI({ signal: AbortSignal.abort(new Error("left")) })).rejects.toThrow("left");
    await expect(reader.whoAmI()).rejects.toMatchObject({ code: "forbidden" });
  });

  test("can lose the answer of a commit that was stored; the same commit then gets it", async () => {
    const crm = createMemoryCrm(conformanceWorld());
    const { store } = crm.as(rep);
    crm.failNext("unavailable", { method: "commit", afterwards: true });
    await expect(store.commit(toCommit("a", "key-0001"))).rejects.toMatchObject({ code: "unavailable" });
    const [stored] = await store.load([PLAN]);
    expect(stored?.records).toHaveLength(1);
    await expect(store.commit(toCommit("a", "key-0001"))).resolves.toMatchObject({ version: 1 });
  });
});

describe("time", () => {
  test("waits for what a test holds back, and a call can be cancelled meanwhile", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { store } = createMemoryCrm(conformanceWorld(), { pause: () => held }).as(rep);
    const leaving = new AbortController();
    const cancelled = store.commit(toCommit("gone", "key-0001"), { signal: leaving.signal });
    const kept = store.commit(toCommit("kept", "key-0002"));
    leaving.abort(new Error("left"));
    await expect(cancelled).rejects.toThrow("left");
    release();
    await expect(kept).resolves.toMatchObject({ version: 1, stored: [{ id: "kept" }] });
  });

  test("never runs backwards in a scope's history, even where the clock does", async () => {
    const times = ["2026-05-01T10:00:00.000Z", "2026-05-01T09:00:00.000Z", "2026-05-01T11:00:00.000Z"];
    const { store } = createMemoryCrm(conformanceWorld(), { now: () => new Date(times.shift() ?? 0) }).as(
      rep,
    );
    for (const id of ["a", "b", "c"]) await store.commit(toCommit(id, `key-000${id}`));
    const { items } = await store.changes(PLAN, { since: 0 });
    expect(items.map((change) => change.at)).toEqual([
      "2026-05-01T10:00:00.000Z",
      "2026-05-01T10:00:00.000Z",
      "2026-05-01T11:00:00.000Z",
    ]);
    expect((await store.asOf(PLAN, "2026-05-01T10:30:00.000Z")).version).toBe(2);
  });
});

describe("a changing world", () => {
  test("is seen by the next call, and plans stay", async () => {
    const crm = createMemoryCrm(conformanceWorld());
    const { reader, store } = crm.as(rep);
    await store.commit(toCommit("a", "key-0001"));
    const world = conformanceWorld();
    crm.replaceWorld({ ...world, accounts: [buildAccount("acc-nordwind", "Nordwind AG")] });
    expect((await reader.listAccounts({})).items.map((account) => account.name)).toEqual(["Nordwind AG"]);
    expect((await store.load([PLAN]))[0]?.records).toHaveLength(1);
  });

  test("may hold accounts that are each other's parents: each is listed once", async () => {
    const accounts = [
      buildAccount("ring-a", "Ring A", { parent: "ring-b" }),
      buildAccount("ring-b", "Ring B", { parent: "ring-a" }),
    ];
    const { reader } = createMemoryCrm({ ...conformanceWorld(), accounts }).as(admin);
    const family = await reader.listFamily(toRecordId("ring-b"));
    expect(family.items.map((account) => account.id)).toEqual(["ring-b", "ring-a"]);
  });

  test("lets nobody in who has left the team", async () => {
    const crm = createMemoryCrm(conformanceWorld());
    const { reader } = crm.as(rep);
    crm.replaceWorld({ ...conformanceWorld(), teamMembers: [] });
    const error = await reader.whoAmI().catch((thrown: unknown) => thrown);
    expect(CrmError.is(error, "unauthenticated")).toBe(true);
  });
});

test("the demo company's plans all keep to the plan model", async () => {
  const crm = createMemoryCrm(demoWorld(new Date(DEMO_TODAY)));
  const plans = demoPlans(new Date(DEMO_TODAY));
  await crm.seed(plans);
  for (const { scope, by, puts } of plans) {
    const [snapshot] = await crm.as(by).store.load([scope]);
    const stored = new Set(snapshot?.records.map((record) => record.id));
    for (const put of puts) expect(stored).toContain(put.id);
  }
});
