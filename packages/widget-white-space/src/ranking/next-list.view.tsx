import { Button, Chip, type Format, useFormat } from "@sweetspot/widget-kit";
import {
  type CellModel,
  type CountedPotential,
  type GridModel,
  type RankedEntry,
  rankNext,
} from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import { ShortList } from "../view/short-list.view.tsx";
import type { CellText } from "../view/use-cell-text.ts";
import { type Text, useText } from "../view/use-text.ts";

export interface NextListProps {
  readonly model: GridModel;
  readonly text: CellText;
  /** What a cell could bring in a year, entered or estimated, in the grid’s currency. */
  readonly potentialOf: (cell: CellModel) => CountedPotential | undefined;
  readonly onOpen: (cell: CellModel) => void;
}

/** Where to go next, by worth; the sum behind each place is shown on demand. */
export function NextList({ model, text, potentialOf, onOpen }: NextListProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const [told, setTold] = useState(false);
  const entries = useMemo(() => rankNext(model, potentialOf), [model, potentialOf]);
  return (
    <ShortList
      title={t("lists.next")}
      hint={t("lists.next-hint")}
      count={entries.length}
      note={
        <>
          <Button size="small" tone="quiet" icon="question" pressed={told} onClick={() => setTold(!told)}>
            {t("rank.how")}
          </Button>
          {told ? <p className="ws-formula">{t("rank.formula")}</p> : null}
        </>
      }
    >
      {(limit) =>
        entries.slice(0, limit).map((entry) => (
          <li key={entry.cell.key}>
            <span className="ws-mark">{text.mark(entry.suggestion)}</span>
            <button type="button" className="ws-entry" onClick={() => onOpen(entry.cell)}>
              <strong>{text.name(entry.cell.area)}</strong> {text.name(entry.cell.offering)}
            </button>
            <span className="ws-entry-end">
              {entry.cell.suggestionState === "planned" ? (
                <Chip icon="task">{t("lists.planned")}</Chip>
              ) : null}
              {worthOf(entry, format)}
            </span>
            {told ? <span className="ws-sum ss-meta">{sumOf(entry, t, format)}</span> : null}
          </li>
        ))
      }
    </ShortList>
  );
}

const moneyOf = ({ counted, guessed }: RankedEntry, amount: number, format: Format): string =>
  counted === undefined
    ? ""
    : `${guessed ? "≈ " : ""}${format.compactMoney({ amount: Math.round(amount), currency: counted.currency })}`;

const worthOf = (entry: RankedEntry, format: Format): string => moneyOf(entry, entry.worth, format);

function sumOf(entry: RankedEntry, t: Text, format: Format): string {
  const { counted, worth } = entry;
  const sum = t("rank.sum", {
    potential: moneyOf(entry, counted?.amount ?? 0, format) || t("rank.no-potential"),
    evidence: format.number(entry.suggestion.evidence),
    best: format.number(entry.bestEvidence),
    ease: entry.ease,
    worth: counted === undefined ? format.percent(worth) : worthOf(entry, format),
  });
  return [sum, ...entry.hindrances.map((hindrance) => t(`rank.hindrance.${hindrance}`))].join("; ");
}
