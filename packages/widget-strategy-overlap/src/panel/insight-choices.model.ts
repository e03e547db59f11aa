import type { RecordId } from "@sweetspot/contract";
import type { Board } from "@sweetspot/strategy-overlap";
import type { Choice } from "@sweetspot/widget-kit";
import { clip } from "../board/card.view.tsx";
import type { InsightRecord } from "../workspace/board-reading.model.ts";

/** Insights to choose from, those of one level first, then from the top of the board; the level stands beneath. */
export function toInsightChoices(
  board: Board,
  insights: readonly InsightRecord[],
  first: RecordId,
): readonly Choice<RecordId>[] {
  const rank = new Map(board.levels.map(({ id }, place) => [id, id === first ? -1 : place]));
  return insights
    .toSorted((one, other) => (rank.get(one.fields.level) ?? 99) - (rank.get(other.fields.level) ?? 99))
    .map(({ id, fields }) => ({
      value: id,
      label: clip(fields.statement, 120),
      hint: board.level(fields.level)?.fields.name ?? "",
    }));
}
