import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  buildCatalogue,
  contentSecurityPolicy,
  insertHead,
  parseCatalogue,
  type ContainerSource,
  type RenderedHead,
  renderHead,
} from "@sweetspot/catalogue";
import type { Catalogue } from "@sweetspot/contract";

/** How a path is answered instead of its file. */
export type Fault =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "hang" }
  | { readonly kind: "body"; readonly body: string };

export interface Site {
  readonly url: string;
  /** Folder with `widgets.json` and `widgets/`. */
  readonly folder: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  add(...containers: readonly ContainerSource[]): void;
  catalogue(): Catalogue;
  /** Edits what the catalogue says, as a careless or malicious admin would. */
  edit(change: (catalogue: Catalogue) => Catalogue): void;
  /** Every later request whose path ends so fails that way; undefined heals it. */
  fault(ending: string, fault: Fault | undefined): void;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Folder of the built page. */
  readonly page: string;
  /** Changes what a page's response says, for example to leave the policy out. */
  readonly policy?: (head: RenderedHead) => string | undefined;
  /** `'none'` by default. */
  readonly trustedTypes?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".css": "text/css",
};

/** A static server for one catalogue and the page that shows it; the page's head is rendered anew for each visit. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), "sweetspot-site-"));
  const faults = new Map<string, Fault>();
  const requests: string[] = [];
  const file = path.join(folder, "widgets.json");
  const catalogue = (): Catalogue =>
    existsSync(file) ? parseCatalogue(readFileSync(file, "utf8"), file) : { widgets: [] };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    requests.push(pathname);
    const fault = [...faults].find(([ending]) => pathname.endsWith(ending))?.[1];
    if (fault?.kind === "hang") return;
    const found = fault?.kind === "status" ? undefined : read(pathname);
    const headers = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };
    if (found === undefined) {
      response.writeHead(fault?.kind === "status" ? fault.status : 404, headers).end();
      return;
    }
    const type = TYPES[path.extname(found.name)] ?? "application/octet-stream";
    const policy = found.name.endsWith(".html") ? found.policy : undefined;
    response.writeHead(200, {
      ...headers,
      "Content-Type": type,
      ...(policy === undefined ? {} : { "Content-Security-Policy": policy }),
    });
    response.end(fault?.kind === "body" ? fault.body : found.body);
  };

  const read = (
    pathname: string,
  ): { name: string; body: Buffer | string; policy?: string | undefined } | undefined => {
    if (pathname === "/") {
      const head = renderHead(catalogue());
      const page = insertHead(readFileSync(path.join(options.page, "index.html"), "utf8"), head);
      return {
        name: "index.html",
        body: page,
        policy: options.policy ? options.policy(head) : contentSecurityPolicy(head),
      };
    }
    for (const base of [folder, options.page]) {
      const name = path.join(base, pathname);
      if (name.startsWith(base) && existsSync(name)) return { name, body: readFileSync(name) };
    }
    return undefined;
  };

  const server = createServer(answer);
  const url = await listen(server);
  return {
    url,
    folder,
    requests,
    catalogue,
    add: (...containers) => void buildCatalogue({ containers, out: folder, add: true }),
    edit: (change) => writeFileSync(file, JSON.stringify(change(catalogue()))),
    fault: (ending, fault) => void (fault ? faults.set(ending, fault) : faults.delete(ending)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    });
  });
}

/** Writes a container by hand: small enough to be wrong in exactly one way. `chunks` are further files. */
export function writeContainer(
  folder: string,
  name: string,
  code: string,
  changes: object = {},
  chunks: Readonly<Record<string, string>> = {},
  version = "1.0.0",
): string {
  const dist = path.join(folder, `${name}-${version}`);
  mkdirSync(dist, { recursive: true });
  for (const [file, content] of Object.entries({ "remoteEntry.js": code, ...chunks })) {
    writeFileSync(path.join(dist, file), content);
  }
  const widget = {
    id: name.replaceAll("_", "-"),
    expose: "./widget",
    contract: "widget/1",
    react: "^19.3.0",
    recordTypes: ["account"],
    titles: { en: `Widget ${name}`, de: `Das Widget ${name}` },
    minHeight: 100,
    preload: ["remoteEntry.js", ...Object.keys(chunks)],
    ...changes,
  };
  const description = { name, version, entry: "remoteEntry.js", react: "^19.3.0", widgets: [widget] };
  writeFileSync(path.join(dist, "container.json"), JSON.stringify(description));
  return dist;
}
