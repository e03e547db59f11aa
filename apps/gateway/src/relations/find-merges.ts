import { foldText, type RecordId } from "@sweetspot/contract";
import type { Identities, Merge, SourceBody, SourcePerson } from "@sweetspot/relation-book";

export interface MergesQuery {
  /** Words that one of the two names has; all without any. */
  readonly search: string;
  readonly limit: number;
}

export interface MergePage {
  readonly items: readonly ShownMerge[];
  /** As many there are of the search, shown or not. */
  readonly total: number;
}

export interface ShownMerge extends Merge {
  readonly oneRecord?: SourcePerson | SourceBody;
  readonly otherRecord?: SourcePerson | SourceBody;
}

type Known = Pick<Identities, "merged"> & {
  readonly records: ReadonlyMap<RecordId, SourcePerson | SourceBody>;
};

/** Records taken for one, the least sure first: that is where a mistake is likeliest. */
export function findMerges({ merged, records }: Known, { search, limit }: MergesQuery): MergePage {
  const words = foldText(search).split(/\s+/u).filter(Boolean);
  const nameOf = (id: RecordId): string => foldText(records.get(id)?.name ?? "");
  const found = merged.filter(({ one, other }) => {
    const names = `${nameOf(one)} ${nameOf(other)}`;
    return words.every((word) => names.includes(word));
  });
  const items = found.toSorted(bySureness).slice(0, limit);
  return {
    total: found.length,
    items: items.map((merge) => {
      const [one, other] = [records.get(merge.one), records.get(merge.other)];
      return {
        ...merge,
        ...(one ? { oneRecord: one } : {}),
        ...(other ? { otherRecord: other } : {}),
      };
    }),
  };
}

/** Stable: equals keep the order of their ids. */
function bySureness(one: Merge, other: Merge): number {
  if (one.score !== other.score) return one.score - other.score;
  return `${one.one}\n${one.other}` < `${other.one}\n${other.other}` ? -1 : 1;
}
