import { CrmError, type RecordId } from "@sweetspot/contract";
import {
  findMappingProblems,
  type NativeStorageState,
  type PortalProperties,
  prepareNativeStorage,
  readPortalProperties,
  refuseBadMapping,
  STANDARD_FIELD_NAMES,
  STANDARD_FIELDS,
} from "@sweetspot/crm-hubspot";
import { Hono } from "hono";
import { z } from "zod";
import type { TenantPrivacy } from "../privacy/tenant-privacy.ts";
import type { AccessTokens } from "./access-tokens.ts";
import type { BackgroundConsents } from "./background-consent.ts";
import { type GrantStore, type PortalUser, tenantOf } from "./grant-store.ts";
import { type HubspotOauth, OPTIONAL_SCOPES, REQUIRED_SCOPES } from "./hubspot-oauth.ts";
import { NATIVE_SCOPES, readStorageMode } from "./plan-storage.ts";
import { readPortalSettings, settingsChange, writePortalSettings } from "./portal-settings.ts";
import type { PlansInHubspot } from "./plans-in-hubspot.ts";
import { readSigned } from "./signed-body.ts";
import { type SignedVariables, userOf } from "./signed-requests.ts";
import type { TenantExport } from "./tenant-export.ts";
import { needsConsent, type Tenants } from "./tenants.ts";
import type { WaitingList } from "./waiting-work.ts";

export interface SettingsRouteParts {
  readonly tenants: Tenants;
  readonly grants: GrantStore;
  readonly oauth: Pick<HubspotOauth, "revoke">;
  readonly tokens: AccessTokens;
  readonly widgets: () => Promise<readonly string[]>;
  readonly exports: TenantExport;
  readonly plansInHubspot: Pick<PlansInHubspot, "erase">;
  readonly privacy: Pick<TenantPrivacy, "erase" | "noteDecision">;
  readonly consents: BackgroundConsents;
  readonly waiting: (portal: string) => Pick<WaitingList, "list">;
  /** Somebody has lent his rights for what waits. */
  readonly onLent: (portal: string) => void;
}

const eraseBody = z.object({ confirm: z.string().max(40) });

/** For somebody who has not connected: who he is to the portal, HubSpot has not said. */
const STRANGER = {
  connection: { state: "uninstalled", users: 0 },
  widgets: [],
  settings: { offWidgets: [], mapping: {} },
} as const;

/** What the settings page of a portal's admins reads and does. */
export function createSettingsRoutes(parts: SettingsRouteParts): Hono<{ Variables: SignedVariables }> {
  const { tenants, grants, oauth, tokens, widgets, exports, plansInHubspot, privacy } = parts;
  const app = new Hono<{ Variables: SignedVariables }>();

  app.post("/read", async (context) => {
    const who = userOf(context.req.url);
    const admin = await tenants.ensureAdmin(who).catch((error: unknown) => {
      if (needsConsent(error)) return undefined;
      throw error;
    });
    if (!admin) return context.json(STRANGER);
    const [portal, grant, known, settings, people, mode] = await Promise.all([
      grants.portal(who.portal),
      grants.find(who),
      widgets(),
      readPortalSettings(tenants.settings(who.portal)),
      readPeople(parts, who),
      readStorageMode(tenants.settings(who.portal)),
    ]);
    return context.json({
      connection: {
        state: portal?.state ?? "uninstalled",
        installedAt: portal?.installedAt,
        users: portal?.users ?? 0,
        people,
        scopes: toScopes(grant?.scopes ?? []),
        userLevel: grant?.userLevel,
      },
      background: await readBackground(parts, who, people),
      storage: { mode, native: lacksNative(grant?.scopes ?? []) ? "missing-scopes" : "ready" },
      widgets: known,
      settings,
    });
  });

  app.post("/write", async (context) => {
    const who = userOf(context.req.url);
    const { id } = await tenants.ensureAdmin(who);
    const change = readSigned(context, settingsChange);
    if (change.mapping) {
      refuseBadMapping(change.mapping);
      // Said with 200: of a refusal the proxy hands only the status to the page.
      const problems = findMappingProblems(change.mapping, await readProperties(parts, who));
      if (problems.length > 0)
        return context.json({
          settings: await readPortalSettings(tenants.settings(who.portal)),
          problems,
        });
    }
    if (change.storage === "hubspot") {
      const refused = await prepareStorage(parts, who);
      if (refused !== undefined)
        return context.json({ settings: await readPortalSettings(tenants.settings(who.portal)), refused });
    }
    const tenant = tenantOf(who.portal);
    if (change.background !== undefined) await changeBackground(parts, who, id, change.background);
    if (change.mapping) await privacy.noteDecision(tenant, id, "mapped");
    if (change.storage) await privacy.noteDecision(tenant, id, `stored-in-${change.storage}`);
    await writePortalSettings(tenants.settings(who.portal), change);
    tenants.reopen(who.portal);
    return context.json({ settings: await readPortalSettings(tenants.settings(who.portal)) });
  });

  app.post("/properties", async (context) => {
    const who = userOf(context.req.url);
    await tenants.ensureAdmin(who);
    const [properties, { mapping }] = await Promise.all([
      readProperties(parts, who),
      readPortalSettings(tenants.settings(who.portal)),
    ]);
    return context.json({
      properties,
      fields: STANDARD_FIELD_NAMES.map((name) => ({ name, ...STANDARD_FIELDS[name] })),
      problems: findMappingProblems(mapping, properties),
    });
  });

  app.post("/disconnect", async (context) => {
    const who = userOf(context.req.url);
    // The proxy may repeat what has been done already.
    if ((await grants.portal(who.portal))?.state === "uninstalled")
      return context.json({ state: "uninstalled" });
    const { id } = await tenants.ensureAdmin(who);
    await privacy.noteDecision(tenantOf(who.portal), id, "disconnected");
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
    const { id } = await tenants.ensureAdmin(who);
    return context.json(await exports.begin(who, id));
  });

  app.post("/erase", async (context) => {
    const who = userOf(context.req.url);
    const { id } = await tenants.ensureAdmin(who);
    const { confirm } = readSigned(context, eraseBody);
    if (confirm !== who.portal)
      throw new CrmError("malformed", "confirm: must be the portal's number; nothing was erased.");
    // Before the settings go, which say where plans are; should this fail, all is as it was.
    await plansInHubspot.erase(who);
    await privacy.erase(tenantOf(who.portal), id);
    tenants.reopen(who.portal);
    return context.json({ state: "erased" });
  });
  return app;
}

/** As the admin who asks may see them. */
async function readProperties(
  { tenants, tokens }: SettingsRouteParts,
  who: PortalUser,
): Promise<PortalProperties> {
  return readPortalProperties({ portal: await tenants.portal(who.portal), token: () => tokens.of(who) });
}

/** As many as a page can show; how many there are is said beside them. */
const MOST_PEOPLE = 50;

interface ConnectedPerson {
  readonly user: string;
  /** Absent where HubSpot does not say who it is. */
  readonly name?: string;
  readonly since: Date;
  /** Is it the admin who asks? */
  readonly isYou: boolean;
}

async function readPeople(
  { tenants, grants }: SettingsRouteParts,
  who: PortalUser,
): Promise<readonly ConnectedPerson[]> {
  const [connected, names] = await Promise.all([
    grants.connected(who.portal, MOST_PEOPLE),
    // Names are a comfort: without them the numbers stand.
    tenants
      .as(who)
      .then((crm) => crm.userNames())
      .catch((): ReadonlyMap<string, string> => new Map()),
  ]);
  return connected.map(({ user, grantedAt }) => {
    const name = names.get(user);
    return { user, ...(name === undefined ? {} : { name }), since: grantedAt, isYou: user === who.user };
  });
}

/** With whose rights what nobody waits for is done, and how much of it waits for somebody with rights. */
async function readBackground(
  { consents, waiting }: SettingsRouteParts,
  who: PortalUser,
  people: readonly ConnectedPerson[],
) {
  const [lent, list] = await Promise.all([consents.of(who.portal), waiting(who.portal).list()]);
  if (!lent) return { waiting: list.length };
  const { user, since } = lent;
  const name = people.find((person) => person.user === user)?.name;
  return {
    waiting: list.length,
    lent: { user, since, isYou: user === who.user, ...(name === undefined ? {} : { name }) },
  };
}

/** An admin lends his own rights and nobody else's; any admin ends what another has lent. */
async function changeBackground(
  { consents, privacy, onLent }: SettingsRouteParts,
  who: PortalUser,
  by: RecordId,
  lend: boolean,
): Promise<void> {
  const lent = await consents.of(who.portal);
  // The proxy may repeat what has been done already.
  if (lend ? lent?.user === who.user : lent === undefined) return;
  await privacy.noteDecision(tenantOf(who.portal), by, lend ? "background-lent" : "background-ended");
  if (!lend) return consents.end(who.portal);
  await consents.give(who);
  onLent(who.portal);
}

/** What the app asks for, and whether this admin's consent has it. */
const toScopes = (granted: readonly string[]) =>
  [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES].map((name) => ({ name, granted: granted.includes(name) }));

const lacksNative = (granted: readonly string[]): boolean =>
  NATIVE_SCOPES.some((scope) => !granted.includes(scope));

/** Makes the portal ready for plans. @returns why that cannot be */
async function prepareStorage(
  { tenants, tokens, grants }: SettingsRouteParts,
  who: PortalUser,
): Promise<Exclude<NativeStorageState, "ready"> | undefined> {
  if (lacksNative((await grants.find(who))?.scopes ?? [])) return "missing-scopes";
  const portal = await tenants.portal(who.portal);
  const state = await prepareNativeStorage({ portal, token: () => tokens.of(who) });
  return state === "ready" ? undefined : state;
}
