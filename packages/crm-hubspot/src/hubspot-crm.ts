import type { CrmReader, PlanStore, ReadOptions, RecordId, TeamMember } from "@sweetspot/contract";
import type { Desk } from "./desk.ts";
import { readRoot } from "./family.ts";
import { createGuardedStore } from "./guarded-store.ts";
import type { HubspotPortal } from "./hubspot-portal.ts";
import { createHubspotReader } from "./hubspot-reader.ts";
import { readUserNames } from "./people.ts";
import { createReads } from "./reads.ts";
import { createHubspotWrites, type HubspotWrites } from "./writes.ts";
import { type PageRecord, type RecordPlace, readRecordPlace } from "./record-place.ts";

export interface HubspotUser {
  /** HubSpot's user id, from a signed request or the token's introspection; records know people by other ids. */
  readonly id: string;
  /** This user's access token, refreshed by whoever keeps it; undefined where there is none. */
  readonly token: () => string | undefined | Promise<string | undefined>;
}

export interface HubspotCrmOptions {
  readonly portal: HubspotPortal;
  readonly user: HubspotUser;
  /** Where plans live. It is given the member whose rights HubSpot has confirmed, and need not know companies. */
  readonly planStore: (member: TeamMember) => PlanStore | Promise<PlanStore>;
  /** Says of a user id whether it keeps the library. Default: super admins do, as far as the app may know them. */
  readonly isAdmin?: (userId: string) => boolean;
}

export interface HubspotCrm extends HubspotWrites {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /**
   * Where a record page stands, asked as this user and never from memory.
   *
   * @throws CrmError `not-found` where the record, or its company, is not there or not to be seen
   */
  placeOf(record: PageRecord, options?: ReadOptions): Promise<RecordPlace>;
  /** Names of the portal's people by HubSpot's user id, as far as it says who they are. */
  userNames(options?: ReadOptions): Promise<ReadonlyMap<string, string>>;
}

/** The ports of one user of a portal. */
export function createHubspotCrm({ portal, user, planStore, isAdmin }: HubspotCrmOptions): HubspotCrm {
  const line = portal.line(user.token);
  const reads = createReads(line, portal, user.id);
  const desk: Desk = {
    portal,
    reads,
    common: createReads(line, portal, ""),
    userId: user.id,
    isAdmin,
  };
  const reader = createHubspotReader(desk);
  const ensureVisible = async (account: RecordId, options?: ReadOptions): Promise<void> => {
    // The same question as a reader's: a page that opens account and plan at once has it answered once.
    await readRoot(reads, account, portal.mapping, options);
  };
  return {
    reader,
    store: createGuardedStore({ whoAmI: (options) => reader.whoAmI(options), ensureVisible, planStore }),
    placeOf: (record, options) => readRecordPlace(desk, record, options),
    ...createHubspotWrites(desk, line),
    userNames: (options) => readUserNames(desk, options),
  };
}
