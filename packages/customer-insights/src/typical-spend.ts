import type { Money } from "@sweetspot/contract";
import type { InsightMatrix } from "./insight-matrix.ts";
import { entryOf } from "./matrix-rows.ts";

/** Of fewer than so many nobody may learn what a single one pays. */
const LEAST_BUYERS = 3;

/** The middle of what these customers spent on the offering within a year, in the currency most of them pay in. */
export function typicalSpend(
  matrix: Pick<InsightMatrix, "purchases" | "spentAt">,
  offering: number,
  buyers: readonly number[],
): Money | undefined {
  const byCurrency = new Map<string, number[]>();
  for (const row of buyers) {
    const entry = entryOf(matrix.purchases, row, offering);
    const spent = entry === undefined ? undefined : matrix.spentAt(entry);
    if (!spent || spent.amount <= 0) continue;
    byCurrency.set(spent.currency, [...(byCurrency.get(spent.currency) ?? []), spent.amount]);
  }
  const [most] = [...byCurrency].toSorted(
    ([one, amounts], [other, others]) => others.length - amounts.length || (one < other ? -1 : 1),
  );
  if (!most || most[1].length < LEAST_BUYERS) return undefined;
  const amounts = most[1].toSorted((one, other) => one - other);
  const middle = amounts.length >> 1;
  const amount =
    amounts.length % 2 === 1
      ? (amounts[middle] as number)
      : ((amounts[middle - 1] as number) + (amounts[middle] as number)) / 2;
  return { amount: Math.round(amount * 100) / 100, currency: most[0] };
}
