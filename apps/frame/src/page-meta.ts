const contentOf = (page: Document, name: string): string | undefined =>
  page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

/** The gateway is where the page came from, unless the page names another (static hosts). */
export const gatewayUrl = (page: Document): string =>
  contentOf(page, "sweetspot-gateway") ?? new URL(page.URL).origin;

/** Origins whose pages may give the frame its data, as the server that sent the frame says; none where it says nothing. */
export const allowedHosts = (page: Document): readonly string[] =>
  (contentOf(page, "sweetspot-hosts") ?? "").split(" ").filter((origin) => origin !== "");
