import type { IsoDate, RecordId } from "@sweetspot/contract";
import type { FieldsOf, memberRating } from "@sweetspot/plan-model";

/** What people rate of a person (method §8). */
export const ASPECTS = ["relationship", "influence", "power", "interest"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One of our people's view of a person at the customer. */
export interface Rating {
  readonly id: RecordId;
  readonly fields: FieldsOf<typeof memberRating>;
}

/** All views of one aspect side by side. They are never averaged: two views are news, their mean is nobody's. */
export interface Spread {
  readonly low: number;
  readonly high: number;
  /** Each value once, ascending. */
  readonly values: readonly number[];
  readonly diverges: boolean;
}

/** From which difference on two views of an aspect are worth talking about. */
const TELLING: Readonly<Record<Aspect, number>> = { relationship: 1, influence: 1, power: 3, interest: 3 };

/** @returns undefined while nobody has rated the aspect */
export function spreadOf(ratings: readonly Rating[], aspect: Aspect): Spread | undefined {
  const values = [...new Set(ratings.flatMap(({ fields }) => fields[aspect] ?? []))].toSorted(
    (one, other) => one - other,
  );
  const [low] = values;
  const high = values.at(-1);
  if (low === undefined || high === undefined) return undefined;
  return { low, high, values, diverges: high - low >= TELLING[aspect] };
}

/** The aspects on which our people differ. */
export const divergenceOf = (ratings: readonly Rating[]): readonly Aspect[] =>
  ASPECTS.filter((aspect) => spreadOf(ratings, aspect)?.diverges === true);

/** Newest first; those without a date last. */
export const byDate = (ratings: readonly Rating[]): readonly Rating[] =>
  ratings.toSorted((one, other) => ((one.fields.ratedOn ?? "") < (other.fields.ratedOn ?? "") ? 1 : -1));

/** A view that is a year old is worth looking at again. */
export const isOld = (rating: Rating, today: IsoDate): boolean => {
  const on = rating.fields.ratedOn;
  return on !== undefined && `${String(Number(on.slice(0, 4)) + 1)}${on.slice(4)}` < today;
};
