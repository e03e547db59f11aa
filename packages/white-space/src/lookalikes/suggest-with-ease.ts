import { hasOffering, type PurchaseMatrix } from "./purchase-matrix.ts";
import { clear, scratchOf } from "./scratch.ts";
import { checkCount, checkRow } from "./similar-customers.ts";
import { chooseOfferings, type SuggestionRules } from "./suggestion-rules.ts";
import { rowStart } from "./symmetric-inverse.ts";
import type { EaseModel } from "./train-ease.ts";

export interface EaseSuggestion {
  /** Column of the matrix; the customer does not have it. */
  readonly offering: number;
  /** Above 0, at most 1: about how surely the customer's other offerings say that this one belongs to them. */
  readonly score: number;
  /** Offerings of the customer that speak for it, the weightiest first, at most `REASONS`: "because it has these". */
  readonly because: readonly { readonly offering: number; readonly share: number }[];
}

export const REASONS = 3;

/**
 * The `count` offerings that the model guesses from what `customer` has and that it has not, best first; of equal ones the
 * lower column first. The customer need not have been there when the model was trained; without a trained offering it
 * gets none.
 *
 * @throws RangeError for a row or a column that the matrix does not have, or a model of another number of columns
 */
export function suggestWithEase(
  model: EaseModel,
  matrix: PurchaseMatrix,
  customer: number,
  count: number,
  rules: SuggestionRules = {},
): EaseSuggestion[] {
  checkRow(matrix, customer);
  checkCount(count);
  if (model.offeringCount !== matrix.offeringCount)
    throw new RangeError(
      `The model knows ${model.offeringCount} offerings, the matrix ${matrix.offeringCount}; train it anew.`,
    );
  const { trained } = model;
  const own = trainedOf(model, matrix, customer);
  const { offeringScores: scores } = scratchOf(matrix);
  addWeights(model, own, scores);
  // What speaks for an offering stands above 0 in the inverse, the diagonal below.
  for (let place = 0; place < trained.length; place++) {
    const offering = trained[place] as number;
    scores[offering] = (scores[offering] as number) / -weightOf(model, place, place);
  }
  try {
    return chooseOfferings(matrix, customer, trained, trained.length, scores, count, rules).map(
      (offering) => ({
        offering,
        score: Math.min(1, scores[offering] as number),
        because: reasonsFor(model, own, trained.indexOf(offering)),
      }),
    );
  } finally {
    clear(scores, trained, trained.length);
  }
}

/** Places among the trained columns of what the customer has. */
function trainedOf({ trained }: EaseModel, matrix: PurchaseMatrix, customer: number): number[] {
  const own: number[] = [];
  for (let place = 0; place < trained.length; place++)
    if (hasOffering(matrix, customer, trained[place] as number)) own.push(place);
  return own;
}

/** Row by row of the triangle: down a column, each step would wait for memory. */
function addWeights({ trained, inverse }: EaseModel, own: readonly number[], scores: Float64Array): void {
  for (let place = 0; place < trained.length; place++) {
    const start = rowStart(place);
    let sum = 0;
    for (let index = 0; index < own.length; index++) {
      const other = own[index] as number;
      if (other >= place) break;
      sum += inverse[start + other] as number;
    }
    scores[trained[place] as number] = sum;
  }
  for (const place of own) {
    const start = rowStart(place);
    for (let other = 0; other < place; other++) {
      const offering = trained[other] as number;
      scores[offering] = (scores[offering] as number) + (inverse[start + other] as number);
    }
  }
}

const weightOf = ({ inverse }: EaseModel, one: number, other: number): number =>
  inverse[one >= other ? rowStart(one) + other : rowStart(other) + one] as number;

function reasonsFor(model: EaseModel, own: readonly number[], place: number): EaseSuggestion["because"] {
  const speaking = own
    .map((one) => ({ offering: model.trained[one] as number, weight: weightOf(model, one, place) }))
    .filter(({ weight }) => weight > 0);
  const all = speaking.reduce((sum, { weight }) => sum + weight, 0);
  return speaking
    .toSorted((a, b) => b.weight - a.weight || a.offering - b.offering)
    .slice(0, REASONS)
    .map(({ offering, weight }) => ({ offering, share: weight / all }));
}
