import type { PlanEdit, PlanFields } from "@sweetspot/contract";
import { expect, test, vi } from "vitest";
import {
  calm,
  createStage,
  createStageLine,
  createStageStorage,
  NORTH,
  OTHER,
  REP,
} from "./stage.fixture.ts";

const change = (fields: PlanFields): PlanEdit => ({
  name: "area-changed",
  scope: "plan",
  puts: [{ id: NORTH, type: "area", fields }],
  removes: [],
});

test("an edit made offline is sent when the line is back, once", async () => {
  const stage = await createStage();
  const line = createStageLine();
  const store = stage.store();
  const commit = vi.spyOn(store, "commit");
  const session = await stage.open(REP, { online: line, store });
  line.set(false);
  session.edit(change({ name: "Far North" }));
  await stage.clock.pass(3_600_000);
  expect(session.getView().saving).toMatchObject({ state: "offline", pending: 1 });
  expect(commit).not.toHaveBeenCalled();
  line.set(true);
  await calm();
  expect(commit).toHaveBeenCalledTimes(1);
  expect(session.getView().saving.state).toBe("saved");
});

test("a store that cannot be reached is tried again with growing pauses", async () => {
  const stage = await createStage();
  const store = stage.store();
  const commit = vi.spyOn(store, "commit");
  const session = await stage.open(REP, { store });
  stage.crm.failNext("unavailable", { method: "commit", times: 3 });
  session.edit(change({ name: "Far North" }));
  const tries: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    await stage.clock.pass(1000);
    tries.push(commit.mock.calls.length);
  }
  expect(tries).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4, 4]);
  expect(session.getView().saving.state).toBe("saved");
  expect(new Set(commit.mock.calls.map(([sent]) => sent.key)).size).toBe(1);
});

test("a store that names a waiting time is left alone for so long", async () => {
  const stage = await createStage();
  const store = stage.store();
  const commit = vi.spyOn(store, "commit");
  const session = await stage.open(REP, { store });
  stage.crm.failNext("rate-limited", { method: "commit", retryAfterMs: 20_000 });
  session.edit(change({ name: "Far North" }));
  await stage.clock.pass(20_000);
  session.edit(change({ order: 2 }));
  expect(commit).toHaveBeenCalledTimes(1);
  await stage.clock.pass(600);
  expect(commit).toHaveBeenCalledTimes(3);
  expect(session.getView().saving.state).toBe("saved");
});

test("a commit whose answer was lost is asked for again under its key and done once", async () => {
  const stage = await createStage();
  const session = await stage.open(REP);
  stage.crm.failNext("unavailable", { method: "commit", afterwards: true });
  session.edit(change({ name: "Far North" }));
  await stage.clock.pass(600);
  expect(session.getView().saving.state).toBe("offline");
  session.edit(change({ order: 4 }));
  await stage.clock.pass(1000);
  expect(session.getView()).toMatchObject({ conflicts: [], saving: { state: "saved", pending: 0 } });
  expect(session.getView().plan.get(NORTH)).toMatchObject({
    revision: 3,
    fields: { name: "Far North", order: 4 },
  });
});

test("edits survive a reload for the same user and account, and nobody else", async () => {
  const stage = await createStage();
  const storage = createStageStorage();
  const line = createStageLine();
  line.set(false);
  const before = await stage.open(REP, { storage, online: line });
  expect(before.getView().saving.durable).toBe(true);
  before.edit(change({ name: "Far North" }));
  await calm();

  const stranger = await stage.open(OTHER, { storage });
  expect(stranger.getView().plan.get(NORTH)?.fields["name"]).toBe("North");

  const after = await stage.open(REP, { storage });
  expect(after.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
  expect(after.getView().saving).toMatchObject({ state: "waiting", pending: 1 });
  await stage.clock.pass(600);
  expect(after.getView().saving.state).toBe("saved");
  expect(storage.texts.size).toBe(0);
});

test("a restored draft meets what others did since: apart it merges, together it is a conflict", async () => {
  for (const [theirs, conflicts] of [
    [{ order: 9 }, 0],
    [{ name: "Cold North" }, 1],
  ] as const) {
    const stage = await createStage();
    const storage = createStageStorage();
    const line = createStageLine();
    line.set(false);
    const before = await stage.open(REP, { storage, online: line });
    before.edit(change({ name: "Far North" }));
    const other = await stage.open(OTHER);
    other.edit(change(theirs));
    await other.flush();
    const after = await stage.open(REP, { storage });
    expect(after.getView().conflicts).toHaveLength(conflicts);
    expect(after.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
  }
});

test("a reload while the answer of a commit is under way neither doubles nor disputes it", async () => {
  const stage = await createStage();
  const storage = createStageStorage();
  const before = await stage.open(REP, { storage });
  stage.crm.failNext("unavailable", { method: "commit", afterwards: true });
  before.edit(change({ name: "Far North" }));
  await stage.clock.pass(600);
  // The answer is lost, the edit is stored, and a colleague has gone on from there.
  const other = await stage.open(OTHER);
  other.edit(change({ name: "Cold North" }));
  await other.flush();

  const after = await stage.open(REP, { storage });
  await after.flush();
  expect(after.getView()).toMatchObject({ conflicts: [], saving: { state: "saved" } });
  expect(after.getView().plan.get(NORTH)).toMatchObject({ revision: 3, fields: { name: "Cold North" } });
});

test("a storage that is full or broken is admitted, and edits are saved all the same", async () => {
  const stage = await createStage();
  const storage = { ...createStageStorage(), write: () => Promise.reject(new Error("quota")) };
  const session = await stage.open(REP, { storage });
  session.edit(change({ name: "Far North" }));
  await calm();
  expect(session.getView().saving).toMatchObject({ durable: false, pending: 1 });
  await session.flush();
  expect(session.getView().saving.state).toBe("saved");
});

test("a draft that cannot be read does not keep the plan from opening", async () => {
  const stage = await createStage();
  for (const text of [
    "{",
    "null",
    '{"format":1}',
    '{"format":2,"plan":{},"library":{}}',
    '{"format":1,"plan":{"queue":[{}],"bases":[7]},"library":{"queue":[],"bases":[]}}',
  ]) {
    const storage = createStageStorage();
    storage.texts.set(`sweetspot:draft:${REP}:${stage.account}`, text);
    const session = await stage.open(REP, { storage });
    expect(session.getView()).toMatchObject({ status: "ready", saving: { pending: 0 } });
  }
});
