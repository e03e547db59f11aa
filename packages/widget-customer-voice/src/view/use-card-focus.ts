import type { RecordId } from "@sweetspot/contract";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Where the keyboard goes when a note's dialog closes: to the note's card, which may have gone to another list meanwhile, as
 * a new element.
 */
export function useCardFocus(
  cards: HTMLElement | null,
  note: RecordId | undefined,
): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  // After every drawing while the dialog is open: nothing tells a component that a card has gone elsewhere.
  useEffect(() => {
    if (note === undefined) return;
    card.current = cards?.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`) ?? null;
  });
  return card;
}
