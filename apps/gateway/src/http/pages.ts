import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import {
  CATALOGUE_FILE,
  contentSecurityPolicy,
  insertHead,
  parseCatalogue,
  renderHead,
} from "@sweetspot/catalogue";
import type { Catalogue } from "@sweetspot/contract";

export interface SiteFolders {
  /** Built pages: each has an `index.html`. */
  readonly workbench: string;
  readonly frame: string;
  /** Has `widgets.json` and `widgets/`. */
  readonly catalogue: string;
}

export interface PageOptions {
  /** Pages that may embed this one. */
  readonly frameAncestors: readonly string[];
  /** Origins whose pages may give this one its data; the page reads them from its head. */
  readonly hosts?: readonly string[];
  /** Widgets to fetch while the page's own script is on its way. */
  readonly preload?: readonly string[];
}

/** The pages with the catalogue's import map in their head, under a policy that allows what the catalogue lists. */
export interface Pages {
  /** The catalogue as it is on disk now: a container added while the gateway runs is there on the next load. */
  catalogue(): Promise<Catalogue>;
  render(page: "workbench" | "frame", options: PageOptions): Promise<Response>;
}

export function createPages(folders: SiteFolders): Pages {
  const html = { workbench: cachedFile(folders.workbench), frame: cachedFile(folders.frame) };
  const catalogueFile = path.join(folders.catalogue, CATALOGUE_FILE);
  const catalogueText = cachedFile(folders.catalogue, CATALOGUE_FILE);
  const catalogue = async (): Promise<Catalogue> => {
    const text = await catalogueText();
    return text === undefined ? { widgets: [] } : parseCatalogue(text, catalogueFile);
  };
  return {
    catalogue,
    async render(page, { frameAncestors, hosts = [], preload = [] }) {
      const text = await html[page]();
      if (text === undefined)
        return new Response(
          `The ${page} page is not built yet. Start Sweetspot with "npm start", which builds it.\n`,
          {
            status: 503,
          },
        );
      const head = renderHead(await catalogue(), { catalogueUrl: "/widgets.json", preload });
      // Origins were checked when the settings were read: none has a quote.
      const meta = hosts.length === 0 ? "" : `<meta name="sweetspot-hosts" content="${hosts.join(" ")}">\n`;
      return new Response(insertHead(text, { ...head, html: meta + head.html }), {
        headers: {
          "Content-Type": "text/html; charset=utf-8",
          "Cache-Control": "no-cache",
          "Content-Security-Policy": contentSecurityPolicy(head, { frameAncestors }),
        },
      });
    },
  };
}

/** Reads a file again only when it has changed; undefined while it does not exist. */
function cachedFile(folder: string, name = "index.html"): () => Promise<string | undefined> {
  const file = path.join(folder, name);
  let known: { readonly changed: number; readonly text: string } | undefined;
  return async () => {
    const found = await stat(file).catch(() => undefined);
    if (!found) return undefined;
    if (known?.changed !== found.mtimeMs)
      known = { changed: found.mtimeMs, text: await readFile(file, "utf8") };
    return known.text;
  };
}
