import type { Account } from "./account.ts";
import type { Asset } from "./asset.ts";
import type { Contact } from "./contact.ts";
import type { CrmError } from "./crm-error.ts";
import type { DataGap } from "./crm-reader.port.ts";
import type { IsoInstant } from "./dates.ts";
import type { Involvement, InvolvementGap } from "./involvement.ts";
import type { Opportunity } from "./opportunity.ts";
import type { Product } from "./product.ts";
import type { RecordId } from "./record-id.ts";
import type { TeamMember } from "./team-member.ts";

/** Port. The CRM data of one record page, shared by its widgets: the first page paints, further pages stream in. */
export interface CrmFeed {
  readonly account: RecordId;
  /** The same object until something changes. */
  getView(): CrmView;
  subscribe(listener: () => void): () => void;
  refresh(): Promise<void>;
  /** Reads who takes part in deals and accounts, for the first widget that asks; `people` of the view follows. */
  readPeople?(): void;
  dispose(): void;
}

export interface CrmView {
  /** `failed` only while there is nothing to show; a failed refresh keeps the data and sets `error`. */
  readonly status: "loading" | "ready" | "failed";
  /** False while further pages are still streaming in. */
  readonly complete: boolean;
  readonly error: CrmError | undefined;
  readonly account: Account | undefined;
  readonly family: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
  readonly products: readonly Product[];
  readonly teamMembers: readonly TeamMember[];
  readonly gaps: readonly DataGap[];
  readonly loadedAt: IsoInstant | undefined;
  /** Absent until a widget has asked for them. */
  readonly people?: PeopleView;
}

/** Who takes part beyond owners and the account's own contacts; shown when all pages are there. */
export interface PeopleView {
  /** `failed` only while there is nothing to show; a failed refresh keeps the people and sets `error`. */
  readonly status: "loading" | "ready" | "failed";
  readonly error: CrmError | undefined;
  readonly involvements: readonly Involvement[];
  readonly gaps: readonly InvolvementGap[];
}
