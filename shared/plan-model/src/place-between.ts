import type { RecordId } from "@sweetspot/contract";

/** Something that stands among siblings; those without an order come last. */
export interface Placed {
  readonly id: RecordId;
  readonly order: number | undefined;
}

/** Digits after the point that every store keeps of an order. */
const STEP = 1e-6;

/**
 * The orders that put `moved` before the sibling `before`, or last. One number between two neighbours where there is
 * room, so that two people who move different things do not clash; otherwise all siblings are numbered anew.
 *
 * @param siblings in the order people see, without `moved`
 */
export function placeBetween(
  siblings: readonly Placed[],
  moved: RecordId,
  before: RecordId | undefined,
): ReadonlyMap<RecordId, number> {
  const found = siblings.findIndex(({ id }) => id === before);
  const place = found === -1 ? siblings.length : found;
  const low = siblings[place - 1];
  const high = siblings[place];
  if ((!low || low.order !== undefined) && (!high || high.order !== undefined)) {
    const order = between(low?.order, high?.order);
    if (order !== undefined) return new Map([[moved, order]]);
  }
  const ids = siblings.map(({ id }) => id).toSpliced(place, 0, moved);
  return new Map(ids.map((id, index) => [id, index + 1]));
}

function between(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined) return high === undefined ? 1 : high - 1;
  if (high === undefined) return low + 1;
  const middle = Math.round((low + high) / 2 / STEP) * STEP;
  return middle > low && middle < high ? middle : undefined;
}
