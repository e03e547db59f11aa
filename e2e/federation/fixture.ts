import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { messagesPlugin, PAGE_DEFINES } from "@sweetspot/config";
import { build } from "vite";
import { openSite, type Site, type SiteOptions } from "./site.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Our own container and the third party's, as built. */
export const WIDGETS = built("apps/widgets/dist", "container.json");
export const SAMPLE = built("apps/sample-widget/dist", "container.json");

/** The page CRMs embed, as built. */
export const FRAME = built("apps/frame/dist", "index.html");

interface Tools {
  /** A site on a free port; closed after the test. */
  readonly open: (options?: Omit<SiteOptions, "page">) => Promise<Site>;
  /** A folder for hand-written containers. */
  readonly folder: string;
}

export const test = base.extend<Tools, { readonly builtPage: string }>({
  builtPage: [
    async ({ browserName }, provide) => {
      const out = mkdtempSync(path.join(tmpdir(), `sweetspot-page-${browserName}-`));
      await build({
        configFile: false,
        logLevel: "warn",
        root: path.join(import.meta.dirname, "page"),
        base: "./",
        plugins: [messagesPlugin()],
        define: { ...PAGE_DEFINES },
        build: { outDir: out, target: "es2022", modulePreload: false, emptyOutDir: true },
      });
      await provide(out);
      rmSync(out, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  open: async ({ builtPage }, provide) => {
    const sites: Site[] = [];
    await provide(async (options = {}) => {
      const site = await openSite({ page: builtPage, ...options });
      sites.push(site);
      return site;
    });
    await Promise.all(sites.map((site) => site.close()));
  },
  folder: async ({ browserName }, provide) => {
    const folder = mkdtempSync(path.join(tmpdir(), `sweetspot-containers-${browserName}-`));
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

function built(folder: string, proof: string): string {
  const dist = path.join(ROOT, folder);
  if (!existsSync(path.join(dist, proof))) {
    throw new Error(`${folder} is not built: run pnpm exec turbo run build first`);
  }
  return dist;
}
