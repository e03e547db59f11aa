import type { DraftStorage } from "@sweetspot/contract";

/** What is needed of a window. */
export interface StoragePlace {
  readonly localStorage: Storage;
  readonly navigator?: { readonly locks?: Pick<LockManager, "request"> };
}

const PROBE = "sweetspot:probe";

/** The page's own storage; undefined where the browser refuses it: private modes, frames without an origin. */
export function createBrowserStorage(place: StoragePlace): DraftStorage | undefined {
  try {
    const storage = place.localStorage;
    storage.setItem(PROBE, "1");
    storage.removeItem(PROBE);
    return {
      read: async (key) => storage.getItem(key) ?? undefined,
      write: async (key, value) => storage.setItem(key, value),
      remove: async (key) => storage.removeItem(key),
      ...claiming(place.navigator?.locks),
    };
  } catch {
    return undefined;
  }
}

/** Web Locks tell pages apart and end with their page; without them, outside secure contexts, nothing is claimed. */
function claiming(locks: Pick<LockManager, "request"> | undefined): Pick<DraftStorage, "claim"> {
  if (!locks) return {};
  return {
    claim: (key) =>
      new Promise((resolve, reject) => {
        locks
          .request(key, { ifAvailable: true }, (lock) =>
            lock ? new Promise<void>((release) => resolve(release)) : resolve(undefined),
          )
          .catch(reject);
      }),
  };
}
