import { toRecordId } from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createHubspotCloud, createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { describe, expect, it } from "vitest";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal } from "./hubspot-portal.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";
import { clientOf } from "./small-portal.fixture.ts";

const ACCOUNT = toRecordId("acc-one");
const app = { clientId: "app", clientSecret: "secret", redirectUris: ["https://app.example/back"] };

/** One gateway: one client for portals whose records, users and people have the same ids. */
function openGateway() {
  const clock = createQuickClock();
  const portals = [1, 2, 3].map((portalId) => {
    const accounts = [buildAccount("acc-one", `Company of portal ${portalId}`)];
    return createHubspotEmulator(
      { ...conformanceWorld(), accounts, involvements: [] },
      { portalId, now: clock.now },
    );
  });
  const cloud = createHubspotCloud({ app, portals, now: clock.now });
  const client = clientOf(cloud);

  async function tokenOf(form: Record<string, string>): Promise<Record<string, string>> {
    const credentials = { client_id: app.clientId, client_secret: app.clientSecret };
    const body = new URLSearchParams({ ...credentials, ...form }).toString();
    const response = await cloud.handle(
      new Request("https://api.hubapi.com/oauth/2026-09/token", { method: "POST", body }),
    );
    return (await response.json()) as Record<string, string>;
  }

  return {
    clock,
    cloud,
    async connect(portalId: number) {
      const [redirectUri = ""] = app.redirectUris;
      const user = CONFORMANCE_USERS.rep;
      const code = cloud.authorize({ portalId, user, redirectUri, scopes: ["oauth"] });
      let granted = await tokenOf({ grant_type: "authorization_code", code, redirect_uri: redirectUri });
      const portal = createHubspotPortal({ client, clock, freshMs: 60_000 });
      const { reader } = createHubspotCrm({
        portal,
        user: { id: String(granted["user_id"]), token: async () => granted["access_token"] },
        planStore: () => Promise.reject(new Error("No plans here.")),
      });
      return {
        reader,
        refresh: async () => {
          granted = await tokenOf({
            grant_type: "refresh_token",
            refresh_token: granted["refresh_token"] ?? "",
          });
        },
      };
    },
  };
}

describe("several portals in one process", () => {
  it("never see each other, remembered or not, though all their ids are the same", async () => {
    const gateway = openGateway();
    const connected = await Promise.all([1, 2, 3].map((id) => gateway.connect(id)));
    for (let round = 0; round < 2; round += 1) {
      const names = await Promise.all(
        connected.map(async ({ reader }) => (await reader.openAccount(ACCOUNT)).account.name),
      );
      expect(names).toEqual(["Company of portal 1", "Company of portal 2", "Company of portal 3"]);
    }
  });

  it("go on with the token that is good now, and stop with the app", async () => {
    const { clock, cloud, connect } = openGateway();
    const { reader, refresh } = await connect(1);
    await reader.openAccount(ACCOUNT);
    clock.advance(1_800_000);
    await expect(reader.openAccount(ACCOUNT)).rejects.toMatchObject({ code: "unauthenticated" });
    await refresh();
    expect((await reader.openAccount(ACCOUNT)).account.id).toBe(ACCOUNT);
    cloud.uninstall(1);
    await expect(reader.openAccount(ACCOUNT)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
