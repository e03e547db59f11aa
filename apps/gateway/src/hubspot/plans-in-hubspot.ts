import { CrmError } from "@sweetspot/contract";
import { erasePlansInHubspot, exportPlansInHubspot, type HubspotPortal } from "@sweetspot/crm-hubspot";
import type { ExportedRow } from "@sweetspot/crm-sql";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore, PortalUser } from "./grant-store.ts";
import { NATIVE_SCOPES, readStorageMode } from "./plan-storage.ts";
import type { Tenants } from "./tenants.ts";

/** A portal's plans that are records in HubSpot, those of before it went back to the database among them. */
export interface PlansInHubspot {
  /** Every commit as this admin may read it. @throws CrmError `forbidden` where plans are kept there and he may not */
  export(who: PortalUser, write: (row: ExportedRow) => Promise<void>): Promise<void>;
  /** Deletes them all as this admin. @throws CrmError `forbidden` as above: then nothing was erased */
  erase(who: PortalUser): Promise<void>;
}

export interface PlansInHubspotParts {
  readonly tenants: Pick<Tenants, "portal" | "settings">;
  readonly tokens: Pick<AccessTokens, "of">;
  readonly grants: Pick<GrantStore, "find">;
}

interface Place {
  readonly portal: HubspotPortal;
  readonly token: () => Promise<string | undefined>;
}

const TABLE = "hubspot_plan_commit";

export function createPlansInHubspot({ tenants, tokens, grants }: PlansInHubspotParts): PlansInHubspot {
  async function reach(who: PortalUser, work: (place: Place) => Promise<unknown>): Promise<void> {
    const [mode, grant] = await Promise.all([
      readStorageMode(tenants.settings(who.portal)),
      grants.find(who),
    ]);
    const lacking = NATIVE_SCOPES.filter((scope) => grant?.scopes.includes(scope) !== true);
    try {
      if (lacking.length > 0)
        throw new CrmError("forbidden", `Plans in HubSpot need ${lacking.join(", ")}: connect anew.`);
      await work({ portal: await tenants.portal(who.portal), token: () => tokens.of(who) });
    } catch (error) {
      // Without the right to custom objects there are none to most portals, and the database has everything.
      if (mode === "hubspot" || !CrmError.is(error, "forbidden")) throw error;
    }
  }

  return {
    export: (who, write) =>
      reach(who, (place) =>
        exportPlansInHubspot(place, ({ id, slot, text }) =>
          write({ table: TABLE, row: { id, slot, entry: parse(text) } }),
        ),
      ),
    erase: (who) => reach(who, erasePlansInHubspot),
  };
}

/** An entry that somebody has changed in HubSpot leaves as the text it is. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
