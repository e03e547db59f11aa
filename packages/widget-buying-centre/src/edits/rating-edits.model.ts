import type { IsoDate, PlanEdit, RecordId } from "@sweetspot/contract";
import { memberRating, memberRatingId } from "@sweetspot/plan-model";
import type { Aspect } from "../model/spread.model.ts";

/** Who rates, and on which day. */
export interface Rater {
  readonly by: RecordId;
  readonly on: IsoDate;
}

/** Sets one aspect of my own view. Each of us has one view of a person; nobody writes another's. */
export const rate = (member: RecordId, aspect: Aspect, value: number, { by, on }: Rater): PlanEdit => ({
  name: "rating-set",
  scope: "plan",
  puts: [
    {
      id: memberRatingId(member, by),
      type: memberRating.name,
      fields: { member, rater: by, ratedOn: on, [aspect]: value },
    },
  ],
  removes: [],
});

/** Says that my view still stands: its date is today. */
export const confirmRating = (member: RecordId, { by, on }: Rater): PlanEdit => ({
  name: "rating-confirmed",
  scope: "plan",
  puts: [
    { id: memberRatingId(member, by), type: memberRating.name, fields: { member, rater: by, ratedOn: on } },
  ],
  removes: [],
});

export const withdrawRating = (rating: RecordId): PlanEdit => ({
  name: "rating-withdrawn",
  scope: "plan",
  puts: [],
  removes: [rating],
});
