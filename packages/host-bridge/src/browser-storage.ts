import type { DraftStorage } from "@sweetspot/contract";

const PROBE = "sweetspot:probe";

/** The page's own storage; undefined where the browser refuses it: private modes, frames without an origin. */
export function createBrowserStorage(place: { readonly localStorage: Storage }): DraftStorage | undefined {
  try {
    const storage = place.localStorage;
    storage.setItem(PROBE, "1");
    storage.removeItem(PROBE);
    return {
      read: async (key) => storage.getItem(key) ?? undefined,
      write: async (key, value) => storage.setItem(key, value),
      remove: async (key) => storage.removeItem(key),
    };
  } catch {
    return undefined;
  }
}
