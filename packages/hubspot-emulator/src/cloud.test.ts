import { createHash } from "node:crypto";
import { Client } from "@hubspot/api-client";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { createHubspotCloud, type HubspotCloudOptions } from "./cloud.ts";
import { createHubspotEmulator } from "./emulator.ts";
import { serveHubspot } from "./server.ts";

const app = { clientId: "app", clientSecret: "secret", redirectUris: ["https://app.example/back"] };
const scopes = ["oauth", "crm.objects.companies.read"];
const redirectUri = "https://app.example/back";

function open(options: Partial<HubspotCloudOptions> = {}) {
  let time = 0;
  const worlds = [1, 2].map((id) => ({
    ...conformanceWorld(),
    accounts: [buildAccount("acc-one", `Company of portal ${id}`)],
    involvements: [],
  }));
  const portals = worlds.map((world, index) => createHubspotEmulator(world, { portalId: index + 1 }));
  const cloud = createHubspotCloud({ app, portals, now: () => time, ...options });
  const post = async (path: string, form: Record<string, string>) => {
    const response = await cloud.handle(
      new Request(`https://api.hubapi.com/oauth/2026-09/token${path}`, {
        method: "POST",
        body: new URLSearchParams({
          client_id: app.clientId,
          client_secret: app.clientSecret,
          ...form,
        }).toString(),
      }),
    );
    const text = await response.text();
    const body = text === "" ? {} : (JSON.parse(text) as Record<string, string>);
    return { ...body, status: response.status };
  };
  const exchange = (code: string, form: Record<string, string> = {}) =>
    post("", { grant_type: "authorization_code", code, redirect_uri: redirectUri, ...form });
  const agree = (portalId = 1, codeChallenge?: string) =>
    cloud.authorize({
      portalId,
      user: CONFORMANCE_USERS.rep,
      redirectUri,
      scopes,
      ...(codeChallenge === undefined ? {} : { codeChallenge }),
    });
  return {
    cloud,
    post,
    exchange,
    agree,
    install: async (portalId = 1) => (await exchange(agree(portalId))) as unknown as Record<string, string>,
    refresh: (token = "") => post("", { grant_type: "refresh_token", refresh_token: token }),
    pass: (ms: number) => {
      time += ms;
    },
    async companyOf(token = "") {
      const response = await cloud.handle(
        new Request("https://api.hubapi.com/crm/objects/2026-09/companies/acc-one", {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
      const body = (await response.json()) as { readonly properties?: { readonly name: string } };
      return body.properties?.name ?? response.status;
    },
  };
}

describe("portals at one address", () => {
  it("are told apart by the token alone, though their records have the same ids", async () => {
    const { install, companyOf } = open();
    const [one, two] = [await install(1), await install(2)];
    expect(await companyOf(one["access_token"])).toBe("Company of portal 1");
    expect(await companyOf(two["access_token"])).toBe("Company of portal 2");
    expect(await companyOf("invented")).toBe(401);
  });

  it("say whose a token is", async () => {
    const { install, post } = open();
    const { access_token: token = "", user_id: user } = await install(2);
    expect(await post("/introspect", { token })).toMatchObject({
      active: true,
      hub_id: 2,
      user_id: user,
      scopes,
      is_user_level: true,
      expires_in: 1800,
    });
    expect(await post("/introspect", { token: "invented" })).toMatchObject({ active: false });
  });
});

describe("a code", () => {
  it("is good once, for a minute, at the address it was asked for", async () => {
    const { agree, exchange, pass } = open();
    const code = agree();
    expect((await exchange(code)).status).toBe(200);
    expect(await exchange(code)).toMatchObject({ status: 400, category: "BAD_AUTH_CODE" });
    expect((await exchange(agree(), { redirect_uri: "https://elsewhere.example" })).status).toBe(400);
    const late = agree();
    pass(60_000);
    expect((await exchange(late)).status).toBe(400);
  });

  it("is good only for whoever knows the verifier, and the app's secret", async () => {
    const { agree, exchange } = open();
    const verifier = "a-verifier-of-forty-three-signs-at-the-least-";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    expect((await exchange(agree(1, challenge))).status).toBe(400);
    expect((await exchange(agree(1, challenge), { code_verifier: verifier })).status).toBe(200);
    expect((await exchange(agree(), { client_secret: "guessed" })).status).toBe(400);
  });
});

describe("an access token", () => {
  it("is over after its time, and a refresh gives another", async () => {
    const { install, companyOf, refresh, pass } = open();
    const first = await install();
    pass(1_800_000);
    expect(await companyOf(first["access_token"])).toBe(401);
    const second = (await refresh(first["refresh_token"])) as unknown as Record<string, string>;
    expect(second["refresh_token"]).toBe(first["refresh_token"]);
    expect(await companyOf(second["access_token"])).toBe("Company of portal 1");
  });

  it("is over with its refresh token, and with the app", async () => {
    const { install, companyOf, refresh, post, cloud } = open();
    const [one, two] = [await install(1), await install(2)];
    await post("/revoke", { token: one["refresh_token"] ?? "" });
    expect(await companyOf(one["access_token"])).toBe(401);
    expect((await refresh(one["refresh_token"])).status).toBe(400);
    expect(await companyOf(two["access_token"])).toBe("Company of portal 2");
    cloud.uninstall(2);
    expect(await companyOf(two["access_token"])).toBe(401);
  });

  it("takes its refresh token along where these rotate", async () => {
    const { install, refresh } = open({ rotatesRefreshTokens: true });
    const { refresh_token: first } = await install();
    const { refresh_token: second } = (await refresh(first)) as unknown as Record<string, string>;
    expect(second).not.toBe(first);
    expect((await refresh(first)).status).toBe(400);
    expect((await refresh(second)).status).toBe(200);
  });

  it("is had by HubSpot's own client too", async () => {
    const { cloud, agree } = open();
    const running = await serveHubspot(cloud);
    try {
      const client = new Client({ basePath: running.basePath, numberOfApiCallRetries: 0 });
      const token = await client.oauth.tokensApi.create(
        "authorization_code",
        agree(),
        redirectUri,
        app.clientId,
        app.clientSecret,
      );
      client.setAccessToken(token.accessToken);
      const company = await client.crm.companies.basicApi.getById("acc-one", ["name"]);
      expect(company.properties["name"]).toBe("Company of portal 1");
    } finally {
      await running.close();
    }
  });
});
