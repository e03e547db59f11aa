import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import lwc from "@lwc/rollup-plugin";
import { ComponentSet } from "@salesforce/source-deploy-retrieve";
import { rollup } from "rollup";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateHosted, toGatewayOrigin } from "./generate-hosted.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { ContainedWidget } from "./widget-component.ts";

const GATEWAY = "https://sweetspot.example.com";
const WIDGET = {
  container: "acme_widgets",
  manifest: {
    id: "account-pulse",
    expose: "./account-pulse",
    contract: "widget/1",
    react: "^19.3.0",
    recordTypes: ["account"],
    titles: { en: "Account pulse", de: "Puls des Kunden", id: "Denyut pelanggan" },
    minHeight: 180,
    options: { compact: { type: "boolean", default: false, titles: { en: "Compact" } } },
  },
} as unknown as ContainedWidget;

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-hosted-"));
const folder = path.join(scratch, "force-app/main/default");
let files: readonly GeneratedFile[];

beforeAll(async () => {
  files = await generateHosted([WIDGET], GATEWAY);
  for (const file of files) {
    const place = path.join(folder, file.path);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, file.content);
  }
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const contentOf = (name: string): string => files.find((file) => file.path.endsWith(name))?.content ?? "";

test("each widget gets a component of its own that knows the gateway, for the records it is made for", () => {
  const script = contentOf("sweetspotAccountPulseHosted.js");
  expect(script).toContain(`"gateway": "${GATEWAY}"`);
  expect(script).toContain("@api optionCompact;");
  const meta = contentOf("sweetspotAccountPulseHosted.js-meta.xml");
  expect(meta).toContain("<masterLabel>Sweetspot: Account pulse (hosted)</masterLabel>");
  expect(meta).toContain("<object>Account</object>");
  expect(meta).not.toContain("<object>Contact</object>");
});

test("the org trusts the gateway for frames and for nothing else", () => {
  const site = contentOf("Sweetspot_Gateway.cspTrustedSite-meta.xml");
  expect(site).toContain(`<endpointUrl>${GATEWAY}</endpointUrl>`);
  const granted = [...site.matchAll(/<(isApplicable\w+|canAccess\w+)>true</g)].map(([, name]) => name);
  expect(granted).toEqual(["isApplicableToFrameSrc"]);
});

test("Salesforce's converter knows the Trusted URL and every component", () => {
  const types = [...ComponentSet.fromSource(scratch).getSourceComponents()].map(({ type }) => type.name);
  expect(new Set(types)).toEqual(new Set(["CspTrustedSite", "LightningComponentBundle"]));
});

test("every component compiles, and its own imports of Lightning are ones an org has", async () => {
  const bundles = path.join(folder, "lwc");
  const names = ["sweetspotFrame", "sweetspotHosted", "sweetspotChannel", "sweetspotAccountPulseHosted"];
  const warnings: string[] = [];
  const built = await rollup({
    input: names.map((name) => path.join(bundles, name, `${name}.js`)),
    external: [/^(lwc$|lightning\/|@salesforce\/|c\/)/],
    plugins: [
      lwc({
        rootDir: bundles,
        modules: [{ dir: bundles }],
        apiVersion: 66,
        enableDynamicComponents: true,
        // As the platform does it: a name that is no literal is looked up when it is asked for.
        dynamicImports: { loader: "@salesforce/loader", strictSpecifier: false },
      }),
    ],
    onwarn: ({ message }) => warnings.push(message),
  });
  const { output } = await built.generate({ format: "esm" });
  expect(warnings).toEqual([]);
  const code = output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
  // An org without the component would refuse a package that names it.
  expect(code).not.toMatch(/from ["']lightning\/uiEmbedding["']|import\(["']lightning\/uiEmbedding["']\)/);
  expect(code).not.toContain("@sf-embedding");
});

test("a gateway that no Lightning page can show is refused with an example", () => {
  expect(toGatewayOrigin("https://sweetspot.example.com/")).toBe(GATEWAY);
  for (const text of [
    "sweetspot.example.com",
    "http://sweetspot.example.com",
    `${GATEWAY}/frame`,
    `${GATEWAY}/?a=1`,
    "",
  ])
    expect(() => toGatewayOrigin(text), text).toThrow("https://sweetspot.example.com");
});
