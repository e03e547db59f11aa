import { type MenuEntry, toXlsx, useFormat, useSaveFile, useToast } from "@sweetspot/widget-kit";
import { rankNext } from "@sweetspot/white-space-plan";
import { usePotential } from "../ranking/use-potential.ts";
import { toSlide } from "../slide/to-slide.ts";
import { toSlideGrid } from "../slide/slide-grid.model.ts";
import type { CellText } from "./use-cell-text.ts";
import type { Csv } from "./use-csv.ts";
import type { Exports } from "./use-exports.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** The grid as a workbook and as a slide, where a file may be handed over. */
export function useOffice(
  workspace: Workspace,
  text: CellText,
  from: { readonly csv: Csv; readonly exports: Exports },
): readonly MenuEntry[] {
  const t = useText();
  const format = useFormat();
  const toast = useToast();
  const save = useSaveFile();
  const potentialOf = usePotential(workspace);
  if (save === undefined) return [];
  const title = t("widget.title");
  const told = (write: Promise<Blob>, extension: string): void => {
    write.then(
      (content) => save({ title, extension, content }),
      () => toast({ tone: "bad", text: t("office.failed") }),
    );
  };
  const workbook = (): Promise<Blob> =>
    toXlsx([
      { ...from.exports.table(), title: t("office.grid") },
      { ...from.csv.table(), title: t("office.cells") },
      {
        title: t("lists.next"),
        columns: [
          { id: "area", label: t("csv.column.area") },
          { id: "offering", label: t("csv.column.offering") },
          { id: "evidence", label: t("office.evidence"), align: "end" },
          { id: "potential", label: t("office.potential"), align: "end" },
          { id: "currency", label: t("office.currency") },
          { id: "ease", label: t("office.ease"), align: "end" },
          { id: "worth", label: t("office.worth"), align: "end" },
        ],
        rows: rankNext(workspace.model, potentialOf).map(({ cell, suggestion, counted, ease, worth }) => ({
          id: cell.key,
          cells: [
            text.path(cell.area),
            text.path(cell.offering),
            suggestion.evidence,
            counted?.amount ?? null,
            counted?.currency ?? null,
            ease,
            counted === undefined ? null : Math.round(worth),
          ],
        })),
      },
      ...(workspace.comparison.changes.length === 0
        ? []
        : [
            {
              title: t("office.changes"),
              columns: [
                { id: "area", label: t("csv.column.area") },
                { id: "offering", label: t("csv.column.offering") },
                { id: "kind", label: t("office.change") },
                { id: "before", label: t("time.from") },
                { id: "after", label: t("time.to") },
              ],
              rows: workspace.comparison.changes.map(({ cell, kind, before, after }) => ({
                id: cell.key,
                cells: [
                  text.path(cell.area),
                  text.path(cell.offering),
                  t(`time.kind.${kind}`),
                  t(`level.${before}`),
                  t(`level.${after}`),
                ],
              })),
            },
          ]),
    ]);
  const slide = (): Promise<Blob> =>
    toSlide(
      toSlideGrid(workspace, {
        text,
        potentialOf,
        title: t("grid.label", { perspective: workspace.model.perspective?.fields.name ?? "" }),
        day: format.date(workspace.comparison.days?.to ?? workspace.eyes.today),
        words: {
          area: workspace.model.perspective?.fields.name ?? t("structure.areas"),
          covered: t("grid.covered"),
          coveredOf: (covered, possible) => t("grid.of", { covered, possible }),
          next: t("lists.next"),
          more: (areas, offerings) => t("office.more", { areas, offerings }),
        },
      }),
    );
  return [
    { id: "xlsx", icon: "table", label: t("office.xlsx"), onSelect: () => told(workbook(), "xlsx") },
    { id: "pptx", icon: "picture", label: t("office.pptx"), onSelect: () => told(slide(), "pptx") },
  ];
}
