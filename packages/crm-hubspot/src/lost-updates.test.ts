import { accountScope, CrmError, type PlanStore, type TeamMember } from "@sweetspot/contract";
import { createSqlCrm, type Database, openDatabase } from "@sweetspot/crm-sql";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHubspotPortal } from "./hubspot-portal.ts";
import { COMMIT_OBJECT, prepareNativeStorage } from "./native/native-object.ts";
import { createNativePlanStore } from "./native/native-plan-store.ts";
import type { LostCommit } from "./native/plan-log.ts";
import { clientOf, NORDWIND } from "./small-portal.fixture.ts";

const scope = accountScope(NORDWIND);
const memberOf = (id: string): TeamMember => {
  const found = conformanceWorld().teamMembers.find((member) => member.id === id);
  if (!found) throw new Error(`The world has no ${id}.`);
  return found;
};
const [MARA, BEN] = [memberOf(CONFORMANCE_USERS.rep), memberOf(CONFORMANCE_USERS.otherRep)];

let commits = 0;
const write = (store: PlanStore, id: string, base = 0, name = id) => {
  commits += 1;
  const puts = [{ id, type: "perspective", base, fields: { name } }] as unknown as Parameters<
    PlanStore["commit"]
  >[0]["puts"];
  return store.commit({ scope, key: `lost-update-${commits}`, puts, removes: [] });
};
const namesIn = async (store: PlanStore): Promise<readonly unknown[]> =>
  (await store.load([scope]))[0]?.records.map(({ fields }) => fields["name"]) ?? [];

/** Two writers who add and change at once; each is told truly whether his commit was stored. */
async function race(one: PlanStore, other: PlanStore): Promise<number> {
  let answered = 0;
  for (let round = 0; round < 15; round += 1) {
    const outcomes = await Promise.allSettled([
      write(one, `one-${round}`),
      write(other, `other-${round}`),
      write(one, "same", round, `one ${round}`),
      write(other, "same", round, `other ${round}`),
    ]);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(CrmError.is(outcome.reason, "conflict")).toBe(true);
    answered += outcomes.filter(({ status }) => status === "fulfilled").length;
  }
  return answered;
}

describe("two writers of one plan in the gateway's database", { timeout: 60_000 }, () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 60_000);
  afterAll(() => database.close());

  it("lose no commit that was answered", async () => {
    const [one, other] = [MARA, BEN].map((member) =>
      createSqlCrm(database, { tenant: "race" }).plansOf(member),
    );
    const answered = await race(one as PlanStore, other as PlanStore);
    const [plan] = await (one as PlanStore).load([scope]);
    expect(plan?.version).toBe(answered);
    expect(plan?.records).toHaveLength(31);
  });
});

describe("two writers of one plan in HubSpot's records", { timeout: 60_000 }, () => {
  /** Each at a gateway of his own. */
  async function openTwo(hold: { readonly before?: (() => Promise<unknown>) | undefined } = {}) {
    const emulator = createHubspotEmulator(conformanceWorld());
    const lost: LostCommit[] = [];
    const open = async (member: TeamMember) => {
      const { token } = emulator.signIn(member.id);
      const client = clientOf(emulator);
      const portal = createHubspotPortal({
        client: {
          async apiRequest(request) {
            if (member === BEN && request.method === "POST" && !request.path?.endsWith("/read"))
              await hold.before?.();
            return client.apiRequest(request);
          },
        },
        budget: { take: async () => {}, hold: () => {} },
      });
      expect(await prepareNativeStorage({ portal, token: () => token })).toBe("ready");
      return createNativePlanStore({ portal, token: () => token, member, onLost: (one) => lost.push(one) });
    };
    return { emulator, lost, mara: await open(MARA), ben: await open(BEN) };
  }

  it("lose none while HubSpot refuses the second of two equal places", async () => {
    const { mara, ben, lost } = await openTwo();
    const answered = await race(mara, ben);
    const [plan] = await mara.load([scope]);
    expect([plan?.version, lost]).toEqual([answered, []]);
    expect(plan?.records).toHaveLength(31);
  });

  it("lose one where HubSpot lets both through: it is noticed where it was made, and told with all it held", async () => {
    const hold = { before: undefined as (() => Promise<unknown>) | undefined };
    const { emulator, mara, ben, lost } = await openTwo(hold);
    await write(ben, "before");
    expect(await namesIn(mara)).toEqual(["before"]);
    // Between Ben's look at the plan and his commit Mara's is stored, read back and answered.
    hold.before = async () => {
      hold.before = undefined;
      await write(mara, "maras");
      emulator.customObjects.overlookDuplicates(1);
    };
    await write(ben, "bens");
    expect(await namesIn(ben)).toEqual(["before", "bens"]);
    expect(lost).toEqual([]);
    expect(await namesIn(mara)).toEqual(["before", "bens"]);
    expect(lost).toMatchObject([
      { scope, entry: { version: 2, by: MARA.id, stored: [{ id: "maras", fields: { name: "maras" } }] } },
    ]);
    await mara.load([scope]);
    expect(lost).toHaveLength(1);
    // Told, it can be made again.
    await write(mara, "maras");
    expect(await namesIn(ben)).toEqual(["before", "bens", "maras"]);
  });

  it("lose none where both are let through and one of them sees it at once: that one is stored again", async () => {
    const { emulator, mara, ben, lost } = await openTwo();
    await write(ben, "before");
    emulator.customObjects.overlookDuplicates(2);
    await Promise.all([write(mara, "maras"), write(ben, "bens")]);
    for (const store of [mara, ben])
      expect((await namesIn(store)).toSorted()).toEqual(["before", "bens", "maras"]);
    expect(lost).toEqual([]);
    const slots = emulator.customObjects
      .recordsOf(COMMIT_OBJECT)
      .flatMap(({ archived, properties }) => (archived ? [] : [properties["slot"]]));
    expect(new Set(slots).size).toBe(slots.length);
  });

  it("are told of it by the next commit where the gateway that lost it has forgotten everything", async () => {
    const { emulator, mara, lost } = await openTwo();
    await write(mara, "before");
    await write(mara, "maras");
    await write(mara, "maras next");
    // What a duplicate leaves behind that came to Mara's first place after she had gone on.
    const [, second] = emulator.customObjects.recordsOf(COMMIT_OBJECT);
    const copy = { ...JSON.parse(second?.properties["entry_1"] ?? "{}"), key: "stranger-1", stored: [] };
    emulator.customObjects.overlookDuplicates(1);
    await emulator.handle(
      new Request("https://api.hubapi.com/crm/objects/2026-09/p4711_sweetspot_plan_commit", {
        method: "POST",
        headers: { authorization: `Bearer ${emulator.signIn(BEN.id).token}` },
        body: JSON.stringify({
          properties: { slot: second?.properties["slot"], entry_1: JSON.stringify(copy) },
        }),
      }),
    );
    const { ben: stranger, lost: told } = await reopen(emulator);
    await namesIn(stranger);
    expect(told.map(({ entry }) => entry.id)).toEqual([second?.id]);
    expect(lost).toEqual([]);
  });

  async function reopen(emulator: ReturnType<typeof createHubspotEmulator>) {
    const lost: LostCommit[] = [];
    const { token } = emulator.signIn(BEN.id);
    const portal = createHubspotPortal({ client: clientOf(emulator) });
    const ben = createNativePlanStore({
      portal,
      token: () => token,
      member: BEN,
      onLost: (one) => lost.push(one),
    });
    return { ben, lost };
  }

  it("are not shown a plan some of whose records somebody has deleted in HubSpot", async () => {
    const { emulator, mara } = await openTwo();
    await write(mara, "one");
    await write(mara, "two");
    const [first] = emulator.customObjects.recordsOf(COMMIT_OBJECT);
    emulator.customObjects.archive(COMMIT_OBJECT, first?.id ?? "");
    const { ben } = await reopen(emulator);
    await expect(ben.load([scope])).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a portal in which plans cannot be kept", () => {
  it.each([
    [{ hasCustomObjects: false }, "no-custom-objects"],
    [{ missingScopes: ["crm.schemas.custom.write"] }, "missing-scopes"],
    [{ missingScopes: ["crm.schemas.custom.read"] }, "missing-scopes"],
  ] as const)("with %o says why", async (options, state) => {
    const emulator = createHubspotEmulator(conformanceWorld(), options);
    const { token } = emulator.signIn(CONFORMANCE_USERS.admin);
    const portal = createHubspotPortal({ client: clientOf(emulator) });
    expect(await prepareNativeStorage({ portal, token: () => token })).toBe(state);
  });
});
