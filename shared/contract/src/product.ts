import type { Field } from "./field.ts";
import type { Money } from "./money.ts";
import type { RecordId } from "./record-id.ts";

/** An entry of the CRM's product catalogue. */
export interface Product {
  readonly id: RecordId;
  readonly name: string;
  readonly code: Field<string>;
  readonly family: Field<string>;
  readonly listPrice: Field<Money>;
  readonly active: boolean;
}
