import { toRecordId } from "@sweetspot/contract";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore } from "./grant-store.ts";
import type { PortalWork } from "./portal-work.ts";
import { readStorageMode } from "./plan-storage.ts";
import type { Tenants } from "./tenants.ts";
import type { HubspotEvent } from "./webhook-inbox.ts";

export interface PortalEventParts {
  readonly grants: Pick<GrantStore, "users">;
  readonly tokens: Pick<AccessTokens, "forget" | "check">;
  readonly tenants: Pick<Tenants, "plans" | "settings">;
  readonly work: Pick<PortalWork, "begin">;
}

/** What events of HubSpot's mean for a portal's plans and tokens. Each is a hint: how things are, HubSpot is asked. */
export function createPortalEvents({ grants, tokens, tenants, work }: PortalEventParts) {
  async function checkConsents(portal: string): Promise<void> {
    tokens.forget(portal);
    // Whether a consent still holds, HubSpot says when its token is renewed.
    for (const who of await grants.users(portal)) await tokens.check(who);
  }

  async function followMerge({ portal, records, object: type }: HubspotEvent): Promise<void> {
    if (type === undefined) return;
    for (const gone of new Set(records.map(toRecordId)))
      await work.begin(portal, { kind: "merge", type, gone });
  }

  async function erase({ portal, records }: HubspotEvent): Promise<void> {
    const inHubspot = (await readStorageMode(tenants.settings(portal))) === "hubspot";
    for (const contact of records.map(toRecordId)) {
      await tenants.plans(portal).eraseContact(contact);
      if (inHubspot) await work.begin(portal, { kind: "erase", contact });
    }
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
