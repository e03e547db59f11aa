import { foldText, type RecordId } from "@sweetspot/contract";
import { Icon, useVirtualRows } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { usePage } from "../page/page-context.ts";

export interface LongListProps<T> {
  readonly items: readonly T[];
  /** What the items are, for screen readers. */
  readonly label: string;
  readonly renderRow: (item: T) => ReactNode;
  /** What a search looks at. */
  readonly words: (item: T) => string;
  readonly rowHeight: number;
  readonly searchLabel: string;
  /** Shown whole, brought into sight and focused. */
  readonly pointed?: RecordId | undefined;
  /** Stands above the open list, for example a filter. */
  readonly tools?: ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const AT_FIRST = 5;
/** So few are shown at once: a button for two more would only be in the way. */
const FEW = 7;

/** A few items, and all of them on request: searchable, and drawn only as far as they are in sight. */
export function LongList<T extends { readonly id: RecordId }>(props: LongListProps<T>): ReactNode {
  const { items, label, renderRow, isOpen, onOpenChange } = props;
  const { t, format } = usePage();
  const isFew = items.length <= FEW;
  if (!isOpen)
    return (
      <>
        <ul className="wb-list" aria-label={label}>
          {items.slice(0, isFew ? FEW : AT_FIRST).map((item) => (
            <li key={item.id}>{renderRow(item)}</li>
          ))}
        </ul>
        {isFew ? null : (
          <button
            type="button"
            className="ss-link wb-more"
            aria-expanded={false}
            onClick={() => onOpenChange(true)}
          >
            {t("list.all", { count: items.length, number: format.number(items.length) })}
          </button>
        )}
      </>
    );
  return (
    <>
      <WholeList {...props} />
      <button
        type="button"
        className="ss-link wb-more"
        aria-expanded={true}
        onClick={() => onOpenChange(false)}
      >
        {t("list.fewer")}
      </button>
    </>
  );
}

function WholeList<T extends { readonly id: RecordId }>(props: LongListProps<T>): ReactNode {
  const { items, label, renderRow, words, rowHeight, searchLabel, pointed, tools } = props;
  const { t } = usePage();
  const [search, setSearch] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = useMemo(() => {
    const wanted = foldText(search).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return items;
    return items.filter((item) => {
      const text = foldText(words(item));
      return wanted.every((word) => text.includes(word));
    });
  }, [items, search, words]);
  const { rows, totalSize, scrollToRow } = useVirtualRows({ count: found.length, scroller, rowHeight });
  const pointedIndex = pointed === undefined ? -1 : found.findIndex((item) => item.id === pointed);
  useEffect(() => {
    if (pointed === undefined) return;
    setSearch("");
    if (pointedIndex >= 0) scrollToRow(pointedIndex);
    scroller.current?.scrollIntoView({ block: "nearest" });
    scroller.current?.focus({ preventScroll: true });
    // Only a new pointing moves the list; searching afterwards must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pointed]);

  return (
    <div className="wb-whole-list">
      {tools}
      <label className="ss-search">
        <Icon name="search" size="small" />
        <span className="ss-hidden">{searchLabel}</span>
        <input
          type="text"
          inputMode="search"
          autoComplete="off"
          value={search}
          placeholder={searchLabel}
          aria-controls={id}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <output className="ss-hidden">{t("list.found", { count: found.length })}</output>
      {found.length === 0 ? <p className="ss-meta">{t("kit.nothing-found")}</p> : null}
      {/* What scrolls must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroller} id={id} className="wb-list-scroll" tabIndex={0} aria-label={label}>
        <ul className="wb-list wb-list-whole" style={{ height: totalSize }}>
          {rows.map(({ index, start }) => {
            const item = found[index];
            if (!item) return null;
            return (
              <li
                key={item.id}
                aria-setsize={found.length}
                aria-posinset={index + 1}
                className={item.id === pointed ? "wb-pointed" : undefined}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                {renderRow(item)}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
