import type { RecordId } from "@sweetspot/contract";
import type { Identities } from "../identity/identity.ts";
import type { WrittenAgain } from "./written-again.ts";

/** How right identities are, counted in pairs of records. */
export interface Judgement {
  /** Of pairs taken for one person, the part that is. */
  readonly precision: number;
  /** Of pairs that are one person, the part that was taken for one. */
  readonly recall: number;
  /** Of pairs proposed, the part that is one person. */
  readonly proposalPrecision: number;
  /** Of pairs that are one person, the part that was taken for one or proposed. */
  readonly foundRecall: number;
  readonly merged: number;
  readonly proposed: number;
}

export function judge({ records, truth }: WrittenAgain, identities: Identities): Judgement {
  const groups = new Map<RecordId, RecordId[]>();
  const people = new Map<number, number>();
  for (const { source, key } of records) {
    const id = `${source}/${key}` as RecordId;
    const identity = identities.identityOf(id) as RecordId;
    groups.set(identity, [...(groups.get(identity) ?? []), id]);
    const person = truth.get(id) as number;
    people.set(person, (people.get(person) ?? 0) + 1);
  }
  const isOne = (one: RecordId, other: RecordId): boolean => truth.get(one) === truth.get(other);
  let [merged, right] = [0, 0];
  for (const group of groups.values())
    for (const [place, one] of group.entries())
      for (const other of group.slice(place + 1)) {
        merged += 1;
        if (isOne(one, other)) right += 1;
      }
  let pairs = 0;
  for (const count of people.values()) pairs += (count * (count - 1)) / 2;
  const { proposals } = identities;
  const good = proposals.filter(({ one, other }) => isOne(one, other)).length;
  return {
    precision: right / merged,
    recall: right / pairs,
    proposalPrecision: good / proposals.length,
    foundRecall: (right + good) / pairs,
    merged,
    proposed: proposals.length,
  };
}
