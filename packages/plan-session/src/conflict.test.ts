import { accountScope, type PlanEdit, type PlanFields, toRecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { createStage, NORTH, OTHER, REGIONS, REP, type Stage } from "./stage.fixture.ts";

const change = (fields: PlanFields, id = NORTH): PlanEdit => ({
  name: "area-changed",
  scope: "plan",
  puts: [{ id, type: "area", fields }],
  removes: [],
});
const remove = (id = NORTH): PlanEdit => ({ name: "area-removed", scope: "plan", puts: [], removes: [id] });

const twoReps = async (stage: Stage) => [await stage.open(REP), await stage.open(OTHER)] as const;

test("two people who change different fields of one record both have their way", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  mara.edit(change({ name: "Far North" }));
  await mara.flush();
  tomas.edit(change({ order: 7 }));
  await tomas.flush();
  expect(tomas.getView()).toMatchObject({ conflicts: [], saving: { state: "saved" } });
  expect(tomas.getView().plan.get(NORTH)?.fields).toMatchObject({ name: "Far North", order: 7 });
});

test("two people who change the same field are shown mine, theirs and what it was; other edits go on being saved", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  mara.edit(change({ name: "Far North", order: 3 }));
  await mara.flush();
  tomas.edit(change({ name: "Cold North" }));
  tomas.edit({
    ...change({ name: "Lands" }, REGIONS),
    puts: [{ id: REGIONS, type: "perspective", fields: { name: "Lands" } }],
  });
  await tomas.flush();
  const view = tomas.getView();
  expect(view.saving).toMatchObject({ state: "conflict", pending: 1 });
  expect(view.conflicts).toMatchObject([
    {
      record: NORTH,
      type: "area",
      mine: { name: "Cold North" },
      theirs: { name: "Far North" },
      base: { name: "North" },
    },
  ]);
  expect(view.plan.get(NORTH)?.fields).toMatchObject({ name: "Cold North", order: 3 });
  expect(view.plan.get(REGIONS)?.revision).toBe(2);
  tomas.edit({
    name: "area-added",
    scope: "plan",
    puts: [{ id: toRecordId("south"), type: "area", fields: { name: "South", perspective: REGIONS } }],
    removes: [],
  });
  await tomas.flush();
  expect(tomas.getView().saving).toMatchObject({ state: "conflict", pending: 1 });
  const [plan] = await stage.store().load([accountScope(stage.account)]);
  expect(plan?.records.map((record) => record.id)).toContain("south");
});

for (const [choice, expected] of [
  ["mine", { name: "Cold North", order: 3 }],
  ["theirs", { name: "Far North", order: 3 }],
  [{ merged: { name: "North, far and cold" } }, { name: "North, far and cold", order: 3 }],
] as const)
  test(`a conflict ended with ${JSON.stringify(choice)} is saved that way`, async () => {
    const stage = await createStage();
    const [mara, tomas] = await twoReps(stage);
    mara.edit(change({ name: "Far North", order: 3 }));
    await mara.flush();
    tomas.edit(change({ name: "Cold North", ruleField: "Country" }));
    await tomas.flush();
    tomas.resolve(NORTH, choice);
    await tomas.flush();
    expect(tomas.getView()).toMatchObject({ conflicts: [], saving: { state: "saved" } });
    await mara.refresh();
    expect(mara.getView().plan.get(NORTH)?.fields).toMatchObject({ ...expected, ruleField: "Country" });
  });

test("what somebody removed while I changed it can be kept, with everything it was", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  mara.edit(remove());
  await mara.flush();
  tomas.edit(change({ order: 2 }));
  await tomas.flush();
  expect(tomas.getView().conflicts).toMatchObject([
    { mine: { order: 2 }, theirs: null, base: { name: "North" } },
  ]);
  expect(tomas.getView().plan.get(NORTH)?.fields).toMatchObject({ name: "North", order: 2 });
  tomas.resolve(NORTH, "mine");
  await tomas.flush();
  expect(tomas.getView().saving.state).toBe("saved");
  expect(tomas.getView().plan.get(NORTH)?.fields).toEqual({ name: "North", perspective: REGIONS, order: 2 });
});

test("what I removed while somebody changed it goes only when I say so again", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  mara.edit(change({ name: "Far North" }));
  await mara.flush();
  tomas.edit(remove());
  await tomas.flush();
  expect(tomas.getView().conflicts).toMatchObject([{ mine: null, theirs: { name: "Far North" } }]);
  tomas.resolve(NORTH, "theirs");
  await tomas.flush();
  expect(tomas.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
  tomas.edit(remove());
  await tomas.flush();
  expect(tomas.getView().plan.has(NORTH)).toBe(false);
});

test("a refresh brings in what others did and keeps what is not saved yet", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  mara.edit(change({ name: "Far North" }));
  mara.edit({
    name: "added",
    scope: "plan",
    puts: [{ id: toRecordId("south"), type: "area", fields: { name: "South", perspective: REGIONS } }],
    removes: [],
  });
  await mara.flush();
  tomas.edit(change({ order: 5 }));
  await tomas.refresh();
  expect(tomas.getView().plan.get(NORTH)?.fields).toMatchObject({ name: "Far North", order: 5 });
  expect(tomas.getView().plan.has(toRecordId("south"))).toBe(true);
  mara.edit(remove(toRecordId("south")));
  await mara.flush();
  await tomas.refresh();
  expect(tomas.getView().plan.has(toRecordId("south"))).toBe(false);
  await tomas.flush();
  expect(tomas.getView().saving.state).toBe("saved");
});

test("two people who begin the same record at once meet in it", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  const add = (fields: PlanFields): PlanEdit => ({
    name: "added",
    scope: "plan",
    puts: [
      { id: toRecordId("south"), type: "area", fields: { perspective: REGIONS, name: "South", ...fields } },
    ],
    removes: [],
  });
  mara.edit(add({ order: 1 }));
  tomas.edit(add({ ruleField: "Country" }));
  await mara.flush();
  await tomas.flush();
  expect(tomas.getView().conflicts).toEqual([]);
  expect(tomas.getView().plan.get(toRecordId("south"))?.fields).toMatchObject({
    order: 1,
    ruleField: "Country",
  });
});

test("typing what the other one wrote ends the conflict by itself", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  mara.edit(change({ name: "Far North" }));
  await mara.flush();
  tomas.edit(change({ name: "Cold North" }));
  await tomas.flush();
  expect(tomas.getView().conflicts).toHaveLength(1);
  tomas.edit(change({ name: "Far North" }));
  expect(tomas.getView().conflicts).toEqual([]);
  await tomas.flush();
  expect(tomas.getView().saving).toMatchObject({ state: "saved", pending: 0 });
});

test("a value set and set back is no edit, and does not take back what a colleague made of it", async () => {
  const stage = await createStage();
  const [mara, tomas] = await twoReps(stage);
  tomas.edit(change({ name: "Cold North" }));
  tomas.edit(change({ name: "North", order: 4 }));
  mara.edit(change({ name: "Far North", order: 3 }));
  await mara.flush();
  await tomas.refresh();
  expect(tomas.getView().conflicts).toMatchObject([{ mine: { order: 4 }, theirs: { order: 3 } }]);
  tomas.resolve(NORTH, "theirs");
  await tomas.flush();
  expect(tomas.getView().plan.get(NORTH)?.fields).toMatchObject({ name: "Far North", order: 3 });
});
