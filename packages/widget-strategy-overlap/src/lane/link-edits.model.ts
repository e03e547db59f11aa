import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { insightLink, insightLinkId } from "@sweetspot/plan-model";
import type { Board } from "@sweetspot/strategy-overlap";
import { planEdit } from "../board/insight-edits.model.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";

/**
 * Says that one insight serves another, or is in conflict with it. Which is the lower one follows from the levels; on one
 * level from the ids, so that two people who say the same make one link.
 */
export function linkInsights(
  board: Board,
  one: InsightRecord,
  other: InsightRecord,
  kind: "serves" | "conflicts",
): PlanEdit | undefined {
  if (one.id === other.id) return undefined;
  const place = ({ fields }: InsightRecord): number =>
    board.levels.findIndex(({ id }) => id === fields.level);
  const isLower = place(one) === place(other) ? one.id < other.id : place(one) > place(other);
  if (kind === "serves" && place(one) === place(other)) return undefined;
  const [lower, upper] = isLower ? [one.id, other.id] : [other.id, one.id];
  return planEdit(kind === "serves" ? "insight-linked" : "conflict-marked", [
    { id: insightLinkId(lower, upper), type: insightLink.name, fields: { lower, upper, kind } },
  ]);
}

/** Why the two are in conflict, or how one serves the other; empty takes the words away. */
export const explainLink = (link: RecordId, explanation: string): PlanEdit =>
  planEdit("link-explained", [
    { id: link, type: insightLink.name, fields: { explanation: explanation.trim() || null } },
  ]);

export const unlinkInsights = (link: RecordId): PlanEdit => planEdit("insight-unlinked", [], [link]);

/** On which side of an insight another one may be linked: of its own side, on another level. */
export function linkable(
  board: Board,
  insights: readonly InsightRecord[],
  insight: InsightRecord,
  way: "why" | "meaning" | "conflict",
): readonly InsightRecord[] {
  const place = (level: RecordId): number => board.levels.findIndex(({ id }) => id === level);
  const here = place(insight.fields.level);
  const linked = new Set(
    [
      ...board.whyOf(insight.id),
      ...board.meaningOf(insight.id),
      ...board.conflictsOf(insight.id).map((conflict) => conflict.insight),
    ].map(({ id }) => id),
  );
  return insights.filter(({ id, fields }) => {
    if (id === insight.id || linked.has(id) || fields.side !== insight.fields.side) return false;
    const there = place(fields.level);
    return way === "conflict" || (way === "why" ? there < here : there > here);
  });
}
