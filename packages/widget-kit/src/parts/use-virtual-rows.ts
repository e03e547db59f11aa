import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

export interface VirtualRowsOptions {
  readonly count: number;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height of a row in pixels; rows may measure themselves with `measure`. */
  readonly rowHeight: number | ((index: number) => number);
  /** Rows drawn beyond the visible ones. */
  readonly overscan?: number;
  readonly keyOf?: (index: number) => string;
}

export interface VirtualRow {
  readonly index: number;
  readonly key: string;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly size: number;
}

export interface VirtualRows {
  readonly rows: readonly VirtualRow[];
  readonly totalSize: number;
  readonly scrollToRow: (index: number) => void;
  /** `ref` of a row that measures itself; the row needs `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
}

/** Draws only the rows in sight of a long list. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { count, scroller, rowHeight, overscan = 6, keyOf } = options;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes our components
  const virtualizer = useVirtualizer({
    count,
    overscan,
    getScrollElement: () => scroller.current,
    estimateSize: typeof rowHeight === "number" ? () => rowHeight : rowHeight,
    ...(keyOf === undefined ? {} : { getItemKey: keyOf }),
  });
  return {
    rows: virtualizer
      .getVirtualItems()
      .map(({ index, key, start, size }) => ({ index, key: String(key), start, size })),
    totalSize: virtualizer.getTotalSize(),
    scrollToRow: (index) => virtualizer.scrollToIndex(index),
    measure: virtualizer.measureElement,
  };
}
