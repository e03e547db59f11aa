import type { Deal, DealLine, OfferingMatch } from "./crm-facts.ts";
import { hasPhrase, toPhrase } from "./fold-text.ts";

/** Where the knowledge of what was sold comes from, best first. */
export type Via = "line-item" | "opportunity-product" | "name" | "asset";

/** One thing sold in a deal and the offerings (places in the list) it may be. */
export interface DealPart {
  readonly offerings: readonly number[];
  readonly via: Exclude<Via, "asset">;
  readonly what: string;
  readonly value: number | undefined;
}

export interface OfferingMatcher {
  partsOf(deal: Deal): readonly DealPart[];
  ofProduct(product: string | undefined, productName: string): readonly number[];
}

/**
 * Finds the offerings of what is sold. A line's product decides; a product no offering lists is looked up by the words
 * of its name. Only a deal without any line is read by its own name, never one whose lines match nothing.
 */
export function createOfferingMatcher(offerings: readonly OfferingMatch[]): OfferingMatcher {
  const byProduct = new Map<string, number[]>();
  offerings.forEach((offering, index) => {
    for (const product of new Set(offering.products))
      byProduct.set(product, [...(byProduct.get(product) ?? []), index]);
  });
  const phrases = offerings.map((offering) => [offering.name, ...offering.terms].map(toPhrase));
  const known = new Map<string, readonly number[]>();

  const ofText = (text: string): readonly number[] => {
    const remembered = known.get(text);
    if (remembered) return remembered;
    const phrase = toPhrase(text);
    const found = phrases.flatMap((terms, index) =>
      terms.some((term) => hasPhrase(phrase, term)) ? [index] : [],
    );
    known.set(text, found);
    return found;
  };
  const ofProduct = (product: string | undefined, productName: string): readonly number[] =>
    (product === undefined ? undefined : byProduct.get(product)) ?? ofText(productName);
  const toPart = (line: DealLine): DealPart => ({
    offerings: ofProduct(line.product, line.productName),
    via: line.origin === "line-item" ? "line-item" : "opportunity-product",
    what: line.productName,
    value: line.value,
  });
  return {
    ofProduct,
    partsOf: (deal) =>
      deal.lines && deal.lines.length > 0
        ? deal.lines.map(toPart)
        : [{ offerings: ofText(deal.name), via: "name", what: deal.name, value: deal.value }],
  };
}

/**
 * What each offering has of a deal's value, and the whole. Nothing is split by guess: a part that may be several
 * offerings, or lines without values of their own, leave the offering's amount unknown (undefined).
 */
export function splitValue(
  deal: Pick<Deal, "value">,
  parts: readonly DealPart[],
): { readonly total: number | undefined; readonly byOffering: ReadonlyMap<number, number | undefined> } {
  const byOffering = new Map<number, number | undefined>();
  const priced = parts.some((part) => part.value !== undefined);
  for (const part of parts)
    for (const offering of part.offerings) {
      const amount = part.offerings.length === 1 ? part.value : undefined;
      const before = byOffering.get(offering);
      byOffering.set(offering, before === undefined ? amount : before + (amount ?? 0));
    }
  if (priced) return { total: parts.reduce((sum, part) => sum + (part.value ?? 0), 0), byOffering };
  const [only] = byOffering.keys();
  if (byOffering.size === 1 && only !== undefined && parts.every((part) => part.offerings.length === 1))
    byOffering.set(only, deal.value);
  return { total: deal.value, byOffering };
}
