import { useFormat } from "@sweetspot/widget-kit";
import type { Amounts } from "../model/money.model.ts";
import { type MoneyText, toMoneyText } from "./money-lens.ts";
import { useText } from "./use-text.ts";

/** Writes amounts in the grid's currency. */
export function useMoneyText(
  currency: string | undefined,
): (amounts: Amounts | undefined) => MoneyText | undefined {
  const format = useFormat();
  const t = useText();
  const words = { format, t, currency: currency ?? format.currency };
  return (amounts) => amounts && toMoneyText(amounts, words);
}
