import type { IsoDate } from "./dates.ts";
import type { Field } from "./field.ts";
import type { Money } from "./money.ts";
import type { RecordId } from "./record-id.ts";

export type OpportunityStatus = "open" | "won" | "lost";

/** A deal with one account. */
export interface Opportunity {
  readonly id: RecordId;
  readonly name: string;
  readonly account: Field<RecordId>;
  readonly status: OpportunityStatus;
  /** The CRM's own name of the stage. */
  readonly stage: Field<string>;
  readonly amount: Field<Money>;
  /** Date won or lost; for an open opportunity the date expected. */
  readonly closeDate: Field<IsoDate>;
  readonly owner: Field<RecordId>;
  /** `empty` where the CRM keeps none for it, so that "no line items" is told from "none visible". */
  readonly lineItems: Field<readonly LineItem[]>;
  readonly attributes: Readonly<Record<string, Field<string>>>;
}

/** What is sold in an opportunity. */
export interface LineItem {
  readonly id: RecordId;
  readonly product: Field<RecordId>;
  /** The product's name as the line says it; kept where the product itself is unknown. */
  readonly productName: string;
  readonly quantity: Field<number>;
  readonly amount: Field<Money>;
  /** `opportunity`: the CRM has no line items and names one product on the opportunity itself. */
  readonly origin: "line-item" | "opportunity";
}
