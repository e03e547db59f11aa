import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectNoViolations } from "../support/axe.ts";
import { gatewayForFile, test } from "../support/journey.ts";
import { catalogueWithSample } from "../support/sample-catalogue.ts";
import { goToWidget } from "../support/widget-index.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile({ makeCatalogue: catalogueWithSample });
const HAVER = { place: "/accounts/account-haver" } as const;
const pulseOn = (page: Page) => page.getByRole("region", { name: "Account pulse" });

/** The file every widget of a container begins with. */
function entryOf(container: string): string {
  const folder = path.join(sweetspot.catalogue, "widgets", container);
  const [digest = ""] = readdirSync(folder);
  return path.join(folder, digest, "remoteEntry.js");
}

test("a third party's widget stands beside ours, drawn with the page's one React", async ({ visit }) => {
  const page = await visit(sweetspot.url);
  const withReact = new Set<string>();
  page.on("response", async (response) => {
    const isScript = response.url().endsWith(".js") && response.ok();
    const text = isScript ? await response.text().catch(() => "") : "";
    if (text.includes("react.transitional.element")) withReact.add(new URL(response.url()).pathname);
  });
  await page.goto(`${sweetspot.url}/?again#${HAVER.place}`);
  await whiteSpaceOn(page).isDrawn();
  await goToWidget(page, "Account pulse");
  await expect(pulseOn(page).locator("dd").first()).toBeVisible();
  expect([...withReact]).toEqual([expect.stringMatching(/^\/assets\//)]);
  await expectNoViolations(page, "two widgets");
});

test("both widgets read the account once, and a deal begun in one shows in the other at once", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url);
  const calls: string[] = [];
  page.on("request", (request) => {
    const call = /\/api\/port\/(.+)$/.exec(request.url())?.[1];
    if (call) calls.push(call);
  });
  await expect(page.getByRole("link", { name: "Haver Markt", exact: true })).toBeVisible();
  await page.goto(`${sweetspot.url}/#${HAVER.place}`);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await goToWidget(page, "Account pulse");
  const openDeals = pulseOn(page).locator("div", { hasText: "Open deals" }).locator("dd");
  const before = Number(await openDeals.textContent());
  expect(calls.filter((call) => call === "reader/openAccount")).toHaveLength(1);

  const panel = await space.open("Warsaw", "Cold rooms");
  await panel.getByRole("button", { name: "New opportunity" }).click();
  await expect(page.getByText("Opportunity created and linked")).toBeVisible();
  await expect(openDeals).toHaveText(String(before + 1));
  await space.isSaved();
});

test("a widget whose file is missing says so, its neighbour lives, and a retry brings it back", async ({
  visit,
}) => {
  const entry = entryOf("account_pulse");
  renameSync(entry, `${entry}.away`);
  try {
    const page = await visit(sweetspot.url, HAVER);
    const space = whiteSpaceOn(page);
    await space.isDrawn();
    await goToWidget(page, "Account pulse");
    const failure = page.getByRole("alert").filter({ hasText: "Account pulse" });
    await expect(failure).toContainText("Code: widget-unreachable");
    await expectNoViolations(page, "a missing widget");
    await space.cell("South", "Cold rooms").click();
    await page.keyboard.press("2");
    await space.isSaved();
    renameSync(`${entry}.away`, entry);
    await failure.getByRole("button").first().click();
    await expect(pulseOn(page).locator("dd").first()).toBeVisible();
    await expect(failure).toHaveCount(0);
  } finally {
    if (readdirSync(path.dirname(entry)).includes("remoteEntry.js.away")) renameSync(`${entry}.away`, entry);
  }
});

test("our own widget with a changed byte never runs; the third party's and the record do", async ({
  visit,
}) => {
  const entry = entryOf("sweetspot_widgets");
  const good = readFileSync(entry);
  writeFileSync(entry, Buffer.concat([good, Buffer.from('\nglobalThis.tampered = "ran";\n')]));
  try {
    const page = await visit(sweetspot.url, HAVER);
    const failure = page.getByRole("alert").filter({ hasText: "White space" });
    await expect(failure).toContainText("Code: widget-tampered");
    await goToWidget(page, "Account pulse");
    await expect(pulseOn(page).locator("dd").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Haver Markt", exact: true })).toBeVisible();
    expect(await page.evaluate(() => "tampered" in globalThis)).toBe(false);
    await expect(failure.getByRole("button").first()).toBeVisible();
  } finally {
    writeFileSync(entry, good);
  }
});
