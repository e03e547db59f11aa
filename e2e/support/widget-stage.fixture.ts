import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { baseUiPlugin, dndKitPlugin, messagesPlugin, pptxgenPlugin } from "@sweetspot/config";
import { build } from "vite";
import { findViolations, type Look } from "./axe.ts";

const STAGE = path.join(import.meta.dirname, "widget-stage");
const PACKAGES = path.resolve(import.meta.dirname, "../../packages");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** As strict as the frame's own: nothing inline but what React sets on elements, no HTML from text. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src 'self'; require-trusted-types-for 'script'";

export interface StageQuery {
  /** Name of a demo account. */
  readonly account?: string;
  readonly locale?: string;
  readonly skin?: "lightning" | "hubspot";
  readonly theme?: "light" | "dark";
  readonly user?: string;
  /** No plan yet, or one this user may not change. */
  readonly plan?: "none" | "read-only";
  /** A host without relations. */
  readonly relations?: "none";
  /** The day the plan was written on; now where absent. */
  readonly seeded?: string;
}

export interface SavedRecord {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the stage's page offers to tests. */
interface StageWindow {
  readonly stage: {
    readonly done: readonly string[];
    readonly session: { flush(): Promise<void>; refresh(): Promise<void> };
    saved(): Promise<readonly SavedRecord[]>;
    colleagueCommits(puts: readonly object[], removes?: readonly object[]): Promise<unknown>;
  };
}

export interface OpenStage {
  readonly page: Page;
  /** Saves what waits, then reads all records of the account's plan from the store. */
  readonly saved: () => Promise<readonly SavedRecord[]>;
  /** What reached the host: "task …", "navigate …". */
  readonly done: () => Promise<readonly string[]>;
  readonly colleagueCommits: (puts: readonly object[], removes?: readonly object[]) => Promise<void>;
  readonly violations: (look?: Pick<Look, "coloursOnly">) => Promise<string[]>;
}

interface Tools {
  readonly visit: (query?: StageQuery) => Promise<OpenStage>;
}

/**
 * Builds a stage for one widget of ours, once a worker, and opens it over the demo company in memory. A console error or a
 * policy violation fails the test.
 */
export const stageFor = (packageName: string) =>
  base.extend<Tools, { readonly origin: string }>({
    origin: [
      async ({ browserName }, provide) => {
        const out = mkdtempSync(path.join(tmpdir(), `sweetspot-${packageName}-${browserName}-`));
        await build({
          configFile: false,
          root: STAGE,
          base: "./",
          logLevel: "error",
          plugins: [messagesPlugin(), baseUiPlugin(), dndKitPlugin(), pptxgenPlugin()],
          resolve: { alias: { "staged-widget": path.join(PACKAGES, packageName, "src/index.ts") } },
          build: { outDir: out, emptyOutDir: true, target: "es2022", modulePreload: false },
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
        return {
          page,
          saved: async () => {
            await page.evaluate(() => (window as unknown as StageWindow).stage.session.flush());
            return page.evaluate(() => (window as unknown as StageWindow).stage.saved());
          },
          done: () => page.evaluate(() => (window as unknown as StageWindow).stage.done),
          colleagueCommits: async (puts, removes = []) => {
            await page.evaluate(
              async ([put, removed]) => {
                const { stage } = window as unknown as StageWindow;
                await stage.colleagueCommits(put ?? [], removed ?? []);
                await stage.session.refresh();
              },
              [puts, removes] as const,
            );
          },
          violations: (look) => violationsOn(page, look),
        };
      });
      expect(problems).toEqual([]);
    },
  });

async function violationsOn(page: Page, look: Look = {}): Promise<string[]> {
  // A closing dialog is not what is judged: what is on its way ends first.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  return findViolations(page, { ...look, within: ["#place"] });
}

export { expect } from "@playwright/test";
