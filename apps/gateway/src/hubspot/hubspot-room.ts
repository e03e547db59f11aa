import {
  accountScope,
  CrmError,
  type RecordId,
  type RelationReader,
  type SummaryDeclaration,
  type TeamMember,
} from "@sweetspot/contract";
import { createHubspotClient, type HubspotCrm, type Makes } from "@sweetspot/crm-hubspot";
import type { Database } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import type { Jobs } from "../jobs/jobs.port.ts";
import type { Log } from "../operation/log.ts";
import type { TenantPrivacy } from "../privacy/tenant-privacy.ts";
import { limitBody, limitTime } from "../http/request-limits.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { createBackground } from "./background.ts";
import { confinePorts } from "./confined-ports.ts";
import { createGrantStore, type PortalUser, tenantOf } from "./grant-store.ts";
import { openBehind } from "./hubspot-behind.ts";
import type { HubspotConfig } from "./hubspot-config.model.ts";
import { createHubspotOauth } from "./hubspot-oauth.ts";
import { createInstallRoutes } from "./install-routes.ts";
import { createInstallStates } from "./install-states.ts";
import { createLaunchRoutes } from "./launch-routes.ts";
import { createMaking, type Making } from "./making.ts";
import { type VisitRelations, withRelations } from "./portal-relations.ts";
import { createPasses } from "./passes.ts";
import { noteLost, readLost } from "./plan-storage.ts";
import { createPlansInHubspot } from "./plans-in-hubspot.ts";
import { createMergeRoutes } from "./merge-routes.ts";
import { readPortalSettings } from "./portal-settings.ts";
import { createSettingsRoutes } from "./settings-routes.ts";
import { requireSignature } from "./signed-requests.ts";
import { createTenants, type Tenants, type TenantsOptions } from "./tenants.ts";
import { watchAccounts } from "./summary-mirroring.ts";
import { createTenantExport } from "./tenant-export.ts";
import { createTokenCipher } from "./token-cipher.ts";
import { createWebhookInbox } from "./webhook-inbox.ts";
import { createWebhookRoutes } from "./webhook-routes.ts";

type HubspotPorts = Pick<HubspotCrm, "reader" | "store"> & { readonly relations?: RelationReader };

type Admit = <P extends Pick<HubspotCrm, "reader" | "store">>(
  caller: { readonly tenant: string; readonly user: string },
  open: () => Promise<P>,
) => Promise<P>;

export interface HubspotRoomParts extends Pick<TenantsOptions, "budgetOf" | "observe"> {
  readonly config: HubspotConfig;
  readonly database: Database;
  readonly log: Log;
  /** Defined here, started and closed by whoever has them. */
  readonly jobs: Jobs;
  /** Ids of the widgets in the catalogue. */
  readonly widgets: () => Promise<readonly string[]>;
  readonly summaries: readonly SummaryDeclaration[];
  /** What an admin may have of his portal, or have gone. */
  readonly privacy: TenantPrivacy;
  /** Where large exports wait for who fetches them; their files have no name and end with the process. */
  readonly folder: string;
  /** Lets a user in within his share of requests, and keeps a trail of what he looks at. Default: everybody, and none. */
  readonly admit?: Admit | undefined;
  /** Relations of a portal, as one of its users may see them. Default: none. */
  readonly visitRelations?: VisitRelations | undefined;
  readonly now?: () => number;
  /** How often it is looked for what another instance has been told to have changed. Default two seconds. */
  readonly turnMs?: number;
  /** After how long a request is answered that it took too long. Default a little less than HubSpot waits. */
  readonly answerSeconds?: Readonly<Record<"webhooks" | "cards" | "settings", number>>;
}

/** What a HubSpot user's launch code buys; the frame knows it by this shape. */
export interface HubspotExchange {
  readonly token: string;
  readonly member: TeamMember;
  readonly account: RecordId;
  readonly widget: string;
  /** What the widget may make in HubSpot. */
  readonly makes: readonly Makes[];
}

/** Everything HubSpot in one gateway. */
export interface HubspotRoom {
  /** For `/hubspot/v1`. */
  readonly routes: Hono;
  /** The ports of a HubSpot session. @throws CrmError `unauthenticated` */
  ports(request: Request): Promise<HubspotPorts>;
  /** @throws CrmError `unauthenticated` for a code that is used, expired or none; `not-found` where the user lost sight of the record */
  exchange(code: string): Promise<HubspotExchange>;
  closeSession(request: Request): Promise<void>;
  /** Tasks and deals of a HubSpot session. */
  readonly makes: Pick<Making, "createTask" | "createOpportunity">;
  /** Does at once what would be done in the background. */
  settle(): Promise<void>;
  /** Ends what runs in the background. */
  close(): Promise<void>;
}

const TURN_MS = 2000;
/** As long as a page takes from the click to the widget. */
const RECENT_MS = 15_000;
const MEMORY_SWEEP_MS = 30_000;
/**
 * HubSpot waits five seconds for an answer to its events; its proxy fifteen for a card, and two minutes where the page asks
 * for it.
 */
const ANSWER_SECONDS = { webhooks: 4, cards: 14, settings: 110 };

export function createHubspotRoom(parts: HubspotRoomParts): HubspotRoom {
  const {
    config,
    database,
    log,
    jobs,
    widgets,
    summaries,
    privacy,
    folder,
    admit,
    visitRelations,
    now = Date.now,
    turnMs = TURN_MS,
    answerSeconds = ANSWER_SECONDS,
  } = parts;
  const { budgetOf, observe } = parts;
  const cipher = createTokenCipher(config.tokenKeys);
  const grants = createGrantStore({ database, cipher, now: () => new Date(now()) });
  const states = createInstallStates({ database, cipher, now });
  const oauth = createHubspotOauth(config, now);
  const tokens = createAccessTokens({ grants, oauth, now });
  const failed = (event: string) => (error: unknown) =>
    log.warn(event, {
      error: CrmError.is(error) ? error.code : error instanceof Error ? error.name : "unknown",
    });
  const background = createBackground(failed("hubspot-background-failed"));
  const tenants: Tenants = createTenants({
    client: createHubspotClient(config.apiUrl),
    database,
    tokens,
    budgetOf,
    observe,
    now,
    onLost: (portal, lost) => {
      log.warn("hubspot-plan-edit-lost");
      background.start(() => noteLost(tenants.settings(portal), lost, now()));
    },
    // Whoever commits does not wait for it.
    watchPlans: (store, who) =>
      watchAccounts(store, (account) => background.start(() => work.figures(who.portal, account))),
  });
  const openCrm = async (who: PortalUser, account?: RecordId): Promise<HubspotCrm & HubspotPorts> => {
    const crm = withRelations(await tenants.as(who), { who, account, visitRelations, tenants });
    if (!admit) return crm;
    // By the id that the history of plans knows him by.
    const { id } = await crm.reader.whoAmI();
    return admit({ tenant: tenantOf(who.portal), user: id }, async () => crm);
  };
  const passes = createPasses({ database, secret: config.clientSecret, now });
  const making = createMaking({ passes, grants, openCrm, creationsOf: tenants.creations });
  const inbox = createWebhookInbox({ database, now });
  const { consents, nativePlans, work, worker, hubspotJobs } = openBehind({
    tenants,
    tokens,
    grants,
    inbox,
    jobs,
    background,
    sweeps: [states, passes, inbox],
    failed,
    now,
  });
  background.every(turnMs, () => worker.look());
  background.every(MEMORY_SWEEP_MS, async () => {
    tenants.sweep();
    tokens.sweep();
  });
  background.start(async () => {
    const rotated = await grants.rotate();
    if (rotated > 0) log.info("hubspot-tokens-sealed-again", { count: rotated });
  });

  const signed = requireSignature(config, now);
  const routes = new Hono();
  routes.use(async (context, next) => {
    await next();
    context.header("Cache-Control", "no-store");
  });
  routes.use(limitBody(1));
  routes.use("/webhooks", limitTime(answerSeconds.webhooks));
  routes.use("/settings/*", limitTime(answerSeconds.settings));
  for (const path of ["/launch", "/summary", "/merge", "/install", "/oauth/*"])
    routes.use(path, limitTime(answerSeconds.cards));
  routes.route(
    "/",
    createInstallRoutes({
      config,
      oauth,
      states,
      grants,
      tokens,
      onConnected({ portal, user, userLevel }) {
        // Then HubSpot shows everybody what the app may see, whatever a user's own rights are.
        if (userLevel === false) log.warn("hubspot-tokens-are-not-user-level");
        background.start(() => work.prepare({ portal, user }));
      },
      onFailure: failed("hubspot-install-failed"),
    }),
  );
  routes.use("/launch", signed);
  routes.use("/summary", signed);
  routes.use("/merge", signed);
  routes.use("/settings/*", signed);
  routes.use("/webhooks", signed);
  const { origin } = config.redirectUrl;
  const plansInHubspot = createPlansInHubspot(nativePlans);
  const { settings } = tenants;
  const exports = createTenantExport({ privacy, plansInHubspot, settings, folder, origin, now });
  routes.route("/", exports.routes);
  const settingsOf = (portal: string) => readPortalSettings(tenants.settings(portal));
  const lostOf = async (portal: string, account: RecordId) =>
    readLost(tenants.settings(portal), await tenants.homes(portal).logOf(accountScope(account)), now());
  const mergesOf = nativePlans.merges;
  routes.route(
    "/",
    createLaunchRoutes({
      config,
      openCrm,
      passes,
      settingsOf,
      widgets,
      summaries,
      mergesOf,
      lostOf,
      catchUp: work.catchUp,
      now,
    }),
  );
  routes.route(
    "/",
    createMergeRoutes({ openCrm, mergesOf, onChosen: ({ portal }, at) => work.figures(portal, at) }),
  );
  routes.route(
    "/settings",
    createSettingsRoutes({
      tenants,
      grants,
      oauth,
      tokens,
      widgets,
      exports,
      plansInHubspot,
      privacy,
      consents,
      waiting: work.waiting,
      onLent: (portal) => background.start(() => hubspotJobs.workOff(portal)),
    }),
  );
  const onFresh = (): void => {
    background.start(() => worker.look());
    background.start(() => hubspotJobs.handleEvents());
  };
  routes.route("/", createWebhookRoutes({ inbox, log, onFresh }));

  return {
    routes,
    async ports(request) {
      const { portal, user, account } = await passes.sessionOf(request);
      const crm = await openCrm({ portal, user }, account);
      const { relations } = crm;
      return { ...confinePorts(crm, account), ...(relations ? { relations } : {}) };
    },
    async exchange(code) {
      const { portal, user, objectType, objectId, account, widget, issuedAt } = await passes.look(code);
      const crm = await tenants.as({ portal, user });
      // Rights may have changed since the code was given, and a deal may belong to another company now. What HubSpot said
      // seconds ago is not asked again: the session's own reads ask, and without the right they show nothing.
      const isRecent = now() - issuedAt.getTime() < RECENT_MS;
      const [place, member] = await Promise.all([
        isRecent ? { account } : crm.placeOf({ type: objectType, id: objectId }),
        crm.reader.whoAmI(),
      ]);
      if (place.account !== account)
        throw new CrmError(
          "unauthenticated",
          "The record has moved to another company: open the widget again.",
        );
      const makes = await making.may({ portal, user });
      return { token: await passes.redeem(code), member, account, widget, makes };
    },
    makes: making,
    closeSession: (request) => passes.close(request),
    async settle() {
      await background.idle();
      await worker.look();
      await jobs.settle();
    },
    close: () => background.close(),
  };
}
