import type { DecimalSign } from "./file-mapping.model.ts";

/** Signs people write for currencies; one sign may stand for several, then for its most common one. */
const SYMBOLS: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  US$: "USD",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  zł: "PLN",
  Rp: "IDR",
  "Fr.": "CHF",
  SFr: "CHF",
  R$: "BRL",
  A$: "AUD",
  C$: "CAD",
  S$: "SGD",
};

export interface ParsedNumber {
  readonly value: number;
  /** ISO 4217 code, where the cell itself names a currency. */
  readonly currency: string | undefined;
}

const AROUND =
  /^([^\d.,()+-]*)([-+(]?)([^\d.,()+-]*)([\d][\d.,\s'’]*(?:[eE][+-]?\d+)?|[.,]\d+)(\)?-?)([^\d.,()]*)$/u;

/** Reads "1.234,56", "(1,234.56)", "€ 12", "12 %" and "1.0E7"; undefined where the grouping does not fit. */
export function parseNumber(text: string, decimal: DecimalSign): ParsedNumber | undefined {
  const plain = decimal === "." && /^-?\d{1,15}(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
  if (plain !== undefined) return { value: plain, currency: undefined };
  const match = AROUND.exec(text.trim().replace(/^Rp\./u, "Rp"));
  if (!match) return undefined;
  const [, before, sign, between, digits, after, behind] = match;
  const named = `${before}${between}${behind}`.replace(/[%\s\u00a0\u202f]+/gu, "");
  const currency = named === "" ? undefined : currencyOf(named);
  if (named !== "" && currency === undefined) return undefined;
  const value = toNumber(digits!, decimal);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const negative = sign === "-" || after!.endsWith("-") || (sign === "(" && after!.startsWith(")"));
  return { value: negative ? -value : value, currency };
}

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** ISO 4217 code of "EUR", "eur" or "€"; undefined where it is neither. */
export function currencyOf(text: string): string | undefined {
  const code = SYMBOLS[text] ?? text.toUpperCase();
  return CODES.has(code) ? code : undefined;
}

function toNumber(digits: string, decimal: DecimalSign): number | undefined {
  const compact = digits.replace(/[\s'’]+/gu, "");
  const group = decimal === "." ? "," : ".";
  const [whole = "", fraction, ...rest] = compact.split(decimal);
  if (rest.length > 0 || fraction?.includes(group)) return undefined;
  if (whole.includes(group) && !/^\d{1,3}(?:[.,]\d{3})+$/u.test(whole)) return undefined;
  const value = Number(
    `${whole.replaceAll(group, "") || "0"}${fraction === undefined ? "" : `.${fraction || "0"}`}`,
  );
  return Number.isNaN(value) ? undefined : value;
}

/**
 * Decides the decimal sign of a column: of two different signs the later is the decimal one; a sign that stands
 * twice groups; a sign not followed by exactly three digits is decimal. What is left undecided is `assumed`.
 */
export function decideDecimal(
  values: Iterable<string>,
  fallback: DecimalSign,
): { readonly decimal: DecimalSign; readonly assumed: boolean } {
  const votes: Record<DecimalSign, number> = { ".": 0, ",": 0 };
  let undecided = 0;
  for (const value of values) {
    const decimal = decimalOf(value);
    if (decimal === "either") undecided++;
    else if (decimal !== undefined) votes[decimal]++;
  }
  if (votes["."] !== votes[","]) return { decimal: votes[","] > votes["."] ? "," : ".", assumed: false };
  return { decimal: fallback, assumed: undecided + votes["."] > 0 };
}

/** The decimal sign one value proves; "either" where it has one sign that may group as well. */
export function decimalOf(value: string): DecimalSign | "either" | undefined {
  const number = /\d[\d.,\s'’]*/u
    .exec(value)?.[0]
    .replace(/[\s'’]/gu, "")
    .replace(/[.,]$/u, "");
  if (number === undefined) return undefined;
  const point = number.lastIndexOf(".");
  const comma = number.lastIndexOf(",");
  if (point < 0 && comma < 0) return undefined;
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  const sign: DecimalSign = point >= 0 ? "." : ",";
  const other: DecimalSign = sign === "." ? "," : ".";
  if (number.indexOf(sign) !== number.lastIndexOf(sign)) return other;
  const at = number.lastIndexOf(sign);
  if (number.length - at - 1 !== 3 || at > 3 || number.startsWith("0") || /[eE]/u.test(value)) return sign;
  return "either";
}
