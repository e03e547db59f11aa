import type { HostSurface } from "@sweetspot/contract";

/** Opens the print dialog; the kit's print style sheet does the rest. Ask `canPrint` before offering it. */
export function printTable(surface: HostSurface): void {
  if (surface.print === undefined) window.print();
  else surface.print();
}
