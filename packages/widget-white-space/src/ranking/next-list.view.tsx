import { Button, Chip, type Format, useFormat } from "@sweetspot/widget-kit";
import { type CellModel, type GridModel, type RankedEntry, rankNext } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import { ShortList } from "../view/short-list.view.tsx";
import type { CellText } from "../view/use-cell-text.ts";
import { type Text, useText } from "../view/use-text.ts";

export interface NextListProps {
  readonly model: GridModel;
  readonly text: CellText;
  readonly onOpen: (cell: CellModel) => void;
}

/** Where to go next, by worth; the sum behind each place is shown on demand. */
export function NextList({ model, text, onOpen }: NextListProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const [told, setTold] = useState(false);
  const entries = useMemo(() => rankNext(model), [model]);
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
              {potentialOf(entry, format)}
            </span>
            {told ? <span className="ws-sum ss-meta">{sumOf(entry, t, format)}</span> : null}
          </li>
        ))
      }
    </ShortList>
  );
}

const potentialOf = ({ counted, guessed }: RankedEntry, format: Format): string =>
  counted === undefined ? "" : `${guessed ? "≈ " : ""}${format.compactMoney(counted)}`;

function sumOf(entry: RankedEntry, t: Text, format: Format): string {
  const { counted, worth } = entry;
  const sum = t("rank.sum", {
    potential: potentialOf(entry, format) || t("rank.no-potential"),
    evidence: format.number(entry.suggestion.evidence),
    best: format.number(entry.bestEvidence),
    ease: entry.ease,
    worth:
      counted === undefined
        ? format.percent(worth)
        : format.compactMoney({ amount: Math.round(worth), currency: counted.currency }),
  });
  return [sum, ...entry.hindrances.map((hindrance) => t(`rank.hindrance.${hindrance}`))].join("; ");
}
