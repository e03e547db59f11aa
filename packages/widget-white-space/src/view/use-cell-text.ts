import { type Format, useFormat } from "@sweetspot/widget-kit";
import type { AxisNode, CellModel, Holder, Holding } from "@sweetspot/white-space-plan";
import { POSSESSIONS } from "@sweetspot/plan-model";
import { useMemo } from "react";
import type { CellFace } from "../model/cell-face.model.ts";
import { type CellChange, isUp } from "../time/compare.model.ts";
import { type Text, useText } from "./use-text.ts";

/** Words for cells and nodes, made once per language. */
export interface CellText {
  /** "Germany", or "Germany itself" for what a parent holds beside its children. */
  name(node: AxisNode): string;
  path(node: AxisNode): string;
  /** The word in the cell: "Strong", "n/p". */
  word(level: CellFace["level"]): string;
  /** "+9", "↑4" */
  mark(suggestion: NonNullable<CellFace["suggestion"]>): string;
  /** "◇7" */
  similar(similar: NonNullable<CellFace["similar"]>): string;
  /** "■ Ours": a shape and a word. */
  holder(holder: Holder): string;
  /** "■5 ▲2 □7" */
  holders(counts: Holding["counts"]): string;
  /** "Ours 5, competitor 2, open 7", for assistive tech. */
  held(held: Holding): string;
  /** A pencil. */
  readonly byHand: string;
  /** The whole cell in one sentence, for assistive tech. */
  label(cell: CellModel, similar?: CellFace["similar"]): string;
  why(cell: CellModel): string;
  /** "▲ Weak": which way it went, and from where. */
  turned(change: CellChange): string;
  /** "was Weak before", for assistive tech. */
  was(change: CellChange): string;
}

/** Told apart without colours, too. */
const SHAPES: Readonly<Record<Holder, string>> = { ours: "■", competitor: "▲", partner: "◆", open: "□" };

export function useCellText(): CellText {
  const t = useText();
  const format = useFormat();
  return useMemo(() => createCellText(t, format), [t, format]);
}

function createCellText(t: Text, format: Format): CellText {
  const name = (node: AxisNode): string => (node.own ? t("grid.own", { name: node.name }) : node.name);
  const why = (cell: CellModel): string => {
    if (cell.source === "hand") return t("cell.by-hand");
    if (cell.source === "roll-up")
      return t("cell.roll-up", { covered: cell.covered, possible: cell.possible });
    return t(`because.${cell.derived?.because ?? "no-win"}`, {
      count: cell.derived?.records.filter((record) => record.counts === "recent").length ?? 0,
    });
  };
  /** Who speaks to the computer says the word they see: it must be part of the name. */
  const abbreviation = (level: CellFace["level"]): string => {
    const short = t(`level.short.${level}`);
    return t(`level.${level}`).toLowerCase().includes(short.toLowerCase()) ? "" : short;
  };
  return {
    name,
    path: (node) => [...node.path.slice(0, -1), name(node)].join(" › "),
    word: (level) => t(`level.short.${level}`),
    mark: ({ kind, evidence }) => `${kind === "new" ? "+" : "↑"}${format.number(evidence)}`,
    why,
    turned: ({ kind, before }) => `${isUp(kind) ? "▲" : "▼"} ${t(`level.short.${before}`)}`,
    was: ({ before }) => t("time.was", { level: t(`level.${before}`) }),
    holder: (holder) => `${SHAPES[holder]} ${t(`possession.short.${holder}`)}`,
    holders: (counts) =>
      POSSESSIONS.filter((holder) => counts[holder] > 0)
        .map((holder) => `${SHAPES[holder]}${format.number(counts[holder])}`)
        .join(" "),
    held: ({ holder, counts, name: competitor }) => {
      if (holder === undefined) return "";
      const short = t(`possession.short.${holder}`);
      const long = t(`possession.${holder}`);
      const shown = POSSESSIONS.filter((one) => counts[one] > 0);
      const several = shown.reduce((sum, one) => sum + counts[one], 0) > 1;
      const words = several
        ? shown.map((one) => `${t(`possession.${one}`)} ${format.number(counts[one])}`)
        : [long, ...(competitor === undefined ? [] : [competitor])];
      return [...words, long.toLowerCase().includes(short.toLowerCase()) ? "" : short]
        .filter(Boolean)
        .join(", ");
    },
    byHand: "✎",
    similar: ({ buyers }) => `◇${format.number(buyers)}`,
    label: (cell, similar) =>
      [
        name(cell.area),
        name(cell.offering),
        t(`level.${cell.level}`),
        why(cell),
        cell.suggestion && cell.suggestionState !== "declined"
          ? t(`cell.suggested.${cell.suggestion.kind}`, { evidence: format.number(cell.suggestion.evidence) })
          : "",
        similar ? t("cell.similar", { buyers: similar.buyers, of: similar.of }) : "",
        cell.suggestionState === "planned" ? t("cell.planned") : "",
        cell.openDeals > 0 ? t("cell.open-deals", { count: cell.openDeals }) : "",
        abbreviation(cell.level),
      ]
        .filter(Boolean)
        .join(", "),
  };
}
