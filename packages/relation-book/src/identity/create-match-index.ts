import type { RecordId } from "@sweetspot/contract";
import { createBlockIndex } from "./block-index.ts";
import type { IdentityOptions } from "./identity.ts";
import type { MatchIndex, ScoredPair } from "./match-index.port.ts";
import type { MatchScheme, Verdict } from "./scheme.port.ts";
import { toBits, toScore } from "./weights.ts";

const MERGE_FROM = 0.99;
const PROPOSE_FROM = 0.5;

/** Larger groups are sorted, and each compares itself with so many after it (Hernández and Stolfo 1995). */
const LARGE_GROUP = 120;
const NEIGHBOURS = 20;

/** Compares records that share a key of the scheme, the method of record linkage since Newcombe (1959). */
export function createMatchIndex<Kind, Features>(
  scheme: MatchScheme<Kind, Features>,
  { mergeFrom = MERGE_FROM, proposeFrom = PROPOSE_FROM }: IdentityOptions = {},
): MatchIndex<Kind> {
  const [sureBits, leastBits] = [toBits(mergeFrom), toBits(proposeFrom)];
  const blocks = createBlockIndex();
  const ids: (RecordId | undefined)[] = [];
  const features: Features[] = [];
  const numbers = new Map<RecordId, number>();
  /** Numbers of records that are gone. Their keys stay in the blocks: who bears such a number next is compared too often. */
  const free: number[] = [];
  return {
    readAll(records) {
      for (const [id, record] of records) enter(id, record);
      const found = new Map<number, ScoredPair>();
      for (const group of blocks.groups()) compareAll(group, found);
      return [...found.values()];
    },
    add(id, record) {
      const number = enter(id, record);
      const near = blocks.having(scheme.keysOf(features[number] as Features));
      return [...near].flatMap((other) =>
        other !== number && ids[other] !== undefined ? (toPair(other, number) ?? []) : [],
      );
    },
    remove(id) {
      const number = numbers.get(id);
      if (number === undefined) return;
      scheme.forget(features[number] as Features);
      numbers.delete(id);
      ids[number] = undefined;
      free.push(number);
    },
    nameOf: (id) => {
      const number = numbers.get(id);
      return number === undefined ? undefined : ids[number];
    },
    mayBeOne: (one, other) => {
      const [mine, theirs] = [one, other].map((id) => features[numbers.get(id) as number]);
      return scheme.mayBeOne(mine as Features, theirs as Features);
    },
  };

  function enter(id: RecordId, record: Kind): number {
    const number = free.pop() ?? ids.length;
    ids[number] = id;
    numbers.set(id, number);
    features[number] = scheme.read(record);
    blocks.add(number, scheme.keysOf(features[number] as Features));
    return number;
  }

  function compareAll(group: readonly number[], found: Map<number, ScoredPair>): void {
    const isLarge = group.length > LARGE_GROUP;
    const members = isLarge ? sortedByOrder(group) : group;
    for (let place = 0; place < members.length; place++) {
      const one = members[place] as number;
      const end = isLarge ? Math.min(members.length, place + 1 + NEIGHBOURS) : members.length;
      for (let next = place + 1; next < end; next++) {
        const other = members[next] as number;
        const pair = toPair(one, other);
        // Most groups a pair is in say the same of it, and few pairs are kept.
        if (pair) found.set(one < other ? one * ids.length + other : other * ids.length + one, pair);
      }
    }
  }

  function sortedByOrder(group: readonly number[]): readonly number[] {
    return group
      .map((number) => ({
        number,
        order: scheme.orderOf(features[number] as Features),
        id: ids[number] ?? "",
      }))
      .toSorted((one, other) => compare(one.order, other.order) || compare(one.id, other.id))
      .map(({ number }) => number);
  }

  function toPair(one: number, other: number): ScoredPair | undefined {
    const mine = features[one] as Features;
    const theirs = features[other] as Features;
    if (!scheme.isWorthComparing(mine, theirs)) return undefined;
    const verdict: Verdict = scheme.weigh(mine, theirs);
    if (verdict.bits < leastBits) return undefined;
    const [first, second] = [ids[one], ids[other]].toSorted(compare) as [RecordId, RecordId];
    return {
      one: first,
      other: second,
      bits: verdict.bits,
      score: toScore(verdict.bits),
      sure: verdict.clean && verdict.bits >= sureBits,
      explain: () => scheme.explain(mine, theirs),
    };
  }
}

const compare = (one: string | undefined = "", other: string | undefined = ""): number =>
  one < other ? -1 : Number(one > other);
