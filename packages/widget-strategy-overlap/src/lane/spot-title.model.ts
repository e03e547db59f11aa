import type { InsightRecord, MessageRecord, SpotRecord } from "../workspace/board-reading.model.ts";

/** A sweet spot has no name of its own: the first sentence of why, of what is told about it, or of what the customer wants. */
export function toSpotTitle(
  spot: SpotRecord,
  message: MessageRecord | undefined,
  customer: InsightRecord | undefined,
): string {
  const text =
    spot.fields.explanation?.trim() || message?.fields.statement.trim() || (customer?.fields.statement ?? "");
  return text.split(/\n|(?<=[.!?])\s/u, 1)[0] ?? text;
}
