import type { CellModel, CountedPotential } from "@sweetspot/white-space-plan";
import { useCallback } from "react";
import type { Workspace } from "../view/use-workspace.ts";

/** What a cell could bring in a year, entered or estimated, at today’s rates in the grid’s currency. */
export function usePotential({
  model,
  money,
  book,
  eyes,
}: Workspace): (cell: CellModel) => CountedPotential | undefined {
  const { currency } = model;
  const { today } = eyes;
  return useCallback(
    (cell) => {
      const found = money.potential(cell);
      if (!found || currency === undefined) return found;
      const converted = book.convert(found.money, currency, today);
      return converted && { money: { amount: converted.amount, currency }, estimated: found.estimated };
    },
    [money, book, currency, today],
  );
}
