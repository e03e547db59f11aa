import type { Format } from "@sweetspot/widget-kit";
import { type Amounts, marketShareOf } from "../model/money.model.ts";
import type { Text } from "./use-text.ts";

/** Money as the lens writes it: won recently, open, and what could come on top. */
export interface MoneyText {
  /** With an asterisk where amounts are left out for want of a rate. */
  readonly won: string;
  readonly open: string;
  /** "≈+120K" where any of it is an estimate. */
  readonly potential: string;
  readonly estimated: boolean;
  /** Of the addressable market, from 0 to 100; undefined where none is given. */
  readonly share: number | undefined;
  /** All of it in sentences, with where it is from and what it was converted with. */
  readonly title: string;
}

const COMPACT: Intl.NumberFormatOptions = { notation: "compact", maximumSignificantDigits: 3 };
/** Conversions named one by one. */
const NAMED = 3;

export function toMoneyText(
  amounts: Amounts,
  { format, t, currency }: { readonly format: Format; readonly t: Text; readonly currency: string },
): MoneyText {
  const { won, open, potential, estimated, missing } = amounts;
  const share = marketShareOf(amounts);
  return {
    won: `${won > 0 ? format.number(won, COMPACT) : "–"}${missing.length > 0 ? "*" : ""}`,
    open: open > 0 ? `○${format.number(open, COMPACT)}` : "",
    potential: potential > 0 ? `${estimated > 0 ? "≈" : ""}+${format.number(potential, COMPACT)}` : "",
    estimated: estimated > 0,
    share: share === undefined ? undefined : Math.round(share * 100),
    title: toSentences(amounts, { format, t, currency }).join("\n"),
  };
}

function toSentences(
  amounts: Amounts,
  { format, t, currency }: { readonly format: Format; readonly t: Text; readonly currency: string },
): string[] {
  const { won, open, potential, estimated, market, conversions, missing } = amounts;
  const money = (amount: number): string => format.money({ amount: Math.round(amount), currency });
  const share = marketShareOf(amounts);
  return [
    t("money.won", { money: money(won) }),
    open > 0 ? t("money.open", { money: money(open) }) : "",
    potential > 0 ? t("money.potential", { money: money(potential) }) : "",
    estimated > 0 ? t("money.estimated", { money: `≈ ${money(estimated)}` }) : "",
    share === undefined ? "" : t("money.share", { share: format.percent(share), money: money(market) }),
    ...conversions
      .slice(0, NAMED)
      .map(({ from, rateOn }) =>
        t("money.converted", { money: format.money(from), date: format.date(rateOn) }),
      ),
    conversions.length > NAMED ? t("money.converted-more", { count: conversions.length - NAMED }) : "",
    missing.length > 0 ? t("money.missing", { currencies: missing.join(", ") }) : "",
  ].filter(Boolean);
}
