import { createHash } from "node:crypto";
import type { Catalogue, CatalogueEntry } from "@sweetspot/contract";
import { integrityOf } from "./container-files.ts";
import { INTEGRITY_PROBE, PROBE_SOURCE, UNLISTED_FOLDER, WRONG_INTEGRITY } from "./integrity-probe.ts";

/** Stands in a page's `<head>` before any script. */
export const HEAD_PLACEHOLDER = "<!-- sweetspot:head -->";

export interface HeadOptions {
  /** Where the page finds the catalogue: "/widgets.json", "./widgets.json" or an absolute URL. */
  readonly catalogueUrl?: string;
  /** Widgets the page shows at once; their files are fetched while the page's own script is still on its way. */
  readonly preload?: readonly string[];
}

export interface RenderedHead {
  /** Catalogue, import map and preloads, to stand before any module. */
  readonly html: string;
  /** `'sha256-…'` of the inline import map, for `script-src`: without it a browser ignores the map silently. */
  readonly scriptHashes: readonly string[];
  /** Exact URLs of the files of other origins, for `script-src` and `connect-src`. */
  readonly remoteSources: readonly string[];
}

type Build = Pick<CatalogueEntry, "entry" | "integrity">;

/**
 * Renders what a page needs in its head to load the catalogue's widgets and nothing else: an import map that gives the
 * browser the hash of every listed file and leads every other path of a widget folder astray, into a folder that does
 * not exist (design §6).
 */
export function renderHead(catalogue: Catalogue, options: HeadOptions = {}): RenderedHead {
  const catalogueUrl = options.catalogueUrl ?? "/widgets.json";
  const locate = (url: string): string => locateUrl(url, catalogueUrl);
  const builds: readonly Build[] = catalogue.widgets.flatMap((entry) => [
    entry,
    ...(entry.lastGood ? [entry.lastGood] : []),
  ]);
  const files = new Map<string, string>();
  const folders = new Set([locate("widgets/")]);
  for (const build of builds) {
    folders.add(folderOf(locate(build.entry)));
    for (const [url, hash] of Object.entries(build.integrity)) addFile(files, locate(url), hash);
  }
  const probe = locate(INTEGRITY_PROBE);
  const integrity = Object.fromEntries([
    ...files,
    [`${probe}?right`, integrityOf(PROBE_SOURCE)],
    [`${probe}?wrong`, WRONG_INTEGRITY],
  ]);
  const importMap = json({
    imports: Object.fromEntries([
      ...[...folders].map((folder) => [folder, locate(UNLISTED_FOLDER)]),
      ...Object.keys(integrity).map((url) => [url, url]),
    ]),
    integrity,
  });
  const preloaded = catalogue.widgets
    .filter(({ id }) => options.preload?.includes(id))
    .flatMap((entry) => entry.preload ?? [entry.entry])
    .map(locate);
  return {
    html: [
      `<script type="application/json" id="sweetspot-catalogue" data-url="${attribute(catalogueUrl)}">${json(catalogue)}</script>`,
      `<script type="importmap">${importMap}</script>`,
      ...[...new Set(preloaded)].map(
        (url) =>
          `<link rel="modulepreload" href="${attribute(url)}" integrity="${files.get(url) ?? ""}" crossorigin>`,
      ),
    ].join("\n"),
    scriptHashes: [`'sha256-${createHash("sha256").update(importMap).digest("base64")}'`],
    remoteSources: [...files.keys()].filter((url) => isAbsolute(url) && !isSameOrigin(url, catalogueUrl)),
  };
}

/** The page with the head in its place. Throws where the placeholder is missing or a script stands before it. */
export function insertHead(page: string, head: RenderedHead): string {
  const place = page.indexOf(HEAD_PLACEHOLDER);
  if (place < 0) throw new Error(`The page has no ${HEAD_PLACEHOLDER} in its head`);
  if (/<script/i.test(page.slice(0, place)))
    throw new Error(`${HEAD_PLACEHOLDER} must stand before the page's first script`);
  return page.slice(0, place) + head.html + page.slice(place + HEAD_PLACEHOLDER.length);
}

function addFile(files: Map<string, string>, url: string, hash: string): void {
  const known = files.get(url);
  if (known !== undefined && known !== hash)
    throw new Error(`${url} is listed with two hashes: ${known} and ${hash}`);
  files.set(url, hash);
}

/** Joins without knowing the page's origin: a relative catalogue gives relative URLs, as import maps allow them. */
function locateUrl(url: string, catalogueUrl: string): string {
  if (isAbsolute(url)) return url;
  if (isAbsolute(catalogueUrl)) return new URL(url, catalogueUrl).href;
  const folder = folderOf(catalogueUrl);
  return `${folder === "" ? "./" : folder}${url}`;
}

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf("/") + 1);
const isAbsolute = (url: string): boolean => /^https?:\/\//.test(url);
const isSameOrigin = (url: string, other: string): boolean =>
  isAbsolute(other) && new URL(url).origin === new URL(other).origin;

/** JSON that cannot end the script element it stands in. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", String.raw`\u003c`);

const attribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
