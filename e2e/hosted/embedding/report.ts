/** Tells the host's page what the guest has seen; it notes what comes. */
export const report = (seen: object): void => window.parent.postMessage({ seen }, "*");
