import type { Level } from "./level.ts";
import type { Via } from "./match-offerings.ts";
import type { WhiteSpaceRules } from "./rules.ts";

/** A CRM record that speaks for (or only stands beside) a derived level. */
export interface DerivedRecord {
  readonly kind: "deal" | "asset";
  readonly id: string;
  /** What it counts as: a win by its age, an open deal (marked only) or an active asset. */
  readonly counts: "recent" | "fading" | "older" | "open" | "asset";
  /** Closing date of a deal, first day of an asset. */
  readonly date?: string;
  /** The offering's part of the deal, where it is known. */
  readonly amount?: number;
  readonly via: Via;
}

export interface DerivedCell {
  readonly level: Exclude<Level, "not-possible">;
  readonly because: "recent-deals" | "recent-share" | "recent-win" | "active-asset" | "fading-win" | "no-win";
  /** What decided first, newest first. */
  readonly records: readonly DerivedRecord[];
  /** Marked, never raise the level. */
  readonly openDeals: number;
  /** Proposed once and not bought: answers "never proposed?". */
  readonly lostDeals: number;
  /** Known value won here recently. */
  readonly recentValue: number;
  /** Known value won recently in the whole area, whatever was sold. */
  readonly areaRecentValue: number;
}

const RANK = { recent: 0, asset: 1, fading: 2, open: 3, older: 4 } as const;
/** Sums in another order may differ in the last digits; a share is met all the same. */
const TOLERANCE = 1e-9;

/** Applies the published rules to what is known of one cell. */
export function toDerivedCell(
  facts: { readonly records: readonly DerivedRecord[]; readonly lostDeals: number },
  areaRecentValue: number,
  rules: WhiteSpaceRules,
): DerivedCell {
  const recent = facts.records.filter((record) => record.counts === "recent");
  const recentValue = recent.reduce((sum, record) => sum + (record.amount ?? 0), 0);
  return {
    ...judge(facts.records, recent.length, recentValue, areaRecentValue, rules),
    records: facts.records.toSorted(byWeight),
    openDeals: facts.records.filter((record) => record.counts === "open").length,
    lostDeals: facts.lostDeals,
    recentValue,
    areaRecentValue,
  };
}

function judge(
  records: readonly DerivedRecord[],
  recentDeals: number,
  recentValue: number,
  areaRecentValue: number,
  rules: WhiteSpaceRules,
): Pick<DerivedCell, "level" | "because"> {
  if (recentDeals > 0) {
    if (recentDeals >= rules.strongDeals) return { level: "strong", because: "recent-deals" };
    if (
      recentValue > 0 &&
      areaRecentValue > 0 &&
      recentValue / areaRecentValue >= rules.strongShare - TOLERANCE
    )
      return { level: "strong", because: "recent-share" };
    return { level: "present", because: "recent-win" };
  }
  if (rules.assetsCount && records.some((record) => record.counts === "asset"))
    return { level: "present", because: "active-asset" };
  if (records.some((record) => record.counts === "fading")) return { level: "weak", because: "fading-win" };
  return { level: "none", because: "no-win" };
}

const byWeight = (one: DerivedRecord, other: DerivedRecord): number =>
  RANK[one.counts] - RANK[other.counts] ||
  compare(other.date ?? "", one.date ?? "") ||
  compare(one.id, other.id);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
