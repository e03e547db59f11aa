import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, writeContainer } from "./built-container.fixture.ts";
import { buildCatalogue } from "./catalogue-builder.ts";

test("every file is listed with the hash of its bytes, and lies where the list says", () => {
  const out = emptyFolder();
  const { widgets } = buildCatalogue({ containers: [writeContainer()], out });
  const files = Object.entries(widgets[0]?.integrity ?? {});
  expect(files.map(([url]) => url.split("/").slice(3).join("/"))).toEqual([
    "assets/chunk.js",
    "remoteEntry.js",
  ]);
  for (const [url, hash] of files) {
    const bytes = readFileSync(path.join(out, url));
    expect(hash).toBe(`sha384-${createHash("sha384").update(bytes).digest("base64")}`);
  }
  expect(widgets[0]?.entry).toMatch(/^widgets\/acme_widgets\/[0-9a-f]{12}\/remoteEntry\.js$/);
});

test("the same bytes give the same catalogue; one other byte gives another folder", () => {
  const build = (code: string) =>
    buildCatalogue({
      containers: [writeContainer({ files: { "remoteEntry.js": code } })],
      out: emptyFolder(),
    });
  expect(build("1")).toEqual(build("1"));
  expect(build("1").widgets[0]?.entry).not.toBe(build("2").widgets[0]?.entry);
});

test("a new build keeps the former one as last good, and only that one", () => {
  const out = emptyFolder();
  const versions = ["1.0.0", "1.1.0", "1.2.0"].map((version) =>
    buildCatalogue({ containers: [writeContainer({ version, files: { "remoteEntry.js": version } })], out }),
  );
  const [first, second, third] = versions.map(({ widgets }) => widgets[0]);
  expect(third?.lastGood).toMatchObject({ version: "1.1.0", entry: second?.entry });
  expect(third?.lastGood).not.toHaveProperty("lastGood");
  expect(existsSync(path.join(out, second?.entry ?? ""))).toBe(true);
  expect(existsSync(path.join(out, first?.entry ?? ""))).toBe(false);
});

test("building the same again forgets nothing", () => {
  const out = emptyFolder();
  const [old, current] = ["1.0.0", "1.1.0"].map((version) =>
    writeContainer({ version, files: { "remoteEntry.js": version } }),
  );
  if (!old || !current) throw new Error("unreachable");
  buildCatalogue({ containers: [old], out });
  const before = buildCatalogue({ containers: [current], out });
  expect(buildCatalogue({ containers: [current], out })).toEqual(before);
});

test("a third party's container is added beside ours; a rebuild of ours leaves it", () => {
  const out = emptyFolder();
  const theirs = writeContainer({ name: "theirs", widget: { id: "theirs", expose: "./theirs" } });
  buildCatalogue({ containers: [writeContainer()], out });
  const ids = (containers: string[]) =>
    buildCatalogue({ containers, out, add: true })
      .widgets.map(({ id }) => id)
      .toSorted();
  expect(ids([theirs])).toEqual(["acme", "theirs"]);
  expect(ids([writeContainer({ files: { "remoteEntry.js": "new" } })])).toEqual(["acme", "theirs"]);
});

test("a widget our container no longer ships is gone", () => {
  const out = emptyFolder();
  buildCatalogue({ containers: [writeContainer()], out });
  const renamed = writeContainer({ widget: { id: "renamed", expose: "./renamed" } });
  expect(buildCatalogue({ containers: [renamed], out, add: true }).widgets.map(({ id }) => id)).toEqual([
    "renamed",
  ]);
});

test("two containers with one widget id, and a container that is not built, are refused with a remedy", () => {
  const out = emptyFolder();
  const build =
    (...containers: string[]) =>
    () =>
      buildCatalogue({ containers, out });
  expect(build(writeContainer(), writeContainer({ name: "other" }))).toThrow(/"acme".*another id/);
  expect(build(emptyFolder())).toThrow(/container\.json is missing: build the container first/);
  const torn = writeContainer();
  rmSync(path.join(torn, "remoteEntry.js"));
  expect(build(torn)).toThrow(/names remoteEntry\.js, which is not in/);
  expect(existsSync(path.join(out, "widgets.json"))).toBe(false);
});

test("a container cannot name a file outside its folder", () => {
  const container = writeContainer({ description: { entry: "../../secret.js" } });
  expect(() => buildCatalogue({ containers: [container], out: emptyFolder() })).toThrow(/entry: must/);
});

test("a container that others serve is listed with their addresses and our hashes, and not copied", () => {
  const out = emptyFolder();
  const at = "https://acme.example/pulse";
  const { widgets } = buildCatalogue({ containers: [{ folder: writeContainer(), at }], out });
  expect(widgets[0]?.entry).toBe(`${at}/remoteEntry.js`);
  expect(Object.keys(widgets[0]?.integrity ?? {})).toEqual([`${at}/assets/chunk.js`, `${at}/remoteEntry.js`]);
  expect(existsSync(path.join(out, "widgets/acme_widgets"))).toBe(false);
  expect(() => buildCatalogue({ containers: [{ folder: writeContainer(), at: "pulse" }], out })).toThrow(
    /absolute URL/,
  );
});
