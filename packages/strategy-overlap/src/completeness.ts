import type { RecordId } from "@sweetspot/contract";
import { type coreMessage, INSIGHT_KINDS, type valueProposition } from "@sweetspot/plan-model";
import type { Board } from "./board.ts";
import type { Entry } from "./entry.ts";

/** What a level still lacks. A knowledge gap counts like an insight: "I don't know" is an answer. */
export type Lack = "customer-side" | "provider-side" | "sweet-spot" | "core-message" | "value-proposition";

export interface Completeness {
  readonly done: number;
  readonly possible: number;
  readonly lacks: readonly { readonly level: RecordId; readonly lack: Lack }[];
}

/** Told to whoever asks, never pushed at anybody. */
export function completenessOf(
  board: Board,
  told: {
    readonly messages: readonly Entry<typeof coreMessage>[];
    readonly propositions: readonly Entry<typeof valueProposition>[];
  },
): Completeness {
  const withMessage = new Set(told.messages.map(({ fields }) => fields.sweetSpot));
  const withProposition = new Set(told.propositions.map(({ fields }) => fields.sweetSpot));
  const lacks = board.levels.flatMap(({ id: level }) => {
    const isFilled = (side: "customer" | "provider"): boolean =>
      INSIGHT_KINDS.some((kind) => {
        const cell = { level, side, kind };
        return board.insightsIn(cell).length + board.gapsIn(cell).length > 0;
      });
    const spots = board.spotsOn(level);
    const isTold = (where: ReadonlySet<RecordId>): boolean =>
      spots.length > 0 && spots.every(({ id }) => where.has(id));
    const checks: readonly (readonly [Lack, boolean])[] = [
      ["customer-side", isFilled("customer")],
      ["provider-side", isFilled("provider")],
      ["sweet-spot", spots.length > 0],
      ["core-message", isTold(withMessage)],
      ["value-proposition", isTold(withProposition)],
    ];
    return checks.filter(([, isDone]) => !isDone).map(([lack]) => ({ level, lack }));
  });
  const possible = board.levels.length * CHECKS;
  return { done: possible - lacks.length, possible, lacks };
}

const CHECKS = 5;
