import type { ReadOptions, RecordId } from "@sweetspot/contract";
import type { HubspotPortal } from "./hubspot-portal.ts";
import type { PortalFacts } from "./portal-facts.ts";
import type { Reads } from "./reads.ts";
import { within } from "./within.ts";

/** What a reader stands on: the portal, one user's way to it, and who keeps the library. */
export interface Desk {
  readonly portal: HubspotPortal;
  readonly reads: Reads;
  /** The same way, for what HubSpot tells every user alike: such answers are remembered once for all of them. */
  readonly common: Reads;
  /** HubSpot's id of the user who is signed in. */
  readonly userId: string;
  /** Says of a user id whether it is an admin's. Without it super admins are. */
  readonly isAdmin: ((userId: string) => boolean) | undefined;
}

/** The facts are read for everybody, so one caller's leaving does not end them. */
export const factsOf = ({ portal, reads }: Desk, options?: ReadOptions): Promise<PortalFacts> =>
  within(options?.signal, portal.facts.read(reads));

export const adminCheck = (desk: Desk, facts: PortalFacts): ((userId: string) => boolean) =>
  desk.isAdmin ?? ((userId) => facts.superAdmins?.has(userId) ?? false);

/** Options without the page: reads behind a page are cancelled with it. */
export const toReadOptions = ({ signal }: ReadOptions = {}): ReadOptions => (signal ? { signal } : {});

export const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

export type AccountIds = ReadonlySet<RecordId>;
