import type { IsoDate, Money, PlanEdit, RecordId } from "@sweetspot/contract";
import {
  exchangeRate,
  exchangeRateId,
  MONEY_RULES_ID,
  moneyRules,
  offeringPrice,
} from "@sweetspot/plan-model";
import { libraryEdit, type NewId, putOf } from "./edit.ts";

/** Three letters as people type them: "usd " → "USD"; undefined where they are no currency's. */
export function readCurrency(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** A rate as people of this language type it: "1.085", in German "1,085". Undefined where the store would refuse it. */
export function readRate(text: string, locale: string): number | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const sign = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const plain = text
    .replaceAll(sign === "," ? "." : ",", "")
    .replaceAll(/\s/gu, "")
    .replace(sign, ".");
  const rate = plain === "" ? Number.NaN : Number(plain);
  const { min, max } = exchangeRate.fields.rate;
  return rate >= min && rate <= max ? rate : undefined;
}

export const setCompanyCurrency = (currency: string | undefined): PlanEdit =>
  libraryEdit("company-currency-set", [
    putOf(moneyRules.name, MONEY_RULES_ID, { currency: currency ?? null }),
  ]);

/** Estimates are the default; only their absence is stored. */
export const setEstimates = (on: boolean): PlanEdit =>
  libraryEdit("estimates-set", [
    putOf(moneyRules.name, MONEY_RULES_ID, { estimateFromSimilar: on ? null : false }),
  ]);

/** The rate of a currency from a day on; a second one for the same day takes its place. */
export const setRate = (currency: string, on: IsoDate, rate: number): PlanEdit =>
  libraryEdit("rate-set", [putOf(exchangeRate.name, exchangeRateId(currency, on), { currency, on, rate })]);

export const setPrice = (
  price: {
    readonly offering: RecordId;
    readonly amount: Money;
    readonly once: boolean;
    readonly from: IsoDate;
  },
  newId: NewId,
): PlanEdit =>
  libraryEdit("price-set", [
    putOf(offeringPrice.name, newId(offeringPrice.name), {
      offering: price.offering,
      amount: { ...price.amount },
      per: price.once ? "once" : "year",
      validFrom: price.from,
    }),
  ]);

export const removeMoneyRecord = (id: RecordId): PlanEdit => libraryEdit("price-or-rate-removed", [], [id]);
