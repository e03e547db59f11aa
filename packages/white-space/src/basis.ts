import type { DealPart } from "./match-offerings.ts";

/** Whose word says what was sold. `deal-names` is the weakest. */
export type Basis = "line-items" | "opportunity-product" | "deal-names" | "mixed";

export type BasisCounts = Readonly<Record<Exclude<Basis, "mixed">, number>>;

const KINDS = ["line-items", "opportunity-product", "deal-names"] as const;

/** A deal with several kinds of lines counts by its best. */
export function basisOf(parts: readonly DealPart[]): Exclude<Basis, "mixed"> {
  if (parts.some((part) => part.via === "line-item")) return "line-items";
  return parts.some((part) => part.via === "opportunity-product") ? "opportunity-product" : "deal-names";
}

/** Without any deal there is nothing weaker to admit: `line-items`. */
export function toBasis(counts: BasisCounts): Basis {
  const used = KINDS.filter((kind) => counts[kind] > 0);
  return used.length > 1 ? "mixed" : (used[0] ?? "line-items");
}
