import { bodyLinkStrength, directStrength } from "./link-strength.ts";
import { toCost } from "./rules.ts";
import { EMPTY_ROW } from "./sorted-rows.ts";
import type { Acquaintance, Membership, TieIndex } from "./tie-index.ts";

/** Does this tie count in the picture that is asked for? */
export type TieFilter = (tie: Membership | Acquaintance) => boolean;

/** A weaker link is none: a path over it would introduce nobody, and its chance to fail could not be told from 1. */
export const NEGLIGIBLE = 1e-6;

/** One person's pairs: whom they know and what it costs, by person. Valid until the next row is read. */
export interface PairRow {
  readonly length: number;
  readonly neighbours: Int32Array;
  readonly costs: Int32Array;
}

export interface PairRows {
  /** Only people of a higher number than `above` are listed: -1 lists all. */
  read(person: number, above: number): PairRow;
}

/**
 * Turns ties into pairs of people. Links over different bodies, and direct ties of different types, are independent and
 * combine by noisy-or; of several ties to one body the strongest pair counts. Both ends of a pair read the same cost.
 */
export function createPairRows(index: TieIndex, counts?: TieFilter): PairRows {
  const { rules, today } = index;
  const count = index.people.length;
  /** How likely it is that none of the links holds. */
  const misses = new Float64Array(count).fill(1);
  const found: number[] = [];
  let neighbours = new Int32Array(1024);
  let costs = new Int32Array(1024);
  return { read };

  function read(person: number, above: number): PairRow {
    const mine = (index.memberships[person] ?? EMPTY_ROW) as readonly Membership[];
    for (let first = 0, next = 0; first < mine.length; first = next) {
      const { body } = mine[first] as Membership;
      for (next = first + 1; next < mine.length && mine[next]?.body === body;) next += 1;
      meetMembers(mine, first, next, body, above);
    }
    meetAcquaintances(person, above);
    return takeRow();
  }

  /** My ties from `first` to `next` are those to this body; a person's ties to it stand together too. */
  function meetMembers(
    mine: readonly Membership[],
    first: number,
    next: number,
    body: number,
    above: number,
  ): void {
    const all = index.members[body] as readonly Membership[];
    const { factors, crowded } = index.sizeOf(body);
    const me = (mine[first] as Membership).person;
    if (crowded[0] && mine.slice(first, next).every(({ circle }) => crowded[circle])) return;
    for (let place = firstAbove(all, above); place < all.length;) {
      const { person } = all[place] as Membership;
      let best = 0;
      for (; place < all.length; place++) {
        const theirs = all[place] as Membership;
        if (theirs.person !== person) break;
        if (person === me || (counts && !counts(theirs))) continue;
        for (let own = first; own < next; own++) {
          const my = mine[own] as Membership;
          if (counts && !counts(my)) continue;
          const circle = my.circle === theirs.circle ? my.circle : 0;
          if (crowded[circle]) continue;
          const strength = bodyLinkStrength(my, theirs, factors[circle] as number, today, rules);
          if (strength > best) best = strength;
        }
      }
      note(person, best);
    }
  }

  function meetAcquaintances(person: number, above: number): void {
    const known = (index.acquaintances[person] ?? EMPTY_ROW) as readonly Acquaintance[];
    for (let first = 0, next = 0; first < known.length; first = next) {
      const { other } = known[first] as Acquaintance;
      for (next = first + 1; next < known.length && known[next]?.other === other;) next += 1;
      if (other <= above) continue;
      for (const { strength } of strongestByType(known.slice(first, next), index, counts))
        note(other, strength);
    }
  }

  function note(person: number, strength: number): void {
    if (strength < NEGLIGIBLE) return;
    if (misses[person] === 1) found.push(person);
    misses[person] = (misses[person] as number) * (1 - Math.min(strength, rules.greatest));
  }

  function takeRow(): PairRow {
    const length = found.length;
    if (length > neighbours.length) {
      neighbours = new Int32Array(2 * length);
      costs = new Int32Array(2 * length);
    }
    neighbours.set(found);
    neighbours.subarray(0, length).sort();
    for (let place = 0; place < length; place++) {
      const person = neighbours[place] as number;
      costs[place] = toCost(Math.min(rules.greatest, 1 - (misses[person] as number)));
      misses[person] = 1;
    }
    found.length = 0;
    return { length, neighbours, costs };
  }
}

/** Of direct ties of one pair the strongest of each type, by type: two reports of one thing are one. */
export function strongestByType(
  ties: readonly Acquaintance[],
  { today, rules }: TieIndex,
  counts?: TieFilter,
): readonly { readonly tie: Acquaintance; readonly strength: number }[] {
  const best = new Map<string, { readonly tie: Acquaintance; readonly strength: number }>();
  for (const tie of ties) {
    if (counts && !counts(tie)) continue;
    const strength = directStrength(tie, today, rules);
    if (strength > (best.get(tie.tie.type)?.strength ?? 0)) best.set(tie.tie.type, { tie, strength });
  }
  return [...best.values()].toSorted((one, other) => (one.tie.tie.type < other.tie.tie.type ? -1 : 1));
}

function firstAbove(members: readonly Membership[], above: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle] as Membership).person > above) high = middle;
    else low = middle + 1;
  }
  return low;
}
