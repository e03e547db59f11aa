import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { baseUiPlugin } from "./base-ui-plugin.ts";

const RIGHT = "export function markOthers(avoidElements, options = {}) { return 'theirs-ran'; }";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "base-ui-plugin-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds an entry against a Base UI of these files; gives the code of the bundle. */
async function bundle(files: Readonly<Record<string, string>>, entry: string): Promise<string> {
  for (const [name, source] of Object.entries({ ...files, "entry.js": entry })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [baseUiPlugin()],
    build: { write: false, minify: false, lib: { entry: "entry.js", formats: ["es"], fileName: "out" } },
  });
  const [{ output: chunks } = { output: [] }] = Array.isArray(output) ? output : [output as never];
  return (chunks as readonly { code?: string }[]).map(({ code = "" }) => code).join("\n");
}

const DIALOG = "node_modules/@base-ui/react/dialog/index.mjs";
const MARK = "node_modules/@base-ui/react/floating-ui-react/utils/markOthers.mjs";
const dialogWith = (name: string): string =>
  `export { markOthers } from "../floating-ui-react/utils/${name}.mjs";`;
const ENTRY = `import { markOthers } from "./${DIALOG}"; export const mark = markOthers;`;

test("our markOthers takes the place of Base UI's", async () => {
  const code = await bundle({ [DIALOG]: dialogWith("markOthers"), [MARK]: RIGHT }, ENTRY);
  expect(code).toContain("ShadowRoot");
  expect(code).not.toContain("theirs-ran");
});

test("a Base UI that has renamed the module fails the build", async () => {
  const files = { [DIALOG]: dialogWith("hideOthers"), [MARK.replace("markOthers", "hideOthers")]: RIGHT };
  await expect(bundle(files, ENTRY)).rejects.toThrow(/no module markOthers any more/);
});

test("a Base UI that calls it differently fails the build", async () => {
  const files = {
    [DIALOG]: dialogWith("markOthers"),
    [MARK]: "export function markOthers(root) { return root; }",
  };
  await expect(bundle(files, ENTRY)).rejects.toThrow(/another shape/);
});

test("a widget without Base UI's overlays is built untouched", async () => {
  expect(await bundle({}, "export const answer = 42;")).toContain("42");
});
