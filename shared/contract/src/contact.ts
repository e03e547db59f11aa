import type { Field } from "./field.ts";
import type { RecordId } from "./record-id.ts";

/** A person at the customer. */
export interface Contact {
  readonly id: RecordId;
  readonly name: string;
  readonly account: Field<RecordId>;
  readonly title: Field<string>;
  readonly department: Field<string>;
  readonly email: Field<string>;
  readonly phone: Field<string>;
  readonly owner: Field<RecordId>;
}
