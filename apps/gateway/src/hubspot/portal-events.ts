import { accountScope, CrmError, type RecordId, toRecordId } from "@sweetspot/contract";
import { type CrmRecord, eraseContactInHubspot, hasPlanInHubspot } from "@sweetspot/crm-hubspot";
import type { MergedRecord } from "@sweetspot/crm-sql";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore, PortalUser } from "./grant-store.ts";
import { noteLeftBehind, readStorageMode } from "./plan-storage.ts";
import type { Tenants } from "./tenants.ts";
import type { HubspotEvent } from "./webhook-inbox.ts";

export interface PortalEventParts {
  readonly grants: GrantStore;
  readonly tokens: AccessTokens;
  readonly tenants: Tenants;
  /** A plan has come to this company: its figures are others now. */
  readonly onMoved: (who: PortalUser, account: RecordId) => Promise<void>;
  /** In milliseconds. */
  readonly now: () => number;
}

type PlansPlace = Parameters<typeof eraseContactInHubspot>[0];

/** Users who are asked in turn whether they may see a record. */
const MOST_ASKED = 10;

const TYPES: Readonly<Record<CrmRecord["type"], MergedRecord["type"]>> = {
  company: "account",
  contact: "contact",
  deal: "opportunity",
  product: "product",
};

/** What events of HubSpot's mean for a portal's plans and tokens. Each is a hint: how things are, HubSpot is asked. */
export function createPortalEvents({ grants, tokens, tenants, onMoved, now }: PortalEventParts) {
  async function checkConsents(portal: string): Promise<void> {
    tokens.forget(portal);
    // Whether a consent still holds, HubSpot says when its token is renewed.
    for (const who of await grants.users(portal)) await tokens.check(who);
  }

  /** @throws CrmError `unavailable` where nobody who is connected can see the record at this moment */
  async function askSurvivor(
    portal: string,
    record: CrmRecord,
  ): Promise<{ readonly survivor: RecordId; readonly who: PortalUser }> {
    for (const { user } of await grants.connected(portal, MOST_ASKED)) {
      const who = { portal, user };
      try {
        return { survivor: await (await tenants.as(who)).survivorOf(record), who };
      } catch (error) {
        if (!CrmError.is(error) || !["not-found", "forbidden", "unauthenticated"].includes(error.code))
          throw error;
      }
    }
    throw new CrmError("unavailable", "No connected user may see what the record was merged into.");
  }

  /** Records in HubSpot follow nobody: whoever opens the survivor is to know that there is another plan. */
  async function tellLeftBehind(portal: string, merged: { kept: RecordId; gone: RecordId }): Promise<void> {
    const settings = tenants.settings(portal);
    if ((await readStorageMode(settings)) !== "hubspot") return;
    const scope = accountScope(merged.gone);
    if (await asSomebody(portal, (place) => hasPlanInHubspot(place, scope)))
      await noteLeftBehind(settings, merged, now());
  }

  async function followMerge({ portal, records, object: type }: HubspotEvent): Promise<void> {
    if (type === undefined) return;
    const plans = tenants.plans(portal);
    // Which of them is the survivor now, after whatever else has happened since.
    for (const gone of new Set(records.map(toRecordId))) {
      const { survivor: kept, who } = await askSurvivor(portal, { type, id: gone });
      if (kept === gone) continue;
      const outcome = type === "company" ? await plans.merges.follow({ kept, gone }) : "nothing";
      await plans.followReferences({ type: TYPES[type], kept, gone });
      if (outcome === "moved") await onMoved(who, kept);
      if (type === "company") await tellLeftBehind(portal, { kept, gone });
    }
  }

  async function erase({ portal, records }: HubspotEvent): Promise<void> {
    const inHubspot = (await readStorageMode(tenants.settings(portal))) === "hubspot";
    for (const contact of records.map(toRecordId)) {
      await tenants.plans(portal).eraseContact(contact);
      if (inHubspot) await asSomebody(portal, (place) => eraseContactInHubspot(place, contact));
    }
  }

  /** As the first of the connected users who may. @throws CrmError `unavailable` where none may at this moment */
  async function asSomebody<T>(portal: string, work: (place: PlansPlace) => Promise<T>): Promise<T> {
    for (const { user } of await grants.connected(portal, MOST_ASKED)) {
      try {
        return await work({
          portal: await tenants.portal(portal),
          token: () => tokens.of({ portal, user }),
        });
      } catch (error) {
        if (!CrmError.is(error) || !["forbidden", "unauthenticated"].includes(error.code)) throw error;
      }
    }
    throw new CrmError("unavailable", "No connected user may use the plan's records in HubSpot.");
  }

  return {
    async handle(event: HubspotEvent): Promise<void> {
      const { kind, portal, object } = event;
      if (/^app\.|lifecycle/i.test(kind)) await checkConsents(portal);
      else if (/\.merge$/i.test(kind)) await followMerge(event);
      else if (/\.privacyDeletion$/i.test(kind) && object === "contact") await erase(event);
      // Of a deleted company the plan stays: HubSpot brings companies back, and shows nobody what is deleted.
    },
  };
}
