import { accountScope, CrmError, type RecordId } from "@sweetspot/contract";
import { type HubspotPortal, sizeOfPlanInHubspot } from "@sweetspot/crm-hubspot";
import type { CompanyMerge, PlanMerges, PlanShape } from "@sweetspot/crm-sql";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore, PortalUser } from "./grant-store.ts";
import { NATIVE_SCOPES, readStorageMode } from "./plan-storage.ts";
import type { Tenants } from "./tenants.ts";

/** A portal's records in HubSpot with one user's token. */
export interface NativePlace {
  readonly portal: HubspotPortal;
  readonly token: () => Promise<string | undefined>;
}

/** Plans that are records in HubSpot, those of before a portal went back to the database among them. */
export interface NativePlans {
  /**
   * Does something with them as this user.
   *
   * @throws CrmError `forbidden` where plans are kept there now and he may not; where none are, nothing is done then
   */
  reach(who: PortalUser, work: (place: NativePlace) => Promise<unknown>): Promise<void>;
  /** The plan of a company that is gone follows the survivor, as in the database. */
  follow(who: PortalUser, merge: CompanyMerge): ReturnType<PlanMerges["follow"]>;
  /** Choices between plans of companies that became one, where plans are kept now; sizes as this user may read them. */
  merges(who: PortalUser): Promise<Pick<PlanMerges, "open" | "choose">>;
}

export interface NativePlansParts {
  readonly tenants: () => Pick<Tenants, "portal" | "settings" | "homes" | "plans">;
  readonly tokens: Pick<AccessTokens, "of">;
  readonly grants: Pick<GrantStore, "find">;
}

export function createNativePlans({ tenants, tokens, grants }: NativePlansParts): NativePlans {
  const placeOf = async (who: PortalUser): Promise<NativePlace> => ({
    portal: await tenants().portal(who.portal),
    token: () => tokens.of(who),
  });
  const sizeOf = async (who: PortalUser, home: RecordId) =>
    sizeOfPlanInHubspot(await placeOf(who), accountScope(home));

  return {
    async reach(who, work) {
      const [mode, grant] = await Promise.all([
        readStorageMode(tenants().settings(who.portal)),
        grants.find(who),
      ]);
      const lacking = NATIVE_SCOPES.filter((scope) => grant?.scopes.includes(scope) !== true);
      try {
        if (lacking.length > 0)
          throw new CrmError("forbidden", `Plans in HubSpot need ${lacking.join(", ")}: connect anew.`);
        await work(await placeOf(who));
      } catch (error) {
        // Without the right to custom objects there are none to most portals, and the database has everything.
        if (mode === "hubspot" || !CrmError.is(error, "forbidden")) throw error;
      }
    },
    follow: (who, merge) =>
      tenants()
        .homes(who.portal)
        .follow(merge, async (home) => (await sizeOf(who, home)) !== undefined),
    async merges(who) {
      const { portal } = who;
      if ((await readStorageMode(tenants().settings(portal))) === "gateway")
        return tenants().plans(portal).merges;
      const homes = tenants().homes(portal);
      return {
        open: (kept) => homes.open(kept, async (home) => (await sizeOf(who, home)) ?? NEVER_WRITTEN),
        choose: (choice) => homes.choose(choice),
      };
    },
  };
}

const NEVER_WRITTEN: PlanShape = { records: 0, changedAt: null };
