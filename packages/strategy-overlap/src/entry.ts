import type { RecordId } from "@sweetspot/contract";
import type { FieldsOf, insight, knowledgeGap, strategyLevel, sweetSpot } from "@sweetspot/plan-model";

/** A record as the rules need it. What `recordsOf(entity, records)` gives is one. */
export interface Entry<E> {
  readonly id: RecordId;
  readonly fields: FieldsOf<E>;
}

export type Level = Entry<typeof strategyLevel>;
export type Insight = Entry<typeof insight>;
export type Spot = Entry<typeof sweetSpot>;
export type Gap = Entry<typeof knowledgeGap>;

/** By the place people gave them; what has none comes last, and equals go by id so that all see one order. */
export const inOrder = <T extends { readonly id: string; readonly fields: { readonly order?: number } }>(
  entries: Iterable<T>,
): T[] =>
  [...entries].toSorted(
    (one, other) =>
      (one.fields.order ?? Number.MAX_VALUE) - (other.fields.order ?? Number.MAX_VALUE) ||
      (one.id < other.id ? -1 : Number(one.id > other.id)),
  );
