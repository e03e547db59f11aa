/** What a user typed as an amount: a number, nothing, or something to correct. */
export type TypedAmount =
  | { readonly state: "amount"; readonly amount: number }
  | { readonly state: "empty" }
  | { readonly state: "unclear" }
  | { readonly state: "negative" };

const UNCLEAR: TypedAmount = { state: "unclear" };

/** Words and letters for thousand, million and billion as people type them, by language. */
const SCALES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, bn: 1e9, b: 1e9 },
  de: { k: 1e3, t: 1e3, tsd: 1e3, m: 1e6, mio: 1e6, mrd: 1e9 },
  id: { k: 1e3, rb: 1e3, ribu: 1e3, jt: 1e6, juta: 1e6, m: 1e9, miliar: 1e9 },
};

/**
 * Reads "420,000", "420 000", "€ 1.5k" or "1,2 Mio." by the separators of the locale. Text that another locale would
 * read as a different number ("420.000" in English) is unclear: a wrong amount is worse than a question.
 */
export function parseAmount(text: string, locale: string): TypedAmount {
  const bare = text
    .normalize("NFKC")
    .replaceAll(/\p{Sc}|\b[A-Z]{3}\b|\bRp\b\.?/gu, "")
    .replaceAll(/[\s'’_]/gu, "");
  if (bare === "") return text.trim() === "" ? { state: "empty" } : UNCLEAR;
  const parts = /^([-−]?)([\d.,٫٬]+)(\p{L}*)\.?$/u.exec(bare);
  if (parts === null) return UNCLEAR;
  const [, sign = "", digits = "", word = ""] = parts;
  const scale = word === "" ? 1 : scaleOf(word, locale);
  if (scale === undefined) return UNCLEAR;
  const plain = readDigits(digits, separatorsOf(locale), scale > 1);
  if (plain === undefined) return UNCLEAR;
  if (sign !== "" && plain !== 0) return { state: "negative" };
  return { state: "amount", amount: Math.round(plain * scale * 100) / 100 };
}

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: "always" }).formatToParts(1_234_567.8);
  const find = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return { group: (find("group") ?? ",").normalize("NFKC").trim(), decimal: find("decimal") ?? "." };
}

/** Groups must be whole; without a scale, more than two decimals can only be a misread group. */
function readDigits(digits: string, { group, decimal }: Separators, scaled: boolean): number | undefined {
  const [whole = "", fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  if (fraction !== undefined && fraction.length > 2 && !scaled) return undefined;
  const groups = group === "" ? [whole] : whole.split(group);
  const [first = "", ...rest] = groups;
  if (!/^\d+$/.test(first)) return undefined;
  if (rest.length > 0) {
    const last = rest.at(-1) ?? "";
    const wholeGroups = rest.slice(0, -1).every((part) => /^\d{2,3}$/.test(part));
    if (first.length > 3 || !wholeGroups || !/^\d{3}$/.test(last)) return undefined;
  }
  const amount = Number(`${groups.join("")}.${fraction ?? "0"}`);
  return Number.isFinite(amount) ? amount : undefined;
}

function scaleOf(word: string, locale: string): number | undefined {
  const language = locale.split("-")[0] ?? "en";
  return (SCALES[language] ?? SCALES["en"])?.[word.toLowerCase()];
}

/** How an amount stands in its field: grouped, without the currency, which the label names. */
export const toAmountText = (amount: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(amount);
