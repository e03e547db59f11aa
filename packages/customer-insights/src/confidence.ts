import type { SimilarCustomer } from "@sweetspot/white-space";

/**
 * How sure a suggestion is, by who buys it. `high` takes five buyers who are .4 alike on the average, `medium` three who
 * are .2. Who has bought one thing alone, or nothing, is not known well enough for more than `medium`, or `low`.
 */
export function confidenceOf(
  buyers: readonly Pick<SimilarCustomer, "similarity">[],
  purchases: number,
): "low" | "medium" | "high" {
  const alike = buyers.reduce((sum, { similarity }) => sum + similarity, 0) / Math.max(1, buyers.length);
  if (purchases === 0 || buyers.length < 3 || alike < 0.2) return "low";
  return purchases > 1 && buyers.length >= 5 && alike >= 0.4 ? "high" : "medium";
}
