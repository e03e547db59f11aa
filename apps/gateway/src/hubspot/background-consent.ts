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
  give(who: PortalUser): Promise<void>;
  /** Whoever had lent them. */
  end(portal: string): Promise<void>;
}

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
  return {
    async of(portal) {
      const { data } = shape.safeParse(await settings(portal).read(BACKGROUND_SETTING));
      return data && (await grants.find({ portal, user: data.user })) ? { portal, ...data } : undefined;
    },
    give: ({ portal, user }) =>
      settings(portal).write(BACKGROUND_SETTING, { user, since: new Date(now()).toISOString() }),
    end: (portal) => settings(portal).write(BACKGROUND_SETTING, null),
  };
}
