import { accountScope, toRecordId } from "@sweetspot/contract";
import { createAudit } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, NORDWIND, openHubspotApp, OTHER_REP, REP } from "./hubspot-app.fixture.ts";
import { NATIVE_SCOPES } from "./plan-storage.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
const scope = accountScope(toRecordId(NORDWIND));
let app: App;
beforeEach(async () => {
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  for (const member of [REP, ADMIN]) await app.connect(member, 1, app, ["oauth", ...NATIVE_SCOPES]);
});
afterEach(() => app.close());

let commits = 0;
async function commit(id: string, type = "perspective", fields: object = { name: id }): Promise<void> {
  const token = await app.openSession();
  const puts = [{ id, type, base: 0, fields }];
  const body = { scope, key: `waiting-${(commits += 1)}-commit`, puts, removes: [] };
  expect((await app.callPort(token, "store/commit", [body, {}])).status).toBe(200);
}
const settings = async (route: string, body: object = {}, member = ADMIN) =>
  app.callSigned(`/hubspot/v1/settings/${route}`, body, { member });
const background = async (member = ADMIN): Promise<unknown> =>
  ((await (await settings("read", {}, member)).json()) as { background: unknown }).background;
const summary = (member = REP) =>
  app.callSigned(
    "/hubspot/v1/summary",
    { objectType: "company", objectId: NORDWIND, widgets: [] },
    { member },
  );
async function tell(change: object): Promise<void> {
  const event = { eventId: (commits += 1), subscriptionId: 8, portalId: 1, occurredAt: app.now() - 1000 };
  const { target, init } = app.sign("/hubspot/v1/webhooks", [{ ...event, ...change }]);
  await app.ask(target, init);
  await app.room.settle();
}
const mirrored = (): unknown =>
  app.portals[0]?.portal.records.companies.get(NORDWIND)?.properties["sweetspot_plan_version"];
/** What was asked of HubSpot meanwhile, sign-in and tokens aside. */
const askedOfCrm = (): readonly string[] => app.asked.filter((line) => line.includes("/crm/"));

describe("where nobody has lent rights for the background", () => {
  it("nothing is asked or told there; the figures of a plan come with the next opening of its card, by who opens it", async () => {
    await commit("p1");
    app.asked.length = 0;
    await app.room.settle();
    expect([askedOfCrm(), mirrored() ?? null]).toEqual([[], null]);
    expect(await background()).toEqual({ waiting: 1 });
    await summary();
    await app.room.settle();
    expect(mirrored()).toBe("1");
    expect(await background()).toEqual({ waiting: 0 });
    // A card opened again asks for nothing more on account of it.
    app.asked.length = 0;
    await summary();
    await app.room.settle();
    expect(app.asked.filter((line) => /^PATCH|^POST .*batch\/(create|update)/.test(line))).toEqual([]);
  });

  it("figures that change while they are brought wait again", async () => {
    await commit("p1");
    await app.room.settle();
    await commit("p2");
    await summary();
    await app.room.settle();
    expect(mirrored()).toBe("2");
  });

  it("a person erased for privacy leaves the database at once, and HubSpot’s records with somebody’s next opening", async () => {
    await settings("write", { storage: "hubspot" });
    await commit("m", "buying-centre-member", { name: "Ida Sommer", contact: "con-arne" });
    await summary();
    await app.room.settle();
    const words = () => JSON.stringify(app.portals[0]?.customObjects.recordsOf("sweetspot_plan_commit"));
    await tell({ subscriptionType: "contact.privacyDeletion", objectId: "con-arne" });
    expect(words()).toContain("Ida Sommer");
    expect(await background()).toEqual({ waiting: 1 });
    await summary();
    await app.room.settle();
    expect(words()).not.toMatch(/Ida|Sommer|con-arne/);
  });

  it("companies are merged for their plans when somebody opens the survivor’s card, before its figures are read", async () => {
    const GONE = "acc-elan";
    const token = await app.openSession({ objectId: GONE }, { member: ADMIN });
    const puts = [{ id: "p", type: "perspective", base: 0, fields: { name: "Regions" } }];
    const theirs = { scope: accountScope(toRecordId(GONE)), key: "merged-plan-commit", puts, removes: [] };
    await app.callPort(token, "store/commit", [theirs, {}]);
    await app.portals[0]?.handle(
      new Request("https://api.hubapi.com/crm/objects/2026-09/companies/merge", {
        method: "POST",
        headers: { authorization: `Bearer ${app.portals[0].signIn(ADMIN).token}` },
        body: JSON.stringify({ primaryObjectId: NORDWIND, objectIdToMerge: GONE }),
      }),
    );
    app.asked.length = 0;
    const merge = { subscriptionType: "company.merge", primaryObjectId: NORDWIND, mergedObjectIds: [GONE] };
    await tell(merge);
    expect(askedOfCrm()).toEqual([]);
    await summary();
    const own = await app.openSession();
    const loaded = await (await app.callPort(own, "store/load", [[scope], {}])).json();
    expect(JSON.stringify(loaded)).toContain("Regions");
    await app.room.settle();
    expect(mirrored()).toBe("1");
  });

  it("a user whose rights are too few is asked for it once a day, and others do it", async () => {
    await app.connect(OTHER_REP);
    await settings("write", { storage: "hubspot" });
    await app.callSigned("/hubspot/v1/summary", { objectType: "company", objectId: NORDWIND, widgets: [] });
    await tell({ subscriptionType: "contact.privacyDeletion", objectId: "con-arne" });
    // Without the scopes for custom objects.
    await app.connect(REP);
    for (let opened = 0; opened < 3; opened += 1) {
      await summary();
      await app.room.settle();
    }
    expect(await background()).toEqual({ waiting: 1 });
    await summary(ADMIN);
    await app.room.settle();
    expect(await background()).toEqual({ waiting: 0 });
  });
});

describe("an admin who lends his rights", () => {
  it("has everything done that waited, and what comes later, with his own token alone", async () => {
    await commit("p1");
    await app.room.settle();
    await app.lend();
    expect(mirrored()).toBe("1");
    expect(await background()).toMatchObject({
      waiting: 0,
      lent: { isYou: true, user: app.userIdOf(ADMIN) },
    });
    await commit("p2");
    await app.room.settle();
    expect(mirrored()).toBe("2");
  });

  it("can be no rep, and takes them back at once; any admin may", async () => {
    await app.database.query(sql`truncate privacy_act`);
    await settings("write", { background: true }, REP);
    expect(await background()).toEqual({ waiting: 0 });
    await app.lend();
    // The proxy repeats.
    for (let times = 0; times < 2; times += 1) await settings("write", { background: false });
    await commit("p1");
    app.asked.length = 0;
    await app.room.settle();
    expect([askedOfCrm(), await background()]).toEqual([[], { waiting: 1 }]);
    const trail = await createAudit(app.database).trail({ tenant: "hubspot:1" });
    expect(
      trail
        .map(({ did }) => did)
        .filter((did) => did.startsWith("background"))
        .toSorted(),
    ).toEqual(["background-ended", "background-lent"]);
  });

  it("has lent nothing any more once disconnected, and does not lend it again by connecting anew", async () => {
    await app.lend();
    await settings("disconnect");
    for (const member of [REP, ADMIN]) await app.connect(member);
    expect(await background()).toEqual({ waiting: 0 });
  });
});
