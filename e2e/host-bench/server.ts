import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { answerFromOrg, createOrgDirectory, type EmulatedOrg, type OrgOptions } from "./emulated-org.ts";
import { readResources, readLabels } from "./shipped-package.ts";

/** What Lightning sends, as far as documented: `blob:` and `unsafe-eval` serve the sandbox itself. */
const LIGHTNING_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-eval' blob:; object-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self' blob:";
const FRAME_POLICY = "default-src 'self' data: blob:; script-src 'self'; style-src 'self' 'unsafe-inline'";

const page = (scripts: readonly string[], context?: object) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Record page</title></head><body><h1>Record page</h1>` +
  `<button id="outside">Outside</button><main></main>${context ? `<script type="application/json" id="page-context">${JSON.stringify(context).replaceAll("<", "\\u003c")}</script>` : ""}` +
  `${scripts.map((name) => `<script src="/${name}.js"></script>`).join("")}</body></html>`;

const LIGHTNING = ["lightning-page", "components"];
/** App Builder shows a page inside an application of its own; its path is all that tells. */
const BUILDER = "/flexipageEditor/surface.app";
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  "/native": LIGHTNING,
  "/synthetic": ["synthetic-shadow", ...LIGHTNING],
  "/plain-record": ["plain-record"],
  [`${BUILDER}/synthetic`]: ["synthetic-shadow", ...LIGHTNING],
};

const PAGES: Readonly<Record<string, { html: string; policy: string }>> = {
  "/plain-bench": { html: page(["plain-page", "bench"]), policy: LIGHTNING_POLICY },
  "/plain-probes": { html: page(["plain-page", "probes"]), policy: LIGHTNING_POLICY },
  "/frame": { html: page(["plain-page", "bench"]), policy: FRAME_POLICY },
  "/framing": {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Record page</title><link rel="stylesheet" href="/framing.css"></head><body><h1>Record page</h1><iframe sandbox="allow-scripts" src="/frame" title="Widget"></iframe></body></html>`,
    policy: LIGHTNING_POLICY,
  },
};

const FILES: Readonly<Record<string, { type: string; content: string }>> = {
  "/framing.css": { type: "text/css", content: "iframe { width: 1200px; height: 850px; border: 0 }" },
  "/probe-script.js": { type: "text/javascript", content: 'window.probeScript = "ran";' },
  "/probe-module.js": {
    type: "text/javascript",
    content: 'window.probeModule = "ran"; export const answer = 42;',
  },
};

export interface BenchServer {
  readonly origin: string;
  /** A new org behind this origin; a browser that sends its session as cookie `sid` works in it. */
  createOrg(options: OrgOptions): Promise<EmulatedOrg>;
  close(): Promise<void>;
}

/** Serves the built bench on a free port. */
export async function startBenchServer(): Promise<BenchServer> {
  const orgs = createOrgDirectory();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    const org = orgs.of(request);
    const scripts = SCRIPTS[pathname];
    const found = scripts
      ? { html: page(scripts, org && contextOf(org)), policy: LIGHTNING_POLICY }
      : PAGES[pathname];
    if (found) {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": found.policy,
        ...(org ? { "set-cookie": `sid=${org.session}; Path=/` } : {}),
      });
      response.end(found.html);
      return;
    }
    const file = FILES[pathname];
    if (file) {
      response.writeHead(200, { "content-type": file.type });
      response.end(file.content);
      return;
    }
    if (pathname.startsWith("/services/") && org) {
      void answerFromOrg(org, request, response);
      return;
    }
    const resource = /^\/resource\/\d+\/(\w+)$/.exec(pathname)?.[1];
    if (resource !== undefined && org?.otherResources && resource in org.otherResources) {
      const content = org.otherResources[resource];
      response.writeHead(content === undefined ? 404 : 200, { "content-type": "text/javascript" });
      response.end(content);
      return;
    }
    void sendScript(response, resource === undefined ? path.basename(pathname) : `resources/${resource}.js`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    createOrg: orgs.create,
    close: () => closeServer(server),
  };
}

const contextOf = ({ user, context }: EmulatedOrg) => ({
  userId: user,
  labels: readLabels(context?.language ?? "en-US"),
  resources: readResources(),
  ...context,
});

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

async function sendScript(response: ServerResponse, name: string): Promise<void> {
  try {
    const content = await readFile(path.join(import.meta.dirname, "dist", name));
    response.writeHead(200, {
      "content-type": "text/javascript; charset=utf-8",
      "access-control-allow-origin": "*",
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}
