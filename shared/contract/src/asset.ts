import type { IsoDate } from "./dates.ts";
import type { Field } from "./field.ts";
import type { RecordId } from "./record-id.ts";

/** Something of ours the customer has in use: an installed product, a running contract. */
export interface Asset {
  readonly id: RecordId;
  readonly name: string;
  readonly account: Field<RecordId>;
  readonly product: Field<RecordId>;
  readonly productName: string;
  readonly active: boolean;
  readonly since: Field<IsoDate>;
  readonly until: Field<IsoDate>;
}
