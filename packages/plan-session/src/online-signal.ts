/** Does the host believe there is a line to the store? While it says no, edits wait; when it says yes, they are sent. */
export interface OnlineSignal {
  isOnline(): boolean;
  subscribe(listener: () => void): () => void;
}

/** For hosts that cannot tell: a failed call shows that the line is down. */
export const alwaysOnline: OnlineSignal = { isOnline: () => true, subscribe: () => () => {} };

/**
 * The browser's own signal. A store on this very machine stays reachable without a network, so for a loopback address
 * the signal only tells when to try again.
 */
export function browserOnlineSignal(storeUrl: string): OnlineSignal {
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(storeUrl).hostname);
  return {
    isOnline: () => loopback || globalThis.navigator?.onLine !== false,
    subscribe: (listener) => {
      globalThis.addEventListener("online", listener);
      globalThis.addEventListener("offline", listener);
      return () => {
        globalThis.removeEventListener("online", listener);
        globalThis.removeEventListener("offline", listener);
      };
    },
  };
}
