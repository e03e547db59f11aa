import { type RecordId, toRecordId } from "@sweetspot/contract";

/** A random id for a new record of a type; not `randomUUID`, which plain http pages lack. */
export function newRecordId(type: string): RecordId {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return toRecordId(`${type}:${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
}
