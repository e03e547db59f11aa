import { type PlanEdit, type PlanFields, toRecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import {
  calm,
  createStage,
  createStageLine,
  createStagePages,
  NORTH,
  REGIONS,
  REP,
} from "./stage.fixture.ts";

const change = (fields: PlanFields, id: string = NORTH): PlanEdit => ({
  name: "area-changed",
  scope: "plan",
  puts: [{ id: toRecordId(id), type: "area", fields }],
  removes: [],
});

/** Two pages without a line, each with an edit of its own; the browser keeps both. */
async function workOnTwoPages() {
  const stage = await createStage();
  const pages = createStagePages();
  const line = createStageLine();
  line.set(false);
  const [one, other] = [pages.openPage(), pages.openPage()];
  const first = await stage.open(REP, { storage: one, online: line });
  const second = await stage.open(REP, { storage: other, online: line });
  first.edit(change({ name: "Far North" }));
  second.edit(change({ name: "South", perspective: REGIONS }, "area-south"));
  await calm();
  return { stage, pages, one, other, first, second };
}

test("two pages of one user keep their drafts apart", async () => {
  const { pages } = await workOnTwoPages();
  expect([...pages.texts.values()].map((text) => /Far North|South/.exec(text)?.[0])).toEqual([
    "Far North",
    "South",
  ]);
});

test("a page that opens beside a living one leaves its draft alone", async () => {
  const { stage, pages, first } = await workOnTwoPages();
  const third = await stage.open(REP, { storage: pages.openPage() });
  expect(third.getView().saving.pending).toBe(0);
  await stage.clock.pass(5000);
  expect(first.getView().saving.pending).toBe(1);
  expect(pages.texts.size).toBe(2);
});

test("what closed pages left is all saved by the next page, one draft after the other", async () => {
  const { stage, pages, one, other } = await workOnTwoPages();
  one.close();
  other.close();
  const next = await stage.open(REP, { storage: pages.openPage() });
  expect(next.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
  await stage.clock.pass(5000);
  expect(next.getView().saving.state).toBe("saved");
  expect(pages.texts.size).toBe(0);
  const [saved] = await stage.store().load([{ kind: "account", account: stage.account }]);
  expect(saved?.records.map((record) => record.fields["name"])).toEqual(
    expect.arrayContaining(["Far North", "South"]),
  );
});

test("a draft is not taken over while one is edited, and none is lost for it", async () => {
  const { stage, pages, one, first } = await workOnTwoPages();
  const line = createStageLine();
  line.set(false);
  const third = await stage.open(REP, { storage: pages.openPage(), online: line });
  third.edit(change({ order: 7 }));
  one.close();
  await third.refresh();
  await calm();
  expect(pages.texts.size).toBe(3);
  line.set(true);
  await stage.clock.pass(5000);
  await third.refresh();
  await stage.clock.pass(5000);
  expect(third.getView().plan.get(NORTH)?.fields).toMatchObject({ name: "Far North", order: 7 });
  expect(first.getView().saving.pending).toBe(1);
});

test("a page that is left in order leaves its place to the next", async () => {
  const stage = await createStage();
  const pages = createStagePages();
  const first = await stage.open(REP, { storage: pages.openPage() });
  await first.dispose();
  const line = createStageLine();
  line.set(false);
  const next = await stage.open(REP, { storage: pages.openPage(), online: line });
  next.edit(change({ order: 1 }));
  await calm();
  expect([...pages.texts.keys()]).toEqual([`sweetspot:draft:${REP}:${stage.account}`]);
});
