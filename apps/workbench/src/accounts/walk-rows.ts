import type { KeyboardEvent } from "react";

/** Arrow keys walk through the rows, besides Tab. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const table = event.currentTarget.closest("[role=table]");
  const rows = [...(table?.querySelectorAll<HTMLElement>("[data-account-row]") ?? [])];
  const next = rows[rows.indexOf(event.currentTarget) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
