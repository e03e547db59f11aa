import { type PlanEdit, type PlanFields, toRecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { createStage, NORTH, OTHER, REGIONS, REP } from "./stage.fixture.ts";
import { UNDO_LIMIT } from "./undo.ts";

const SOUTH = toRecordId("area-south");
const change = (fields: PlanFields, id = NORTH): PlanEdit => ({
  name: "area-changed",
  scope: "plan",
  puts: [{ id, type: "area", fields }],
  removes: [],
});
const addSouth: PlanEdit = { ...change({ name: "South", perspective: REGIONS }, SOUTH), name: "area-added" };

test("undo and redo walk back and forth through named edits", async () => {
  const session = await (await createStage()).open();
  expect(session.getView().undo).toEqual({ undo: undefined, redo: undefined });
  session.edit(change({ name: "Far North" }));
  session.edit({ ...change({ order: 3 }), name: "area-moved" });
  expect(session.getView().undo).toEqual({ undo: "area-moved", redo: undefined });
  session.undo();
  session.undo();
  expect(session.getView().undo).toEqual({ undo: undefined, redo: "area-changed" });
  expect(session.getView().plan.get(NORTH)?.fields).toEqual({ name: "North", perspective: REGIONS });
  session.redo();
  expect(session.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
  session.edit(change({ name: "Cold North" }));
  expect(session.getView().undo.redo).toBeUndefined();
});

test("an edit taken back before it was saved never travels", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit(change({ name: "Far North" }));
  session.undo();
  await stage.clock.pass(600);
  expect(session.getView().saving).toMatchObject({ state: "saved", pending: 0, savedAt: undefined });
  const changes = await session.changes({ kind: "account", account: stage.account }, { since: 1 });
  expect(changes.items).toEqual([]);
});

test("an edit can be taken back after it was saved", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit(change({ name: "Far North" }));
  await session.flush();
  session.undo();
  await session.flush();
  expect(session.getView().plan.get(NORTH)).toMatchObject({ revision: 3, fields: { name: "North" } });
});

test("a removed record comes back with everything it was, also after the removal was saved", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit({ name: "area-removed", scope: "plan", puts: [], removes: [NORTH] });
  await session.flush();
  expect(session.getView().plan.has(NORTH)).toBe(false);
  session.undo();
  await session.flush();
  expect(session.getView().plan.get(NORTH)).toMatchObject({
    revision: 3,
    fields: { name: "North", perspective: REGIONS },
  });
  session.redo();
  await session.flush();
  expect(session.getView().plan.has(NORTH)).toBe(false);
});

test("undo never touches what somebody else has changed since, and takes back the rest", async () => {
  const stage = await createStage();
  const mara = await stage.open(REP);
  const tomas = await stage.open(OTHER);
  mara.edit(change({ name: "Far North", order: 3 }));
  await mara.flush();
  await tomas.refresh();
  tomas.edit(change({ name: "Cold North" }));
  await tomas.flush();
  await mara.refresh();
  mara.undo();
  await mara.flush();
  expect(mara.getView().plan.get(NORTH)?.fields).toEqual({ name: "Cold North", perspective: REGIONS });
  expect(mara.getView().saving.state).toBe("saved");
});

test("a record others have built on is not taken away by undo", async () => {
  const stage = await createStage();
  const mara = await stage.open(REP);
  mara.edit(change({ name: "Far North" }));
  mara.edit(addSouth);
  await mara.flush();
  const tomas = await stage.open(OTHER);
  tomas.edit(change({ name: "Bavaria", perspective: REGIONS, parent: SOUTH }, toRecordId("area-bavaria")));
  await tomas.flush();
  await mara.refresh();
  mara.undo();
  expect(mara.getView().plan.has(SOUTH)).toBe(true);
  expect(mara.getView().plan.get(NORTH)?.fields["name"]).toBe("North");
});

test("a step that removes a record and clears what mentions it is done again whole", async () => {
  const stage = await createStage();
  const session = await stage.open();
  const parentOf = () => session.getView().plan.get(NORTH)?.fields["parent"];
  session.edit(addSouth);
  session.edit(change({ parent: SOUTH }));
  session.edit({
    name: "area-removed",
    scope: "plan",
    puts: change({ parent: null }).puts,
    removes: [SOUTH],
  });
  await session.flush();
  session.undo();
  await session.flush();
  expect(parentOf()).toBe(SOUTH);
  session.redo();
  await session.flush();
  expect(session.getView().saving.state).toBe("saved");
  expect(session.getView().plan.has(SOUTH)).toBe(false);
  expect(parentOf()).toBeUndefined();
});

test("a record somebody else works on keeps what it stands below, however many steps up", async () => {
  const stage = await createStage();
  const mara = await stage.open(REP);
  const BAVARIA = toRecordId("area-bavaria");
  const bavaria = change({ name: "Bavaria", perspective: REGIONS, parent: SOUTH }, BAVARIA);
  mara.edit({ ...addSouth, puts: [...addSouth.puts, ...bavaria.puts] });
  await mara.flush();
  const tomas = await stage.open(OTHER);
  tomas.edit(change({ order: 7 }, BAVARIA));
  await tomas.flush();
  await mara.refresh();
  mara.undo();
  await mara.flush();
  expect(mara.getView().saving.state).toBe("saved");
  expect(mara.getView().plan.has(SOUTH)).toBe(true);
  expect(mara.getView().plan.get(BAVARIA)?.fields["order"]).toBe(7);
});

test("so many steps can be taken back, and no more", async () => {
  const session = await (await createStage()).open();
  for (let order = 1; order <= UNDO_LIMIT + 5; order += 1) session.edit(change({ order }));
  for (let count = 0; count < UNDO_LIMIT + 5; count += 1) session.undo();
  expect(session.getView().plan.get(NORTH)?.fields["order"]).toBe(5);
});
