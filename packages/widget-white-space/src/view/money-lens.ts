import type { Format } from "@sweetspot/widget-kit";
import type { Amounts } from "../model/money.model.ts";

/** Money as the lens writes it: won recently, and what could come on top. */
export interface MoneyText {
  readonly won: string;
  readonly potential: string;
}

const COMPACT: Intl.NumberFormatOptions = { notation: "compact", maximumSignificantDigits: 3 };

export const toMoneyText = ({ won, potential }: Amounts, format: Format): MoneyText => ({
  won: won > 0 ? format.number(won, COMPACT) : "–",
  potential: potential > 0 ? `+${format.number(potential, COMPACT)}` : "",
});
