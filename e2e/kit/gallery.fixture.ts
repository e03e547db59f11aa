import { createServer } from "node:http";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import type { MountedWidget } from "@sweetspot/contract";
import { build } from "vite";

const GALLERY = path.resolve(import.meta.dirname, "../../packages/widget-kit/gallery");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css",
};

export interface GalleryQuery {
  readonly show?: "parts" | "states" | "failing";
  readonly skin?: "lightning" | "hubspot";
  readonly theme?: "light" | "dark";
  readonly locale?: string;
  readonly shadow?: "closed";
}

/** What the gallery's page offers to tests. */
export interface GalleryWindow {
  readonly gallery: {
    readonly services: { readonly calls: readonly string[] };
    readonly mounted: MountedWidget[];
    readonly places: HTMLElement[];
    mountAgain(): void;
  };
}

interface Tools {
  readonly visit: (query: GalleryQuery) => Promise<Gallery>;
}

export interface Gallery {
  readonly page: Page;
  /** The slot of a widget. */
  readonly slot: (name: string) => Locator;
  /** What the widgets asked of the ports. */
  readonly calls: () => Promise<readonly string[]>;
}

/** Builds the kit's gallery once and opens it; a console error or a policy violation fails the test. */
export const test = base.extend<Tools, { readonly origin: string }>({
  origin: [
    async ({ browserName }, provide) => {
      const files = await buildGallery(browserName);
      const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://gallery");
        const file = pathname === "/" ? "/index.html" : pathname;
        const content = files.get(file);
        const type = TYPES[path.extname(file)] ?? "application/octet-stream";
        if (content === undefined) response.writeHead(204).end();
        else response.writeHead(200, { "Content-Type": type }).end(content);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      await provide(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: "worker" },
  ],
  visit: async ({ page, origin }, provide) => {
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await provide(async (query) => {
      await page.goto(`${origin}/?${new URLSearchParams({ ...query }).toString()}`);
      await page.waitForFunction(() => (window as unknown as Partial<GalleryWindow>).gallery !== undefined);
      return {
        page,
        slot: (name) => page.locator(`[data-slot="${name}"]`),
        calls: () => page.evaluate(() => (window as unknown as GalleryWindow).gallery.services.calls),
      };
    });
    expect(problems.filter((problem) => !problem.includes("drawn and broken"))).toEqual([]);
  },
});

/** The built files by their path on the site. */
async function buildGallery(name: string): Promise<ReadonlyMap<string, Buffer>> {
  const out = mkdtempSync(path.join(tmpdir(), `sweetspot-gallery-${name}-`));
  await build({
    configFile: path.join(GALLERY, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: out, emptyOutDir: true },
  });
  const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [`/${path.relative(out, file)}`, readFileSync(file)] as const;
  });
  rmSync(out, { recursive: true, force: true });
  return new Map(files);
}

export { expect } from "@playwright/test";
