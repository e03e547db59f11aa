import type { IsoDate, Money } from "@sweetspot/contract";
import {
  type CellModel,
  type GridModel,
  lookalikeFor,
  lookalikeStateOf,
  type MoneyBook,
} from "@sweetspot/white-space-plan";
import { spendOfArea } from "../lookalikes/similar-marks.model.ts";
import type { SimilarCustomers } from "../model/cell-face.model.ts";

/** What money is read from beside the grid itself. */
export interface MoneySources {
  readonly model: GridModel;
  readonly book: Pick<MoneyBook, "convert" | "priceOf" | "estimateFromSimilar">;
  readonly today: IsoDate;
  readonly similar: SimilarCustomers | undefined;
}

/** What a leaf cell could bring in a year, in its own currency. */
export interface Potential {
  readonly money: Money;
  readonly basis: "by-hand" | "price-list" | "similar";
  /** Nobody entered it, or somebody took an estimate over: it is shown with ≈. */
  readonly estimated: boolean;
  /** Of a price list: paid once, not every year. */
  readonly once: boolean;
}

/**
 * What was entered wins. A white cell without an entry is worth its price by the list, or its part of what similar
 * customers spend; cells turned down and those that are not possible are worth nothing.
 */
export function potentialOf(cell: CellModel, sources: MoneySources): Potential | undefined {
  const fields = cell.record?.fields;
  if (fields?.potential !== undefined) {
    const basis = fields.potentialBasis ?? "by-hand";
    return { money: fields.potential, basis, estimated: basis !== "by-hand", once: false };
  }
  if (!cell.leaf || cell.level !== "none" || fields?.makesSense === "no") return undefined;
  const price = sources.book.priceOf(cell.offering.record, sources.today)?.fields;
  if (price) return { money: price.amount, basis: "price-list", estimated: true, once: price.per === "once" };
  const { similar, model } = sources;
  const spend = similar && lookalikeFor(similar.answer, cell)?.typicalSpend;
  if (!spend || !sources.book.estimateFromSimilar) return undefined;
  if (lookalikeStateOf(similar.plan, cell) === "dismissed") return undefined;
  const areas = model.grid.coverage({ offering: cell.offering.id }).possible;
  return {
    money: { amount: spendOfArea(spend.amount, areas), currency: spend.currency },
    basis: "similar",
    estimated: true,
    once: false,
  };
}
