import type { RecordId } from "@sweetspot/contract";
import { CRM_SOURCE } from "../source-record.ts";
import type { DecisionBook } from "./decision-book.ts";
import type { MatchDecision, Merge } from "./identity.ts";
import type { ScoredPair } from "./match-index.port.ts";

/** Records that are one. */
export interface Joint {
  readonly identity: RecordId;
  /** Those of registers first, then by id: an id must not tell that the CRM has him as a contact. */
  readonly records: readonly RecordId[];
  merges(): readonly Merge[];
}

export interface JoinInput {
  readonly present: readonly RecordId[];
  readonly sure: readonly ScoredPair[];
  readonly decisions: DecisionBook;
  mayBeOne(one: RecordId, other: RecordId): boolean;
}

interface Group {
  records: RecordId[];
  merges: (() => Merge)[];
}

/** @returns groups of at least two */
export function joinRecords({ present, sure, decisions, mayBeOne }: JoinInput): readonly Joint[] {
  const groups = new Map<RecordId, Group>();
  const groupOf = (id: RecordId): Group => groups.get(id) ?? { records: [id], merges: [] };
  const apart = new Map<RecordId, Set<RecordId>>();
  const areApart = (one: Group, other: Group): boolean =>
    one.records.some((id) => other.records.some((another) => apart.get(id)?.has(another) === true));

  for (const made of decisions.among(new Set(present))) {
    const [one, other] = [groupOf(made.one), groupOf(made.other)];
    if (!made.same) part(made);
    else if (one !== other && !areApart(one, other)) join(one, other, () => toDecidedMerge(made));
  }
  for (const pair of sure.toSorted(surestFirst)) {
    const [one, other] = [groupOf(pair.one), groupOf(pair.other)];
    if (one === other || areApart(one, other)) continue;
    if (one.records.every((id) => other.records.every((another) => mayBeOne(id, another))))
      join(one, other, () => toMerge(pair));
  }
  return [...new Set(groups.values())].map(({ records, merges }) => {
    const sorted = records.toSorted(registersFirst);
    return {
      identity: sorted[0] as RecordId,
      records: sorted,
      merges: () => merges.map((merge) => merge()),
    };
  });

  function part({ one, other }: MatchDecision): void {
    if (groupOf(one) === groupOf(other)) return;
    apart.set(one, (apart.get(one) ?? new Set()).add(other));
    apart.set(other, (apart.get(other) ?? new Set()).add(one));
  }

  function join(one: Group, other: Group, merge: () => Merge): void {
    const [larger, smaller] = one.records.length >= other.records.length ? [one, other] : [other, one];
    larger.records.push(...smaller.records);
    larger.merges.push(...smaller.merges, merge);
    for (const id of larger.records) groups.set(id, larger);
  }
}

const isOfCrm = (id: RecordId): boolean => id.startsWith(`${CRM_SOURCE}/`);

const registersFirst = (one: RecordId, other: RecordId): number =>
  Number(isOfCrm(one)) - Number(isOfCrm(other)) || (one < other ? -1 : 1);

const toMerge = ({ one, other, score, explain }: ScoredPair): Merge => ({
  one,
  other,
  score,
  reasons: explain(),
  decided: false,
});

const toDecidedMerge = ({ one, other }: MatchDecision): Merge => ({
  one,
  other,
  score: 1,
  reasons: [],
  decided: true,
});

function surestFirst(one: ScoredPair, other: ScoredPair): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.one !== other.one) return one.one < other.one ? -1 : 1;
  return one.other < other.other ? -1 : 1;
}
