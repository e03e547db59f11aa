import type { KeyboardEvent } from "react";

const FIELDS = "textarea, input.ss-input";

/**
 * Enter hands a text over and goes on to the next field; Shift+Enter stays for a new line.
 *
 * @returns false where the key is not for going on
 */
export function goOn(event: KeyboardEvent<HTMLElement>): boolean {
  const target = event.target as HTMLElement;
  const isWriting = target.localName === "textarea" && event.currentTarget.contains(target);
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || !isWriting) return false;
  if (event.nativeEvent.isComposing) return true;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)];
  const next = fields[fields.indexOf(target) + 1];
  if (next) next.focus();
  else target.blur();
  return true;
}

/** Escape, meant for the builder and not for a list or dialog that is open above it. */
export function isLeaving(event: KeyboardEvent<HTMLElement>): boolean {
  const target = event.target as HTMLElement;
  return (
    event.key === "Escape" &&
    !event.defaultPrevented &&
    !event.nativeEvent.isComposing &&
    event.currentTarget.contains(target) &&
    target.getAttribute("aria-expanded") !== "true"
  );
}
