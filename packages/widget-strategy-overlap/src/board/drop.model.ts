import type { RecordId } from "@sweetspot/contract";
import type { Side } from "@sweetspot/strategy-overlap";
import type { BoardReading, InsightRecord } from "../workspace/board-reading.model.ts";

/** What lies under the pointer. */
export interface DropTarget {
  readonly card?: RecordId | undefined;
  readonly spot?: RecordId | undefined;
  readonly half?: { readonly level: RecordId; readonly side: Side } | undefined;
}

/** What dropping would do. */
export type Drop =
  | { readonly kind: "match"; readonly other: RecordId }
  | { readonly kind: "join"; readonly spot: RecordId }
  | { readonly kind: "before"; readonly card: RecordId }
  | { readonly kind: "level"; readonly level: RecordId };

/**
 * On a card of the other side the two are matched, on a sweet spot the insight joins it, on a card of its own side it
 * takes the place before it, and on the half of another level it moves there. Nothing changes sides: who wants a thing
 * is no matter of place.
 */
export function toDrop(
  reading: BoardReading,
  insight: InsightRecord,
  { card, spot, half }: DropTarget,
): Drop | undefined {
  if (spot !== undefined)
    return reading.board.spotsOf(insight.id).some(({ id }) => id === spot)
      ? undefined
      : { kind: "join", spot };
  const other = card === undefined || card === insight.id ? undefined : reading.insight(card);
  const { side, level } = insight.fields;
  if (other) {
    if (other.fields.side === side) return { kind: "before", card: other.id };
    const pair = side === "customer" ? [insight.id, other.id] : [other.id, insight.id];
    return reading.board.isMatched(pair[0] ?? insight.id, pair[1] ?? insight.id)
      ? undefined
      : { kind: "match", other: other.id };
  }
  if (half && card === undefined && half.side === side && half.level !== level)
    return { kind: "level", level: half.level };
  return undefined;
}
