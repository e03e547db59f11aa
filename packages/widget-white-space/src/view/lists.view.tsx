import { Chip, useFormat } from "@sweetspot/widget-kit";
import { askFirst, type CellModel, type GridModel, toProtect } from "@sweetspot/white-space-plan";
import { memo, type ReactNode, useMemo } from "react";
import { NextList, type NextListProps } from "../ranking/next-list.view.tsx";
import { ShortList } from "./short-list.view.tsx";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";

export interface ListsProps {
  readonly model: GridModel;
  readonly text: CellText;
  readonly potentialOf: NextListProps["potentialOf"];
  readonly onOpen: (cell: CellModel) => void;
}

/** The grid in three short lists: where to go next, what to ask first, what to protect. */
export const Lists = memo(function Lists({ model, text, potentialOf, onOpen }: ListsProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const ask = useMemo(() => askFirst(model), [model]);
  const protect = useMemo(() => toProtect(model), [model]);
  const nameOf = (cell: CellModel): ReactNode => (
    <button type="button" className="ws-entry" onClick={() => onOpen(cell)}>
      <strong>{text.name(cell.area)}</strong> {text.name(cell.offering)}
    </button>
  );
  return (
    <div className="ws-lists">
      <NextList model={model} text={text} potentialOf={potentialOf} onOpen={onOpen} />
      <ShortList title={t("lists.ask")} hint={t("lists.ask-hint")} count={ask.length}>
        {(limit) =>
          ask.slice(0, limit).map((entry) => (
            <li key={entry.offering.id}>
              <span className="ws-query" aria-hidden="true">
                ?
              </span>
              <button
                type="button"
                className="ws-entry"
                onClick={() => {
                  const [first] = entry.areas;
                  if (first) onOpen(first);
                }}
              >
                <strong>{text.name(entry.offering)}</strong>
                {`, ${
                  entry.everywhere
                    ? t("lists.everywhere")
                    : t("lists.areas", {
                        names: entry.areas
                          .slice(0, 2)
                          .map((cell) => text.name(cell.area))
                          .join(", "),
                        more: Math.max(0, entry.areas.length - 2),
                      })
                }: ${entry.questions.map((question) => t(`question.short.${question}`)).join(" ")}`}
              </button>
              {entry.openDeal ? (
                <span className="ws-entry-end">
                  <span className="ws-ring" />
                  <span className="ss-hidden">{t("legend.open-deal")}</span>
                </span>
              ) : null}
            </li>
          ))
        }
      </ShortList>
      <ShortList title={t("lists.protect")} hint={t("lists.protect-hint")} count={protect.length}>
        {(limit) =>
          protect.slice(0, limit).map(({ cell, lastWon, fadesOn }) => (
            <li key={cell.key}>
              <span className="ws-bars" data-level="strong" aria-hidden="true" />
              {nameOf(cell)}
              <span className="ws-entry-end">
                {fadesOn === undefined ? (
                  <span className="ss-meta">
                    {lastWon === undefined
                      ? t("lists.no-win")
                      : t("lists.won", { when: format.relativeDays(lastWon) })}
                  </span>
                ) : (
                  <Chip tone="warn" icon="clock">
                    {t("protect.soon", { when: format.relativeDays(fadesOn) })}
                  </Chip>
                )}
              </span>
            </li>
          ))
        }
      </ShortList>
    </div>
  );
});
