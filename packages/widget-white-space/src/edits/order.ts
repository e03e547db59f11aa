import type { RecordId } from "@sweetspot/contract";

interface Ordered {
  readonly id: RecordId;
  readonly order: number | undefined;
  readonly name: string;
}

/** Digits after the point that every store keeps of an order. */
const STEP = 1e-6;

/**
 * The orders that put `moved` before the sibling `before`, or last. One number between two neighbours where there is
 * room, so that two people moving different things do not clash; otherwise all siblings are numbered anew.
 */
export function placeBetween(
  siblings: readonly Ordered[],
  moved: RecordId,
  before: RecordId | undefined,
): ReadonlyMap<RecordId, number> {
  const sorted = siblings.toSorted(
    (one, other) =>
      (one.order ?? Number.MAX_VALUE) - (other.order ?? Number.MAX_VALUE) || (one.name < other.name ? -1 : 1),
  );
  const found = sorted.findIndex((item) => item.id === before);
  const place = found === -1 ? sorted.length : found;
  const low = place === 0 ? undefined : sorted[place - 1];
  const high = sorted[place];
  if ((!low || low.order !== undefined) && (!high || high.order !== undefined)) {
    const order = between(low?.order, high?.order);
    if (order !== undefined) return new Map([[moved, order]]);
  }
  const ids = sorted.map((item) => item.id).toSpliced(place, 0, moved);
  return new Map(ids.map((id, index) => [id, index + 1]));
}

function between(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined) return high === undefined ? 1 : high - 1;
  if (high === undefined) return low + 1;
  const middle = Math.round((low + high) / 2 / STEP) * STEP;
  return middle > low && middle < high ? middle : undefined;
}
