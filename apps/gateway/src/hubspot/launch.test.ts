import { createHttpCrm } from "@sweetspot/crm-http";
import { accountScope, defineSummary, LIBRARY, toRecordId } from "@sweetspot/contract";
import { conformanceWorld } from "@sweetspot/fixtures";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, errorOf, NORDWIND, openHubspotApp, OTHER_REP, REP } from "./hubspot-app.fixture.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
let app: App;
beforeEach(async () => {
  app = await openHubspotApp({ room: { summaries: [counting] } });
  for (const portal of [1, 2]) await app.connect(REP, portal);
});
afterEach(() => app.close());

/** A summary that says what it was given. */
const counting = defineSummary({
  widget: "white-space",
  compute: ({ plan, library, crm }) => ({
    state: crm ? "ready" : "partial",
    headline: { key: "summary.test" },
    counts: [
      { key: "summary.plan", value: plan.length },
      { key: "summary.library", value: library.length },
      { key: "summary.family", value: crm?.family.length ?? -1 },
    ],
  }),
});
const world = conformanceWorld();
const hidden = world.access.find(
  (rule) => rule.object === "account" && rule.role === "rep" && rule.ids !== undefined,
)?.ids?.[0];
const asLaunch = { objectType: "company", objectId: NORDWIND, widget: "white-space" };
const put = (id: string, name: string) => ({ id, type: "perspective", base: 0, fields: { name } });

describe("a card", () => {
  it("is given an address that opens the widget in HubSpot's look, once, within a minute", async () => {
    const { uri, expiresInSeconds } = await app.launch();
    const { origin, pathname, searchParams } = new URL(uri);
    expect(origin + pathname).toBe("https://plans.example.com/frame/");
    expect(Object.fromEntries(searchParams)).toEqual({
      widget: "white-space",
      skin: "hubspot",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      locale: "de",
    });
    expect(expiresInSeconds).toBe(60);
    const answer = await app.exchange(app.codeIn(uri));
    expect(await answer.json()).toMatchObject({
      member: { id: REP },
      account: NORDWIND,
      widget: "white-space",
      token: expect.stringMatching(/^hs_[\w-]{43}$/) as string,
    });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("of a deal opens the plan of the deal's company", async () => {
    const deal = world.opportunities.find(
      ({ account }) => account.state === "known" && account.value === NORDWIND,
    );
    const { uri } = await app.launch({ objectType: "deal", objectId: deal?.id ?? "" });
    expect(await (await app.exchange(app.codeIn(uri))).json()).toMatchObject({ account: NORDWIND });
  });

  it("gets the same address again where the proxy repeats its request, and it still works once", async () => {
    const { target, init } = app.sign("/hubspot/v1/launch", asLaunch, {
      userId: app.userIdOf(REP),
      portalId: "1",
    });
    const [one, two] = (await Promise.all([1, 2].map(async () => (await app.ask(target, init)).json()))) as {
      uri: string;
    }[];
    expect(two?.uri).toBe(one?.uri);
    expect((await app.exchange(app.codeIn(one?.uri ?? ""))).status).toBe(200);
    const later = (await (await app.ask(target, init)).json()) as { uri: string };
    expect(await errorOf(await app.exchange(app.codeIn(later.uri)))).toBe("unauthenticated");
  });

  it("is refused for a record that is not there, or that the user may not see", async () => {
    for (const objectId of ["none", hidden ?? "none"])
      for (const objectType of ["company", "deal"])
        expect(
          await errorOf(await app.callSigned("/hubspot/v1/launch", { ...asLaunch, objectType, objectId })),
        ).toBe("not-found");
  });

  it("is refused for a widget that is not there or switched off", async () => {
    const launch = (widget: string) => app.callSigned("/hubspot/v1/launch", { ...asLaunch, widget });
    expect(await errorOf(await launch("none"))).toBe("not-found");
    await app.connect(ADMIN);
    const off = { offWidgets: ["white-space"] };
    expect(await errorOf(await app.callSigned("/hubspot/v1/settings/write", off))).toBe("forbidden");
    await app.callSigned("/hubspot/v1/settings/write", off, { member: ADMIN });
    expect(await errorOf(await launch("white-space"))).toBe("not-found");
    const read = await app.callSigned("/hubspot/v1/settings/read", {}, { member: ADMIN });
    expect(await read.json()).toMatchObject({
      connection: { state: "installed", users: 2, userLevel: true },
      widgets: ["white-space"],
      settings: off,
    });
  });

  it("shows each widget's figures, made of plan, library and CRM", async () => {
    const token = await app.openSession();
    const commit = {
      scope: accountScope(toRecordId(NORDWIND)),
      key: "summary-1",
      puts: [put("p", "East")],
      removes: [],
    };
    await app.callPort(token, "store/commit", [commit, {}]);
    const answer = await app.callSigned("/hubspot/v1/summary", {
      ...asLaunch,
      widgets: ["white-space", "none"],
    });
    expect(await answer.json()).toEqual({
      state: "ready",
      off: [],
      summaries: {
        "white-space": {
          state: "ready",
          headline: { key: "summary.test" },
          counts: [
            { key: "summary.plan", value: 1 },
            { key: "summary.library", value: 0 },
            { key: "summary.family", value: expect.any(Number) as number },
          ],
        },
      },
    });
  });
});

describe("a code", () => {
  it("opens nothing a second time, after a minute, or where it was never given", async () => {
    const code = app.codeIn((await app.launch()).uri);
    expect((await app.exchange(code)).status).toBe(200);
    const late = app.codeIn((await app.launch()).uri);
    app.pass(60_000);
    for (const refused of [code, late, "hs_invented", `${late}x`, "", "hs_"])
      expect(await errorOf(await app.exchange(refused))).toBe("unauthenticated");
  });

  it("opens one session of many who try at the same moment, at any instance", async () => {
    const other = app.startInstance();
    const code = app.codeIn((await app.launch()).uri);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => app.exchange(code, index % 2 === 0 ? app : other)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("opens nothing for a user who has lost sight of the record meanwhile, or whose portal has gone", async () => {
    const lost = app.codeIn((await app.launch()).uri);
    app.portals[0]?.portal.records.companies.delete(NORDWIND);
    app.pass(20_000);
    expect(await errorOf(await app.exchange(lost))).toBe("not-found");
    const gone = app.codeIn((await app.launch({}, { portalId: 2 })).uri);
    await app.connect(ADMIN, 2);
    await app.callSigned("/hubspot/v1/settings/disconnect", {}, { member: ADMIN, portalId: 2 });
    expect(await errorOf(await app.exchange(gone))).toBe("unauthenticated");
  });
});

describe("a session", () => {
  it("that is opened seconds after its launch shows nothing where the right was taken between the two", async () => {
    const code = app.codeIn((await app.launch()).uri);
    app.portals[0]?.portal.records.companies.delete(NORDWIND);
    const { token } = (await (await app.exchange(code)).json()) as { token: string };
    for (const method of ["openAccount", "listFamily", "listContacts", "listOpportunities"])
      expect(await errorOf(await app.callPort(token, `reader/${method}`, [NORDWIND, {}]))).toBe("not-found");
    const scopes = [accountScope(toRecordId(NORDWIND)), LIBRARY];
    expect(await errorOf(await app.callPort(token, "store/load", [scopes, {}]))).toBe("not-found");
  });

  it("speaks the ports of one account, the library included, at any instance", async () => {
    const other = app.startInstance();
    const token = await app.openSession();
    const { reader, store } = createHttpCrm({
      baseUrl: "",
      token: () => token,
      fetch: (input, init) => other.ask(String(input), init as RequestInit),
    });
    const account = toRecordId(NORDWIND);
    expect((await reader.openAccount(account)).account.id).toBe(NORDWIND);
    const scopes = [accountScope(account), LIBRARY];
    const before = await store.load(scopes);
    expect(before.map(({ writable }) => writable)).toEqual([true, false]);
    await store.commit({
      scope: accountScope(account),
      key: "launch-test-1",
      puts: [put("p1", "East") as never],
      removes: [],
    });
    const [plan] = await store.load(scopes);
    expect(plan?.records).toMatchObject([{ id: "p1", createdBy: REP }]);
  });

  it("reaches no other account, not even one its user may see", async () => {
    const token = await app.openSession();
    const other = "acc-elbe";
    for (const method of [
      "openAccount",
      "listFamily",
      "listContacts",
      "listOpportunities",
      "listInvolvements",
    ])
      expect(await errorOf(await app.callPort(token, `reader/${method}`, [other, {}]))).toBe("not-found");
    expect(await errorOf(await app.callPort(token, "reader/listAccounts", [{}, {}]))).toBe("forbidden");
    const scope = { kind: "account", account: other };
    for (const [method, args] of [
      ["load", [[scope], {}]],
      ["commit", [{ scope, key: "elsewhere", puts: [], removes: [] }, {}]],
      ["changes", [scope, { since: 0 }, {}]],
      ["asOf", [scope, "2026-01-01T00:00:00.000Z", {}]],
    ] as const)
      expect(await errorOf(await app.callPort(token, `store/${method}`, args))).toBe("not-found");
  });

  it("sees what its own user sees: a colleague's rights are no help", async () => {
    await app.connect(ADMIN);
    await app.connect(OTHER_REP);
    const whoAmI = async (token: string): Promise<unknown> =>
      ((await (await app.callPort(token, "reader/whoAmI", [{}])).json()) as { value: unknown }).value;
    for (const member of [REP, OTHER_REP, ADMIN])
      expect(await whoAmI(await app.openSession({}, { member }))).toMatchObject({ id: member });
  });

  it("loses the account in the moment its user does: no event tells of a right that was taken", async () => {
    const token = await app.openSession();
    expect((await app.callPort(token, "reader/openAccount", [NORDWIND, {}])).status).toBe(200);
    app.portals[0]?.portal.records.companies.delete(NORDWIND);
    expect(await errorOf(await app.callPort(token, "reader/openAccount", [NORDWIND, {}]))).toBe("not-found");
    const scopes = [accountScope(toRecordId(NORDWIND))];
    expect(await errorOf(await app.callPort(token, "store/load", [scopes, {}]))).toBe("not-found");
  });

  it("lasts while it is used, for eight hours at most, and ends after half an hour without", async () => {
    const ask = async (token: string) => (await app.callPort(token, "reader/whoAmI", [{}])).status;
    const used = await app.openSession();
    for (let minutes = 0; minutes < 460; minutes += 20) {
      expect(await ask(used)).toBe(200);
      app.pass(20 * 60_000);
    }
    app.pass(21 * 60_000);
    expect(await ask(used)).toBe(401);
    const idle = await app.openSession();
    app.pass(30 * 60_000);
    expect(await ask(idle)).toBe(401);
  });

  it("ends when the frame says so, and is worth nothing where members of the gateway itself are asked for", async () => {
    const token = await app.openSession();
    const authorization = `Bearer ${token}`;
    expect(
      (await app.post("/api/crm/tasks", { account: NORDWIND, subject: "Call" }, { authorization })).status,
    ).toBe(403);
    expect(
      (await app.post("/api/launch", { account: NORDWIND, widget: "white-space" }, { authorization })).status,
    ).toBe(401);
    expect((await app.ask("/api/session", { method: "DELETE", headers: { authorization } })).status).toBe(
      204,
    );
    expect((await app.callPort(token, "reader/whoAmI", [{}])).status).toBe(401);
  });
});

describe("a request of a card is turned away", () => {
  const identity = { userId: "700001", portalId: "1" };
  const statusOf = async (target: string, init: RequestInit) => (await app.ask(target, init)).status;

  it("unsigned, changed after it was signed, or late", async () => {
    const { target, init } = app.sign("/hubspot/v1/launch", asLaunch, identity);
    expect(await statusOf(target, { ...init, headers: { "content-type": "application/json" } })).toBe(401);
    expect(await statusOf(target.replace("700001", "700002"), init)).toBe(401);
    expect(await statusOf(target.replace("portalId=1", "portalId=2"), init)).toBe(401);
    expect(await statusOf(`${target}&userId=700002`, init)).toBe(401);
    expect(await statusOf(target, { ...init, body: JSON.stringify({ ...asLaunch, objectId: "1" }) })).toBe(
      401,
    );
    app.pass(300_001);
    expect(await statusOf(target, init)).toBe(401);
  });

  it("without an identity, or with two", async () => {
    for (const query of [
      {},
      { userId: "1" },
      { portalId: "1" },
      { userId: "", portalId: "1" },
      { userId: "x", portalId: "1" },
    ]) {
      const { target, init } = app.sign("/hubspot/v1/launch", asLaunch, query as Record<string, string>);
      expect(await statusOf(target, init)).toBe(401);
    }
    const { target, init } = app.sign("/hubspot/v1/launch?userId=700002", asLaunch);
    expect(await statusOf(target, init)).toBe(401);
    const twice = app.sign("/hubspot/v1/launch?userId=700002&userId=700001&portalId=1", asLaunch);
    expect(await statusOf(twice.target, twice.init)).toBe(401);
  });
});
