import type { HubspotEmulator } from "@sweetspot/hubspot-emulator";
import { vi } from "vitest";

const portals = new Map<string, HubspotEmulator>();

/**
 * Gives an emulated portal an address of this process: HubSpot's client asks the global `fetch` like anywhere, and no
 * socket slows a thousand rules down. A real connection has tests of its own.
 *
 * @returns the address, and how to give it up
 */
export function openAddress(emulator: HubspotEmulator): { readonly basePath: string; close(): void } {
  const host = `portal-${emulator.portalId}.example`;
  if (portals.size === 0) {
    const { fetch } = globalThis;
    vi.stubGlobal("fetch", async (input: string | URL, init?: RequestInit) => {
      const portal = portals.get(new URL(input).host);
      if (!portal) return fetch(input, init);
      const response = await portal.handle(new Request(input, init));
      if (response.type === "error") throw new TypeError("fetch failed");
      return response;
    });
  }
  portals.set(host, emulator);
  return {
    basePath: `https://${host}`,
    close() {
      portals.delete(host);
      if (portals.size === 0) vi.unstubAllGlobals();
    },
  };
}
