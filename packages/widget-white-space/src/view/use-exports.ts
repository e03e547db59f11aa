import { type TableData, useFormat } from "@sweetspot/widget-kit";
import type { CellModel } from "@sweetspot/white-space-plan";
import { type RefObject, useMemo } from "react";
import { drawPicture, LIGHT_COLOURS, type Picture } from "../white-space.picture.ts";
import { similarIn } from "../model/cell-face.model.ts";
import { type LensWords, toLensWords } from "./lens-words.ts";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const SVG = "http://www.w3.org/2000/svg";

export interface Exports {
  /** The grid as it stands on the screen: areas down, offerings across. */
  readonly table: () => TableData;
  /** The whole grid as a picture, drawn into `holder` for as long as it is copied. */
  readonly picture: () => SVGSVGElement | null;
}

/** The ways the grid leaves the page. */
export function useExports(
  workspace: Workspace,
  text: CellText,
  holder: RefObject<HTMLDivElement | null>,
): Exports {
  const { model, frame, state } = workspace;
  const { lens } = state;
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const lensOf = (areas: readonly string[], offerings: readonly string[]): LensWords | undefined =>
      toLensWords(workspace, { areas, offerings }, { text, t, format });
    const toMarks = (cell: CellModel): string => {
      const similar = similarIn(cell, workspace.similar);
      return [
        cell.suggestion && cell.suggestionState !== "declined" ? text.mark(cell.suggestion) : "",
        similar ? text.similar(similar) : "",
      ]
        .filter(Boolean)
        .join(" ");
    };
    return {
      table: () => ({
        title: lens === "level" ? t("widget.title") : `${t("widget.title")}: ${t(`lens.${lens}`)}`,
        columns: [
          { id: "area", label: model.perspective?.fields.name ?? t("structure.areas") },
          ...frame.visible.columns.map(({ node }) => ({ id: node.id, label: node.path.join(" › ") })),
          { id: "covered", label: t(lens === "level" ? "grid.covered" : "grid.all-offerings") },
        ],
        rows: frame.visible.rows.map(({ node }) => {
          const { covered, possible } = model.grid.coverage({ area: node.id });
          return {
            id: node.id,
            cells: [
              text.path(node),
              ...frame.visible.columns.map((column) => {
                const cell = model.cell(node.id, column.node.id);
                const seen = lensOf(node.leaves, column.node.leaves);
                if (seen && cell.level !== "not-possible")
                  return [seen.word, seen.under].filter(Boolean).join(" ");
                const marks = toMarks(cell);
                return `${t(`level.${cell.level}`)}${marks === "" ? "" : ` (${marks})`}`;
              }),
              lensOf(
                node.leaves,
                model.offerings.leaves.map((leaf) => leaf.id),
              )?.total ?? t("grid.of", { covered, possible }),
            ],
          };
        }),
      }),
      picture: () => {
        const place = holder.current;
        if (!place) return null;
        const svg = toElement(
          drawPicture(model, {
            title: [
              t("grid.label", { perspective: model.perspective?.fields.name ?? "" }),
              ...(lens === "level" ? [] : [t(`lens.${lens}`)]),
            ].join(" · "),
            ...(lens === "level" ? {} : { lens: (cell) => lensOf(cell.area.leaves, cell.offering.leaves) }),
            word: text.word,
            mark: (kind, evidence) => text.mark({ kind, evidence }),
            colours: LIGHT_COLOURS,
          }),
        );
        place.replaceChildren(svg);
        // The kit copies it at once.
        setTimeout(() => place.replaceChildren(), 0);
        return svg;
      },
    };
  }, [workspace, model, frame, lens, text, holder, t, format]);
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
