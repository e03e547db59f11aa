import type { Step } from "./navigation.model.ts";

/** What a key does on a card. */
export type CardCommand =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "edit" | "remove" | "confirm" | "hold" | "new" | "escape" }
  | { readonly kind: "kind"; readonly place: 0 | 1 | 2 }
  | { readonly kind: "shift"; readonly by: 1 | -1 }
  | { readonly kind: "lift"; readonly by: 1 | -1 };

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

/**
 * Arrows move the focus; with Alt they move the card, in its cell by up and down, over levels by Page up and down. Enter
 * and Space stay the browser's: they press the card's button, which opens it.
 */
export function toCardCommand({ key, altKey, ctrlKey, metaKey }: Key): CardCommand | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) {
    if (key === "ArrowUp" || key === "ArrowDown") return { kind: "shift", by: key === "ArrowUp" ? -1 : 1 };
    if (key === "PageUp" || key === "PageDown") return { kind: "lift", by: key === "PageUp" ? -1 : 1 };
    return undefined;
  }
  const step = STEPS[key];
  if (step) return { kind: "step", step };
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case "F2":
    case "e":
      return { kind: "edit" };
    case "Delete":
    case "Backspace":
      return { kind: "remove" };
    case "c":
      return { kind: "confirm" };
    case "m":
      return { kind: "hold" };
    case "n":
      return { kind: "new" };
    case "Escape":
      return { kind: "escape" };
    case "1":
      return { kind: "kind", place: 0 };
    case "2":
      return { kind: "kind", place: 1 };
    case "3":
      return { kind: "kind", place: 2 };
    default:
      return undefined;
  }
}
