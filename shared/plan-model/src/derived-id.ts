import type { RecordId } from "@sweetspot/contract";

/** An id as a part of a derived one. Ids may hold colons themselves, and two pairs of ids must never make the same id. */
export const toPart = (id: RecordId): string => encodeURIComponent(id);
