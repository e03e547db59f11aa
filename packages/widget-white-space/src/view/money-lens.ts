import type { Format } from "@sweetspot/widget-kit";
import { cellId } from "@sweetspot/plan-model";
import type { CellModel } from "../model/cell.model.ts";
import type { GridModel } from "../model/grid.model.ts";

/** What the money lens writes into a cell: won recently, and what could come on top. */
export function moneyOf(
  cell: CellModel,
  model: GridModel,
  format: Format,
): { readonly won: string; readonly potential: string } {
  const { won, potential } = amountsOf(cell, model);
  return {
    won: won > 0 ? format.number(won, COMPACT) : "–",
    potential: potential > 0 ? `+${format.number(potential, COMPACT)}` : "",
  };
}

const COMPACT: Intl.NumberFormatOptions = { notation: "compact", maximumSignificantDigits: 3 };

/** Won value and potential of a cell, or of all cells beneath a roll-up. */
export function amountsOf(
  cell: CellModel,
  model: GridModel,
): { readonly won: number; readonly potential: number } {
  let won = 0;
  let potential = 0;
  for (const area of cell.area.leaves)
    for (const offering of cell.offering.leaves) {
      won += model.derived.cell(area, offering).recentValue;
      const [row, column] = [model.areas.byId.get(area), model.offerings.byId.get(offering)];
      const record = row && column && model.plan.cells.get(cellId(row.record, column.record));
      potential += record?.fields.potential?.amount ?? 0;
    }
  return { won, potential };
}
