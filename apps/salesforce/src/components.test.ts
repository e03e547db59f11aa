import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import lwc from "@lwc/rollup-plugin";
import { OPERATION_NAMES, ORG_PARTS, toQueryDocument } from "@sweetspot/crm-salesforce";
import { rollup } from "rollup";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as queryDocuments from "./query-documents.ts";
import { writeSomeContainer } from "./some-container.fixture.ts";
import { writePackage } from "./write-package.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-components-"));
const target = path.join(scratch, "package");
const bundles = path.join(target, "force-app/main/default/lwc");

beforeAll(async () => {
  const containers = path.join(scratch, "containers");
  writeSomeContainer(containers);
  await writePackage({ target, handWritten: path.resolve(import.meta.dirname, "../force-app"), containers });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("every component compiles without a warning, and imports what Lightning or the package has", async () => {
  const names = readdirSync(bundles);
  const warnings: string[] = [];
  const built = await rollup({
    input: names.map((name) => path.join(bundles, name, `${name}.js`)),
    external: [/^(lwc|lightning\/|@salesforce\/|c\/)/],
    plugins: [lwc({ rootDir: bundles, modules: [{ dir: bundles }], apiVersion: 66 })],
    onwarn: ({ message }) => warnings.push(message),
  });
  const { output } = await built.generate({ format: "esm" });
  expect(warnings).toEqual([]);
  const chunks = output.filter((chunk) => chunk.type === "chunk");
  expect(chunks.length).toBeGreaterThanOrEqual(names.length);
  const imports = new Set(chunks.flatMap((chunk) => chunk.imports));
  const missing = [...imports].filter(
    (name) => name.startsWith("c/") && !names.includes(name.slice("c/".length)),
  );
  expect(missing).toEqual([]);
  expect(names).toContain("sweetspotDealMap");
});

test("components run the very documents of crm-salesforce, by name alone", async () => {
  const file = path.join(bundles, "sweetspotDocuments/sweetspotDocuments.js");
  const documents = (await import(/* @vite-ignore */ file)) as typeof queryDocuments;
  for (const operation of OPERATION_NAMES)
    for (const lacks of [[], ORG_PARTS, ...ORG_PARTS.map((part) => [part])])
      expect(documents.toQueryDocument(operation, { lacks })).toBe(toQueryDocument(operation, { lacks }));
  expect(() => documents.toQueryDocument("query { uiapi }")).toThrow("no named read");
});

test("components know no more of the org than the package brings", () => {
  const scripts = globSync("*/*.js", { cwd: bundles }).map((file) =>
    readFileSync(path.join(bundles, file), "utf8"),
  );
  const imported = (kind: string) =>
    new Set(
      scripts.flatMap((text) =>
        [...text.matchAll(new RegExp(`from "@salesforce/${kind}/([^"]+)"`, "g"))].map(([, name]) => name),
      ),
    );
  const source = path.join(target, "force-app/main/default");
  const resources = globSync("staticresources/*.js", { cwd: source }).map((file) =>
    path.basename(file, ".js"),
  );
  expect([...imported("resourceUrl")].toSorted()).toEqual(resources.toSorted());
  const labels = readFileSync(path.join(source, "labels/CustomLabels.labels-meta.xml"), "utf8");
  for (const label of imported("label"))
    expect(labels).toContain(`<fullName>${label?.replace("c.", "")}</fullName>`);
  const service = readFileSync(path.join(source, "classes/SweetspotPlanStore.cls"), "utf8");
  for (const method of imported("apex"))
    expect(service).toContain(`public static String ${method?.replace("SweetspotPlanStore.", "")}(`);
});
