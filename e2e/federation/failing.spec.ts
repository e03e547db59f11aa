import { expect } from "@playwright/test";
import { BROKEN_SYNTAX, container, containerWithChunk, THROWS_AT_ONCE, widgetModule } from "./containers.ts";
import { SAMPLE, test } from "./fixture.ts";
import { onPage } from "./record-page.ts";
import { writeContainer } from "./site.ts";

for (const [what, code, expected] of [
  ["is no JavaScript", BROKEN_SYNTAX, "widget-broken"],
  ["throws while it is evaluated", THROWS_AT_ONCE, "widget-broken"],
  [
    "exposes nothing",
    "export const init = () => {}; export const get = async () => () => ({});",
    "widget-contract",
  ],
  ["names another contract than its entry", container("acme", 'contract: "widget/9",'), "widget-contract"],
  ["throws while it mounts", container("acme", 'mount() { throw new Error("no"); },'), "widget-crashed"],
] as const) {
  test(`a widget that ${what} shows its own screen and its neighbour lives`, async ({
    open,
    page,
    folder,
  }) => {
    const site = await open();
    site.add(SAMPLE, writeContainer(folder, "acme", code));
    const record = onPage(page, site);
    await record.visit();
    expect(await record.mount("acme", "first")).toBe("failed");
    expect(await record.mount("account-pulse", "second")).toBe("mounted");
    await expect(page.locator("#first").getByRole("alert")).toContainText(`Code: ${expected}`);
    await expect(page.locator("#first").getByRole("heading")).toHaveText("Widget acme");
    await expect(page.locator("#second dd").first()).toBeVisible();
    expect(await record.codes()).toEqual([expected]);
    expect(await page.evaluate(() => window.sweetspot?.unhandled)).toEqual([]);
  });
}

test("a widget whose files are missing shows its screen", async ({ open, page, folder }) => {
  const site = await open();
  site.add(writeContainer(folder, "acme", container("acme")));
  site.fault("acme/remoteEntry.js", undefined);
  site.fault("remoteEntry.js", { kind: "status", status: 404 });
  const record = onPage(page, site);
  await record.visit();
  expect(await record.mount("acme", "first")).toBe("failed");
  expect(await record.codes()).toEqual(["widget-unreachable"]);
});

test("a widget nobody listed shows its screen", async ({ open, page }) => {
  const site = await open();
  const record = onPage(page, site);
  await record.visit();
  await record.mount("unheard-of", "first");
  await expect(page.locator("#first")).toContainText("does not know this widget");
});

test("a widget that hangs is given up after the time limit, and draws nothing when it comes after all", async ({
  open,
  page,
  folder,
}) => {
  const site = await open();
  site.add(writeContainer(folder, "acme", container("acme")));
  site.fault("remoteEntry.js", { kind: "hang" });
  const record = onPage(page, site);
  await record.visit("?timeout=400");
  expect(await record.mount("acme", "first")).toBe("failed");
  await expect(page.locator("#first")).toContainText("Code: widget-timeout");
  expect(await page.evaluate(() => window.sweetspot?.unhandled)).toEqual([]);
});

test("a widget for another contract or another React is refused before any of its files is asked for", async ({
  open,
  page,
  folder,
}) => {
  const site = await open();
  site.add(
    writeContainer(folder, "acme", container("acme"), { contract: "widget/2" }),
    writeContainer(folder, "umbrella", container("umbrella"), { react: "^20.0.0" }),
  );
  const record = onPage(page, site);
  await record.visit();
  await record.mount("acme", "first");
  await record.mount("umbrella", "second");
  expect(await record.codes()).toEqual(["widget-contract", "widget-react"]);
  expect(site.requests.filter((url) => url.endsWith("remoteEntry.js"))).toEqual([]);
});

for (const ending of ["remoteEntry.js", "chunk.js"]) {
  test(`trying again works once ${ending} no longer answers 503`, async ({ open, page, folder }) => {
    const site = await open();
    const dist = writeContainer(
      folder,
      "acme",
      containerWithChunk(),
      {},
      { "chunk.js": widgetModule("acme") },
    );
    site.add(dist);
    site.fault(ending, { kind: "status", status: 503 });
    const record = onPage(page, site);
    await record.visit();
    expect(await record.mount("acme", "first")).toBe("failed");
    await expect(page.locator("#first")).toContainText("Code: widget-unreachable");
    site.fault(ending, undefined);
    await page.getByRole("button", { name: "Try again" }).press("Enter");
    await expect(page.locator("#first")).toHaveText("acme is here");
    expect(await page.evaluate(() => window.sweetspot?.unhandled)).toEqual([]);
  });
}

test("a widget that gives up while it runs is taken down, and comes back on trying again", async ({
  open,
  page,
  folder,
}) => {
  const site = await open();
  const mount = `mount(element, { onFailure }) {
    const button = document.createElement("button");
    button.textContent = "Break";
    button.addEventListener("click", () => onFailure(new Error("cannot go on")));
    element.append(button);
    return { update() {}, unmount() { button.remove(); } };
  },`;
  site.add(SAMPLE, writeContainer(folder, "acme", container("acme", mount)));
  const record = onPage(page, site);
  await record.visit();
  await record.mount("acme", "first");
  await record.mount("account-pulse", "second");
  await page.getByRole("button", { name: "Break" }).click();
  await expect(page.locator("#first")).toContainText("Code: widget-crashed");
  await expect(page.locator("#second dd").first()).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Break" })).toBeVisible();
  expect(await record.codes()).toEqual(["widget-crashed"]);
});

test("a widget that fails after an update opens in its last good version", async ({ open, page, folder }) => {
  const site = await open();
  site.add(writeContainer(folder, "acme", container("acme"), {}, {}, "1.0.0"));
  site.add(writeContainer(folder, "acme", THROWS_AT_ONCE, {}, {}, "2.0.0"));
  const record = onPage(page, site);
  await record.visit();
  expect(await record.mount("acme", "first")).toBe("failed");
  await page.getByRole("button", { name: "Open version 1.0.0" }).click();
  await expect(page.locator("#first")).toHaveText("acme is here");
});

test("the failure screen speaks the user's language and follows a switch", async ({ open, page }) => {
  const site = await open();
  const record = onPage(page, site);
  await record.visit("?locale=de-DE");
  await record.mount("unheard-of", "first");
  await expect(page.getByRole("button", { name: "Noch einmal versuchen" })).toBeVisible();
  await page.evaluate(() => window.sweetspot?.update("first", { locale: "id-ID", theme: "dark" }));
  await expect(page.getByRole("button", { name: "Coba lagi" })).toBeVisible();
  await page.evaluate(() => window.sweetspot?.unmount("first"));
  await expect(page.locator("#first")).toBeEmpty();
});

test("a place that is left while its widget loads stays empty", async ({ open, page, folder }) => {
  const site = await open();
  site.add(writeContainer(folder, "acme", container("acme")));
  const record = onPage(page, site);
  await record.visit();
  await page.evaluate(async () => {
    const ended = window.sweetspot?.mount("acme", "first");
    window.sweetspot?.unmount("first");
    await ended;
  });
  await expect(page.locator("#first")).toBeEmpty();
  expect(await record.ran()).not.toContain("acme mounted");
  expect(await record.codes()).toEqual([]);
});
