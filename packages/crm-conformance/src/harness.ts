import type {
  CrmErrorCode,
  CrmReader,
  InsightReader,
  PlanStore,
  RecordId,
  RelationReader,
} from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";

/** How the suite gets hold of an adapter. One per test file; `create` is called a few times, never at once. */
export interface AdapterHarness {
  /** A CRM that holds exactly this world, and plans that are empty. */
  create(world: CrmWorld): Promise<AdapterUnderTest>;
}

export interface AdapterUnderTest {
  /**
   * The ports of one user, signed in. For somebody who is no team member it may throw `unauthenticated` at once, or
   * hand out ports whose every call does.
   */
  as(user: RecordId): Promise<Ports>;
  /** The ports without signing in; leave it out where that cannot happen. */
  anonymous?(): Promise<Ports>;
  /** Makes the next call of any port fail with this code, by its real cause where the adapter has one. */
  failNext(code: CrmErrorCode): Promise<void>;
  dispose(): Promise<void>;
}

export interface Ports {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /** For `describeRelationReader`; absent where the adapter has no relations. */
  readonly relations?: RelationReader;
  /** For `describeInsightReader`; absent where the adapter cannot compare customers. */
  readonly insights?: InsightReader;
}
