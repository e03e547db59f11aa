import { expect, test } from "./stage.fixture.ts";

test("a grid of 300 areas draws what is in sight, tells its size, and the keyboard reaches every row", async ({
  visit,
  page,
}) => {
  const { grid, cell } = await visit({ stage: "huge" });
  await expect(grid).toHaveAttribute("aria-rowcount", "363");
  expect(await grid.locator("td").count()).toBeLessThan(1500);

  await cell("Südwest 2, Audit 5").focus();
  for (let pages = 0; pages < 4; pages += 1) await page.keyboard.press("PageDown");
  const focused = grid.locator("td:focus");
  await expect(focused).toHaveAttribute("aria-label", /^Südwest 42, Audit 5/);
  await expect(grid.locator("tr:has(td:focus)")).toHaveAttribute("aria-rowindex", "44");

  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(focused).toHaveAttribute("aria-label", /360, Audit 5/);
  await expect(focused).toBeInViewport();
  await page.keyboard.press("3");
  await expect(focused).toHaveAttribute("data-level", "strong");

  await grid.locator("xpath=..").evaluate((scroller) => scroller.scrollTo({ top: 0 }));
  await expect(cell("Südwest 2, Audit 5")).toBeVisible();
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
});
