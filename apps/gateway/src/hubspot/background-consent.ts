import type { RecordId } from "@sweetspot/contract";
import type { Settings } from "@sweetspot/crm-sql";
import { z } from "zod";
import { BACKGROUND_SETTING, type GrantStore, type PortalUser } from "./grant-store.ts";

/** An admin lets what nobody waits for be done with his rights. */
export interface BackgroundConsent {
  readonly user: string;
  /** ISO instant. */
  readonly since: string;
}

/**
 * HubSpot has no token of an installation that reads or writes the CRM: an app's own (client credentials) is for the journal
 * of webhooks alone, and each other one is somebody's. So an admin lends his, or nothing is done in the background.
 */
export interface BackgroundConsents {
  /** Who has lent his rights; undefined where nobody has, took them back, or is not connected any more. */
  of(portal: string): Promise<(BackgroundConsent & PortalUser) | undefined>;
  /** @param by the same, as the history of plans knows him */
  give(who: PortalUser, by: RecordId): Promise<void>;
  /** Whoever had lent them. @param by the admin who ends it */
  end(portal: string, by: RecordId): Promise<void>;
}

/** Who lent rights and ended that, the latest last; exported with the portal's settings. */
const TRAIL_SETTING = "background-trail";
const MOST_ACTS = 200;
const acts = z.array(z.object({ at: z.string(), by: z.string(), did: z.enum(["lent", "ended"]) })).catch([]);
const shape = z.object({ user: z.string(), since: z.string() });

export interface BackgroundConsentOptions {
  readonly settings: (portal: string) => Settings;
  readonly grants: Pick<GrantStore, "find">;
  readonly now: () => number;
}

export function createBackgroundConsents({
  settings,
  grants,
  now,
}: BackgroundConsentOptions): BackgroundConsents {
  const at = (): string => new Date(now()).toISOString();
  /** Before it is so: what cannot be noted does not happen. */
  async function noteAct(portal: string, by: RecordId, did: "lent" | "ended"): Promise<void> {
    const before = acts.parse(await settings(portal).read(TRAIL_SETTING));
    await settings(portal).write(TRAIL_SETTING, [...before, { at: at(), by, did }].slice(-MOST_ACTS));
  }
  return {
    async of(portal) {
      const { data } = shape.safeParse(await settings(portal).read(BACKGROUND_SETTING));
      return data && (await grants.find({ portal, user: data.user })) ? { portal, ...data } : undefined;
    },
    async give({ portal, user }, by) {
      await noteAct(portal, by, "lent");
      await settings(portal).write(BACKGROUND_SETTING, { user, since: at() });
    },
    async end(portal, by) {
      await noteAct(portal, by, "ended");
      await settings(portal).write(BACKGROUND_SETTING, null);
    },
  };
}
