import type { Page } from "@playwright/test";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-strategy-overlap");

const LANGUAGES = [
  { locale: "en-GB", title: "Strategy overlap", need: "open need" },
  { locale: "de-DE", title: "Strategievergleich", need: "offener Bedarf" },
  { locale: "id-ID", title: "Perbandingan Strategi", need: "kebutuhan terbuka" },
] as const;

const over = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("the board speaks three languages and fits from a phone to a wide page", async ({ visit, page }) => {
  for (const { locale, title, need } of LANGUAGES) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await visit({ account: "foodRetailer", locale });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("button", { name: new RegExp(`^Delivery services.*${need}`) })).toBeVisible();
    await page.locator("[data-spot]").first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(
      /\b(board|card|panel|lane|filter|composer|messages)\.[a-z-]+/,
    );
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await over(page), `${locale} at ${width} px`).toBeLessThanOrEqual(0);
    }
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(await over(page)).toBeLessThanOrEqual(0);
  }
});

for (const skin of ["lightning", "hubspot"] as const)
  test(`axe finds nothing on the board, in its panels, its composer and its table: ${skin}`, async ({
    visit,
    page,
  }) => {
    for (const theme of ["light", "dark"] as const) {
      // Names and roles are the same in every look; the panel's colours and the table's in both skins.
      const isFull = skin === "lightning" && theme === "light";
      const look = { coloursOnly: !isFull };
      await page.setViewportSize({ width: 1280, height: 1100 });
      const { violations } = await visit({ account: "gasProducer", skin, theme });
      await page.getByRole("button", { name: "Why / meaning" }).click();
      await page.getByRole("button", { name: "Add an insight about the customer, Talent pool" }).click();
      await page.locator(".so-statement").first().click();
      expect(await violations(look), theme).toEqual([]);
      if (!isFull && !(skin === "hubspot" && theme === "dark")) continue;
      await page.locator("[data-spot]").first().click();
      await page.getByRole("button", { name: "Challenge", exact: true }).first().click();
      expect(await violations(look), theme).toEqual([]);
      await page.getByRole("button", { name: "Close the panel" }).click();
      await page.setViewportSize({ width: 320, height: 900 });
      await page.getByRole("button", { name: "Show as a table" }).click();
      expect(await violations(look), theme).toEqual([]);
    }
  });

test("who may only read sees everything and finds nothing to press in vain", async ({ visit, page }) => {
  const { saved } = await visit({ account: "foodRetailer" });
  const before = await saved();
  await page.getByRole("button", { name: "As of today" }).click();
  await page.getByRole("button", { name: "A month ago" }).click();
  await expect(page.getByRole("button", { name: "Back to today" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Add an insight/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Back to today" }).first().click();
  await expect(page.getByRole("button", { name: /^Add an insight/ })).toHaveCount(6);
  expect(await saved()).toEqual(before);
});
