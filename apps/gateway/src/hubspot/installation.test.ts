import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { ADMIN, errorOf, openHubspotApp, OTHER_REP, REP } from "./hubspot-app.fixture.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
let app: App;
afterEach(() => app.close());

const open = async (...options: Parameters<typeof openHubspotApp>): Promise<App> => {
  app = await openHubspotApp(...options);
  return app;
};
const grantsOf = ({ database }: App) =>
  database.query(
    sql<{ portal: string; user: string; key: string; sealed: string; expires: Date }>`select portal,
      user_id as user, key_id as key, sealed, expires_at as expires from hubspot_grant order by portal, user_id`,
  );
const launchState = async (of: App, member = REP): Promise<string> => {
  const answer = await of.launch({}, { member });
  return answer.state ?? (answer.uri === undefined ? "refused" : "open");
};
const refreshes = ({ asked }: App): number =>
  asked.filter((line) => line.endsWith("/oauth/2026-03/token")).length;

describe("connecting with HubSpot", () => {
  it("goes to HubSpot with a state, a challenge and the scopes, and leaves a cookie only the callback sees", async () => {
    const { beginInstall } = await open();
    const { answer, location } = await beginInstall();
    expect(answer.status).toBe(302);
    expect(location.origin + location.pathname).toBe("https://app.hubspot.com/oauth/authorize");
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      client_id: "app",
      redirect_uri: "https://plans.example.com/hubspot/v1/oauth/callback",
      code_challenge_method: "S256",
      scope: expect.stringContaining("crm.objects.companies.read") as string,
    });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^sweetspot-install-[\w-]+=[\w-]{43}; Max-Age=600; Path=\/hubspot\/v1\/oauth\/callback; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("keeps the user's tokens, unreadable, and says so in the user's language", async () => {
    await open();
    const page = await app.connect(REP);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Sweetspot is connected");
    const [grant] = await grantsOf(app);
    expect(grant).toMatchObject({ portal: "1", user: app.userIdOf(REP), key: "k1" });
    expect(Buffer.from(grant?.sealed ?? "", "base64").toString("latin1")).not.toContain("refresh");
    expect(await launchState(app)).toBe("open");
    expect(app.lines.join("\n")).not.toMatch(/pat-session|refresh-\d|Bearer/);
  });

  it("is each user's own: a colleague is asked to connect first", async () => {
    await open();
    await app.connect(ADMIN);
    expect(await launchState(app, OTHER_REP)).toBe("connect");
    await app.connect(OTHER_REP);
    expect(await launchState(app, OTHER_REP)).toBe("open");
    expect(await grantsOf(app)).toHaveLength(2);
  });

  it("may be done again, and then the younger tokens count", async () => {
    await open();
    await app.connect();
    const [before] = await grantsOf(app);
    await app.connect();
    const [after, ...others] = await grantsOf(app);
    expect(others).toEqual([]);
    expect(after?.sealed).not.toBe(before?.sealed);
    expect(await launchState(app)).toBe("open");
  });

  it("is refused a second time with the same state, in another browser, too late, or without any", async () => {
    await open();
    const callback = (code: string, state: string, cookie: string) =>
      app.ask(`/hubspot/v1/oauth/callback?code=${code}&state=${state}`, { headers: { cookie } });
    const agree = (codeChallenge: string) =>
      app.cloud.authorize({
        portalId: 1,
        user: REP,
        redirectUri: "https://plans.example.com/hubspot/v1/oauth/callback",
        scopes: [],
        codeChallenge,
      });
    const first = await app.beginInstall();
    expect((await callback(agree(first.challenge), first.state, first.cookie)).status).toBe(200);
    expect((await callback(agree(first.challenge), first.state, first.cookie)).status).toBe(400);

    const stolen = await app.beginInstall();
    const other = await app.beginInstall();
    expect((await callback(agree(stolen.challenge), stolen.state, other.cookie)).status).toBe(400);
    expect((await callback(agree(stolen.challenge), stolen.state, stolen.cookie)).status).toBe(400);

    const late = await app.beginInstall();
    app.pass(600_000);
    expect((await callback(agree(late.challenge), late.state, late.cookie)).status).toBe(400);
    expect((await callback(agree(late.challenge), "", "")).status).toBe(400);
  });

  it("is refused with a code that was got for another challenge, and when the user says no", async () => {
    await open();
    const mine = await app.beginInstall();
    const code = app.cloud.authorize({
      portalId: 1,
      user: REP,
      redirectUri: "https://plans.example.com/hubspot/v1/oauth/callback",
      scopes: [],
      codeChallenge: "of-somebody-else",
    });
    const injected = await app.ask(`/hubspot/v1/oauth/callback?code=${code}&state=${mine.state}`, {
      headers: { cookie: mine.cookie },
    });
    expect(injected.status).toBe(400);
    const no = await app.beginInstall();
    const declined = await app.ask(`/hubspot/v1/oauth/callback?error=access_denied&state=${no.state}`, {
      headers: { cookie: no.cookie, "accept-language": "fr, de;q=0.9" },
    });
    expect(declined.status).toBe(400);
    expect(await declined.text()).toContain("Nicht verbunden");
    expect(await grantsOf(app)).toEqual([]);
  });
});

describe("tokens", () => {
  it.each([false, true])(
    "are renewed once for all who ask, whatever the instance (rotating: %s)",
    async (rotates) => {
      await open({ rotatesRefreshTokens: rotates });
      await app.connect();
      const other = app.startInstance();
      const before = refreshes(app);
      app.pass(1_790_000);
      const answers = await Promise.all(
        [app, other, app, other, app, other].map((of) =>
          app.callSigned(
            "/hubspot/v1/launch",
            { objectType: "company", objectId: "acc-nordwind", widget: "white-space" },
            { of },
          ),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
      expect(refreshes(app) - before).toBe(1);
      app.pass(1_790_000);
      expect(await launchState(app)).toBe("open");
      expect(refreshes(app) - before).toBe(2);
    },
  );

  it("are renewed by another instance where the one that began has died", async () => {
    await open();
    await app.connect();
    app.pass(1_790_000);
    await app.database.query(
      sql`update hubspot_grant set lease = 'dead', lease_until = ${new Date(app.now() + 300)}`,
    );
    expect(await launchState(app)).toBe("open");
  });

  it("go when HubSpot says that the consent is over, and the last one takes the portal along", async () => {
    await open();
    await app.connect(REP);
    const session = await app.openSession();
    app.cloud.uninstall(1);
    app.pass(1_790_000);
    expect(await launchState(app)).toBe("connect");
    expect(await grantsOf(app)).toEqual([]);
    const [portal] = await app.database.query(sql<{ state: string }>`select state from hubspot_portal`);
    expect(portal?.state).toBe("uninstalled");
    expect(await errorOf(await app.callPort(session, "reader/whoAmI", [{}]))).toBe("unauthenticated");
    await app.connect(REP);
    expect(await launchState(app)).toBe("open");
  });

  it("go within a day where the app was removed and nobody comes back; who is only away stays connected", async () => {
    await open({ room: { turnMs: 3_600_000 } });
    await app.connect(REP);
    await app.connect(ADMIN, 2);
    app.cloud.uninstall(1);
    app.pass(7_200_000);
    await app.room.settle();
    expect(await grantsOf(app)).toHaveLength(2);
    app.pass(86_400_000);
    await app.room.settle();
    expect((await grantsOf(app)).map(({ portal }) => portal)).toEqual(["2"]);
  });

  it("are sealed again with a new key at the start, and open with it alone from then on", async () => {
    await open();
    await app.connect();
    const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");
    app.startInstance({ SWEETSPOT_TOKEN_KEYS: `k2:${key(8)},k1:${key(7)}` });
    await expect.poll(async () => (await grantsOf(app))[0]?.key).toBe("k2");
    const young = app.startInstance({ SWEETSPOT_TOKEN_KEYS: `k2:${key(8)}` });
    const answer = await app.callSigned(
      "/hubspot/v1/launch",
      { objectType: "company", objectId: "acc-nordwind", widget: "white-space" },
      { of: young },
    );
    expect(answer.status).toBe(200);
  });
});

describe("an admin", () => {
  it("disconnects the portal for everybody, once or twice; its plans stay", async () => {
    await open();
    await app.connect(ADMIN);
    await app.connect(REP);
    const session = await app.openSession();
    expect(await errorOf(await app.callSigned("/hubspot/v1/settings/disconnect", {}))).toBe("forbidden");
    for (const attempt of [1, 2])
      expect(
        await (
          await app.callSigned("/hubspot/v1/settings/disconnect", { attempt }, { member: ADMIN })
        ).json(),
      ).toEqual({ state: "uninstalled" });
    expect(await grantsOf(app)).toEqual([]);
    expect(app.asked.filter((line) => line.endsWith("/revoke"))).toHaveLength(2);
    expect(await errorOf(await app.callPort(session, "reader/whoAmI", [{}]))).toBe("unauthenticated");
  });
});
