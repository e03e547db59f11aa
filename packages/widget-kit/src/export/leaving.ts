import type { HostSurface } from "@sweetspot/contract";

/** A frame with `sandbox="allow-scripts"` alone: downloads and printing do nothing there, and say nothing. */
const isMuted = (): boolean => globalThis.origin === "null";

export const canSave = (surface: HostSurface): boolean => surface.download !== undefined || !isMuted();

export const canPrint = (surface: HostSurface): boolean =>
  surface.print !== undefined || (!isMuted() && typeof globalThis.print === "function");
