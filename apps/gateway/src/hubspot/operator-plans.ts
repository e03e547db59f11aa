import { createHubspotClient } from "@sweetspot/crm-hubspot";
import { createSqlCrm, type Database } from "@sweetspot/crm-sql";
import { createAccessTokens } from "./access-tokens.ts";
import { createBackgroundConsents } from "./background-consent.ts";
import { createGrantStore, tenantOf } from "./grant-store.ts";
import type { HubspotConfig } from "./hubspot-config.model.ts";
import { createHubspotOauth } from "./hubspot-oauth.ts";
import { createNativePlans, type NativePlace } from "./native-plans.ts";
import { readStorageMode } from "./plan-storage.ts";
import { createTenants } from "./tenants.ts";
import { createTokenCipher } from "./token-cipher.ts";

/** A portal's plans in HubSpot for the operator's command line, who has no rights of his own there. */
export interface OperatorPlans {
  /** Are plans kept there now? */
  readonly keptThere: boolean;
  /**
   * With the rights an admin has lent, or of the connected user that was named; undefined where there is neither.
   *
   * @throws CrmError `forbidden` where they are too few and plans are kept there
   */
  readonly reach: ((work: (place: NativePlace) => Promise<unknown>) => Promise<void>) | undefined;
}

export interface OperatorPlansOptions {
  readonly database: Database;
  /** Undefined where the command line knows nothing of HubSpot. */
  readonly config: HubspotConfig | undefined;
  /** For example `hubspot:123`. */
  readonly tenant: string;
  /** HubSpot's number of a connected user. */
  readonly as: string | undefined;
}

/** @returns undefined for a tenant that is no portal */
export async function openOperatorPlans({
  database,
  config,
  tenant,
  as,
}: OperatorPlansOptions): Promise<OperatorPlans | undefined> {
  const portal = /^hubspot:(.+)$/.exec(tenant)?.[1];
  if (portal === undefined) return undefined;
  const settings = (of: string) => createSqlCrm(database, { tenant: tenantOf(of) }).settings;
  const keptThere = (await readStorageMode(settings(portal))) === "hubspot";
  if (!config) return { keptThere, reach: undefined };
  const grants = createGrantStore({ database, cipher: createTokenCipher(config.tokenKeys) });
  const tokens = createAccessTokens({ grants, oauth: createHubspotOauth(config) });
  const tenants = createTenants({ client: createHubspotClient(config.apiUrl), database, tokens });
  const lent = await createBackgroundConsents({ settings, grants, now: Date.now }).of(portal);
  const user = as ?? lent?.user;
  if (user === undefined || !(await grants.find({ portal, user }))) return { keptThere, reach: undefined };
  const { reach } = createNativePlans({ tenants: () => tenants, tokens, grants });
  return { keptThere, reach: (work) => reach({ portal, user }, work) };
}
