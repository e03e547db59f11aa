/** Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo; with Cmd on a Mac. In text fields these keys belong to the field. */
export function toUndoKey(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return undefined;
  if (event.composedPath().some(isTextField)) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  if (key === "y" && !event.shiftKey) return "redo";
  return undefined;
}

/** Fields with an undo of their own; a checkbox is none. */
const isTextField = (node: EventTarget): boolean => {
  const { localName, type, isContentEditable } = node as Partial<HTMLInputElement>;
  if (localName === "textarea" || isContentEditable === true) return true;
  return localName === "input" && type !== "checkbox" && type !== "radio" && type !== "button";
};
