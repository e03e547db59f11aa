import { type Board, sideOf } from "@sweetspot/strategy-overlap";
import { INSIGHT_KINDS } from "@sweetspot/plan-model";
import { type Block, type PlanPage, tableBlock } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import type { Words } from "./words.ts";

/** Step 2: level by level what the customer wants, what of ours meets it, and what is still open. */
export function strategyPage(source: PlanSource, words: Words): PlanPage | undefined {
  const { t } = words;
  const blocks = source.board.levels.flatMap((level): Block[] =>
    tableBlock(
      [t("column.customer"), t("column.ours")],
      [...metRows(source.board, level.id), ...openRows(source, level.id, words)],
      level.fields.name,
    ),
  );
  return blocks.length === 0 ? undefined : { kind: "strategy", title: t("page.strategy"), blocks };
}

const metRows = (board: Board, level: string): string[][] =>
  board.spots
    .filter(({ fields }) => fields.level === level)
    .map((spot) => [statements(board, sideOf(spot, "customer")), statements(board, sideOf(spot, "provider"))])
    .filter((cells) => cells.some((text) => text !== ""));

const statements = (board: Board, ids: ReturnType<typeof sideOf>): string =>
  ids.flatMap((id) => board.insight(id)?.fields.statement ?? []).join("\n");

/** The customer's needs that nothing of ours meets, and what nobody knows yet. Ours that meet nothing are not relevant to him. */
function openRows({ board }: PlanSource, level: Parameters<Board["spotsOn"]>[0], { t }: Words): string[][] {
  return INSIGHT_KINDS.flatMap((kind) => {
    const cell = { level, side: "customer", kind } as const;
    return [
      ...board
        .insightsIn(cell)
        .filter(({ id }) => board.readingOf(id) === "open-need")
        .map(({ fields }) => [fields.statement, t("strategy.open-need")]),
      ...board
        .gapsIn(cell)
        .filter(({ fields }) => !fields.answer)
        .map(({ fields }) => [t("strategy.gap", { question: fields.question }), ""]),
    ];
  });
}
