import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, errorOf, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
let app: App;
beforeEach(async () => {
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  await app.connect(REP);
  await app.connect(ADMIN);
});
afterEach(() => app.close());

const ask = (route: string, body: unknown = {}, member = ADMIN): Promise<Response> =>
  app.callSigned(`/hubspot/v1/settings/${route}`, body, { member });
const answerTo = async (route: string, body: unknown = {}): Promise<Answer> =>
  (await (await ask(route, body)).json()) as Answer;

interface Answer {
  readonly connection: {
    readonly people: readonly object[];
    readonly scopes: readonly { readonly name: string; readonly granted: boolean }[];
  };
  readonly settings: { readonly mapping: object };
  readonly problems?: readonly object[];
  readonly properties: Readonly<Record<string, readonly { readonly name: string }[]>>;
  readonly fields: readonly { readonly name: string; readonly property: string }[];
}

describe("the connection of a portal", () => {
  it("shows its admin who has connected since when, and which scopes he has granted", async () => {
    const { connection } = await answerTo("read");
    const [first, second] =
      app.portals[0]?.portal.members.filter(({ id }) => [REP, ADMIN].includes(id)) ?? [];
    expect(connection.people).toHaveLength(2);
    for (const member of [first, second])
      expect(connection.people).toContainEqual(
        expect.objectContaining({ name: member?.name, isYou: member?.id === ADMIN }),
      );
    expect(connection.scopes).toContainEqual({ name: "oauth", granted: true });
    expect(connection.scopes).toContainEqual({ name: "settings.users.read", granted: false });
  });
});

describe("the field mapping of a portal", () => {
  it("offers what the portal defines, with the fields it may feed and HubSpot's own properties for them", async () => {
    const { properties, fields, problems } = await answerTo("properties");
    expect(properties["companies"]?.map(({ name }) => name)).toContain("industry");
    expect(fields).toContainEqual(expect.objectContaining({ name: "accountIndustry", property: "industry" }));
    expect(problems).toEqual([]);
    expect(await errorOf(await ask("properties", {}, REP))).toBe("forbidden");
  });

  it("is used at once, and can be taken back to what HubSpot has", async () => {
    const industry = async (token: string): Promise<unknown> => {
      const answer = await app.callPort(token, "reader/openAccount", [NORDWIND, {}]);
      return ((await answer.json()) as { value: { account: { industry: { value: string } } } }).value.account
        .industry.value;
    };
    const own = await industry(await app.openSession());
    expect((await answerTo("write", { mapping: { standard: { accountIndustry: "city" } } })).problems).toBe(
      undefined,
    );
    const city = app.portals[0]?.portal.records.companies.get(NORDWIND)?.properties["city"];
    expect(await industry(await app.openSession())).toBe(city);
    await ask("write", { mapping: {} });
    expect(await industry(await app.openSession())).toBe(own);
  });

  it("that names what the portal does not have is not kept, and says why", async () => {
    await ask("write", { mapping: { productFamily: "product_family" } });
    const refused = await answerTo("write", { mapping: { standard: { accountCity: "towns" } } });
    expect(refused.problems).toEqual([
      { field: "standard.accountCity", property: "towns", problem: "unknown" },
    ]);
    expect(refused.settings.mapping).toEqual({ productFamily: "product_family" });
    expect(await errorOf(await ask("write", { mapping: { standard: { nothingOfOurs: "city" } } }))).toBe(
      "malformed",
    );
  });

  it("says later what has gone from the portal since", async () => {
    await ask("write", { mapping: { account: [{ property: "domain", label: "Domain" }] } });
    app.portals[0]?.portal.definitions.companies.delete("domain");
    expect((await answerTo("properties")).problems).toEqual([
      { field: "account", property: "domain", problem: "unknown" },
    ]);
  });
});
