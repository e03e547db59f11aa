import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";
import { createWebhookInbox } from "./webhook-inbox.ts";
import { createWebhookWorker } from "./webhook-worker.ts";

const programs = await findPostgres();

/** What an embedded database cannot show: several connections that meet in one row. */
describe.skipIf(programs === undefined)("two instances before one PostgreSQL", () => {
  let server: PrivatePostgres;
  let databases: [Database, Database];
  let app: Awaited<ReturnType<typeof openHubspotApp>>;
  let instances: [Pick<typeof app, "ask" | "room" | "gateway">, Pick<typeof app, "ask" | "room" | "gateway">];
  beforeAll(async () => {
    server = await startPrivatePostgres(programs ?? "");
    databases = [await openDatabase({ url: server.url }), await openDatabase({ url: server.url })];
    app = await openHubspotApp({
      database: databases[0],
      rotatesRefreshTokens: true,
      room: { turnMs: 3_600_000 },
    });
    instances = [app, app.startInstance({}, databases[1])];
    for (const member of [ADMIN, REP]) await app.connect(member);
  });
  afterAll(async () => {
    await app.close();
    for (const database of databases) await database.close();
    await server.stop();
  });
  const inTurn = (index: number) => instances[index % 2 === 0 ? 0 : 1];
  const launchAt = (index: number) =>
    app.callSigned(
      "/hubspot/v1/launch",
      { objectType: "company", objectId: NORDWIND, widget: "white-space" },
      { of: inTurn(index) },
    );

  it("renew a token once, however many ask, round after round", async () => {
    for (let round = 0; round < 3; round += 1) {
      app.pass(1_790_000);
      app.asked.length = 0;
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => launchAt(index)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(app.asked.filter((line) => line.endsWith("/token"))).toHaveLength(1);
    }
  });

  it("open one session for one code", async () => {
    const { uri } = await app.launch();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => app.exchange(app.codeIn(uri), inTurn(index))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
  });

  it("work each event off once", async () => {
    const events = Array.from({ length: 300 }, (_, eventId) => ({
      eventId,
      subscriptionId: 1,
      portalId: 1,
      occurredAt: 1000 + eventId,
      objectId: eventId,
    }));
    const inboxes = databases.map((database) => createWebhookInbox({ database, now: app.now }));
    const taken = await Promise.all(inboxes.map((inbox) => inbox.take(events)));
    expect(taken.map(({ fresh }) => fresh).reduce((sum, fresh) => sum + fresh, 0)).toBe(300);
    const handled: string[] = [];
    const workers = inboxes.map((inbox) =>
      createWebhookWorker({
        inbox,
        forget: () => {},
        handle: async ({ event }) => void handled.push(event),
        onFailure: (error) => {
          throw error;
        },
        now: app.now,
      }),
    );
    await Promise.all(workers.map((worker) => worker.workOff()));
    expect(handled).toHaveLength(300);
    expect(new Set(handled).size).toBe(300);
  });
});
