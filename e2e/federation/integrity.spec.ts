import { cpSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { type ContainerSource, contentSecurityPolicy } from "@sweetspot/catalogue";
import type { Catalogue } from "@sweetspot/contract";
import { container, containerWithChunk, widgetModule } from "./containers.ts";
import { SAMPLE, test } from "./fixture.ts";
import { onPage } from "./record-page.ts";
import { type Site, writeContainer } from "./site.ts";

for (const ending of ["remoteEntry.js", "chunk.js"]) {
  test(`a ${ending} with other bytes than listed never runs`, async ({ open, page, folder }) => {
    const site = await open();
    site.add(
      SAMPLE,
      writeContainer(folder, "acme", containerWithChunk(), {}, { "chunk.js": widgetModule("acme") }),
    );
    const changed = ending === "chunk.js" ? widgetModule("acme") : containerWithChunk();
    site.fault(`acme/${digestOf(site.catalogue().widgets)}/${ending}`, {
      kind: "body",
      body: `${changed}globalThis.ran = ["changed"];`,
    });
    const record = onPage(page, site);
    await record.visit();
    expect(await record.mount("acme", "first")).toBe("failed");
    expect(await record.mount("account-pulse", "second")).toBe("mounted");
    expect(await record.codes()).toEqual(["widget-tampered"]);
    expect(await record.ran()).toEqual([]);
    await expect(page.locator("#first")).toContainText("is not the one that was checked");
  });
}

for (const [what, preload] of [
  ["announces", ["remoteEntry.js", "chunk.js"]],
  ["imports unannounced", ["remoteEntry.js"]],
] as const) {
  test(`a file that a widget ${what} but the catalogue does not list never arrives`, async ({
    open,
    page,
    folder,
  }) => {
    const site = await open();
    const chunk = { "chunk.js": widgetModule("acme") };
    site.add(writeContainer(folder, "acme", containerWithChunk(), { preload }, chunk));
    site.edit(({ widgets }) => ({
      widgets: widgets.map((entry) => ({
        ...entry,
        integrity: Object.fromEntries(
          Object.entries(entry.integrity).filter(([url]) => !url.endsWith("chunk.js")),
        ),
      })),
    }));
    const record = onPage(page, site);
    await record.visit();
    expect(await record.mount("acme", "first")).toBe("failed");
    expect(await record.codes()).toEqual([preload.length === 2 ? "widget-unlisted" : "widget-broken"]);
    expect(await record.ran()).toEqual([]);
    expect(site.requests.filter((url) => url.endsWith("chunk.js") && !url.includes("/unlisted/"))).toEqual(
      [],
    );
  });
}

test("an entry file that is not listed is refused before it is asked for", async ({ open, page, folder }) => {
  const site = await open();
  site.add(writeContainer(folder, "acme", container("acme")));
  site.edit(({ widgets }) => ({ widgets: widgets.map((entry) => ({ ...entry, integrity: {} })) }));
  const record = onPage(page, site);
  await record.visit();
  await record.mount("acme", "first");
  expect(await record.codes()).toEqual(["widget-unlisted"]);
  expect(site.requests.filter((url) => url.endsWith("remoteEntry.js"))).toEqual([]);
});

test("a widget from another origin runs where the browser checks its files", async ({
  open,
  page,
  folder,
}) => {
  const [home, elsewhere] = [await open(), await open()];
  home.add(publish(elsewhere, writeContainer(folder, "acme", container("acme"))));
  const record = onPage(page, home);
  await record.visit();
  expect(await record.mount("acme", "first")).toBe("mounted");
  await expect(page.locator("#first")).toHaveText("acme is here");
});

test("a widget from another origin is refused where the policy blocks the import map; our own still run", async ({
  open,
  page,
  folder,
}) => {
  const elsewhere = await open();
  const home = await open({ policy: (head) => contentSecurityPolicy({ ...head, scriptHashes: [] }) });
  home.add(SAMPLE, publish(elsewhere, writeContainer(folder, "acme", container("acme"))));
  const record = onPage(page, home);
  await record.visit();
  expect(await record.mount("acme", "first")).toBe("failed");
  expect(await record.mount("account-pulse", "second")).toBe("mounted");
  expect(await record.codes()).toEqual(["widget-unverified"]);
  expect(await record.ran()).toEqual([]);
});

test("a page whose head is older than the catalogue refuses what it does not vouch for", async ({
  open,
  page,
  folder,
}) => {
  const site = await open();
  site.add(writeContainer(folder, "acme", container("acme")));
  const record = onPage(page, site);
  await page.route(`${site.url}/`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /"integrity":\{[^}]*\}\}<\/script>/,
      '"integrity":{}}</script>',
    );
    await route.fulfill({ response, body });
  });
  await record.visit();
  await record.mount("acme", "first");
  expect(await record.codes()).toEqual(["widget-unlisted"]);
});

const digestOf = (widgets: Catalogue["widgets"]): string =>
  widgets.find(({ id }) => id === "acme")?.entry.split("/")[2] ?? "";

/** A container on its owner's server. */
function publish(site: Site, folder: string): ContainerSource {
  cpSync(folder, path.join(site.folder, "acme"), { recursive: true });
  return { folder, at: `${site.url}/acme` };
}
