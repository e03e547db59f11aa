import { useVirtualRows } from "@sweetspot/widget-kit";
import type { RecordId } from "@sweetspot/contract";
import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { PersonRow } from "./person-row.view.tsx";
import type { Centre } from "./use-centre.ts";
import { usePersonText } from "./use-person-text.ts";
import { useText } from "./use-text.ts";

const ROW = 54;

/** Everybody, five hundred too: arrow keys move, Enter opens; only what is in sight is drawn. */
export const PeopleList = memo(function PeopleList({ centre }: { readonly centre: Centre }): ReactNode {
  const { shown, memberName, open } = centre;
  const t = useText();
  const text = usePersonText();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const wanted = useRef<number | undefined>(undefined);
  const { rows, totalSize, scrollToRow, measure } = useVirtualRows({
    count: shown.length,
    scroller,
    rowHeight: ROW,
    keyOf: (index) => shown[index]?.person.id ?? String(index),
  });
  const last = shown.length - 1;
  const current = Math.min(place, Math.max(last, 0));
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${String(wanted.current)}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus();
  });
  const onKey = useCallback(
    (event: KeyboardEvent, at: number): void => {
      const next = nextPlace(event.key, at, last);
      if (next === undefined) return;
      event.preventDefault();
      wanted.current = next;
      setPlace(next);
      scrollToRow(next);
    },
    [last, scrollToRow],
  );
  const onOpen = useCallback(
    (person: RecordId): void => {
      setPlace(shown.findIndex((one) => one.person.id === person));
      open({ person });
    },
    [shown, open],
  );
  if (shown.length === 0) return <p className="bc-nothing">{t("filter.nothing")}</p>;
  return (
    <>
      <div className="bc-head" aria-hidden="true">
        <span>{t("column.person")}</span>
        <span>{t("column.role")}</span>
        <span>{text.aspect("relationship")}</span>
        <span>{text.aspect("influence")}</span>
        <span className="bc-figures">{t("column.power-interest")}</span>
        <span>{t("column.lead")}</span>
      </div>
      <div ref={scroller} className="bc-scroller">
        <ul className="bc-list" style={{ height: totalSize }} aria-label={t("list.label")}>
          {rows.map(({ index, key, start }) => {
            const one = shown[index];
            return one === undefined ? null : (
              <PersonRow
                key={key}
                person={one.person}
                faded={one.faded}
                lead={memberName(one.person.fields.lead)}
                place={index}
                count={shown.length}
                current={index === current}
                start={start}
                measure={measure}
                onOpen={onOpen}
                onKey={onKey}
              />
            );
          })}
        </ul>
      </div>
    </>
  );
});

function nextPlace(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, last);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "PageDown":
      return Math.min(at + 8, last);
    case "PageUp":
      return Math.max(at - 8, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
