import { cellId } from "@sweetspot/plan-model";
import type { GridModel } from "@sweetspot/white-space-plan";

export interface Amounts {
  /** Known value won in the recent months. */
  readonly won: number;
  /** Yearly potential entered by reps. */
  readonly potential: number;
}

/** Sums over leaf cells, in the currency most deals use; potential in another currency is left out, not converted. */
export function amountsOf(model: GridModel, areas: readonly string[], offerings: readonly string[]): Amounts {
  let won = 0;
  let potential = 0;
  for (const area of areas)
    for (const offering of offerings) {
      won += model.derived.cell(area, offering).recentValue;
      const [row, column] = [model.areas.byId.get(area), model.offerings.byId.get(offering)];
      const money =
        row && column && model.plan.cells.get(cellId(row.record, column.record))?.fields.potential;
      if (money && (model.currency === undefined || money.currency === model.currency))
        potential += money.amount;
    }
  return { won, potential };
}
