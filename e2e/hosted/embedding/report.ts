/** Tells the host's page what the guest has seen; it notes what comes. */
export const report = (seen: object): void => window.parent.postMessage({ seen }, "*");

/** How long the guest waits for its host, as the test says in the address. */
export const patience = (): AbortSignal =>
  AbortSignal.timeout(Number(new URL(document.URL).searchParams.get("patience")));
