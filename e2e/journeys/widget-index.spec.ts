import { expect, type Page } from "@playwright/test";
import { expectNoViolations } from "../support/axe.ts";
import { gatewayForFile, test } from "../support/journey.ts";
import { widgetIndexOf } from "../support/widget-index.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const HAVER = { place: "/accounts/account-haver" } as const;

const placeOf = (page: Page, id: string) => page.locator(`[data-widget="${id}"]`);
const isWaiting = (page: Page, id: string) => placeOf(page, id).locator(".wb-slot-waiting");

test("a record page draws the widgets in sight and leads to the others by keys; it opens where one went last", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, { ...HAVER, widget: "strategy-overlap", height: 600 });
  const index = widgetIndexOf(page);
  await expect(index.first()).toHaveAttribute("aria-current", "true");
  const last = (await page.locator("[data-widget]").last().getAttribute("data-widget")) ?? "";
  await expect(isWaiting(page, last)).toHaveCount(1);

  await index.first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await whiteSpaceOn(page).isDrawn();
  await expect(index.nth(2)).toHaveAttribute("aria-current", "true");
  await expect(placeOf(page, "white-space")).toBeFocused();
  await expect(placeOf(page, "white-space")).toBeInViewport();

  await page.reload();
  await whiteSpaceOn(page).isDrawn();
  await expect(index.nth(2)).toHaveAttribute("aria-current", "true");
  await expect(isWaiting(page, "strategy-overlap")).toHaveCount(1);
  const top = () =>
    placeOf(page, "white-space").evaluate((place) => Math.round(place.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(140);
  expect(await top()).toBeGreaterThanOrEqual(90);
  await expectNoViolations(page, "an index");
});

test("at 320 pixels the index is one line that holds the current widget in sight", async ({ visit }) => {
  const page = await visit(sweetspot.url, { ...HAVER, language: "id", width: 320, widget: "buying-centre" });
  await expect(placeOf(page, "buying-centre")).toBeInViewport();
  const current = widgetIndexOf(page).and(page.locator("[aria-current]"));
  await expect(current).toHaveText("Pusat Pembelian");
  await expect(current).toBeInViewport({ ratio: 1 });
  const box = await page.getByRole("navigation", { name: "Widget di halaman ini" }).boundingBox();
  expect(box?.height).toBeLessThan(60);
});

test("a white-space cell leads to who can introduce us to whom decides there, and remembers the wish", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, { place: "/accounts/account-windlauf" });
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.grid.getByRole("gridcell").first().click();
  await space.panel.getByRole("button", { name: /^Who can introduce us.*Niamh/ }).click();
  const bridge = page.getByRole("region", { name: "Referral bridge" });
  await expect(bridge).toBeInViewport();
  await expect(bridge.getByText("Who can introduce us to Niamh Fährmannsdal?")).toBeVisible();
  await bridge.getByRole("button", { name: "Introductions" }).click();
  await expect(bridge.getByRole("button", { name: /Find a way to Niamh Fährmannsdal/ })).toBeVisible();
  await expect(space.panel.getByText("Candidate")).toBeVisible();
});
