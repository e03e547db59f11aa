import { Button, Chip, useFormat } from "@sweetspot/widget-kit";
import { askFirst, type CellModel, type GridModel, toProtect, whereNext } from "@sweetspot/white-space-plan";
import { memo, type ReactNode, useMemo, useState } from "react";
import type { CellText } from "./use-cell-text.ts";
import { useText } from "./use-text.ts";

/** Entries shown before "show all". */
const FIRST = 6;

export interface ListsProps {
  readonly model: GridModel;
  readonly text: CellText;
  readonly onOpen: (cell: CellModel) => void;
}

/** The grid in three short lists: where to go next, what to ask first, what to protect. */
export const Lists = memo(function Lists({ model, text, onOpen }: ListsProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const next = useMemo(() => whereNext(model), [model]);
  const ask = useMemo(() => askFirst(model), [model]);
  const protect = useMemo(() => toProtect(model), [model]);
  const nameOf = (cell: CellModel): ReactNode => (
    <button type="button" className="ws-entry" onClick={() => onOpen(cell)}>
      <strong>{text.name(cell.area)}</strong> {text.name(cell.offering)}
    </button>
  );
  return (
    <div className="ws-lists">
      <List title={t("lists.next")} hint={t("lists.next-hint")} count={next.length}>
        {(limit) =>
          next.slice(0, limit).map(({ cell, suggestion, potential }) => (
            <li key={cell.key}>
              <span className="ws-mark">{text.mark(suggestion)}</span>
              {nameOf(cell)}
              <span className="ws-entry-end">
                {cell.suggestionState === "planned" ? <Chip icon="task">{t("lists.planned")}</Chip> : null}
                {potential ? format.compactMoney(potential) : ""}
              </span>
            </li>
          ))
        }
      </List>
      <List title={t("lists.ask")} hint={t("lists.ask-hint")} count={ask.length}>
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
      </List>
      <List title={t("lists.protect")} hint={t("lists.protect-hint")} count={protect.length}>
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
      </List>
    </div>
  );
});

interface ListProps {
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  readonly children: (limit: number) => ReactNode;
}

function List({ title, hint, count, children }: ListProps): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  return (
    <section className="ws-list">
      <h3>
        {title} <span className="ss-meta">{hint}</span>
      </h3>
      <ol>{children(all ? count : FIRST)}</ol>
      {count > FIRST ? (
        <Button size="small" tone="quiet" onClick={() => setAll(!all)}>
          {all ? t("lists.fewer") : t("lists.all", { count })}
        </Button>
      ) : null}
    </section>
  );
}
