import type { Catalogue } from "@sweetspot/contract";

export interface PageCatalogue {
  readonly catalogue: Catalogue;
  readonly catalogueUrl: string;
}

/** The catalogue the server wrote into the page's head; undefined on a page without one. */
export function readPageCatalogue(page: Document): PageCatalogue | undefined {
  const element = page.getElementById("sweetspot-catalogue");
  const url = element?.dataset["url"];
  if (!element || url === undefined) return undefined;
  return {
    catalogue: JSON.parse(element.textContent) as Catalogue,
    catalogueUrl: new URL(url, page.baseURI).href,
  };
}

/** The page's own catalogue, or the one at `url` where a page has none. Throws where neither can be read. */
export async function loadCatalogue(url: string): Promise<PageCatalogue> {
  const own = readPageCatalogue(document);
  if (own) return own;
  const catalogueUrl = new URL(url, document.baseURI).href;
  const response = await fetch(catalogueUrl);
  if (!response.ok) throw new Error(`${catalogueUrl} answered ${response.status}: is the catalogue built?`);
  return { catalogue: (await response.json()) as Catalogue, catalogueUrl };
}
