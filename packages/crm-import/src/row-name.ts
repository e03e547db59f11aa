import type { CellValues } from "./cell-values.ts";
import type { ImportKind } from "./import-sink.port.ts";

/**
 * A row's name: its own column, first and last name, or, for deals and assets whose export has no such column,
 * what they are about. Empty where the row has none.
 */
export function nameOf(kind: ImportKind, { texts }: CellValues, hasNameColumn: boolean): string {
  if (texts["name"] !== undefined) return texts["name"];
  const whole = [texts["firstName"], texts["lastName"]].filter((part) => part !== undefined).join(" ");
  if (whole !== "") return whole;
  if (kind === "contacts" || kind === "teamMembers") return texts["email"] ?? "";
  if (hasNameColumn || (kind !== "opportunities" && kind !== "assets")) return "";
  const about = [texts["productName"], texts["accountName"]].filter((part) => part !== undefined).join(" · ");
  return about === "" ? (texts["id"] ?? "") : about;
}
