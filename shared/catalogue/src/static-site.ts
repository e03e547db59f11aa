import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Catalogue } from "@sweetspot/contract";
import { CATALOGUE_FILE } from "./catalogue-builder.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { insertHead, renderHead } from "./render-head.ts";

export interface StaticSiteOptions {
  readonly catalogue: Catalogue;
  /** Folder with `widgets/`. */
  readonly source: string;
  /** `dist` of the frame page. */
  readonly frame: string;
  readonly out: string;
  /** Where the folder will be served from, for example "https://cdn.example/sweetspot/". */
  readonly base: string;
  /** The gateway the frame talks to; the static host's own origin where it is left out. */
  readonly gateway?: string;
}

/**
 * Writes what a static host serves: catalogue, containers, and the frame page with its policy in a `<meta>` element.
 * What only a header can say (`frame-ancestors`, CORS, caching) stands in `_headers`, in the form most hosts read.
 */
export function buildStaticSite(options: StaticSiteOptions): void {
  const { catalogue, source, frame, out } = options;
  const base = toFolderUrl(options.base, "--base");
  const gateway = options.gateway === undefined ? undefined : new URL(options.gateway).origin;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(path.join(source, "widgets"), path.join(out, "widgets"), { recursive: true });
  cpSync(frame, path.join(out, "frame"), { recursive: true });
  writeFileSync(path.join(out, CATALOGUE_FILE), `${JSON.stringify(catalogue, null, 2)}\n`);

  const head = renderHead(catalogue, { catalogueUrl: new URL(CATALOGUE_FILE, base).href });
  const policy = { connect: gateway === undefined ? [] : [gateway] };
  const meta = [
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(head, { ...policy, meta: true })}">`,
    ...(gateway === undefined ? [] : [`<meta name="sweetspot-gateway" content="${gateway}">`]),
  ];
  const page = insertHead(readPage(frame), { ...head, html: [...meta, head.html].join("\n") });
  writeFileSync(path.join(out, "frame/index.html"), page);
  writeFileSync(path.join(out, "_headers"), headers(base.pathname, contentSecurityPolicy(head, policy)));
}

function readPage(frame: string): string {
  try {
    return readFileSync(path.join(frame, "index.html"), "utf8");
  } catch (error) {
    throw new Error(`${frame}/index.html is missing: build the frame first (vite build)`, { cause: error });
  }
}

function toFolderUrl(text: string, name: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`${name} must be an http(s) URL such as https://cdn.example/sweetspot/, not "${text}"`);
  }
  return new URL(text.endsWith("/") ? text : `${text}/`);
}

const headers = (folder: string, policy: string): string => `${folder}widgets/*
  Access-Control-Allow-Origin: *
  Cache-Control: public, max-age=31536000, immutable
${folder}widgets.json
  Access-Control-Allow-Origin: *
  Cache-Control: no-cache
${folder}frame/assets/*
  Access-Control-Allow-Origin: *
${folder}frame/
  Cache-Control: no-cache
  # Replace 'none' by the CRM's own origins.
  Content-Security-Policy: ${policy}
`;
