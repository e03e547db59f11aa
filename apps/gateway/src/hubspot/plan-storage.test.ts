import { accountScope, toRecordId } from "@sweetspot/contract";
import { createAudit } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, errorOf, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";
import { NATIVE_SCOPES } from "./plan-storage.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
const OBJECT = "sweetspot_plan_commit";
const scope = accountScope(toRecordId(NORDWIND));
let app: App;
let commits = 0;
beforeEach(async () => {
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  for (const portal of [1, 2]) await app.connect(ADMIN, portal, app, ["oauth", ...NATIVE_SCOPES]);
  await app.connect(REP);
  await app.lend();
});
afterEach(() => app.close());

const choose = async (storage: string, portalId = 1, member = ADMIN): Promise<Response> =>
  app.callSigned("/hubspot/v1/settings/write", { storage }, { member, portalId });
const stateOf = async (member = ADMIN): Promise<unknown> => {
  const answer = await app.callSigned("/hubspot/v1/settings/read", {}, { member });
  return ((await answer.json()) as { storage: unknown }).storage;
};
const commit = (token: string, name: string, of: Pick<App, "ask"> = app) => {
  commits += 1;
  const puts = [{ id: `p-${name}`, type: "perspective", base: 0, fields: { name } }];
  const body = JSON.stringify({ arguments: [{ scope, key: `storage-${commits}`, puts, removes: [] }, {}] });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return of.ask("/api/port/store/commit", { method: "POST", headers, body });
};
const namesOf = async (token: string): Promise<unknown[]> => {
  const answer = await app.callPort(token, "store/load", [[scope], {}]);
  const [plan] = ((await answer.json()) as { value: { records: { fields: { name: string } }[] }[] }).value;
  return (plan?.records ?? []).map(({ fields }) => fields.name);
};
const inDatabase = async (): Promise<number> =>
  (await app.database.query(sql`select 1 as one from plan_record where tenant = 'hubspot:1'`)).length;

describe("where a portal keeps its plans", () => {
  it("is the gateway's database, until an admin chooses HubSpot; plans stay where they were made", async () => {
    const token = await app.openSession({}, { member: ADMIN });
    await commit(token, "database");
    expect(await stateOf()).toEqual({ mode: "gateway", native: "ready" });
    expect(await errorOf(await choose("hubspot", 1, REP))).toBe("forbidden");
    expect((await choose("hubspot")).status).toBe(200);
    expect(await stateOf()).toEqual({ mode: "hubspot", native: "ready" });
    expect(await namesOf(token)).toEqual([]);
    // Another gateway writes to the same place at once.
    expect((await commit(token, "hubspot", app.startInstance())).status).toBe(200);
    expect(await namesOf(token)).toEqual(["hubspot"]);
    expect(app.portals[0]?.customObjects.recordsOf(OBJECT)).toHaveLength(1);
    expect(await inDatabase()).toBe(1);
    await choose("gateway");
    expect(await namesOf(token)).toEqual(["database"]);
  });

  it("leaves a trail of who has chosen it, changed the mapping, or disconnected, and none of what was refused", async () => {
    await app.database.query(sql`truncate privacy_act`);
    const settings = (route: string, body: object, member = ADMIN) =>
      app.callSigned(`/hubspot/v1/settings/${route}`, body, { member });
    await choose("hubspot", 2);
    await choose("hubspot", 1, REP);
    await settings("write", { mapping: { standard: { accountCity: "towns" } } });
    await settings("disconnect", {}, REP);
    const trailOf = async (tenant: string) =>
      (await createAudit(app.database).trail({ tenant })).map(({ by, did, scope: of }) => [by, did, of]);
    expect([await trailOf("hubspot:1"), await trailOf("hubspot:2")]).toEqual([[], []]);
    await choose("hubspot");
    await choose("gateway");
    await settings("write", { mapping: { productFamily: "product_family" } });
    await settings("disconnect", {});
    // The proxy repeats it.
    await settings("disconnect", {});
    // In no order of their own: two may fall into one instant.
    expect((await trailOf("hubspot:1")).toSorted()).toEqual(
      ["disconnected", "mapped", "stored-in-gateway", "stored-in-hubspot"].map((did) => [
        expect.stringMatching(/./),
        did,
        "tenant",
      ]),
    );
  });

  it("is no choice without custom objects or their scopes, and says which of the two is missing", async () => {
    const refusalOf = async (answer: Response): Promise<unknown> =>
      ((await answer.json()) as { refused?: unknown }).refused;
    expect(await refusalOf(await choose("hubspot", 2))).toBe("no-custom-objects");
    await app.connect(ADMIN, 1);
    expect(await stateOf()).toEqual({ mode: "gateway", native: "missing-scopes" });
    expect(await refusalOf(await choose("hubspot"))).toBe("missing-scopes");
    expect(await stateOf()).toMatchObject({ mode: "gateway" });
    expect(await errorOf(await choose("elsewhere"))).toBe("malformed");
  });

  it("tells on the card that an edit was lost, where HubSpot let two pass at once", async () => {
    await choose("hubspot");
    const other = app.startInstance();
    const token = await app.openSession({}, { member: ADMIN });
    await commit(token, "first");
    await namesOf(token);
    const emulated = app.portals[0];
    const copyOf = (id: string) => emulated?.customObjects.recordsOf(OBJECT).find((one) => one.id === id);
    await commit(token, "mine");
    const mine = copyOf(emulated?.customObjects.recordsOf(OBJECT).at(-1)?.id ?? "");
    // Another writer's record has come to the same place at the same instant.
    emulated?.customObjects.overlookDuplicates(1);
    const entry = { ...JSON.parse(mine?.properties["entry_1"] ?? "{}"), key: "other-writer", stored: [] };
    await emulated?.handle(
      new Request(`https://api.hubapi.com/crm/objects/2026-09/p1_${OBJECT}`, {
        method: "POST",
        headers: { authorization: `Bearer ${emulated.signIn(REP).token}` },
        body: JSON.stringify({
          properties: { slot: mine?.properties["slot"], entry_1: JSON.stringify(entry) },
        }),
      }),
    );
    expect(await namesOf(token)).toEqual(["first"]);
    await app.room.settle();
    const summary = await app.callSigned(
      "/hubspot/v1/summary",
      { objectType: "company", objectId: NORDWIND, widgets: [] },
      { member: ADMIN, of: other },
    );
    expect(await summary.json()).toMatchObject({ lost: [{ records: 1 }] });
    app.pass(15 * 86_400_000);
    const later = await app.callSigned(
      "/hubspot/v1/summary",
      { objectType: "company", objectId: NORDWIND, widgets: [] },
      { member: ADMIN },
    );
    expect(await later.json()).not.toHaveProperty("lost");
  });

  it("is exported whole, and erased whole, wherever plans are and were kept", async () => {
    const ask = async (route: string, body: object = {}) =>
      app.callSigned(`/hubspot/v1/settings/${route}`, body, { member: ADMIN });
    const token = await app.openSession({}, { member: ADMIN });
    await commit(token, "database");
    await choose("hubspot");
    await commit(token, "hubspot");
    const { data } = (await (await ask("export")).json()) as { data: Record<string, unknown[]> };
    expect(JSON.stringify(data["plan_record"])).toContain("p-database");
    expect(data["hubspot_plan_commit"]).toMatchObject([
      { slot: "account:acc-nordwind#1", entry: { stored: [{ id: "p-hubspot" }] } },
    ]);
    const left = () =>
      (app.portals[0]?.customObjects.recordsOf(OBJECT) ?? []).filter(({ archived }) => !archived);
    // Who cannot reach them in HubSpot erases nothing, rather than the half of it.
    await app.connect(ADMIN, 1);
    expect(await errorOf(await ask("erase", { confirm: "1" }))).toBe("forbidden");
    expect([left().length, await inDatabase()]).toEqual([1, 1]);
    await app.connect(ADMIN, 1, app, ["oauth", ...NATIVE_SCOPES]);
    // Once is what the admin asks, the second time is the proxy's.
    for (const attempt of [1, 2])
      expect(await (await ask("erase", { confirm: "1", attempt })).json()).toEqual({ state: "erased" });
    expect([left().length, await inDatabase()]).toEqual([0, 0]);
    await choose("hubspot");
    expect(await namesOf(token)).toEqual([]);
  });

  it("forgets a contact erased for privacy in HubSpot's records as in the database", async () => {
    await choose("hubspot");
    const token = await app.openSession({}, { member: ADMIN });
    const fields = { name: "Ida Sommer", contact: "con-arne", notes: "Likes boats" };
    const puts = [{ id: "m", type: "buying-centre-member", base: 0, fields }];
    await app.callPort(token, "store/commit", [{ scope, key: "person-0001", puts, removes: [] }, {}]);
    const words = () => JSON.stringify(app.portals[0]?.customObjects.recordsOf(OBJECT));
    expect(words()).toContain("Ida Sommer");
    const { target, init } = app.sign("/hubspot/v1/webhooks", [
      {
        eventId: 1,
        subscriptionId: 8,
        portalId: 1,
        occurredAt: app.now() - 1000,
        subscriptionType: "contact.privacyDeletion",
        objectId: "con-arne",
      },
    ]);
    await app.ask(target, init);
    await app.room.settle();
    expect(words()).not.toMatch(/Ida|Sommer|boats|con-arne/);
  });
});
