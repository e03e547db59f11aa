import {
  accountScope,
  CrmError,
  LIBRARY,
  type PlanEdit,
  type PlanStore,
  toRecordId,
} from "@sweetspot/contract";
import { expect, test, vi } from "vitest";
import { ADMIN, calm, createStage, NORTH, REGIONS } from "./stage.fixture.ts";

const rename = (name: string): PlanEdit => ({
  name: "area-renamed",
  scope: "plan",
  puts: [{ id: NORTH, type: "area", fields: { name } }],
  removes: [],
});

test("plan and library come in one call of the store", async () => {
  const stage = await createStage();
  const store = stage.store();
  const load = vi.spyOn(store, "load");
  const session = await stage.open(undefined, { store });
  expect(load).toHaveBeenCalledTimes(1);
  expect(session.getView()).toMatchObject({ status: "ready", saving: { state: "saved", durable: false } });
  expect(session.getView().plan.get(NORTH)?.fields).toMatchObject({ name: "North" });
  expect(session.getView().writable).toEqual({ plan: true, library: false });
});

test("an edit is seen at once, saved after a pause, and is the store's from then on", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit(rename("Far North"));
  expect(session.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
  expect(session.getView().saving).toMatchObject({ state: "waiting", pending: 1 });
  await stage.clock.pass(599);
  expect(session.getView().saving.state).toBe("waiting");
  await stage.clock.pass(1);
  expect(session.getView().saving).toMatchObject({ state: "saved", pending: 0 });
  expect(session.getView().saving.savedAt).toBe("2026-03-02T09:00:00.600Z");
  expect(session.getView().plan.get(NORTH)).toMatchObject({ revision: 2, fields: { name: "Far North" } });
});

test("edits made in one go travel in one commit, and somebody who never pauses is saved all the same", async () => {
  const stage = await createStage();
  const store = stage.store();
  const commit = vi.spyOn(store, "commit");
  const session = await stage.open(undefined, { store });
  for (let count = 1; count <= 12; count += 1) {
    session.edit(rename(`North ${count}`));
    await stage.clock.pass(300);
  }
  expect(commit).toHaveBeenCalledTimes(1);
  expect(commit.mock.calls[0]?.[0].puts).toEqual([
    { id: NORTH, type: "area", base: 1, fields: { name: "North 10" } },
  ]);
  await stage.clock.pass(600);
  expect(session.getView().saving.state).toBe("saved");
});

test("while a commit is under way further edits wait, and go when it has come back", async () => {
  const stage = await createStage();
  const inner = stage.store();
  const open: (() => void)[] = [];
  const store: PlanStore = {
    ...inner,
    commit: async (commit, options) => {
      await new Promise<void>((resolve) => open.push(resolve));
      return inner.commit(commit, options);
    },
  };
  const session = await stage.open(undefined, { store });
  session.edit(rename("One"));
  await stage.clock.pass(600);
  session.edit(rename("Two"));
  await stage.clock.pass(2000);
  expect(open).toHaveLength(1);
  expect(session.getView().saving).toMatchObject({ state: "saving", pending: 2 });
  open.shift()?.();
  await calm();
  expect(open).toHaveLength(1);
  open.shift()?.();
  await calm();
  expect(session.getView().saving).toMatchObject({ state: "saved", pending: 0 });
  expect(session.getView().plan.get(NORTH)?.revision).toBe(3);
});

test("nobody is told of a change where there is none, and records that did not change stay the same objects", async () => {
  const stage = await createStage();
  const session = await stage.open();
  const view = session.getView();
  const listener = vi.fn();
  session.subscribe(listener);
  session.edit(rename("North"));
  expect(listener).not.toHaveBeenCalled();
  expect(session.getView()).toBe(view);
  session.edit(rename("Far North"));
  expect(listener).toHaveBeenCalled();
  expect(session.getView().plan).not.toBe(view.plan);
  expect(session.getView().library).toBe(view.library);
  expect(session.getView().plan.get(REGIONS)).toBe(view.plan.get(REGIONS));
  expect(session.getView()).toBe(session.getView());
});

test("an edit the store refuses is kept and named, and does not hold up others", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit(rename("x".repeat(121)));
  session.edit({
    name: "perspective-renamed",
    scope: "plan",
    puts: [{ id: REGIONS, type: "perspective", fields: { name: "Countries" } }],
    removes: [],
  });
  await stage.clock.pass(600);
  const { saving, plan } = session.getView();
  expect(saving).toMatchObject({ state: "failed", pending: 1, refusedEdit: "area-renamed" });
  expect(saving.error?.code).toBe("malformed");
  expect(plan.get(NORTH)?.fields["name"]).toHaveLength(121);
  expect(plan.get(REGIONS)).toMatchObject({ revision: 2, fields: { name: "Countries" } });
});

test("correcting a refused edit saves it", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit(rename("x".repeat(121)));
  await stage.clock.pass(600);
  expect(session.getView().saving.state).toBe("failed");
  session.edit(rename("Short again"));
  await stage.clock.pass(600);
  expect(session.getView().saving).toMatchObject({ state: "saved", pending: 0 });
  expect(session.getView().plan.get(NORTH)?.fields["name"]).toBe("Short again");
});

test("a rep's edit of the library is refused and kept, the plan is saved", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit({
    name: "offering-added",
    scope: "library",
    puts: [{ id: toRecordId("offering-a"), type: "offering", fields: { name: "Cooling" } }],
    removes: [],
  });
  session.edit(rename("Far North"));
  await stage.clock.pass(600);
  expect(session.getView().saving).toMatchObject({ state: "failed", refusedEdit: "offering-added" });
  expect(session.getView().saving.error?.code).toBe("forbidden");
  expect(session.getView().plan.get(NORTH)?.revision).toBe(2);
});

test("a plan that uses a new offering waits until the library has saved it", async () => {
  const stage = await createStage();
  const session = await stage.open(ADMIN);
  const offering = toRecordId("offering-a");
  session.edit({
    name: "offering-added",
    scope: "library",
    puts: [{ id: offering, type: "offering", fields: { name: "Cooling" } }],
    removes: [],
  });
  session.edit({
    name: "level-set",
    scope: "plan",
    puts: [{ id: toRecordId("cell"), type: "cell", fields: { area: NORTH, offering, level: "weak" } }],
    removes: [],
  });
  await session.flush();
  expect(session.getView().saving).toMatchObject({ state: "saved", pending: 0 });
  const [plan, library] = await stage.store(ADMIN).load([accountScope(stage.account), LIBRARY]);
  expect(library?.records.map((record) => record.id)).toContain(offering);
  expect(plan?.records.map((record) => record.id)).toContain("cell");
});

test("a plan that cannot be loaded says why, and loads when asked again", async () => {
  const stage = await createStage();
  stage.crm.failNext("forbidden", { method: "load" });
  const session = await stage.open();
  expect(session.getView()).toMatchObject({ status: "failed", error: { code: "forbidden" } });
  expect(() => session.edit(rename("x"))).toThrow("not loaded");
  await session.refresh();
  expect(session.getView()).toMatchObject({ status: "ready", error: undefined });
});

test("a failed refresh keeps the plan on the screen", async () => {
  const stage = await createStage();
  const session = await stage.open();
  stage.crm.failNext("unavailable", { method: "load" });
  await session.refresh();
  expect(session.getView()).toMatchObject({ status: "ready", error: { code: "unavailable" } });
  expect(session.getView().plan.get(NORTH)).toBeDefined();
});

test("leaving the page saves what waits and lets go of every timer", async () => {
  const stage = await createStage();
  const session = await stage.open();
  session.edit(rename("Far North"));
  await session.dispose();
  expect(stage.clock.waiting).toBe(0);
  const other = await stage.open();
  expect(other.getView().plan.get(NORTH)?.fields["name"]).toBe("Far North");
});

test("a signed-out user's edits are kept and saved after signing in again", async () => {
  const stage = await createStage();
  const session = await stage.open();
  stage.crm.failNext("unauthenticated", { method: "commit" });
  session.edit(rename("Far North"));
  await stage.clock.pass(600);
  expect(session.getView().saving).toMatchObject({
    state: "failed",
    pending: 1,
    error: { code: "unauthenticated" },
  });
  await session.flush();
  expect(session.getView().saving.state).toBe("saved");
});

test("an import larger than a commit may be arrives whole and is undone as one", async () => {
  const stage = await createStage();
  const session = await stage.open();
  const puts = Array.from({ length: 2500 }, (_, index) => ({
    id: toRecordId(`area-${index}`),
    type: "area",
    fields: { name: `Area ${index}`, perspective: REGIONS },
  }));
  session.edit({ name: "areas-imported", scope: "plan", puts, removes: [] });
  await session.flush();
  expect(session.getView().saving).toMatchObject({ state: "saved", error: undefined });
  expect(session.getView().plan.size).toBe(2502);
  session.undo();
  expect(session.getView().plan.size).toBe(2);
});

test("a store that never answers counts as offline", async () => {
  const stage = await createStage();
  const store: PlanStore = { ...stage.store(), commit: () => new Promise(() => {}) };
  const session = await stage.open(undefined, { store });
  session.edit(rename("Far North"));
  await stage.clock.pass(31_000);
  expect(session.getView().saving).toMatchObject({ state: "offline", pending: 1 });
  expect(CrmError.is(session.getView().saving.error, "unavailable")).toBe(true);
});
