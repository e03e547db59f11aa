import type { BridgeLink, Evidence } from "./bridge.ts";
import {
  bodyLinkStrength,
  commonTime,
  type CommonTime,
  directTime,
  recencyFactor,
  shareFactor,
  type StrengthReason,
  timeFactor,
  toShareClass,
  yearsSince,
} from "./link-strength.ts";
import { NEGLIGIBLE, strongestByType, type TieFilter } from "./pair-rows.ts";
import { fromCost, toCost } from "./rules.ts";
import { EMPTY_ROW } from "./sorted-rows.ts";
import type { Tie } from "./tie.ts";
import type { Acquaintance, Membership, TieIndex } from "./tie-index.ts";

/** The link of two people with everything it rests on; undefined where no tie that counts joins them. */
export function explainLink(
  index: TieIndex,
  person: number,
  other: number,
  counts?: TieFilter,
): BridgeLink | undefined {
  const because = [...overBodies(index, person, other, counts), ...direct(index, person, other, counts)]
    .filter(({ strength }) => strength >= NEGLIGIBLE)
    .toSorted((one, another) => another.strength - one.strength);
  if (because.length === 0) return undefined;
  let miss = 1;
  for (const { strength } of because) miss *= 1 - Math.min(strength, index.rules.greatest);
  return {
    from: index.people[person]?.id as string,
    to: index.people[other]?.id as string,
    // As the search counts it: rounded to a millionth.
    strength: fromCost(toCost(Math.min(index.rules.greatest, 1 - miss))),
    because,
  };
}

function overBodies(index: TieIndex, person: number, other: number, counts?: TieFilter): Evidence[] {
  const { today, rules } = index;
  const best = new Map<
    number,
    { readonly ties: readonly [Membership, Membership]; readonly strength: number }
  >();
  for (const mine of (index.memberships[person] ?? EMPTY_ROW) as readonly Membership[])
    for (const theirs of (index.memberships[other] ?? EMPTY_ROW) as readonly Membership[]) {
      if (mine.body !== theirs.body || (counts && !(counts(mine) && counts(theirs)))) continue;
      const circle = commonCircle(mine, theirs);
      const size = index.sizeOf(mine.body);
      if (size.crowded[circle]) continue;
      const strength = bodyLinkStrength(mine, theirs, size.factors[circle] as number, today, rules);
      if (strength > (best.get(mine.body)?.strength ?? 0))
        best.set(mine.body, { ties: [mine, theirs], strength });
    }
  return [...best.values()].map(({ ties: [mine, theirs], strength }) => {
    const size = index.sizeOf(mine.body);
    const circle = commonCircle(mine, theirs);
    const time = commonTime(mine, theirs);
    return {
      organisation: index.organisations[mine.body]?.id as string,
      ties: [mine.tie, theirs.tie],
      ...commonDates(mine.tie, theirs.tie, time),
      current: mine.current && theirs.current,
      strength,
      reasons: [
        ...relationReasons(mine.base <= theirs.base ? mine : theirs, index),
        { reason: "size", factor: size.factors[circle] as number, people: size.people[circle] as number },
        ...timeReasons(time, yearsSince(mine, theirs, today), index),
      ],
    };
  });
}

const commonCircle = (one: Membership, other: Membership): number =>
  one.circle === other.circle ? one.circle : 0;

function direct(index: TieIndex, person: number, other: number, counts?: TieFilter): Evidence[] {
  const known = (index.acquaintances[person] ?? EMPTY_ROW) as readonly Acquaintance[];
  const ties = known.filter((tie) => tie.other === other);
  return strongestByType(ties, index, counts).map(({ tie, strength }) => ({
    ties: [tie.tie],
    ...commonDates(tie.tie, tie.tie, directTime(tie)),
    current: tie.current,
    strength,
    reasons: [
      ...relationReasons(tie, index),
      ...timeReasons(directTime(tie), yearsSince(tie, tie, index.today), index),
    ],
  }));
}

function relationReasons(
  { tie, relation }: Membership | Acquaintance,
  { rules }: TieIndex,
): StrengthReason[] {
  const reasons: StrengthReason[] = [{ reason: "relation", factor: relation.strength, type: tie.type }];
  if (relation.byShare && tie.share !== undefined)
    reasons.push({
      reason: "share",
      factor: shareFactor(relation, tie.share, rules),
      share: tie.share,
      shareClass: toShareClass(tie.share),
    });
  return reasons;
}

function timeReasons(time: CommonTime, years: number, { rules }: TieIndex): StrengthReason[] {
  const reasons: StrengthReason[] = [{ reason: "time", factor: timeFactor(time, rules), time }];
  if (years > 0) reasons.push({ reason: "recency", factor: recencyFactor(years, rules), years });
  return reasons;
}

/** From the later start to the earlier end, as the sources wrote them; nothing where they were never there together. */
function commonDates(
  one: Tie,
  other: Tie,
  time: CommonTime,
): { readonly from?: string; readonly to?: string } {
  if (time === "apart") return {};
  const from = one.start && other.start ? latest(one.start, other.start) : undefined;
  const ends = [one.end, other.end].filter((end) => end !== undefined && end !== "").toSorted();
  return { ...(from ? { from } : {}), ...(ends[0] ? { to: ends[0] } : {}) };
}

const latest = (one: string, other: string): string => (one > other ? one : other);
