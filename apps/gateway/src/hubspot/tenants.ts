import { CrmError, type PlanStore, type ReadOptions, type TeamMember } from "@sweetspot/contract";
import {
  createHubspotCrm,
  createHubspotPortal,
  createNativePlanStore,
  type FieldMapping,
  type HubspotClient,
  type HubspotCrm,
  type HubspotPortal,
  type LostCommit,
  type ObservedCall,
  type RequestBudget,
} from "@sweetspot/crm-hubspot";
import { type Creations, createSqlCrm, type Database, type Settings, type SqlCrm } from "@sweetspot/crm-sql";
import { dropOldest } from "../sessions/sessions.ts";
import type { AccessTokens } from "./access-tokens.ts";
import { type PortalUser, tenantOf } from "./grant-store.ts";
import { createPlanHomes, type PlanHomes } from "./plan-homes.ts";
import { readStorageMode } from "./plan-storage.ts";

/** Portals as tenants: each with its own limits, memory and plans, each user with his own token. */
export interface Tenants {
  /**
   * The CRM as this user of this portal may see it, with the portal's plans.
   *
   * @throws CrmError `forbidden` where the user has not connected, which only he can do
   */
  as(who: PortalUser): Promise<HubspotCrm>;
  /** A portal's limits, facts and memory in this process. */
  portal(portal: string): Promise<HubspotPortal>;
  /** @throws CrmError `forbidden` for anybody but an admin of the portal */
  ensureAdmin(who: PortalUser, options?: ReadOptions): Promise<TeamMember>;
  settings(portal: string): Settings;
  creations(portal: string): Creations;
  /** A portal's plans beyond anybody's own view: where records of HubSpot's become one, or go. */
  plans(portal: string): Pick<SqlCrm, "merges" | "followReferences" | "eraseContact">;
  /** Which of a portal's plans that are kept in HubSpot is whose, after companies were merged. */
  homes(portal: string): PlanHomes;
  /** What the process remembers of a portal, or of some of its records, is not used again. */
  forget(portal: string, records?: readonly string[]): void;
  /** The portal is opened anew: its settings have changed. */
  reopen(portal: string): void;
  /** Lets go of portals nobody has asked for in a while and of answers that are too old, and of more where that is too little. */
  sweep(): void;
}

export interface TenantsOptions {
  readonly client: HubspotClient;
  readonly database: Database;
  readonly tokens: AccessTokens;
  /** Limits of one portal, for instances that share them. Default: each process by itself. */
  readonly budgetOf?: ((portal: string) => RequestBudget) | undefined;
  /** Told of every request to HubSpot. */
  readonly observe?: ((call: ObservedCall) => void) | undefined;
  /** Stands between a user and the plans of a portal. */
  readonly watchPlans?: (store: PlanStore, who: PortalUser) => PlanStore;
  /** An edit of a plan that is kept in HubSpot was displaced there. */
  readonly onLost?: (portal: string, lost: LostCommit) => void;
  /** Characters of HubSpot's answers that all portals together may hold after a sweep. Default 128 million. */
  readonly mostRemembered?: number;
  readonly now?: () => number;
}

/** Name of the setting that says where a portal keeps what HubSpot has no standard property for. */
export const MAPPING_SETTING = "field-mapping";

const MOST_PORTALS = 500;
/** How long answers of HubSpot are used again for the user who was given them. Webhooks end it sooner. */
const FRESH_MS = 60_000;
const MOST_REMEMBERED = 128_000_000;
/** A portal that nobody has asked for so long is not kept open: its facts and answers are too old by then. */
const IDLE_MS = 600_000;
/** How soon an instance hears of settings that another one has stored. */
const SETTINGS_FRESH_MS = 60_000;

interface OpenPortal {
  readonly portal: HubspotPortal;
  /** The mapping as stored, to see whether it has changed. */
  readonly mapping: string;
  readonly until: number;
}

export function createTenants(options: TenantsOptions): Tenants {
  const { client, database, tokens, budgetOf, observe, now = Date.now } = options;
  const { watchPlans = (store) => store, onLost = () => {}, mostRemembered = MOST_REMEMBERED } = options;
  const portals = new Map<string, OpenPortal>();
  const homesOf = (portal: string) => createPlanHomes(database, tenantOf(portal), now);
  const sqlOf = (portal: string) => createSqlCrm(database, { tenant: tenantOf(portal) });

  async function open(portal: string): Promise<HubspotPortal> {
    const known = portals.get(portal);
    if (known && known.until > now()) return known.portal;
    const stored = (await sqlOf(portal).settings.read(MAPPING_SETTING)) ?? {};
    const mapping = JSON.stringify(stored);
    const later = portals.get(portal);
    const opened: OpenPortal = {
      // Limits and memory outlive a look at the settings.
      portal:
        later?.mapping === mapping
          ? later.portal
          : createHubspotPortal({
              client,
              mapping: stored as FieldMapping,
              freshMs: FRESH_MS,
              ...(budgetOf ? { budget: budgetOf(portal) } : {}),
              ...(observe ? { observe } : {}),
            }),
      mapping,
      until: now() + SETTINGS_FRESH_MS,
    };
    portals.delete(portal);
    if (portals.size >= MOST_PORTALS) dropOldest(portals);
    portals.set(portal, opened);
    return opened.portal;
  }

  async function plansOf(who: PortalUser, member: TeamMember): Promise<PlanStore> {
    const sql = sqlOf(who.portal);
    if ((await readStorageMode(sql.settings)) === "gateway") return sql.plansOf(member);
    return createNativePlanStore({
      portal: await open(who.portal),
      token: () => tokens.of(who),
      member,
      now,
      logOf: homesOf(who.portal).logOf,
      onLost: (lost) => onLost(who.portal, lost),
    });
  }

  async function as(who: PortalUser): Promise<HubspotCrm> {
    if ((await tokens.of(who)) === undefined)
      throw new CrmError("forbidden", "This user has not connected Sweetspot with HubSpot.", {
        detail: { connect: true },
      });
    return createHubspotCrm({
      portal: await open(who.portal),
      user: { id: who.user, token: () => tokens.of(who) },
      planStore: async (member) => watchPlans(await plansOf(who, member), who),
    });
  }

  return {
    as,
    portal: open,
    async ensureAdmin(who, options) {
      const { reader } = await as(who);
      const member = await reader.whoAmI(options);
      if (member.role !== "admin") throw new CrmError("forbidden", "Only admins of the portal may do this.");
      return member;
    },
    settings: (portal) => sqlOf(portal).settings,
    creations: (portal) => sqlOf(portal).creations,
    plans: sqlOf,
    homes: homesOf,
    forget: (portal, records) => portals.get(portal)?.portal.forget(records),
    reopen: (portal) => void portals.delete(portal),
    sweep() {
      const at = now();
      for (const [portal, { until }] of portals) if (until + IDLE_MS <= at) portals.delete(portal);
      const memories = [...portals.values()].map(({ portal }) => portal.memory);
      for (const memory of memories) memory.sweep();
      let held = memories.reduce((sum, { size }) => sum + size, 0);
      // Those opened longest ago stand first.
      for (const memory of memories) {
        if (held <= mostRemembered) return;
        held -= memory.size;
        memory.forget();
      }
    },
  };
}

export const needsConsent = (error: unknown): boolean =>
  CrmError.is(error, "forbidden") &&
  typeof error.detail === "object" &&
  error.detail !== null &&
  "connect" in error.detail;
