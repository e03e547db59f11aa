import { accountScope, type PlanFields, type RecordId, toRecordId } from "@sweetspot/contract";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, errorOf, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";
import { NATIVE_SCOPES } from "./plan-storage.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
const KEPT = toRecordId(NORDWIND);
const [GONE, FURTHER] = ["acc-elan", "acc-quiet"].map(toRecordId) as [RecordId, RecordId];

let app: App;
let events = 0;
beforeEach(async () => {
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  for (const member of [REP, ADMIN]) await app.connect(member);
  await app.lend();
});
afterEach(() => app.close());

const objects = async (path: string, method: string, body?: object): Promise<void> => {
  const { token } = app.portals[0]?.signIn(ADMIN) ?? { token: "" };
  const answer = await app.portals[0]?.handle(
    new Request(`https://api.hubapi.com/crm/objects/2026-09/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  expect(answer?.ok).toBe(true);
};
/** In HubSpot; what it tells of it is told apart from it. */
const merge = (type: string, kept: string, gone: string) =>
  objects(`${type}/merge`, "POST", { primaryObjectId: kept, objectIdToMerge: gone });

const told = (change: Readonly<Record<string, unknown>>) => ({
  eventId: (events += 1),
  subscriptionId: 7,
  portalId: 1,
  occurredAt: app.now() - 1000,
  ...change,
});
const toldOfMerge = (kept: string, gone: string, type = "company") =>
  told({ subscriptionType: `${type}.merge`, primaryObjectId: kept, mergedObjectIds: [gone] });
async function deliver(...batch: readonly object[]): Promise<void> {
  const { target, init } = app.sign("/hubspot/v1/webhooks", batch);
  expect((await app.ask(target, init)).status).toBe(204);
  await app.room.settle();
}

async function commit(account: RecordId, id: string, type: string, fields: PlanFields): Promise<number> {
  const token = await app.openSession({ objectId: account }, { member: ADMIN });
  const puts = [{ id, type, base: 0, fields }];
  const answer = await app.callPort(token, "store/commit", [
    { scope: accountScope(account), key: `merging-${account}-${id}`, puts, removes: [] },
    {},
  ]);
  return answer.status;
}
const plan = (account: RecordId, name: string) => commit(account, "p", "perspective", { name });
async function load(account: RecordId): Promise<{ readonly names: unknown[]; readonly changes: number }> {
  const token = await app.openSession({ objectId: account }, { member: ADMIN });
  const scope = accountScope(account);
  const [loaded, changes] = await Promise.all([
    app.callPort(token, "store/load", [[scope], {}]),
    app.callPort(token, "store/changes", [scope, { since: 0 }, {}]),
  ]);
  type Loaded = { value: { records: { fields: PlanFields }[] }[] };
  const [snapshot] = ((await loaded.json()) as Loaded).value;
  const { items } = ((await changes.json()) as { value: { items: unknown[] } }).value;
  return {
    names: (snapshot?.records ?? []).map(({ fields }) => fields["name"]),
    changes: items.length,
  };
}

interface Choice {
  readonly gone: string;
  readonly here: { readonly records: number };
  readonly waiting: { readonly records: number };
}
const choicesAt = async (account: RecordId): Promise<readonly Choice[]> => {
  const body = { objectType: "company", objectId: account, widgets: [] };
  const answer = await app.callSigned("/hubspot/v1/summary", body);
  return ((await answer.json()) as { merges?: Choice[] }).merges ?? [];
};
const choose = (shown: string, gone: string = GONE, member = REP) =>
  app.callSigned("/hubspot/v1/merge", { objectType: "company", objectId: NORDWIND, gone, shown }, { member });

describe.each(["gateway", "hubspot"])("companies merged in HubSpot, plans kept in %s,", (storage) => {
  beforeEach(async () => {
    if (storage === "gateway") return;
    for (const member of [REP, ADMIN]) await app.connect(member, 1, app, ["oauth", ...NATIVE_SCOPES]);
    await app.callSigned("/hubspot/v1/settings/write", { storage }, { member: ADMIN });
  });

  it("show the one plan there was, with its history, however often and late it is told", async () => {
    await plan(GONE, "Regions");
    const open = await app.openSession({ objectId: GONE }, { member: ADMIN });
    await merge("companies", KEPT, GONE);
    const event = toldOfMerge(KEPT, GONE);
    await deliver(event, event);
    expect(await load(KEPT)).toEqual({ names: ["Regions"], changes: 1 });
    await deliver(toldOfMerge(KEPT, GONE), event);
    expect(await load(KEPT)).toEqual({ names: ["Regions"], changes: 1 });
    expect(await choicesAt(KEPT)).toEqual([]);
    // A page of the company that is gone writes nowhere any more.
    const late = await app.callPort(open, "store/load", [[accountScope(GONE)], {}]);
    expect(await errorOf(late)).toBe("not-found");
  });

  it("ask whoever opens the survivor where both had a plan, and lose neither", async () => {
    await plan(KEPT, "Ours");
    await plan(GONE, "Theirs");
    await merge("companies", KEPT, GONE);
    await deliver(toldOfMerge(KEPT, GONE));
    expect(await choicesAt(KEPT)).toMatchObject([
      { gone: GONE, here: { records: 1 }, waiting: { records: 1 } },
    ]);
    expect((await load(KEPT)).names).toEqual(["Ours"]);
    // The proxy repeats.
    for (let times = 0; times < 2; times += 1) expect((await choose("gone")).status).toBe(200);
    expect(await load(KEPT)).toEqual({ names: ["Theirs"], changes: 1 });
    expect(await choicesAt(KEPT)).toEqual([]);
    await choose("kept");
    expect((await load(KEPT)).names).toEqual(["Ours"]);
    expect(await errorOf(await choose("gone", FURTHER))).toBe("not-found");
  });

  it("end at the survivor of all, told in the wrong order", async () => {
    await plan(GONE, "Far");
    await merge("companies", FURTHER, GONE);
    await merge("companies", KEPT, FURTHER);
    await deliver(toldOfMerge(KEPT, FURTHER));
    await deliver(toldOfMerge(FURTHER, GONE));
    expect((await load(KEPT)).names).toEqual(["Far"]);
  });

  it("that HubSpot knows nothing of are not believed", async () => {
    await plan(GONE, "Regions");
    await deliver(toldOfMerge(KEPT, GONE));
    expect((await load(GONE)).names).toEqual(["Regions"]);
    expect((await load(KEPT)).names).toEqual([]);
  });

  it("are one in the plans that point to them", async () => {
    await plan(KEPT, "Companies");
    await commit(KEPT, "a", "area", { name: "North", perspective: "p", accounts: [GONE] });
    await merge("companies", FURTHER, GONE);
    await deliver(toldOfMerge(FURTHER, GONE));
    const token = await app.openSession({ objectId: KEPT }, { member: ADMIN });
    const loaded = await app.callPort(token, "store/load", [[accountScope(KEPT)], {}]);
    const [snapshot] = (
      (await loaded.json()) as { value: { records: { id: string; fields: PlanFields }[] }[] }
    ).value;
    const row = snapshot?.records.find(({ id }) => id === "a");
    expect(row?.fields["accounts"]).toEqual([FURTHER]);
  });
});

describe("records deleted in HubSpot", () => {
  it("take nothing with them: a company that is brought back has its plan", async () => {
    await plan(GONE, "Regions");
    const token = await app.openSession({ objectId: GONE }, { member: ADMIN });
    await objects(`companies/${GONE}`, "DELETE");
    await deliver(told({ subscriptionType: "company.deletion", objectId: GONE }));
    const away = await app.callPort(token, "store/load", [[accountScope(GONE)], {}]);
    expect(await errorOf(away)).toBe("not-found");
    const record = app.portals[0]?.portal.records.companies.get(GONE);
    if (record) record.archived = false;
    await deliver(told({ subscriptionType: "company.restore", objectId: GONE }));
    expect(await load(GONE)).toEqual({ names: ["Regions"], changes: 1 });
  });

  it("for privacy leave no word of the person in any plan of the portal, told twice or late", async () => {
    await app.connect(ADMIN, 2);
    const person = { name: "Ida Sommer", contact: "con-arne", notes: "Likes boats" };
    await commit(KEPT, "m", "buying-centre-member", person);
    const erasure = told({ subscriptionType: "contact.privacyDeletion", objectId: "con-arne" });
    await deliver(erasure, erasure);
    await deliver(told({ subscriptionType: "contact.deletion", objectId: "con-arne" }), erasure);
    const rows = await app.database.query(
      sql<{ words: string }>`select concat(before::text, after::text) as words from plan_change
        union all select fields::text from plan_record`,
    );
    expect(rows.map(({ words }) => words).join()).not.toMatch(/Ida|Sommer|boats|con-arne/);
    expect((await load(KEPT)).names).toEqual(["…"]);
  });
});
