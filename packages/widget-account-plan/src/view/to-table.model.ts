import type { TableData } from "@sweetspot/widget-kit";
import type { PlanDocument } from "../document/plan-document.model.ts";
import type { Block, PlanPage } from "../document/plan-page.ts";
import type { Text } from "../document/words.ts";

const COLUMNS = ["page", "section", "text", "note"] as const;

/** The pages line by line, for a spreadsheet: page, section and what stands there. */
export function toTable(plan: PlanDocument, pages: readonly PlanPage[], t: Text): TableData {
  return {
    title: plan.title,
    columns: COLUMNS.map((id) => ({ id, label: t(`table.${id}`) })),
    rows: pages.flatMap((page) =>
      page.blocks.flatMap((block, place) =>
        linesOf(block).map((cells, line) => ({
          id: `${page.kind}-${place}-${line}`,
          cells: [page.title, ...cells],
        })),
      ),
    ),
  };
}

function linesOf(block: Block): string[][] {
  switch (block.kind) {
    case "text":
      return [[block.title ?? "", block.text, ""]];
    case "facts":
      return block.facts.map(({ label, text }) => [label, text, ""]);
    case "list":
      return block.items.map(({ text, note }) => [block.title, text, note ?? ""]);
    case "table":
      return block.rows.map((row) => [block.title ?? "", row[0] ?? "", row.slice(1).join(" · ")]);
  }
}
