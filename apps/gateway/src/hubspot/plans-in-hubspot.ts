import { erasePlansInHubspot, exportPlansInHubspot } from "@sweetspot/crm-hubspot";
import type { ExportedRow } from "@sweetspot/crm-sql";
import type { PortalUser } from "./grant-store.ts";
import type { NativePlans } from "./native-plans.ts";

/** A portal's plans that are records in HubSpot, those of before it went back to the database among them. */
export interface PlansInHubspot {
  /** Every commit as this admin may read it. @throws CrmError `forbidden` where plans are kept there and he may not */
  export(who: PortalUser, write: (row: ExportedRow) => Promise<void>): Promise<void>;
  /** Deletes them all as this admin. @throws CrmError `forbidden` as above: then nothing was erased */
  erase(who: PortalUser): Promise<void>;
}

const TABLE = "hubspot_plan_commit";

export const createPlansInHubspot = ({ reach }: Pick<NativePlans, "reach">): PlansInHubspot => ({
  export: (who, write) =>
    reach(who, (place) =>
      exportPlansInHubspot(place, ({ id, slot, text }) =>
        write({ table: TABLE, row: { id, slot, entry: parse(text) } }),
      ),
    ),
  erase: (who) => reach(who, erasePlansInHubspot),
});

/** An entry that somebody has changed in HubSpot leaves as the text it is. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
