import {
  accountScope,
  type PlanFields,
  type PlanStore,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { beforeEach, describe, expect, it } from "vitest";
import { createHubspotPortal } from "../hubspot-portal.ts";
import { createQuickClock } from "../quick-clock.fixture.ts";
import { clientOf } from "../small-portal.fixture.ts";
import { followReferencesInHubspot, sizeOfPlanInHubspot } from "./merged-plans.ts";
import { COMMIT_OBJECT, prepareNativeStorage } from "./native-object.ts";
import { createNativePlanStore } from "./native-plan-store.ts";

const [KEPT, GONE, FURTHER] = ["101", "102", "103"].map(toRecordId) as [RecordId, RecordId, RecordId];
const ITSELF = toRecordId("hubspot");

async function openPortal() {
  const emulator = createHubspotEmulator(conformanceWorld());
  const [member] = conformanceWorld().teamMembers.filter(({ id }) => id === CONFORMANCE_USERS.rep);
  if (!member) throw new Error("The world has no rep.");
  const { token } = emulator.signIn(CONFORMANCE_USERS.admin);
  const place = {
    portal: createHubspotPortal({ client: clientOf(emulator), clock: createQuickClock() }),
    token: () => token,
  };
  await prepareNativeStorage(place);
  const homes = new Map<RecordId, RecordId>();
  const store = createNativePlanStore({
    ...place,
    member,
    logOf: (scope) =>
      scope.kind === "library" ? scope : accountScope(homes.get(scope.account) ?? scope.account),
  });
  return { emulator, place, homes, store, member };
}
let opened: Awaited<ReturnType<typeof openPortal>>;
beforeEach(async () => {
  opened = await openPortal();
});

let commits = 0;
const put = (account: RecordId, id: string, type: string, fields: PlanFields, store = opened.store) =>
  store.commit({
    scope: accountScope(account),
    key: `merging-${(commits += 1)}-commit`,
    puts: [{ id: toRecordId(id), type, base: 0, fields }],
    removes: [],
  });
const namesAt = async (account: RecordId, store: PlanStore = opened.store): Promise<unknown[]> => {
  const [plan] = await store.load([accountScope(account)]);
  return (plan?.records ?? []).map(({ fields }) => fields["name"]);
};

describe("a plan whose commits stand under another company’s places", () => {
  it("is read, written and gone back in where they stand, and none of them has moved", async () => {
    const { store, homes, emulator } = opened;
    await put(GONE, "p", "perspective", { name: "Regions" });
    homes.set(KEPT, GONE).set(GONE, KEPT);
    expect(await namesAt(KEPT)).toEqual(["Regions"]);
    expect((await put(KEPT, "q", "perspective", { name: "Countries" })).version).toBe(2);
    expect((await store.changes(accountScope(KEPT), { since: 0 })).items).toHaveLength(2);
    expect((await store.asOf(accountScope(KEPT), "2099-01-01T00:00:00.000Z")).records).toHaveLength(2);
    expect(await namesAt(GONE)).toEqual([]);
    expect(
      emulator.customObjects.recordsOf(COMMIT_OBJECT).map(({ properties }) => properties["slot"]),
    ).toEqual(["account:102#1", "account:102#2"]);
  });

  it("takes a commit that was under way when the companies were merged into the plan that is shown", async () => {
    const { place, member, emulator } = opened;
    await put(GONE, "p", "perspective", { name: "Regions" });
    let asked = 0;
    const late = createNativePlanStore({
      ...place,
      member,
      // The merge is followed after the commit has looked where it belongs, and before it is answered.
      logOf: () => accountScope((asked += 1) === 1 ? KEPT : GONE),
    });
    expect((await put(KEPT, "q", "perspective", { name: "Countries" }, late)).version).toBe(2);
    expect(await namesAt(GONE)).toEqual(["Regions", "Countries"]);
    expect(await namesAt(KEPT)).toEqual([]);
    const kept = emulator.customObjects.recordsOf(COMMIT_OBJECT).filter(({ archived }) => !archived);
    expect(kept).toHaveLength(2);
  });
});

it("two plans are told apart by their size and day, and one that was never written has none", async () => {
  const { place } = opened;
  await put(KEPT, "p", "perspective", { name: "Regions" });
  expect(await sizeOfPlanInHubspot(place, accountScope(KEPT))).toEqual({
    records: 1,
    changedAt: expect.any(Date) as Date,
  });
  expect(await sizeOfPlanInHubspot(place, accountScope(GONE))).toBeUndefined();
});

it("plans that point to a merged company point to the survivor, as a change with its place in the history", async () => {
  const { place, store } = opened;
  await put(FURTHER, "p", "perspective", { name: "Companies" });
  await put(FURTHER, "a", "area", { name: "North", perspective: "p", accounts: [GONE, KEPT, "7"] });
  await put(FURTHER, "b", "area", { name: GONE, perspective: "p", accounts: ["8"] });
  const merged = { type: "account", kept: KEPT, gone: GONE } as const;
  for (const changed of [1, 0]) expect(await followReferencesInHubspot(place, merged, ITSELF)).toBe(changed);
  const [plan] = await store.load([accountScope(FURTHER)]);
  expect(plan?.records.map(({ fields }) => fields["accounts"])).toEqual([[KEPT, "7"], ["8"], undefined]);
  const last = (await store.changes(accountScope(FURTHER), { since: 3 })).items;
  expect(last).toMatchObject([{ record: "a", by: "hubspot", before: { accounts: [GONE, KEPT, "7"] } }]);
});
