import type { BoardRow, CardPlace, LevelRows } from "./level-rows.model.ts";

/**
 * Remembers the rows drawn last: levels on which nothing looks different come back as the same objects, and need not be
 * drawn again.
 */
export function createRowKeeper(): (next: readonly LevelRows[]) => readonly LevelRows[] {
  let last: readonly LevelRows[] = [];
  return (next) => {
    const known = new Map(last.map((rows) => [rows.level.id, rows]));
    const kept = next.map((rows) => {
      const same = known.get(rows.level.id);
      return same && isSame(same, rows) ? same : rows;
    });
    const unchanged = kept.length === last.length && kept.every((rows, index) => rows === last[index]);
    if (!unchanged) last = kept;
    return last;
  };
}

const isSame = (one: LevelRows, other: LevelRows): boolean =>
  one.level === other.level &&
  sameFields(one.counts, other.counts) &&
  sameFields(one.more, other.more) &&
  sameLists(one.people, other.people, (a, b) => a === b) &&
  sameLists(one.rows, other.rows, sameRow);

function sameRow(one: BoardRow, other: BoardRow): boolean {
  if (one.key !== other.key) return false;
  if (!sameLists(one.customer, other.customer, sameCard)) return false;
  if (!sameLists(one.provider, other.provider, sameCard)) return false;
  if (one.kind === "spot" && other.kind === "spot")
    return (
      one.place.spot === other.place.spot &&
      one.place.title === other.place.title &&
      one.place.message === other.place.message
    );
  if (one.kind === "proposal" && other.kind === "proposal") return one.proposal === other.proposal;
  return (
    one.kind === "alone" &&
    other.kind === "alone" &&
    sameLists(one.gaps, other.gaps, (a, b) => a.gap === b.gap && a.side === b.side)
  );
}

const sameCard = (one: CardPlace, other: CardPlace): boolean =>
  one.key === other.key &&
  one.insight === other.insight &&
  one.reading === other.reading &&
  one.named === other.named &&
  one.person === other.person &&
  one.conflict?.with === other.conflict?.with &&
  one.conflict?.explanation === other.conflict?.explanation;

const sameFields = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);

const sameLists = <T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean =>
  one.length === other.length && one.every((item, index) => same(item, other[index] as T));
