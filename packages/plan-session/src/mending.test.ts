import {
  type PlanEdit,
  type PlanFields,
  type PlanSession,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { withConsequences } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import {
  ADMIN,
  createStage,
  createStageStorage,
  NORTH,
  OTHER,
  REGIONS,
  REP,
  type Stage,
} from "./stage.fixture.ts";

// What one person builds on a record another removes, both seldom looking at what the other does.

const id = toRecordId;
const put = (record: string, type: string, fields: PlanFields): PlanEdit => ({
  name: `${type}-put`,
  scope: "plan",
  puts: [{ id: id(record), type, fields }],
  removes: [],
});
/** As a widget removes: with all that the person sees depending on it. */
const remove = (session: PlanSession, ...records: readonly string[]): void =>
  session.edit(
    withConsequences(
      { name: "removed", scope: "plan", puts: [], removes: records.map(id) },
      session.getView().plan,
    ),
  );
const insight = (record: string, side = "customer", level = "level"): PlanEdit =>
  put(record, "insight", { level, side, kind: "target", statement: record });
const spot = (record: string, customer: readonly string[], provider: readonly string[]): PlanEdit =>
  put(record, "sweet-spot", { level: "level", customerInsights: customer, providerInsights: provider });

/** A board both know, with one insight of each side. */
async function twoReps(stage: Stage): Promise<readonly [PlanSession, PlanSession]> {
  const mara = await stage.open(REP);
  mara.edit(put("level", "strategy-level", { name: "Group", kind: "company", order: 1 }));
  for (const edit of [
    insight("wish"),
    insight("hope"),
    insight("gift", "provider"),
    put("boss", "buying-centre-member", { name: "Boss" }),
  ])
    mara.edit(edit);
  await mara.flush();
  return [mara, await stage.open(OTHER)];
}

const stateOf = (session: PlanSession) => session.getView().saving.state;
const has = (session: PlanSession, record: string): boolean => session.getView().plan.has(id(record));
const conflictsOf = (session: PlanSession) =>
  session.getView().conflicts.map(({ record, because }) => [record, because?.kind, because?.records]);

describe("what I built on a record somebody removed", () => {
  test("is saved without a mention that may be missing", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    remove(mara, "boss");
    await mara.flush();
    tomas.edit(put("gap", "knowledge-gap", { question: "Who decides?", member: "boss" }));
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect(tomas.getView().plan.get(id("gap"))?.fields).toEqual({ question: "Who decides?" });
  });

  test("keeps what is left of a list", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    remove(mara, "hope");
    await mara.flush();
    tomas.edit(spot("spot", ["wish", "hope"], ["gift"]));
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect(tomas.getView().plan.get(id("spot"))?.fields["customerInsights"]).toEqual(["wish"]);
  });

  test("asks where it cannot be without it; what was removed comes back with mine", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    remove(mara, "level");
    await mara.flush();
    tomas.edit(insight("new"));
    tomas.edit(put("other", "buying-centre-member", { name: "Other" }));
    await tomas.flush();
    expect(conflictsOf(tomas)).toEqual([["level", "needed-by", ["new"]]]);
    expect(tomas.getView().saving).toMatchObject({ state: "conflict", pending: 1 });
    tomas.resolve(id("level"), "mine");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    await mara.refresh();
    expect(mara.getView().plan.get(id("new"))?.fields["statement"]).toBe("new");
    expect(mara.getView().plan.get(id("level"))?.fields).toMatchObject({ name: "Group" });
  });

  test("asks where it cannot be without it; mine goes when I give it up, with what stood on it", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    remove(mara, "gift");
    await mara.flush();
    tomas.edit(spot("spot", ["wish"], ["gift"]));
    tomas.edit(
      put("message", "core-message", { sweetSpot: "spot", level: "level", statement: "So", version: 1 }),
    );
    await tomas.flush();
    expect(conflictsOf(tomas)).toEqual([["gift", "needed-by", ["spot"]]]);
    tomas.resolve(id("gift"), "theirs");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect([has(tomas, "spot"), has(tomas, "message"), has(tomas, "wish")]).toEqual([false, false, true]);
  });

  test("keeps the rest of a change whose new place is gone", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    mara.edit(put("unit", "strategy-level", { name: "Unit", kind: "unit", order: 2 }));
    await mara.flush();
    await tomas.refresh();
    remove(mara, "unit");
    await mara.flush();
    tomas.edit(put("wish", "insight", { level: "unit", statement: "Halve energy" }));
    await tomas.flush();
    tomas.resolve(id("unit"), "theirs");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect(tomas.getView().plan.get(id("wish"))?.fields).toMatchObject({
      level: "level",
      statement: "Halve energy",
    });
  });

  test("comes back whole after a reload too, from what the plan was when I built on it", async () => {
    const stage = await createStage();
    const [mara] = await twoReps(stage);
    const storage = createStageStorage();
    const line = { on: false };
    const online = { isOnline: () => line.on, subscribe: () => () => {} };
    const before = await stage.open(OTHER, { storage, online });
    before.edit(insight("new"));
    await before.dispose();
    await stage.clock.pass(1000);
    remove(mara, "level");
    await mara.flush();
    line.on = true;
    const tomas = await stage.open(OTHER, { storage, online });
    await tomas.flush();
    expect(conflictsOf(tomas)).toEqual([["level", "needed-by", ["new"]]]);
    tomas.resolve(id("level"), "mine");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect([has(tomas, "new"), has(tomas, "level")]).toEqual([true, true]);
  });

  test("is forgotten when I take it back instead of answering", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    remove(mara, "level");
    await mara.flush();
    tomas.edit(insight("new"));
    await tomas.flush();
    tomas.undo();
    await tomas.flush();
    expect(conflictsOf(tomas)).toEqual([]);
    expect(stateOf(tomas)).toBe("saved");
  });
});

describe("what I built on a record of the library that an admin removed", () => {
  const OFFERING = "offering-heat";
  const cell = put("cell", "cell", { area: NORTH, offering: OFFERING, level: "present" });
  const library = (puts: PlanEdit["puts"], removes: readonly string[] = []): PlanEdit => ({
    name: "library",
    scope: "library",
    puts,
    removes: removes.map(id),
  });

  async function adminRemoves(
    stage: Stage,
    options?: Parameters<Stage["open"]>[1],
  ): Promise<readonly [PlanSession, PlanSession]> {
    const admin = await stage.open(ADMIN);
    admin.edit(library([{ id: id(OFFERING), type: "offering", fields: { name: "Heat from waste" } }]));
    await admin.flush();
    const rep = await stage.open(REP, options);
    admin.edit(library([], [OFFERING]));
    await admin.flush();
    return [rep, admin];
  }

  test("asks; a copy of it in this plan keeps mine", async () => {
    const [rep, admin] = await adminRemoves(await createStage());
    rep.edit(cell);
    await rep.flush();
    expect(rep.getView().conflicts).toMatchObject([
      {
        record: OFFERING,
        mine: { name: "Heat from waste" },
        because: { kind: "needed-by", records: ["cell"], from: "library" },
      },
    ]);
    rep.resolve(id(OFFERING), "mine");
    await rep.flush();
    expect(stateOf(rep)).toBe("saved");
    await admin.refresh();
    expect(admin.getView().library.has(id(OFFERING))).toBe(false);
    expect(admin.getView().plan.get(id(OFFERING))?.fields["name"]).toBe("Heat from waste");
    expect(has(admin, "cell")).toBe(true);
  });

  test("asks; mine goes when I give it up", async () => {
    const [rep] = await adminRemoves(await createStage());
    rep.edit(cell);
    await rep.flush();
    rep.resolve(id(OFFERING), "theirs");
    await rep.flush();
    expect(stateOf(rep)).toBe("saved");
    expect([has(rep, "cell"), has(rep, OFFERING)]).toEqual([false, false]);
  });

  test("asks after a reload too", async () => {
    const stage = await createStage();
    const storage = createStageStorage();
    const line = { on: false };
    const online = { isOnline: () => line.on, subscribe: () => () => {} };
    const [before] = await adminRemoves(stage, { storage, online });
    before.edit(cell);
    await before.dispose();
    line.on = true;
    const rep = await stage.open(REP, { storage, online });
    await rep.flush();
    expect(conflictsOf(rep)).toEqual([[OFFERING, "needed-by", ["cell"]]]);
    rep.resolve(id(OFFERING), "mine");
    await rep.flush();
    expect(stateOf(rep)).toBe("saved");
    expect([has(rep, "cell"), has(rep, OFFERING)]).toEqual([true, true]);
  });
});

describe("what I removed and somebody has built on", () => {
  test("goes, where theirs merely mentions it", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    mara.edit(put("gap", "knowledge-gap", { question: "Who decides?", member: "boss" }));
    await mara.flush();
    remove(tomas, "boss");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect(tomas.getView().plan.get(id("gap"))?.fields).toEqual({ question: "Who decides?" });
  });

  test("asks where theirs cannot be without it; removed anyway, theirs goes along", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    mara.edit(spot("spot", ["wish"], ["gift"]));
    await mara.flush();
    remove(tomas, "gift");
    await tomas.flush();
    expect(conflictsOf(tomas)).toEqual([["gift", "used-by", ["spot"]]]);
    tomas.resolve(id("gift"), "mine");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect([has(tomas, "gift"), has(tomas, "spot"), has(tomas, "wish")]).toEqual([false, false, true]);
  });

  test("asks where theirs cannot be without it; kept, it stays with what it stands on", async () => {
    const [mara, tomas] = await twoReps(await createStage());
    mara.edit(insight("new"));
    await mara.flush();
    remove(tomas, "level");
    await tomas.flush();
    expect(conflictsOf(tomas)).toEqual([["level", "used-by", ["new"]]]);
    tomas.resolve(id("level"), "theirs");
    await tomas.flush();
    expect(stateOf(tomas)).toBe("saved");
    expect([has(tomas, "level"), has(tomas, "new")]).toEqual([true, true]);
  });
});

test("areas, perspectives and cells are mended by the same rules", async () => {
  const stage = await createStage();
  const mara = await stage.open(REP);
  const tomas = await stage.open(OTHER);
  remove(mara, REGIONS);
  await mara.flush();
  tomas.edit(put("south", "area", { name: "South", perspective: REGIONS, parent: NORTH }));
  await tomas.flush();
  expect(conflictsOf(tomas)).toEqual([[REGIONS, "needed-by", ["south"]]]);
  tomas.resolve(REGIONS as RecordId, "mine");
  await tomas.flush();
  expect(stateOf(tomas)).toBe("saved");
  expect(tomas.getView().plan.get(id("south"))?.fields).toEqual({ name: "South", perspective: REGIONS });
});
