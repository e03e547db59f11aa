import type { RecordId, RelationReader } from "@sweetspot/contract";
import type { HubspotCrm } from "@sweetspot/crm-hubspot";
import type { ForeignVisit } from "../relations/foreign-visit.ts";
import { type PortalUser, tenantOf } from "./grant-store.ts";
import { readStorageMode } from "./plan-storage.ts";
import type { Tenants } from "./tenants.ts";

/** Opens a tenant's relations for one of its users. */
export type VisitRelations = (tenant: string, visit: ForeignVisit) => RelationReader;

interface Visitor {
  readonly who: PortalUser;
  /** The one account his session was opened for; without it he asks for no ways. */
  readonly account: RecordId | undefined;
  readonly visitRelations: VisitRelations | undefined;
  readonly tenants: Pick<Tenants, "settings">;
}

/** The CRM of a portal's user, with the portal's relations where there are some. */
export function withRelations(
  crm: HubspotCrm,
  { who, account, visitRelations, tenants }: Visitor,
): HubspotCrm & { readonly relations?: RelationReader } {
  if (account === undefined || !visitRelations) return crm;
  const { reader, store } = crm;
  const relations = visitRelations(tenantOf(who.portal), {
    me: async () => (await reader.whoAmI()).id,
    reader,
    store,
    account,
    // Plans that are kept in HubSpot are not searched for requests.
    countsAsks: async () => (await readStorageMode(tenants.settings(who.portal))) === "gateway",
  });
  return { ...crm, relations };
}
