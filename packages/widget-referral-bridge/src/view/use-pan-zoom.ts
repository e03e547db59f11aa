import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { fit, type Frame, keepInside, type Size, zoomAt } from "../model/frame.model.ts";

export interface PanZoom {
  readonly frame: Frame;
  readonly fitAll: () => void;
  readonly zoom: (by: number) => void;
  /** Moves the picture until a point of it can be seen. */
  readonly reveal: (x: number, y: number) => void;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
}

/** A hand that shakes while it clicks does not move the picture. */
const SHAKE = 5;

/** Moves and enlarges a picture: by wheel with Ctrl, by dragging, by two fingers, by buttons. It fits anew when it changes. */
export function usePanZoom(picture: Size, room: Size, svg: RefObject<SVGSVGElement | null>): PanZoom {
  const whole = useMemo(
    () => fit({ width: picture.width, height: picture.height }, { width: room.width, height: room.height }),
    [picture.width, picture.height, room.width, room.height],
  );
  const [moved, setMoved] = useState({ of: whole, frame: whole });
  const frame = moved.of === whole ? moved.frame : whole;
  const setFrame = useCallback(
    (change: (before: Frame) => Frame) =>
      setMoved((before) => ({ of: whole, frame: change(before.of === whole ? before.frame : whole) })),
    [whole],
  );

  const fingers = useRef(new Map<number, { readonly x: number; readonly y: number }>());
  const dragged = useRef(false);

  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const by = Math.exp(-event.deltaY / (event.deltaMode === 0 ? 240 : 8));
      setFrame((before) => zoomAt(before, event.clientX - left, event.clientY - top, by));
    };
    // React listens passively, and the page would be enlarged with it.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [svg, setFrame]);

  const onPointerDown = useCallback((event: PointerEvent) => {
    if (event.button !== 0) return;
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    dragged.current = false;
  }, []);
  const onPointerMove = useCallback(
    (event: PointerEvent) => {
      const last = fingers.current.get(event.pointerId);
      const element = svg.current;
      if (!last || !element) return;
      const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
      if (!dragged.current && Math.hypot(dx, dy) < SHAKE) return;
      if (!dragged.current) element.setPointerCapture(event.pointerId);
      dragged.current = true;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      if (!other) {
        setFrame((before) => ({ ...before, x: before.x + dx, y: before.y + dy }));
        return;
      }
      const { left, top } = element.getBoundingClientRect();
      const distance = (point: typeof now): number => Math.hypot(point.x - other.x, point.y - other.y);
      const by = distance(now) / Math.max(1, distance(last));
      const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
      setFrame((before) => zoomAt(before, middle.x, middle.y, by));
    },
    [svg, setFrame],
  );
  const onPointerUp = useCallback((event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
  }, []);

  const zoom = useCallback(
    (by: number) => setFrame((before) => zoomAt(before, room.width / 2, room.height / 2, by)),
    [setFrame, room.width, room.height],
  );
  const reveal = useCallback(
    (x: number, y: number) =>
      setFrame((before) => keepInside(before, x, y, { width: room.width, height: room.height })),
    [setFrame, room.width, room.height],
  );
  const fitAll = useCallback(() => setFrame(() => whole), [setFrame, whole]);
  return {
    frame,
    fitAll,
    zoom,
    reveal,
    pointer: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
