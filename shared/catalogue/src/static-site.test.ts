import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, writeContainer } from "./built-container.fixture.ts";
import { buildCatalogue } from "./catalogue-builder.ts";
import { HEAD_PLACEHOLDER } from "./render-head.ts";
import { buildStaticSite } from "./static-site.ts";

function build(changes: { readonly base?: string; readonly gateway?: string } = {}) {
  const [source, frame, out] = [emptyFolder(), emptyFolder(), emptyFolder()];
  writeFileSync(
    path.join(frame, "index.html"),
    `<head>${HEAD_PLACEHOLDER}<script src="a.js"></script></head>`,
  );
  const catalogue = buildCatalogue({ containers: [writeContainer()], out: source });
  buildStaticSite({ catalogue, source, frame, out, base: "https://cdn.example/s", ...changes });
  const read = (file: string): string => readFileSync(path.join(out, file), "utf8");
  return { catalogue, read };
}

test("catalogue, containers and frame lie together, the policy before any script", () => {
  const { catalogue, read } = build();
  expect(JSON.parse(read("widgets.json"))).toEqual(catalogue);
  expect(read(catalogue.widgets[0]?.entry ?? "")).toContain("export");
  const page = read("frame/index.html");
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
  expect(page).toContain("https://cdn.example/s/widgets/");
});

test("the gateway is named to the page and allowed by its policy", () => {
  const page = build({ gateway: "https://gateway.example/ignored/path" }).read("frame/index.html");
  expect(page).toContain('<meta name="sweetspot-gateway" content="https://gateway.example">');
  expect(page).toContain("connect-src 'self' https://gateway.example;");
});

test("what only a header can say is written down for the host", () => {
  const headers = build().read("_headers");
  expect(headers).toContain("/s/widgets/*\n  Access-Control-Allow-Origin: *");
  expect(headers).toMatch(/Content-Security-Policy: .*frame-ancestors 'none'/);
});

test("a base that is no web address is refused by its name", () => {
  for (const base of ["cdn.example", "file:///srv", ""])
    expect(() => build({ base })).toThrow(/--base must be/);
});
