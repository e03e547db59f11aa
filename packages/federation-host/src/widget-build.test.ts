import type { Catalogue, CatalogueEntry } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { assertCompatible } from "./compatibility.ts";
import { findBuild } from "./widget-build.ts";

const URL_OF_CATALOGUE = "https://gateway.example/sweetspot/widgets.json";

const entry: CatalogueEntry = {
  id: "acme",
  version: "2.0.0",
  contract: "widget/1",
  react: "^19.3.0",
  container: "acme",
  entry: "widgets/acme/b/remoteEntry.js",
  expose: "./acme",
  integrity: { "widgets/acme/b/remoteEntry.js": "sha384-b" },
  recordTypes: ["account"],
  titles: { en: "Acme" },
  minHeight: 0,
  lastGood: {
    version: "1.0.0",
    contract: "widget/1",
    react: "^19.0.0",
    container: "acme",
    entry: "https://acme.example/a/remoteEntry.js",
    expose: "./acme",
    integrity: { "https://acme.example/a/remoteEntry.js": "sha384-a" },
  },
};
const catalogue: Catalogue = { widgets: [entry] };
const find = (id: string, version?: string) => findBuild(catalogue, URL_OF_CATALOGUE, id, version);

test("a build's files are found beside the catalogue, with their hashes", () => {
  const build = find("acme");
  expect(build.entry).toBe("https://gateway.example/sweetspot/widgets/acme/b/remoteEntry.js");
  expect(build.integrity.get(build.entry)).toBe("sha384-b");
  expect(build.foreign).toBe(false);
});

test("the last good version may come from elsewhere, and is then foreign", () => {
  expect(find("acme", "1.0.0")).toMatchObject({ version: "1.0.0", foreign: true });
});

test("a widget or version the catalogue does not have is missing", () => {
  expect(() => find("other")).toThrow(expect.objectContaining({ code: "widget-missing" }));
  expect(() => find("acme", "3.0.0")).toThrow(expect.objectContaining({ code: "widget-missing" }));
});

test("contract and React are compared before anything is loaded", () => {
  const check = (changes: object, react: string) => () =>
    assertCompatible({ ...find("acme"), ...changes }, react);
  expect(check({}, "19.3.1")).not.toThrow();
  expect(check({}, "19.4.0")).not.toThrow();
  expect(check({}, "19.2.0")).toThrow(expect.objectContaining({ code: "widget-react" }));
  expect(check({}, "20.0.0")).toThrow(expect.objectContaining({ code: "widget-react" }));
  expect(check({ contract: "widget/2" }, "19.3.1")).toThrow(
    expect.objectContaining({ code: "widget-contract" }),
  );
});
