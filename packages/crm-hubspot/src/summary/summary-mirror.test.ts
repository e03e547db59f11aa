import { accountScope, type PlanSnapshot, type PlanStore, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { ENTITIES } from "@sweetspot/plan-model";
import { describe, expect, it } from "vitest";
import { openPortal } from "../small-portal.fixture.ts";
import { toSummaryFigures, VERSION_PROPERTY } from "./plan-summary.model.ts";
import { createSummaryMirror } from "./summary-mirror.ts";

const ELBE = toRecordId("acc-elbe");

function openMirror() {
  const opened = openPortal();
  const mirror = createSummaryMirror({ portal: opened.portal, token: () => opened.token });
  let commits = 0;
  const { store } = opened.as(CONFORMANCE_USERS.rep);
  return {
    ...opened,
    mirror,
    load: () => loadFrom(store),
    /** Adds a perspective to the plan. */
    async change() {
      commits += 1;
      await store.commit({
        scope: accountScope(ELBE),
        key: `summary-${commits}`,
        puts: [
          { id: toRecordId(`p-${commits}`), type: "perspective", base: 0, fields: { name: `P${commits}` } },
        ],
        removes: [],
      });
    },
    stored: () => opened.emulator.portal.records.companies.get("acc-elbe")?.properties ?? {},
    writes: () => opened.observed.filter(({ name }) => name === "companies.summary.write").length,
  };
}

async function loadFrom(store: PlanStore): Promise<PlanSnapshot> {
  const [plan] = await store.load([accountScope(ELBE)]);
  if (!plan) throw new Error("The store gave no plan.");
  return plan;
}

describe("the summary of a plan", () => {
  it("has a count for every kind of record a plan may hold, sums of money and dates that are due", () => {
    const names = toSummaryFigures().map(({ name }) => name);
    for (const entity of ENTITIES.filter(({ scopes }) => scopes.includes("plan")))
      expect(names).toContain(`sweetspot_${entity.name.replaceAll("-", "_")}_count`);
    expect(names).toEqual(
      expect.arrayContaining([
        "sweetspot_cell_potential",
        "sweetspot_cell_potential_currency",
        "sweetspot_cell_next_step_due",
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("adds up amounts of one currency only, and looks for the earliest step that is not done", () => {
    const cell = (id: string, fields: PlanSnapshot["records"][number]["fields"]) =>
      ({ id, type: "cell", updatedAt: "2026-03-01T00:00:00.000Z", fields }) as never;
    const valuesOf = (...records: never[]) => {
      const plan = { version: 3, records } as unknown as PlanSnapshot;
      return Object.fromEntries(toSummaryFigures().map(({ name, valueIn }) => [name, valueIn(plan)]));
    };
    const euros = (amount: number) => ({ potential: { amount, currency: "EUR" } });
    expect(
      valuesOf(
        cell("a", { ...euros(100), nextStepDue: "2026-01-01", nextStepDone: true }),
        cell("b", { ...euros(20.5), nextStepDue: "2026-05-01" }),
        cell("c", { nextStepDue: "2026-04-01" }),
      ),
    ).toMatchObject({
      sweetspot_cell_count: "3",
      sweetspot_cell_potential: "120.5",
      sweetspot_cell_potential_currency: "EUR",
      sweetspot_cell_next_step_due: "2026-04-01",
      sweetspot_plan_version: "3",
    });
    expect(
      valuesOf(cell("a", euros(1)), cell("b", { potential: { amount: 1, currency: "USD" } })),
    ).toMatchObject({ sweetspot_cell_potential: "", sweetspot_cell_potential_currency: "" });
  });

  it("makes its properties at the first installation and leaves them alone at the next", async () => {
    const { mirror, emulator } = openMirror();
    await mirror.install();
    const { companies } = emulator.portal.definitions;
    const made = [...companies.keys()].filter((name) => name.startsWith("sweetspot_"));
    expect(made).toEqual(toSummaryFigures().map(({ name }) => name));
    const before = companies.get(VERSION_PROPERTY);
    await mirror.install();
    expect(companies.get(VERSION_PROPERTY)).toBe(before);
  });

  it("adds the properties a later release needs to those that are there", async () => {
    const { mirror, emulator } = openMirror();
    await mirror.install();
    emulator.portal.definitions.companies.delete("sweetspot_cell_count");
    await mirror.install();
    expect(emulator.portal.definitions.companies.has("sweetspot_cell_count")).toBe(true);
  });

  it("is written once however often it is asked for", async () => {
    const { mirror, load, change, stored, writes } = openMirror();
    await change();
    expect(await mirror.write(ELBE, load)).toBe("written");
    expect(await mirror.write(ELBE, load)).toBe("unchanged");
    expect(await mirror.write(ELBE, load)).toBe("unchanged");
    expect(writes()).toBe(1);
    expect(stored()).toMatchObject({ sweetspot_plan_version: "1", sweetspot_perspective_count: "1" });
  });

  it("ends at the plan as it is, whoever writes last: no update is lost", async () => {
    const { mirror, load, change, stored } = openMirror();
    await mirror.install();
    for (let round = 0; round < 10; round += 1) {
      await change();
      const slow = await load();
      let isFirst = true;
      // A writer that has read the plan, and is overtaken by another one before it writes.
      const overtaken = mirror.write(ELBE, async () => {
        if (!isFirst) return load();
        isFirst = false;
        await change();
        await mirror.write(ELBE, load);
        return slow;
      });
      await Promise.all([overtaken, mirror.write(ELBE, load)]);
      const { version } = await load();
      expect(stored()[VERSION_PROPERTY]).toBe(String(version));
      expect(stored()["sweetspot_perspective_count"]).toBe(String(version));
    }
  });

  it("is written again after a failure in passing, and not doubled", async () => {
    const { mirror, load, change, emulator, stored } = openMirror();
    await mirror.install();
    await change();
    for (const cause of ["locked", "secondly-limit", "line-broken", "bad-gateway"] as const) {
      emulator.failNext(cause);
      await mirror.write(ELBE, load);
    }
    expect(stored()[VERSION_PROPERTY]).toBe("1");
  });

  it("can be emptied", async () => {
    const { mirror, load, change, stored } = openMirror();
    await change();
    await mirror.write(ELBE, load);
    await mirror.clear(ELBE);
    for (const { name } of toSummaryFigures()) expect(stored()[name], name).toBeNull();
  });
});
