import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { build } from "vite";
import { findViolations, type Look } from "../support/axe.ts";

const STAGE = path.resolve(import.meta.dirname, "../../packages/widget-white-space/dev");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** As strict as the frame's own: nothing inline but what React sets on elements, no HTML from text. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src 'self'; require-trusted-types-for 'script'";

export interface StageQuery {
  readonly stage?: string;
  readonly locale?: string;
  readonly skin?: "lightning" | "hubspot";
  readonly theme?: "light" | "dark";
  readonly user?: string;
  readonly capable?: "no";
  /** What the host knows of similar customers. */
  readonly similar?: "demo" | "many";
  /** The area that has potentials and markets in several currencies. */
  readonly priced?: string;
}

/** What the stage's page offers to tests. */
interface StageWindow {
  readonly stage: {
    readonly done: readonly string[];
    readonly session: { flush(): Promise<void> };
    colleagueCommits(puts: readonly object[]): Promise<unknown>;
  };
}

export interface OpenStage {
  readonly page: Page;
  readonly grid: Locator;
  /** The cell whose label begins so: "Bucharest, Plug-in cabinets". */
  readonly cell: (label: string) => Locator;
  readonly panel: Locator;
  /** Opens an entry of the widget's menu. */
  readonly choose: (entry: string) => Promise<void>;
  readonly flush: () => Promise<void>;
  /** What reached the host. */
  readonly done: () => Promise<readonly string[]>;
  readonly colleagueCommits: (puts: readonly object[]) => Promise<void>;
  readonly violations: (look?: Pick<Look, "coloursOnly">) => Promise<string[]>;
}

interface Tools {
  readonly visit: (query?: StageQuery) => Promise<OpenStage>;
}

/** Builds the widget's stage once and opens it; a console error or a policy violation fails the test. */
export const test = base.extend<Tools, { readonly origin: string }>({
  origin: [
    async ({ browserName }, provide) => {
      const out = mkdtempSync(path.join(tmpdir(), `sweetspot-white-space-${browserName}-`));
      await build({
        configFile: path.join(STAGE, "vite.config.ts"),
        logLevel: "error",
        build: { outDir: out, emptyOutDir: true },
      });
      const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://stage");
        const file = path.join(out, pathname === "/" ? "index.html" : pathname);
        if (!file.startsWith(out) || !existsSync(file)) response.writeHead(204).end();
        else {
          const type = TYPES[path.extname(file)] ?? "application/octet-stream";
          response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY });
          response.end(readFileSync(file));
        }
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      await provide(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(out, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  visit: async ({ page, origin }, provide) => {
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await provide(async (query = {}) => {
      await page.goto(`${origin}/?${new URLSearchParams({ ...query }).toString()}`);
      await expect(page.locator(".ss-widget")).toBeVisible();
      const grid = page.getByRole("treegrid");
      return {
        page,
        grid,
        cell: (label) => grid.locator(`td[aria-label^="${label}"]`),
        panel: page.locator("section[role=dialog]"),
        choose: async (entry) => {
          await page.getByRole("button", { name: /^(More|Mehr|Lainnya)$/ }).click();
          await page.getByRole("menuitem", { name: entry }).click();
        },
        flush: () => page.evaluate(() => (window as unknown as StageWindow).stage.session.flush()),
        done: () => page.evaluate(() => (window as unknown as StageWindow).stage.done),
        colleagueCommits: async (puts) => {
          await page.evaluate(
            (records) => (window as unknown as StageWindow).stage.colleagueCommits(records),
            puts,
          );
        },
        violations: (look) => violationsOn(page, look),
      };
    });
    expect(problems).toEqual([]);
  },
});

async function violationsOn(page: Page, look: Look = {}): Promise<string[]> {
  // A skeleton, a closing dialog: what is on its way is not what is judged.
  await page.waitForTimeout(350);
  return findViolations(page, { ...look, within: ["#place"] });
}

export { expect } from "@playwright/test";
