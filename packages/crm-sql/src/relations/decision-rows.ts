import { type IsoInstant, toRecordId } from "@sweetspot/contract";
import type { MatchDecision } from "@sweetspot/relation-book";

/** A decision as it lies in its table. */
export interface DecisionRow {
  readonly one: string;
  readonly other: string;
  /** Null: taken back. */
  readonly same: boolean | null;
  readonly by: string;
  readonly at: Date;
}

export const toPair = ({ one, other }: DecisionRow): Pick<MatchDecision, "one" | "other"> => ({
  one: toRecordId(one),
  other: toRecordId(other),
});

export const toDecision = (row: DecisionRow): MatchDecision | undefined =>
  row.same === null
    ? undefined
    : { ...toPair(row), same: row.same, by: toRecordId(row.by), at: row.at.toISOString() as IsoInstant };
