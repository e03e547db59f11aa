import { WidgetFailure } from "./widget-failure.ts";
import type { WidgetBuild } from "./widget-build.ts";

/** What the page's import map vouches for, and whether this browser acts on it. */
export interface PageIntegrity {
  /** Refuses a build with a file the page does not vouch for, and foreign builds where nobody checks. */
  assertVouched(build: WidgetBuild): Promise<void>;
}

interface ImportMap {
  readonly integrity?: Readonly<Record<string, string>>;
}

/** Loads a module by URL; a parameter so that a test can stand in for the browser. */
export type ImportModule = (url: string) => Promise<unknown>;

/**
 * Reads the page's import map. `importModule` loads the probe: once under its right hash, once under a wrong one. A
 * browser that loads the second ignores integrity; this happens silently where a policy blocks the inline map.
 */
export function createPageIntegrity(
  page: Document,
  catalogueUrl: string,
  importModule: ImportModule,
): PageIntegrity {
  const vouched = readVouched(page);
  const probe = new URL("widgets/integrity-probe.js", catalogueUrl).href;
  let inForce: Promise<boolean> | undefined;

  const check = async (): Promise<boolean> => {
    if (!vouched?.has(`${probe}?right`) || !vouched.has(`${probe}?wrong`)) return false;
    const [right, wrong] = await Promise.allSettled([
      importModule(`${probe}?right`),
      importModule(`${probe}?wrong`),
    ]);
    return right.status === "fulfilled" && wrong.status === "rejected";
  };

  return {
    async assertVouched(build) {
      const unlisted = [build.entry, ...build.preload].find((url) => !build.integrity.has(url));
      if (unlisted !== undefined) {
        throw new WidgetFailure(
          "widget-unlisted",
          build.id,
          `its catalogue entry gives no hash for ${unlisted}`,
        );
      }
      if (vouched) {
        for (const [url, hash] of build.integrity) {
          if (vouched.get(url) === hash) continue;
          throw new WidgetFailure(
            "widget-unlisted",
            build.id,
            `the page's import map does not list ${url} as ${hash}`,
          );
        }
      }
      if (!build.foreign) return;
      inForce ??= check();
      if (await inForce) return;
      const message =
        "integrity of modules is not in force on this page: is the import map's hash in script-src?";
      throw new WidgetFailure("widget-unverified", build.id, message);
    },
  };
}

/** Hash by absolute URL; undefined on a page without an import map (a development server). */
function readVouched(page: Document): ReadonlyMap<string, string> | undefined {
  const script = page.querySelector('script[type="importmap"]');
  if (!script) return undefined;
  const { integrity = {} } = JSON.parse(script.textContent) as ImportMap;
  return new Map(Object.entries(integrity).map(([url, hash]) => [new URL(url, page.baseURI).href, hash]));
}
