import type { RecordId } from "@sweetspot/contract";
import { useWidgetWidth } from "@sweetspot/widget-kit";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import type { LevelRows } from "../board/level-rows.model.ts";
import type { BoardReading } from "../workspace/board-reading.model.ts";

interface LinkLinesProps {
  readonly holder: RefObject<HTMLDivElement | null>;
  readonly reading: BoardReading;
  /** What is drawn now: other rows, other lines. */
  readonly shown: readonly LevelRows[];
}

/** More would be a web nobody reads; those of one insight are named in its panel. */
const MOST_LINES = 80;

/** "Why?" upwards, "what does that mean?" downwards: lines between levels, measured only while they are asked for. */
export function LinkLines({ holder, reading, shown }: LinkLinesProps): ReactNode {
  const width = useWidgetWidth();
  const serves = useRef<SVGPathElement>(null);
  const conflicts = useRef<SVGPathElement>(null);
  useLayoutEffect(() => {
    const board = holder.current;
    if (!board) return;
    const paths = drawLines(board, reading);
    serves.current?.setAttribute("d", paths.serves);
    conflicts.current?.setAttribute("d", paths.conflicts);
    // Cards stand elsewhere when other rows are shown, or in another width.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [holder, reading, shown, width]);
  return (
    <svg className="so-links" aria-hidden="true">
      <path ref={serves} data-kind="serves" />
      <path ref={conflicts} data-kind="conflicts" />
    </svg>
  );
}

function drawLines(
  board: HTMLElement,
  { links, insight }: BoardReading,
): Record<"serves" | "conflicts", string> {
  const origin = board.getBoundingClientRect();
  const boxOf = (id: RecordId): DOMRect | undefined =>
    board.querySelector(`[data-card="${CSS.escape(id)}"]:not([data-named])`)?.getBoundingClientRect();
  const paths = { serves: "", conflicts: "" };
  for (const { fields } of links.slice(0, MOST_LINES)) {
    const [lower, upper] = [boxOf(fields.lower), boxOf(fields.upper)];
    if (!lower || !upper) continue;
    const provider = insight(fields.lower)?.fields.side === "provider";
    const x = (box: DOMRect): number => (provider ? box.right : box.left) - origin.left;
    const y = (box: DOMRect): number => box.top + box.height / 2 - origin.top;
    const bow = provider ? Math.max(x(lower), x(upper)) + 12 : Math.min(x(lower), x(upper)) - 12;
    paths[fields.kind] +=
      `M${x(lower)} ${y(lower)}C${bow} ${y(lower)} ${bow} ${y(upper)} ${x(upper)} ${y(upper)}`;
  }
  return paths;
}
