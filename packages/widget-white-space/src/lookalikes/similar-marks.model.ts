import type { GridModel } from "@sweetspot/white-space-plan";
import { similarIn, type SimilarCustomers } from "../model/cell-face.model.ts";

/** What stands in the head of a column: the best of what similar customers say of it, and of how many offerings. */
export interface SimilarMark {
  readonly buyers: number;
  readonly of: number;
  readonly offerings: number;
}

/**
 * By offering: those that similar customers buy and that are open in at least one area, and the groups above them.
 * An offering turned down everywhere has no mark.
 */
export function toSimilarMarks(
  model: GridModel,
  similar: SimilarCustomers | undefined,
): ReadonlyMap<string, SimilarMark> {
  const marks = new Map<string, SimilarMark>();
  if (!similar) return marks;
  const suggested = new Set<string>(similar.answer.suggestions.map((suggestion) => suggestion.offering));
  for (const offering of model.offerings.leaves) {
    if (!suggested.has(offering.record)) continue;
    const found = model.areas.leaves
      .map((area) => similarIn(model.cell(area.id, offering.id), similar))
      .find((one) => one !== undefined);
    if (!found) continue;
    for (
      let node = model.offerings.byId.get(offering.id);
      node;
      node = node.parent === undefined ? undefined : model.offerings.byId.get(node.parent)
    ) {
      const before = marks.get(node.id);
      const better = before && before.buyers >= found.buyers ? before : found;
      marks.set(node.id, { buyers: better.buyers, of: better.of, offerings: (before?.offerings ?? 0) + 1 });
    }
  }
  return marks;
}

/**
 * What an area is likely to spend on something: what similar customers spend, shared by all areas that could buy it,
 * so that the areas together come to what one such customer spends. Two digits tell: it is an estimate.
 */
export function spendOfArea(spend: number, areas: number): number {
  const share = spend / Math.max(1, areas);
  return share === 0 ? 0 : Number(share.toPrecision(2));
}
