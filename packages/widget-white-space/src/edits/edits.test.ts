import { accountScope, CrmError, type PlanEdit, type RecordId, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { DEMO_ACCOUNTS, DEMO_TEAM, demoPlans, demoWorld } from "@sweetspot/fixtures";
import { cellId } from "@sweetspot/plan-model";
import { createPlanSession } from "@sweetspot/plan-session";
import { type PlanReading, readPlan } from "@sweetspot/white-space-plan";
import { describe, expect, it, onTestFinished } from "vitest";
import { countingIds, ME } from "../stage.fixture.ts";
import { addArea, moveArea, removeArea, removePerspective, setBarrier } from "./area-edits.model.ts";
import { addKnowledgeGap, setLevel, setNextStep } from "./cell-edits.model.ts";
import { addOffering, hideOfferings, removeOffering } from "./offering-edits.model.ts";

const account = toRecordId(DEMO_ACCOUNTS.foodRetailer);

/** A rep's session on the food retailer's plan, over a store that checks every record and reference. */
async function openPlan(user: RecordId = DEMO_TEAM.lena) {
  const crm = createMemoryCrm(demoWorld());
  await crm.seed(demoPlans());
  const open = (who: RecordId) => {
    const session = createPlanSession({ account, store: crm.as(who).store, user: who, saveDelayMs: 0 });
    onTestFinished(() => session.dispose());
    return session;
  };
  const session = open(user);
  const ready = async (one: typeof session) => {
    for (let tries = 0; one.getView().status !== "ready" && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 1));
  };
  await ready(session);
  const plan = (): PlanReading => readPlan(session.getView().plan, session.getView().library);
  return {
    session,
    plan,
    openAs: async (who: RecordId) => {
      const other = open(who);
      await ready(other);
      return other;
    },
    save: async (edit: PlanEdit | undefined) => {
      if (edit) session.edit(edit);
      await session.flush();
      expect(session.getView().saving.state).toBe("saved");
    },
    undo: async () => {
      session.undo();
      await session.flush();
      expect(session.getView().saving.state).toBe("saved");
    },
  };
}

const idOf = (plan: PlanReading, name: string): RecordId => {
  const area = plan.areas.find((item) => item.fields.name === name);
  if (!area) throw new Error(`The demo plan has no area ${name}.`);
  return area.id;
};

describe("removing an area", () => {
  it("takes its subtree, cells, questions and barriers along, and undo brings all of it back", async () => {
    const { plan, save, undo } = await openPlan();
    const germany = idOf(plan(), "Germany");
    const ref = { area: idOf(plan(), "South"), offering: plan().offerings.at(-1)?.record.id as RecordId };
    await save(setLevel(plan().cells, [ref], "weak", ME));
    await save(addKnowledgeGap(plan().cells, ref, { question: "Who decides?" }, countingIds()));
    await save(setBarrier(ref.area, idOf(plan(), "North"), "Two managers who do not talk"));
    const before = plan();

    await save(removeArea(before, germany));
    const names = plan().areas.map((area) => area.fields.name);
    expect(names).not.toContain("Germany");
    expect(names).not.toContain("South");
    expect([...plan().cells.values()].some((cell) => cell.fields.area === ref.area)).toBe(false);
    expect(plan().gaps.some((gap) => gap.fields.question === "Who decides?")).toBe(false);

    await undo();
    const ids = (reading: PlanReading) => [
      ...reading.areas.map((area) => area.id).toSorted(),
      ...[...reading.cells.keys()].toSorted(),
      ...reading.barriers.map((barrier) => barrier.id).toSorted(),
      ...reading.gaps.map((gap) => gap.id).toSorted(),
    ];
    expect(ids(plan())).toEqual(ids(before));
  });

  it("removes a whole perspective with everything in it", async () => {
    const { plan, save } = await openPlan();
    const perspective = plan().perspectives[0]?.id as RecordId;
    await save(removePerspective(plan(), perspective));
    expect(plan().areas.filter((area) => area.fields.perspective === perspective)).toEqual([]);
  });
});

describe("moving an area", () => {
  it("is refused below itself", async () => {
    const { plan } = await openPlan();
    const to = { parent: idOf(plan(), "North"), before: undefined };
    expect(() => moveArea(plan(), idOf(plan(), "Germany"), to)).toThrow(/below itself/);
  });

  it("puts it before the sibling named, and changes that one record only", async () => {
    const { plan, save } = await openPlan();
    const germany = idOf(plan(), "Germany");
    const edit = moveArea(plan(), idOf(plan(), "South"), { parent: germany, before: idOf(plan(), "North") });
    expect(edit.puts).toHaveLength(1);
    await save(edit);
    const order = plan()
      .areas.filter((area) => area.fields.parent === germany)
      .toSorted((one, other) => (one.fields.order ?? 0) - (other.fields.order ?? 0));
    expect(order.map((area) => area.fields.name)).toEqual(["South", "North", "Rhine-Ruhr"]);
  });
});

describe("offerings of one account", () => {
  it("are added, hidden and removed with their cells and their place in the layout", async () => {
    const { plan, save } = await openPlan();
    await save(addOffering(plan(), { name: "Heat recovery", terms: ["heat"] }, countingIds()));
    const added = plan().offerings.find((item) => item.record.fields.name === "Heat recovery");
    const id = added?.record.id as RecordId;
    expect(added?.origin).toBe("plan");
    await save(hideOfferings(plan(), [id], true));
    await save(setLevel(plan().cells, [{ area: idOf(plan(), "North"), offering: id }], "strong", ME));
    await save(removeOffering(plan(), id));
    expect(plan().hiddenOfferings).not.toContain(id);
    expect([...plan().cells.values()].some((cell) => cell.fields.offering === id)).toBe(false);
  });
});

describe("cells", () => {
  it("two reps who fill the same cell first meet in a conflict, not in two cells", async () => {
    const { plan, session, openAs } = await openPlan();
    const tobias = await openAs(DEMO_TEAM.tobias);
    const ref = { area: idOf(plan(), "Warsaw"), offering: toRecordId(firstFreeOffering(plan(), "Warsaw")) };
    session.edit(setLevel(plan().cells, [ref], "weak", ME));
    tobias.edit(setLevel(plan().cells, [ref], "strong", { ...ME, by: DEMO_TEAM.tobias }));
    await session.flush();
    await tobias.flush();
    const [conflict] = tobias.getView().conflicts;
    expect(conflict).toMatchObject({ record: cellId(ref.area, ref.offering), type: "cell" });
    expect(conflict?.theirs?.["level"]).toBe("weak");
    expect(conflict?.mine?.["level"]).toBe("strong");
  });

  it("different fields of one cell by two reps simply merge", async () => {
    const { plan, session, openAs } = await openPlan();
    const tobias = await openAs(DEMO_TEAM.tobias);
    const ref = { area: idOf(plan(), "Warsaw"), offering: toRecordId(firstFreeOffering(plan(), "Warsaw")) };
    session.edit(setLevel(plan().cells, [ref], "weak", ME));
    tobias.edit(setNextStep(plan().cells, ref, { text: "Visit the site" }));
    await session.flush();
    await tobias.flush();
    expect(tobias.getView().conflicts).toEqual([]);
    expect(tobias.getView().plan.get(cellId(ref.area, ref.offering))?.fields).toMatchObject({
      level: "weak",
      nextStep: "Visit the site",
    });
  });

  it("an area of another account is refused by the store, not by luck", async () => {
    const crm = createMemoryCrm(demoWorld());
    await crm.seed(demoPlans());
    const { store } = crm.as(DEMO_TEAM.lena);
    const put = {
      id: toRecordId("stray"),
      type: "area",
      base: 0,
      fields: { perspective: "elsewhere", name: "X" },
    };
    const commit = store.commit({
      scope: accountScope(account),
      key: "stray-area",
      puts: [put],
      removes: [],
    });
    await expect(commit).rejects.toSatisfy((error) => CrmError.is(error, "malformed"));
  });
});

function firstFreeOffering(plan: PlanReading, area: string): string {
  const id = idOf(plan, area);
  const free = plan.offerings.find(
    ({ record }) => record.fields.parent !== undefined && !plan.cells.has(cellId(id, record.id)),
  );
  return free?.record.id ?? "";
}

it("a new area stands last among its siblings", async () => {
  const { plan, save } = await openPlan();
  const perspective = plan().perspectives[0]?.id as RecordId;
  await save(addArea(plan(), { name: "Czechia", perspective }, countingIds()));
  const tops = plan()
    .areas.filter((area) => area.fields.parent === undefined && area.fields.perspective === perspective)
    .toSorted((one, other) => (one.fields.order ?? 0) - (other.fields.order ?? 0));
  expect(tops.at(-1)?.fields.name).toBe("Czechia");
});
