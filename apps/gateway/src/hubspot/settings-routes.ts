import { CrmError } from "@sweetspot/contract";
import { refuseBadMapping } from "@sweetspot/crm-hubspot";
import { Hono } from "hono";
import { z } from "zod";
import type { TenantPrivacy } from "../privacy/tenant-privacy.ts";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore } from "./grant-store.ts";
import type { HubspotOauth } from "./hubspot-oauth.ts";
import { readPortalSettings, settingsChange, writePortalSettings } from "./portal-settings.ts";
import { readSigned } from "./signed-body.ts";
import { type SignedVariables, userOf } from "./signed-requests.ts";
import type { TenantExport } from "./tenant-export.ts";
import { needsConsent, tenantOf, type Tenants } from "./tenants.ts";

export interface SettingsRouteParts {
  readonly tenants: Tenants;
  readonly grants: GrantStore;
  readonly oauth: Pick<HubspotOauth, "revoke">;
  readonly tokens: AccessTokens;
  readonly widgets: () => Promise<readonly string[]>;
  readonly exports: TenantExport;
  readonly privacy: Pick<TenantPrivacy, "erase">;
}

const eraseBody = z.object({ confirm: z.string().max(40) });

/** For somebody who has not connected: who he is to the portal, HubSpot has not said. */
const STRANGER = {
  connection: { state: "uninstalled", users: 0, storage: "gateway" },
  widgets: [],
  settings: { offWidgets: [] },
} as const;

/** What the settings page of a portal's admins reads and does. */
export function createSettingsRoutes(parts: SettingsRouteParts): Hono<{ Variables: SignedVariables }> {
  const { tenants, grants, oauth, tokens, widgets, exports, privacy } = parts;
  const app = new Hono<{ Variables: SignedVariables }>();

  app.post("/read", async (context) => {
    const who = userOf(context.req.url);
    const admin = await tenants.ensureAdmin(who).catch((error: unknown) => {
      if (needsConsent(error)) return undefined;
      throw error;
    });
    if (!admin) return context.json(STRANGER);
    const [portal, grant, known, settings] = await Promise.all([
      grants.portal(who.portal),
      grants.find(who),
      widgets(),
      readPortalSettings(tenants.settings(who.portal)),
    ]);
    return context.json({
      connection: {
        state: portal?.state ?? "uninstalled",
        installedAt: portal?.installedAt,
        users: portal?.users ?? 0,
        scopes: grant?.scopes ?? [],
        userLevel: grant?.userLevel,
        storage: "gateway",
      },
      widgets: known,
      settings,
    });
  });

  app.post("/write", async (context) => {
    const who = userOf(context.req.url);
    await tenants.ensureAdmin(who);
    const change = readSigned(context, settingsChange);
    if (change.mapping) refuseBadMapping(change.mapping);
    await writePortalSettings(tenants.settings(who.portal), change);
    tenants.reopen(who.portal);
    return context.json({ settings: await readPortalSettings(tenants.settings(who.portal)) });
  });

  app.post("/disconnect", async (context) => {
    const who = userOf(context.req.url);
    // The proxy may repeat what has been done already.
    if ((await grants.portal(who.portal))?.state === "uninstalled")
      return context.json({ state: "uninstalled" });
    await tenants.ensureAdmin(who);
    // Told to HubSpot for everybody. Where it does not listen, the tokens are forgotten here all the same.
    const refreshes = await grants.refreshTokens(who.portal);
    await Promise.allSettled(refreshes.map((refresh) => oauth.revoke(refresh)));
    await grants.uninstall(who.portal);
    tokens.forget(who.portal);
    tenants.reopen(who.portal);
    return context.json({ state: "uninstalled" });
  });

  app.post("/export", async (context) => {
    const who = userOf(context.req.url);
    await tenants.ensureAdmin(who);
    return context.json(await exports.begin(who.portal));
  });

  app.post("/erase", async (context) => {
    const who = userOf(context.req.url);
    await tenants.ensureAdmin(who);
    const { confirm } = readSigned(context, eraseBody);
    if (confirm !== who.portal)
      throw new CrmError("malformed", "confirm: must be the portal's number; nothing was erased.");
    await privacy.erase(tenantOf(who.portal));
    tenants.reopen(who.portal);
    return context.json({ state: "erased" });
  });
  return app;
}
