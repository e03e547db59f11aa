import type { IsoInstant, RecordId } from "@sweetspot/contract";
import { recordsOf, valueProposition } from "@sweetspot/plan-model";
import { type Completeness, completenessOf } from "@sweetspot/strategy-overlap";
import type { BoardReading } from "../workspace/board-reading.model.ts";

/** The steps of the method that this board holds. */
export const STEPS = ["levels", "insights", "sweet-spots", "messages", "questions"] as const;
export type Step = (typeof STEPS)[number];

/** When somebody last worked on a step, and who it was. */
export interface StepReview {
  readonly step: Step;
  readonly count: number;
  readonly at: IsoInstant | undefined;
  readonly by: RecordId | undefined;
}

export interface Review {
  readonly completeness: Completeness;
  readonly steps: readonly StepReview[];
  /** Of all steps together. */
  readonly last: StepReview | undefined;
}

const TYPES: Readonly<Record<string, Step>> = {
  "strategy-level": "levels",
  insight: "insights",
  "insight-link": "insights",
  "sweet-spot": "sweet-spots",
  "dismissed-match": "sweet-spots",
  "core-message": "messages",
  "message-reader": "messages",
  "knowledge-gap": "questions",
};

/** How far a board is and how old, for whoever asks. */
export function reviewOf(reading: BoardReading): Review {
  const records = [...reading.records.values()];
  const steps = STEPS.map((step): StepReview => {
    const mine = records.filter(({ type }) => TYPES[type] === step);
    const last = mine.reduce<(typeof mine)[number] | undefined>(
      (newest, one) => (newest && newest.updatedAt >= one.updatedAt ? newest : one),
      undefined,
    );
    return { step, count: mine.filter(isCounted).length, at: last?.updatedAt, by: last?.updatedBy };
  });
  return {
    completeness: completenessOf(reading.board, {
      messages: reading.messages,
      propositions: recordsOf(valueProposition, records),
    }),
    steps,
    last: steps
      .filter(({ at }) => at !== undefined)
      .toSorted((one, other) => ((one.at ?? "") < (other.at ?? "") ? 1 : -1))[0],
  };
}

/** What a level lacks, in words: where nothing is matched, no sweet spot can be without its message. */
export function toTell(lacks: Completeness["lacks"]): Completeness["lacks"] {
  const isMatched = lacks.every(({ lack }) => lack !== "sweet-spot");
  return lacks.filter(({ lack }) => isMatched || (lack !== "core-message" && lack !== "value-proposition"));
}

/** What hangs on another record is work on the step, but no entry of its own. */
const isCounted = ({ type }: { readonly type: string }): boolean =>
  !["insight-link", "dismissed-match", "message-reader"].includes(type);
