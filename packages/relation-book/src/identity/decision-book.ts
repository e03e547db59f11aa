import type { RecordId } from "@sweetspot/contract";
import type { MatchDecision } from "./identity.ts";

/** What people decided, the latest word on each pair. Mutable. */
export interface DecisionBook {
  records(): Iterable<RecordId>;
  /** The word on two records. */
  on(one: RecordId, other: RecordId): MatchDecision | undefined;
  joinedWith(id: RecordId): readonly RecordId[];
  /** Among these, the latest first. */
  among(ids: ReadonlySet<RecordId>): readonly MatchDecision[];
  /** Did anybody say of one of these that he is none of those? */
  parted(these: readonly RecordId[], those: readonly RecordId[]): boolean;
  /** @returns the records they are about */
  put(decisions: Iterable<MatchDecision>): readonly RecordId[];
  remove(decisions: Iterable<Pick<MatchDecision, "one" | "other">>): readonly RecordId[];
}

export function createDecisionBook(input: Iterable<MatchDecision>): DecisionBook {
  const byRecord = new Map<RecordId, Map<RecordId, MatchDecision>>();
  const on = (one: RecordId, other: RecordId): MatchDecision | undefined => byRecord.get(one)?.get(other);
  put(input);
  return {
    records: () => byRecord.keys(),
    on,
    joinedWith: (id) => [...(byRecord.get(id) ?? [])].filter(([, { same }]) => same).map(([other]) => other),
    among: (ids) =>
      [...ids]
        .flatMap((id) =>
          [...(byRecord.get(id) ?? [])].flatMap(([other, made]) =>
            id < other && ids.has(other) ? made : [],
          ),
        )
        .toSorted(latestFirst),
    parted: (these, those) => these.some((one) => those.some((other) => on(one, other)?.same === false)),
    put,
    remove: (decisions) =>
      [...decisions].flatMap(({ one, other }) => {
        byRecord.get(one)?.delete(other);
        byRecord.get(other)?.delete(one);
        return [one, other];
      }),
  };

  function put(decisions: Iterable<MatchDecision>): readonly RecordId[] {
    return [...decisions].flatMap((made) => {
      const { one, other } = made;
      const known = on(one, other);
      if (one === other || (known && latestFirst(known, made) < 0)) return [];
      note(one, other, made);
      note(other, one, made);
      return [one, other];
    });
  }

  function note(one: RecordId, other: RecordId, made: MatchDecision): void {
    const row = byRecord.get(one) ?? new Map<RecordId, MatchDecision>();
    byRecord.set(one, row.set(other, made));
  }
}

/** Of two at the same instant the one that parts counts: it can be mended with less harm. */
function latestFirst(one: MatchDecision, other: MatchDecision): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  return Number(one.same) - Number(other.same);
}
