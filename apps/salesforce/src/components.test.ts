import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import lwc from "@lwc/rollup-plugin";
import { rollup } from "rollup";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writePackage } from "./write-package.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-components-"));
const target = path.join(scratch, "package");
const bundles = path.join(target, "force-app/main/default/lwc");

beforeAll(() => writePackage({ target, handWritten: path.resolve(import.meta.dirname, "../force-app") }));
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
});
