import {
  CrmError,
  type CrmReader,
  type PlanStore,
  type ReadOptions,
  type RecordId,
  type TeamMember,
  toRecordId,
} from "@sweetspot/contract";
import type { ObjectType } from "./api-version.ts";
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

/** A record that plans may point to. */
export interface CrmRecord {
  readonly type: "company" | "contact" | "deal" | "product";
  readonly id: RecordId;
}

const OBJECT_TYPES = {
  company: "companies",
  contact: "contacts",
  deal: "deals",
  product: "products",
} as const satisfies Record<CrmRecord["type"], ObjectType>;

export interface HubspotCrm extends HubspotWrites {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /**
   * Where a record page stands, asked as this user and never from memory.
   *
   * @throws CrmError `not-found` where the record, or its company, is not there or not to be seen
   */
  placeOf(record: PageRecord, options?: ReadOptions): Promise<RecordPlace>;
  /**
   * The id a record goes on under: its own, or that of the one it was merged into. Never from memory.
   *
   * @throws CrmError `not-found` where it is not there, or this user may not see it
   */
  survivorOf(record: CrmRecord, options?: ReadOptions): Promise<RecordId>;
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
    common: createReads(line, portal, user.id, ""),
    userId: user.id,
    isAdmin,
  };
  const reader = createHubspotReader(desk);
  const ensureVisible = async (account: RecordId, options?: ReadOptions): Promise<void> => {
    // The same question as a reader's: a page that opens account and plan at once has it answered once.
    const { id } = await readRoot(reads, account, portal.mapping, options);
    // Its plan has followed the survivor, and nothing may be written where nobody looks any more.
    if (id !== account)
      throw new CrmError(
        "not-found",
        `Company ${account} was merged into another one: open the page of that one.`,
      );
  };
  return {
    reader,
    store: createGuardedStore({ whoAmI: (options) => reader.whoAmI(options), ensureVisible, planStore }),
    placeOf: (record, options) => readRecordPlace(desk, record, options),
    ...createHubspotWrites(desk, line),
    async survivorOf({ type, id }, options) {
      const record = await reads.record(OBJECT_TYPES[type], id, ["hs_object_id"], options);
      return toRecordId(record.id);
    },
    userNames: (options) => readUserNames(desk, options),
  };
}
