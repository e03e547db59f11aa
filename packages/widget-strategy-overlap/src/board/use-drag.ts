import { toRecordId } from "@sweetspot/contract";
import {
  type DragEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import type { BoardReading, InsightRecord } from "../workspace/board-reading.model.ts";
import { type Drop, type DropTarget, toDrop } from "./drop.model.ts";

/** Pixels the pointer moves before a press becomes a drag. */
const SLOP = 6;

/** Milliseconds a finger rests on a card before it takes the card up; before that it scrolls. */
const REST = 400;

interface Grip {
  readonly insight: InsightRecord;
  readonly x: number;
  readonly y: number;
}

export interface Dragging {
  /** What is being dragged, once it is. */
  readonly insight: InsightRecord | undefined;
  readonly ghost: RefObject<HTMLDivElement | null>;
  readonly on: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
    readonly onDragStart: (event: DragEvent<HTMLElement>) => void;
    readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  };
  readonly cancel: () => void;
}

/**
 * Drags cards by pointer events: HTML's own drag and drop is not to be had in every host. The ghost and the mark on what
 * lies under it are set on the elements themselves, so that a move of the pointer draws nothing of React's. A finger
 * scrolls, unless it rested on a card first.
 */
export function useDrag(
  holder: RefObject<HTMLElement | null>,
  reading: BoardReading,
  enabled: boolean,
  onDrop: (insight: InsightRecord, drop: Drop) => void,
): Dragging {
  const [insight, setInsight] = useState<InsightRecord | undefined>(undefined);
  const grip = useRef<Grip | undefined>(undefined);
  const marked = useRef<Element | undefined>(undefined);
  const drop = useRef<Drop | undefined>(undefined);
  const ghost = useRef<HTMLDivElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // React listens to touches passively, but only the first move that is refused keeps a page from scrolling.
  const taken = insight !== undefined;
  useEffect(() => {
    const board = holder.current;
    if (!taken || !board) return undefined;
    const stay = (event: Event): void => event.preventDefault();
    board.addEventListener("touchmove", stay, { passive: false });
    return () => board.removeEventListener("touchmove", stay);
  }, [holder, taken]);
  useEffect(() => () => clearTimeout(rest.current), []);
  const mark = (element: Element | undefined, next: Drop | undefined): void => {
    if (marked.current !== element) marked.current?.removeAttribute("data-over");
    marked.current = element;
    drop.current = next;
    if (element && next) element.setAttribute("data-over", next.kind);
  };
  const cancel = (): void => {
    clearTimeout(rest.current);
    mark(undefined, undefined);
    grip.current = undefined;
    setInsight(undefined);
  };
  // The browser's own dragging of a selected text would take the pointer away.
  const onDragStart = (event: DragEvent<HTMLElement>): void => event.preventDefault();
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (!enabled || event.button !== 0 || !event.isPrimary) return;
    const target = event.target as Element;
    const card = target.closest("[data-card]");
    const id = card?.getAttribute("data-card");
    if (id === null || id === undefined || target.closest("textarea")) return;
    const held = reading.insight(toRecordId(id));
    if (!held) return;
    grip.current = { insight: held, x: event.clientX, y: event.clientY };
    if (event.pointerType !== "touch") return;
    clearTimeout(rest.current);
    rest.current = setTimeout(() => setInsight(held), REST);
  };
  // A finger that rests would call the browser's own menu.
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    if (insight) event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const held = grip.current;
    if (!held) return;
    const { clientX: x, clientY: y, currentTarget: board } = event;
    if (!insight) {
      if (Math.hypot(x - held.x, y - held.y) < SLOP) return;
      if (event.pointerType === "touch") {
        cancel();
        return;
      }
      board.setPointerCapture(event.pointerId);
      setInsight(held.insight);
    }
    if (ghost.current) ghost.current.style.transform = `translate(${String(x + 10)}px, ${String(y + 6)}px)`;
    const root = board.getRootNode() as ShadowRoot | Document;
    const under = root.elementFromPoint(x, y);
    const place = under?.closest("[data-card], [data-spot], [data-half]") ?? undefined;
    const next = place && toDrop(reading, held.insight, toTarget(place));
    mark(next ? place : undefined, next);
  };
  const onPointerUp = (): void => {
    const held = grip.current;
    const next = drop.current;
    cancel();
    if (held && insight && next) onDrop(held.insight, next);
  };
  return {
    insight,
    ghost,
    on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel, onDragStart, onContextMenu },
    cancel,
  };
}

function toTarget(place: Element): DropTarget {
  const [card, spot, half] = ["data-card", "data-spot", "data-half"].map((name) => place.getAttribute(name));
  if (card) return { card: toRecordId(card) };
  if (spot) return { spot: toRecordId(spot) };
  const [level = "", side] = (half ?? "").split(" ");
  return { half: { level: toRecordId(level), side: side === "provider" ? "provider" : "customer" } };
}
