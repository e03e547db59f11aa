import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import vm from "node:vm";
import { build } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { SHARED_REACT } from "./shared-react.ts";
import { varContainerPreset, wrapContainer } from "./var-container-preset.ts";

interface Container {
  init(scope: object): void;
  get(expose: string): Promise<() => { readonly widget: unknown }>;
}

/** What Vite leaves: CommonJS that requires React and counts how often it ran. */
const CODE = `
var react = require("react");
globalThis.runs = (globalThis.runs || 0) + 1;
exports.exposes = { "./acme": { widget: { react: react } } };
`;

function load(code = CODE): { readonly container: Container; readonly runs: () => number } {
  const realm = vm.createContext({ Promise, Object, Error });
  vm.runInContext(wrapContainer("acme", code), realm);
  return { container: realm["acme"] as Container, runs: () => Number(realm["runs"] ?? 0) };
}

const offer = (version: string, library: unknown) =>
  Object.fromEntries(SHARED_REACT.map((name) => [name, { [version]: { lib: () => ({ name, library }) } }]));

test("the container declares a global and draws with the React of the page's share scope", async () => {
  const { container } = load();
  container.init(offer("19.3.1", "the page's"));
  const module = (await container.get("./acme"))();
  expect(module.widget).toEqual({ react: { name: "react", library: "the page's" } });
});

test("nothing of it runs before the first get, and then once for all exposes", async () => {
  const { container, runs } = load();
  container.init(offer("19.4.0", ""));
  expect(runs()).toBe(0);
  await Promise.all([container.get("./acme"), container.get("./acme")]);
  expect(runs()).toBe(1);
});

test("React that is loaded on demand is waited for", async () => {
  const { container } = load();
  const lazily = Object.fromEntries(
    SHARED_REACT.map((name) => [name, { "19.3.5": { get: () => Promise.resolve(() => name) } }]),
  );
  container.init(lazily);
  expect((await container.get("./acme"))().widget).toEqual({ react: "react" });
});

test("a page with another React is told so, and nothing runs", async () => {
  const { container, runs } = load();
  for (const version of ["18.3.1", "19.2.9", "20.0.0", "20.3.1"]) {
    container.init(offer(version, ""));
    await expect(container.get("./acme")).rejects.toThrow(`needs react ^19.3.0; the page offers ${version}`);
  }
  expect(runs()).toBe(0);
  container.init(offer("19.3.1", ""));
  await expect(container.get("./acme")).resolves.toBeTypeOf("function");
});

test("an expose it does not have is named", async () => {
  const { container } = load();
  container.init(offer("19.3.1", ""));
  await expect(container.get("./other")).rejects.toThrow("acme has no ./other");
});

test("a module that is imported later is in the one script, and runs when it is asked for", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "sweetspot-var-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const manifest = {
    id: "acme",
    expose: "./acme",
    contract: "widget/1",
    react: "^19.3.0",
    recordTypes: ["account"],
    titles: { en: "Acme", de: "Acme", id: "Acme" },
    minHeight: 100,
  };
  writeFileSync(path.join(root, "widget.json"), JSON.stringify(manifest));
  writeFileSync(path.join(root, "later.ts"), "globalThis.ran = true; export const slides = 12;");
  writeFileSync(path.join(root, "widget.ts"), 'export const widget = { later: () => import("./later.ts") };');
  const widgets = [{ module: "./widget.ts", manifest: "widget.json" }];
  await build({
    configFile: false,
    logLevel: "error",
    ...varContainerPreset({ root, name: "acme", widgets }),
  });
  expect(readdirSync(path.join(root, "dist"))).toEqual(["acme.var.js"]);
  const code = readFileSync(path.join(root, "dist/acme.var.js"), "utf8");
  expect(code).not.toMatch(/vite:preloadError|import\.meta|\bimport\(/);
  const realm = vm.createContext({ Promise, Object, Error });
  vm.runInContext(code, realm);
  const container = realm["acme"] as Container;
  container.init(offer("19.3.1", ""));
  const widget = (await container.get("./acme"))().widget as { later(): Promise<{ slides: number }> };
  expect(realm["ran"]).toBeUndefined();
  expect((await widget.later()).slides).toBe(12);
  expect(realm["ran"]).toBe(true);
});
