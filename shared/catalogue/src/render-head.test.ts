import { createHash } from "node:crypto";
import type { Catalogue, CatalogueEntry } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { emptyFolder, writeContainer } from "./built-container.fixture.ts";
import { buildCatalogue } from "./catalogue-builder.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { HEAD_PLACEHOLDER, insertHead, renderHead } from "./render-head.ts";

interface ImportMap {
  readonly imports: Readonly<Record<string, string>>;
  readonly integrity: Readonly<Record<string, string>>;
}

const ours = (): Catalogue => buildCatalogue({ containers: [writeContainer()], out: emptyFolder() });
const textOf = (html: string): string => /<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
const mapOf = (html: string): ImportMap => JSON.parse(textOf(html));

function foreign(): Catalogue {
  const [entry] = ours().widgets;
  if (!entry) throw new Error("unreachable");
  const locate = (url: string): string => `https://acme.example/${url}`;
  const moved: CatalogueEntry = {
    ...entry,
    entry: locate(entry.entry),
    integrity: Object.fromEntries(Object.entries(entry.integrity).map(([url, hash]) => [locate(url), hash])),
  };
  return { widgets: [moved] };
}

test("every listed file leads to itself with its hash, everything else in the folder astray", () => {
  const catalogue = ours();
  const { imports, integrity } = mapOf(renderHead(catalogue).html);
  const files = Object.entries(catalogue.widgets[0]?.integrity ?? {}).map(
    ([url, hash]) => [`/${url}`, hash] as const,
  );
  for (const [url, hash] of files) expect([imports[url], integrity[url]]).toEqual([url, hash]);
  expect(imports["/widgets/"]).toBe("/widgets/unlisted/");
  expect(
    Object.keys(imports)
      .filter((url) => !url.endsWith("/"))
      .toSorted(),
  ).toEqual(Object.keys(integrity).toSorted());
});

test("the policy allows the import map by the hash of exactly the text on the page, and no other inline code", () => {
  const head = renderHead(ours());
  const hash = createHash("sha256").update(textOf(head.html)).digest("base64");
  expect(head.scriptHashes).toEqual([`'sha256-${hash}'`]);
  const policy = contentSecurityPolicy(head);
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain(
    "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
  );
  expect(contentSecurityPolicy(head, { meta: true })).not.toContain("frame-ancestors");
});

test("files of another origin are allowed one by one, and their folder leads astray too", () => {
  const catalogue = foreign();
  const head = renderHead(catalogue);
  expect(head.remoteSources).toEqual(Object.keys(catalogue.widgets[0]?.integrity ?? {}));
  const folder = catalogue.widgets[0]?.entry.replace("remoteEntry.js", "") ?? "";
  expect(mapOf(head.html).imports[folder]).toBe("/widgets/unlisted/");
});

test("a catalogue on a static host gives absolute addresses, and its own origin needs no further source", () => {
  const head = renderHead(ours(), { catalogueUrl: "https://cdn.example/s/widgets.json" });
  expect(
    Object.keys(mapOf(head.html).imports).every((url) => url.startsWith("https://cdn.example/s/widgets/")),
  ).toBe(true);
  expect(head.remoteSources).toEqual([]);
});

test("a widget is preloaded with its hash where the page shows it, and only there", () => {
  const catalogue = ours();
  expect(renderHead(catalogue).html).not.toContain("modulepreload");
  const link = renderHead(catalogue, { preload: ["acme"] }).html.match(/<link[^>]*>/)?.[0];
  const [url, hash] =
    Object.entries(catalogue.widgets[0]?.integrity ?? {}).find(([file]) => file.endsWith("remoteEntry.js")) ??
    [];
  expect(link).toContain(`href="/${url}" integrity="${hash}"`);
});

test("a title that looks like markup stays text", () => {
  const [entry] = ours().widgets;
  if (!entry) throw new Error("unreachable");
  const { html } = renderHead({
    widgets: [{ ...entry, titles: { en: "</script><script>alert(1)</script>" } }],
  });
  expect(html.match(/<script/g)).toHaveLength(2);
});

test("a file that two entries list with different hashes is refused", () => {
  const [entry] = ours().widgets;
  if (!entry) throw new Error("unreachable");
  const other = { ...entry, id: "other", integrity: { [entry.entry]: `sha384-${"A".repeat(64)}` } };
  expect(() => renderHead({ widgets: [entry, other] })).toThrow("two hashes");
});

test("the head stands before the page's first script, or the page is refused", () => {
  const head = renderHead(ours());
  const page = insertHead(`<head>${HEAD_PLACEHOLDER}<script src="a.js"></script></head>`, head);
  expect(page.indexOf("importmap")).toBeLessThan(page.indexOf("a.js"));
  expect(() => insertHead(`<head><script src="a.js"></script>${HEAD_PLACEHOLDER}</head>`, head)).toThrow(
    "before",
  );
  expect(() => insertHead("<head></head>", head)).toThrow(HEAD_PLACEHOLDER);
});
