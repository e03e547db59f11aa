import { INSIGHT_KINDS, insight as insightEntity, type PlanLabels } from "@sweetspot/plan-model";
import { type Side, sideOf } from "@sweetspot/strategy-overlap";
import type { Format, TableData } from "@sweetspot/widget-kit";
import type { BoardReading, InsightRecord } from "../workspace/board-reading.model.ts";
import type { Text } from "../workspace/use-text.ts";

interface Words {
  readonly t: Text;
  readonly labels: PlanLabels;
  readonly format: Format;
  readonly personOf: (insight: InsightRecord) => string | undefined;
}

/** The board as lines: one insight each, with what it meets. What the picture says, said again. */
export function toBoardTable(reading: BoardReading, words: Words): TableData {
  const { board } = reading;
  const { t, labels, format, personOf } = words;
  const label = (name: string): string => labels.field(insightEntity, name).label;
  const choice = (name: string, value: string | undefined): string =>
    value === undefined ? "" : labels.choice(insightEntity, name, value);
  const otherOf = (side: Side): Side => (side === "customer" ? "provider" : "customer");
  const rows = board.levels.flatMap((level) =>
    (["customer", "provider"] as const).flatMap((side) =>
      INSIGHT_KINDS.flatMap((kind) => board.insightsIn({ level: level.id, side, kind })).map(({ id }) => {
        const insight = reading.insight(id);
        if (!insight) return { id, cells: [] };
        const { fields } = insight;
        const met = board
          .spotsOf(id)
          .flatMap((spot) => sideOf(spot, otherOf(side)))
          .map((other) => reading.insight(other)?.fields.statement ?? "");
        const conflicts = board.conflictsOf(id).map(({ insight: other }) => other.fields.statement);
        return {
          id,
          cells: [
            level.fields.name,
            t(`side.${side}`),
            choice("kind", fields.kind),
            fields.statement,
            t(`reading.${board.readingOf(id) ?? "matched"}`),
            [...new Set(met)].join(" · "),
            conflicts.join(" · "),
            personOf(insight) ?? "",
            choice("state", fields.state),
            choice("confidence", fields.confidence),
            [choice("sourceKind", fields.sourceKind), fields.toldBy].filter(Boolean).join(", "),
            fields.sourceDate === undefined ? "" : format.date(fields.sourceDate),
          ],
        };
      }),
    ),
  );
  return {
    title: t("table.title"),
    columns: [
      { id: "level", label: label("level") },
      { id: "side", label: label("side") },
      { id: "kind", label: label("kind") },
      { id: "statement", label: label("statement") },
      { id: "reading", label: t("table.reading") },
      { id: "meets", label: t("table.meets") },
      { id: "conflicts", label: t("panel.conflict") },
      { id: "person", label: t("table.person") },
      { id: "state", label: label("state") },
      { id: "confidence", label: label("confidence") },
      { id: "source", label: t("panel.source") },
      { id: "date", label: label("sourceDate") },
    ],
    rows,
  };
}
