import { fileOf, sheetsOf } from "../support/paper.ts";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-account-plan");

test("a rep writes the brief, prints the plan on A4, and hands on slides that can be edited", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "gasProducer" });
  await page.getByRole("button", { name: "Title and brief" }).press("Enter");
  const head = page.getByRole("dialog", { name: "Title and brief" });
  await head.getByLabel("Region").fill("Rhine <b>");
  await head.getByLabel(/^To know before a visit/).fill("They decide on the pool in March. ".repeat(20));
  await head.getByRole("button", { name: "Begin version 2" }).press("Enter");
  await page.keyboard.press("Escape");
  const sheets = page.getByRole("article");
  await expect(sheets.first()).toContainText("They decide on the pool in March.");
  await expect(sheets.first()).toContainText("Version 2");
  await expect(sheets.first()).toContainText("Rhine <b>");
  expect((await saved()).find(({ type }) => type === "account-plan")?.fields).toMatchObject({ version: 2 });

  await page.getByRole("button", { name: /pages$/ }).press("Enter");
  const pages = await page.getByRole("checkbox").count();
  for (let index = 1; index < pages; index += 1) await page.getByRole("checkbox").nth(index).press("Space");
  await page.keyboard.press("Escape");
  await expect(sheets).toHaveCount(1);
  const printed = async (): Promise<Buffer> => {
    await page.getByRole("button", { name: "Print or PDF" }).press("Enter");
    const html = await fileOf(page, () => page.getByRole("button", { name: "Save as page" }).press("Enter"));
    await page.keyboard.press("Escape");
    return html;
  };
  expect(await sheetsOf(page, await printed()), "the brief stands on one page").toBe(1);

  await page.getByRole("button", { name: /pages$/ }).press("Enter");
  for (let index = 1; index < pages; index += 1) await page.getByRole("checkbox").nth(index).press("Space");
  await page.keyboard.press("Escape");
  await expect(sheets).toHaveCount(pages);
  expect(await sheetsOf(page, await printed()), "one sheet a step").toBe(pages);

  await page.getByRole("button", { name: "Print or PDF" }).press("Enter");
  const slides = await fileOf(page, () => page.getByRole("button", { name: "PowerPoint" }).press("Enter"));
  expect(slides.subarray(0, 2).toString()).toBe("PK");
});

test("what is handed to the customer holds what both sides share, and says what it leaves out", async ({
  visit,
  page,
}) => {
  await visit({ account: "foodRetailer" });
  const sheets = page.getByRole("article");
  await expect(page.getByRole("article", { name: /^Buying centre/ })).toBeVisible();
  await page.getByRole("button", { name: "The customer" }).press("Enter");
  await expect(page.getByText(/^The excerpt holds what both sides share/)).toBeVisible();
  await expect(page.getByRole("article", { name: /^Strategy comparison/ })).toBeVisible();
  for (const ours of [/^Brief/, /^Buying centre/, /^White space/, /^Relationship plan/, /^Voice/])
    await expect(page.getByRole("article", { name: ours })).toHaveCount(0);
  await expect(sheets.first()).not.toContainText("not for the customer");
});

test("axe finds nothing in any language, theme and width, and nothing scrolls sideways but tables", async ({
  visit,
  page,
}) => {
  for (const look of [
    { locale: "en-GB", skin: "lightning", theme: "light" },
    { locale: "de-DE", skin: "hubspot", theme: "dark" },
    { locale: "id-ID", skin: "lightning", theme: "dark" },
  ] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    const { violations } = await visit({ account: "gasProducer", ...look });
    expect(await violations(), look.locale).toEqual([]);
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(/\b(page|brief|column|text)\.[a-z-]+\b/);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violations(), `${look.locale} at 320 px`).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
});

test("an account nobody has planned says how its plan comes about", async ({ visit, page }) => {
  await visit({ account: "empty" });
  await expect(page.locator(".ss-widget")).toContainText("The plan writes itself");
  await page.getByRole("button", { name: "Title and brief" }).press("Enter");
  await page.getByLabel(/^To know before a visit/).fill("First talk in March.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("article", { name: /^Brief/ })).toContainText("First talk in March.");
});
