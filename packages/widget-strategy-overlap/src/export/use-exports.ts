import { type TableData, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import type { RefObject } from "react";
import { toLevelRows } from "../board/level-rows.model.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import { useLatest } from "../workspace/use-latest.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { drawBoard, type Picture } from "./board-picture.ts";
import { toBoardTable } from "./board-table.model.ts";

const SVG = "http://www.w3.org/2000/svg";

export interface Exports {
  readonly table: () => TableData;
  /** The whole board as a picture, drawn into `holder` for as long as it is copied. */
  readonly picture: () => SVGSVGElement | null;
}

/** The ways the board leaves the page: all of it, whatever is looked for. */
export function useExports(
  { reading }: Workspace,
  customer: string,
  personOf: (insight: InsightRecord) => string | undefined,
  holder: RefObject<HTMLDivElement | null>,
): Exports {
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const table = useLatest(() => toBoardTable(reading, { t, labels, format, personOf }));
  const picture = useLatest(() => {
    const place = holder.current;
    if (!place) return null;
    const rows = toLevelRows(reading, { proposals: [], kept: new Set(), limitOf: () => Infinity, personOf });
    const svg = toElement(
      drawBoard(rows, {
        title: t("widget.title"),
        customer: customer || t("side.customer"),
        provider: t("head.provider"),
        verdict: (verdict) => t(`card.${verdict}`),
        question: t("gap.title"),
      }),
    );
    place.replaceChildren(svg);
    // The kit copies it at once.
    setTimeout(() => place.replaceChildren(), 0);
    return svg;
  });
  return { table, picture };
}

/** Drawn by hand: a page's policy refuses SVG given as text. */
function toElement(picture: Picture): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(picture.width));
  svg.setAttribute("height", String(picture.height));
  svg.setAttribute("viewBox", `0 0 ${String(picture.width)} ${String(picture.height)}`);
  for (const { tag, attributes, text } of picture.shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    if (text !== undefined) shape.textContent = text;
    svg.append(shape);
  }
  return svg;
}
