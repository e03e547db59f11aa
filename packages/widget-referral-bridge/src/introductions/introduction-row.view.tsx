import type { RecordId } from "@sweetspot/contract";
import { Chip, Face, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { type KeyboardEvent, memo, type ReactNode } from "react";
import { useText } from "../view/use-text.ts";
import { type Introduction, needsOf } from "./introduction.model.ts";
import { nextValues, sayEnd } from "./next-words.model.ts";
import { WayLine } from "./way-line.view.tsx";

interface Props {
  readonly introduction: Introduction;
  readonly starter: string;
  readonly onOpen: (id: RecordId) => void;
}

/** One introduction: to whom, over whom, and what has to be done by when. */
export const IntroductionRow = memo(function IntroductionRow(props: Props): ReactNode {
  const { introduction, starter, onOpen } = props;
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const { id, fields, next, due, overdue } = introduction;
  const names = (fields.wayNames ?? []).slice(0, -1);
  return (
    <li>
      <button type="button" className="rb-introduction" onClick={() => onOpen(id)} onKeyDown={walk}>
        <span className="rb-intro-who">
          <Face name={fields.targetName} side="customer" size="large" />
          <span className="rb-intro-names">
            <bdi className="rb-intro-name">{fields.targetName}</bdi>
            {fields.occasion === undefined ? null : <bdi className="ss-meta">{fields.occasion}</bdi>}
          </span>
        </span>
        {names.length > 0 ? <WayLine names={names} /> : null}
        <span className="rb-intro-next" data-wide={names.length === 0 || undefined}>
          {next === undefined ? sayEnd(fields, labels) : t(`next.${next}`, nextValues(fields))}
          {starter === "" || next === undefined ? null : <span className="ss-meta"> · {starter}</span>}
        </span>
        <span className="rb-intro-marks">
          {due === undefined ? null : (
            <Chip tone={overdue ? "warn" : "plain"} icon="clock">
              {t(overdue ? "introduction.overdue" : "introduction.due", { date: format.date(due) })}
            </Chip>
          )}
          {needsOf(fields).length > 0 ? (
            <Chip tone="bad" icon="alert">
              {t("introduction.unproven")}
            </Chip>
          ) : null}
        </span>
      </button>
    </li>
  );
});

/** The arrow keys go from row to row, over groups too. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const board = event.currentTarget.closest(".rb-intro-board");
  if (by === 0 || !board) return;
  const rows = [...board.querySelectorAll<HTMLElement>(".rb-introduction")];
  const next = rows[rows.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
