import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errorOf, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";
import { createWebhookInbox, type HubspotEvent } from "./webhook-inbox.ts";
import { createWebhookWorker } from "./webhook-worker.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
let app: App;
beforeEach(async () => {
  // Only what a test asks for is worked off.
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  for (const portal of [1, 2]) await app.connect(REP, portal);
});
afterEach(() => app.close());

const event = (eventId: number, change: Readonly<Record<string, unknown>> = {}) => ({
  eventId,
  subscriptionId: 25,
  portalId: 1,
  appId: 9,
  occurredAt: app.now() - 1000,
  subscriptionType: "company.propertyChange",
  attemptNumber: 0,
  objectId: NORDWIND,
  propertyName: "city",
  ...change,
});
const deliver = (events: unknown, of: Pick<App, "ask"> = app): Promise<Response> => {
  const { target, init } = app.sign("/hubspot/v1/webhooks", events);
  return of.ask(target, init);
};
const kept = async (): Promise<number> => {
  const [row] = await app.database.query(
    sql<{ count: number }>`select count(*)::int as count from hubspot_event`,
  );
  return row?.count ?? 0;
};
const inboxOf = () => createWebhookInbox({ database: app.database, now: app.now });

/** A worker beside the gateways that writes down what it works off. */
function watch(handle: (event: HubspotEvent) => Promise<void> = async () => {}) {
  const handled: string[] = [];
  const forgotten: string[] = [];
  const worker = createWebhookWorker({
    inbox: inboxOf(),
    forget: (portal, records) => forgotten.push(`${portal}:${records.join("+")}`),
    handle: async (one) => {
      await handle(one);
      handled.push(one.event);
    },
    onFailure: () => {},
    now: app.now,
  });
  return { worker, handled, forgotten };
}

describe("events of HubSpot", () => {
  it("are kept once, however often and in whatever parts they are delivered", async () => {
    const events = Array.from({ length: 100 }, (_, index) => event(index));
    const deliveries = [
      events,
      events.toReversed(),
      events.slice(20, 60),
      [...events.slice(0, 5), events[7]],
    ];
    const answers = await Promise.all(
      deliveries.map((batch) => deliver(batch.map((one) => ({ ...one, attemptNumber: 1 })))),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await kept()).toBe(100);
  });

  it("of the same number are told apart by portal, subscription and time", async () => {
    await deliver([
      event(1),
      event(1, { portalId: 2 }),
      event(1, { subscriptionId: 26 }),
      event(1, { occurredAt: 5 }),
    ]);
    expect(await kept()).toBe(4);
  });

  it("are answered as soon as they are kept, before anybody works them off", async () => {
    expect((await deliver(Array.from({ length: 100 }, (_, index) => event(index)))).status).toBe(204);
    expect(await kept()).toBe(100);
  });

  it("that nobody signed, or that are none, change nothing", async () => {
    expect((await app.post("/hubspot/v1/webhooks", [event(1)])).status).toBe(401);
    const proxied = app.sign("/hubspot/v1/webhooks", [event(1)], { userId: "700001", portalId: "2" });
    expect((await app.ask(proxied.target, proxied.init)).status).toBe(401);
    expect(await errorOf(await deliver({ event: 1 }))).toBe("malformed");
    expect((await deliver([])).status).toBe(204);
    expect((await deliver([{ portalId: 1 }, "nothing", null, event(2)])).status).toBe(204);
    expect(await kept()).toBe(1);
  });

  it("of portals that are not connected are not kept", async () => {
    await deliver([event(1, { portalId: 77 })]);
    expect(await kept()).toBe(0);
  });

  it("are forgotten after three days", async () => {
    await deliver([event(1)]);
    await inboxOf().sweep();
    expect(await kept()).toBe(1);
    app.pass(3 * 86_400_000 + 1);
    await inboxOf().sweep();
    expect(await kept()).toBe(0);
  });
});

describe("working off", () => {
  const take = (...ids: readonly number[]) =>
    inboxOf().take(ids.map((id) => event(id, { occurredAt: id * 1000 })));

  it("goes by when things happened, whatever order they came in", async () => {
    await take(3, 1, 2);
    const { worker, handled } = watch();
    await worker.workOff();
    expect(handled).toEqual(["1", "2", "3"]);
    await take(3, 1, 2);
    await worker.workOff();
    expect(handled).toHaveLength(3);
  });

  it("is done once among instances that work at the same time", async () => {
    await take(...Array.from({ length: 120 }, (_, index) => index));
    const [one, other] = [watch(), watch()];
    await Promise.all([one.worker.workOff(), other.worker.workOff()]);
    const all = [...one.handled, ...other.handled];
    expect(all).toHaveLength(120);
    expect(new Set(all).size).toBe(120);
  });

  it("is tried again later where it failed or its instance died, and given up in the end", async () => {
    await take(1);
    let attempts = 0;
    const { worker, handled } = watch(async () => {
      attempts += 1;
      throw new Error("HubSpot is away.");
    });
    await expect(worker.workOff()).rejects.toMatchObject({ code: "unavailable" });
    await worker.workOff();
    expect(attempts).toBe(1);
    for (let round = 0; round < 12; round += 1) {
      app.pass(10 * 3_600_000);
      await worker.workOff().catch(() => {});
    }
    expect(attempts).toBe(8);
    expect(handled).toEqual([]);
  });

  it("makes every instance forget what changed, also what another one has worked off", async () => {
    const [one, other] = [watch(), watch()];
    await inboxOf().take([
      event(1, { objectId: 5 }),
      event(2, { objectId: undefined, fromObjectId: 6, toObjectId: 7 }),
    ]);
    for (const { worker } of [one, other]) {
      await worker.look();
      await worker.workOff();
    }
    expect(one.handled.toSorted()).toEqual(["1", "2"]);
    expect(other.handled).toEqual([]);
    for (const { forgotten } of [one, other]) expect(forgotten.toSorted()).toEqual(["1:5", "1:6+7"]);
    await one.worker.look();
    expect(one.forgotten).toHaveLength(2);
  });
});

describe("the gateway", () => {
  const cityOf = async (token: string): Promise<unknown> => {
    const answer = await app.callPort(token, "reader/openAccount", [NORDWIND, {}]);
    return (
      (await answer.json()) as { value: { contacts: { items: { name: string }[] } } }
    ).value.contacts.items.map(({ name }) => name);
  };

  it("shows what has changed as soon as HubSpot says so", async () => {
    const token = await app.openSession();
    const before = await cityOf(token);
    const [id, contact] = [...(app.portals[0]?.portal.records.contacts ?? [])].find(
      ([, { properties }]) => (before as string[])[0]?.includes(String(properties["lastname"])) === true,
    ) ?? [""];
    if (contact) contact.properties["lastname"] = "Renamed";
    expect(await cityOf(token)).toEqual(before);
    await deliver([event(1, { subscriptionType: "contact.propertyChange", objectId: id })]);
    await app.room.settle();
    expect(JSON.stringify(await cityOf(token))).toContain("Renamed");
  });

  it("asks HubSpot whether a consent still holds when it hears of the app's life, and believes no late event", async () => {
    const lifecycle = (eventId: number) =>
      event(eventId, { subscriptionType: "app.uninstalled", objectId: undefined });
    const session = await app.openSession();
    await deliver([lifecycle(1)]);
    await app.room.settle();
    expect((await app.callPort(session, "reader/whoAmI", [{}])).status).toBe(200);
    app.cloud.uninstall(1);
    await deliver([lifecycle(2)]);
    await app.room.settle();
    expect((await app.callPort(session, "reader/whoAmI", [{}])).status).toBe(401);
    expect((await app.launch()).state).toBe("connect");
    expect((await app.launch({}, { portalId: 2 })).state).toBeUndefined();
  });
});
