import type { HostSurface } from "@sweetspot/contract";

/** Opens the print dialog; the kit's print style sheet does the rest. False where this frame may not print. */
export function printTable(surface: HostSurface): boolean {
  if (surface.print !== undefined) {
    surface.print();
    return true;
  }
  if (typeof window.print !== "function") return false;
  window.print();
  return true;
}
