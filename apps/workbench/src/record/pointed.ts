import type { RecordId, RecordType } from "@sweetspot/contract";

/** A record a widget asked to be shown. Pointing at the same one again is another object. */
export interface Pointed {
  readonly type: RecordType;
  readonly id: RecordId;
}
