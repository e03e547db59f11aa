import type { IsoInstant } from "./dates.ts";
import type { Field } from "./field.ts";
import type { Money } from "./money.ts";
import type { RecordId } from "./record-id.ts";

/** A company the CRM calls account (Salesforce) or company (HubSpot). */
export interface Account {
  readonly id: RecordId;
  readonly name: string;
  readonly parent: Field<RecordId>;
  readonly owner: Field<RecordId>;
  readonly industry: Field<string>;
  readonly country: Field<string>;
  readonly city: Field<string>;
  readonly website: Field<string>;
  readonly employees: Field<number>;
  readonly annualRevenue: Field<Money>;
  /** Every further field the CRM shows, under the CRM's own label. Rules such as "region = North" read these. */
  readonly attributes: Readonly<Record<string, Field<string>>>;
  readonly updatedAt: Field<IsoInstant>;
}
