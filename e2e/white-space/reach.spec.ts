import { expect, test } from "./stage.fixture.ts";

const LANGUAGES = [
  { locale: "en-GB", title: "White space", strong: "Strong" },
  { locale: "de-DE", title: "Potenzialfelder", strong: "Stark" },
  { locale: "id-ID", title: "Peta Peluang", strong: "Kuat" },
] as const;

for (const { locale, title, strong } of LANGUAGES)
  test(`the grid speaks ${locale}, to the eye and to the ear`, async ({ visit, page }) => {
    const { cell, panel } = await visit({ locale });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(cell(`North, Plug-in cabinets, ${strong}`)).toHaveText(strong);
    await cell("Bucharest, Plug-in cabinets").click();
    await expect(panel).toBeVisible();
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(/\b[a-z]+\.[a-z-]+\.?[a-z-]*\b(?<!e\.g)/);
  });

for (const skin of ["lightning", "hubspot"] as const)
  for (const theme of ["light", "dark"] as const)
    test(`axe finds nothing in grid and panel, ${skin} ${theme}`, async ({ visit, page }) => {
      const { cell, violations } = await visit({ skin, theme, locale: theme === "dark" ? "de-DE" : "en-GB" });
      const look = { coloursOnly: skin === "hubspot" };
      expect(await violations(look)).toEqual([]);
      await cell("Bucharest, Plug-in cabinets").click();
      expect(await violations(look)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await violations(look)).toEqual([]);
    });

for (const [name, entry] of [
  ["rows and columns", "Rows, columns, barriers"],
  ["rules", "Rules for levels and suggestions"],
  ["currency and prices", "Currency, rates and prices"],
  ["import", "Import CSV"],
  ["areas and offerings", "Add areas or offerings"],
  ["records without a place", "Records without a place"],
] as const)
  test(`axe finds nothing in the dialog of ${name}`, async ({ visit, page }) => {
    const { choose, violations } = await visit();
    await choose(entry);
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations()).toEqual([]);
  });

test("axe finds nothing in a large grid with names that hurt, nor at the first opening", async ({
  visit,
  page,
}) => {
  const full = await visit({ stage: "full", locale: "de-DE" });
  await expect(full.grid.getByRole("rowheader", { name: "O'Brien <b> 3", exact: true })).toBeVisible();
  expect(await full.violations()).toEqual([]);
  const first = await visit({ stage: "first-food-retailer" });
  await expect(page.getByRole("button", { name: "Use this" })).toBeVisible();
  expect(await first.violations()).toEqual([]);
});

for (const width of [320, 640, 768, 1040, 1280])
  test(`nothing but the grid scrolls sideways at ${String(width)} px`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const stage of ["food-retailer", "full", "first-food-retailer"]) {
      await visit({ stage, locale: "de-DE" });
      await page.waitForTimeout(300);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, stage).toBeLessThanOrEqual(0);
    }
  });

test("on a phone one area is shown at a time, with the same keys and the whole dialog", async ({
  visit,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const { grid, cell, panel } = await visit();
  await page.getByRole("combobox", { name: "Regions" }).click();
  await page.getByRole("option", { name: "Romania › Bucharest (3 suggestions)" }).click();
  await cell("Bucharest, Cold rooms").focus();
  await page.keyboard.press("2");
  await expect(cell("Bucharest, Cold rooms, Present, set by hand")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(cell("Bucharest, Plug-in cabinets")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel).toBeFocused();
  await expect(grid).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(cell("Bucharest, Plug-in cabinets")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect(cell("Bucharest, Cold rooms")).toHaveCount(0);
});

test("every mark of the grid is a word or a shape as well: without colours all is still there", async ({
  visit,
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  const { cell } = await visit();
  await expect(cell("Bucharest, Plug-in cabinets")).toHaveText("None");
  const mark = await cell("Bucharest, Plug-in cabinets").evaluate(
    (node) => getComputedStyle(node, "::after").content,
  );
  expect(mark).toContain("+9");
});

test("with reduced motion nothing moves", async ({ visit, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { cell } = await visit();
  await cell("Bucharest, Plug-in cabinets").click();
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
