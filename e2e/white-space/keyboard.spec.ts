import { expect, test } from "./stage.fixture.ts";

test("the grid is one tab stop, and every part of it is reached from there", async ({ visit, page }) => {
  const { grid, cell } = await visit();
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.getByRole("textbox", { name: "Find an area or offering" }).focus();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    if (await grid.locator(":focus").count()) break;
  }
  await expect(cell("Germany, Plug-in cabinets")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(grid.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Control+End");
  await expect(grid.locator("tfoot tr").last().locator("td").last()).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(grid.getByRole("rowheader", { name: "Germany" })).toBeFocused();
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
});

test("rows and columns fold and unfold by keyboard", async ({ visit, page }) => {
  const { grid, cell } = await visit();
  const germany = grid.getByRole("rowheader", { name: /^Germany/ });
  await cell("Germany, Plug-in cabinets").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await expect(grid.getByRole("rowheader", { name: "Rhine-Ruhr" })).toHaveCount(0);
  await expect(grid.getByRole("row", { expanded: false })).toHaveCount(1);
  await expect(germany).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(grid.getByRole("rowheader", { name: "Rhine-Ruhr" })).toBeVisible();

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(grid.getByRole("columnheader", { name: "Cooling" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("columnheader", { name: "Cold rooms" })).toHaveCount(0);
  await expect(grid.getByRole("columnheader", { name: /Cooling/, expanded: false })).toBeFocused();
  await page.keyboard.press("+");
  await expect(grid.getByRole("columnheader", { name: "Cold rooms" })).toBeVisible();
});

test("a level is set, stretched over a range, handed back and undone without a mouse", async ({
  visit,
  page,
}) => {
  const { cell, flush } = await visit();
  await cell("Warsaw, Shelf lighting").focus();
  await page.keyboard.press("3");
  await expect(cell("Warsaw, Shelf lighting, Strong, set by hand")).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("2");
  for (const place of ["Warsaw, Shelf", "Warsaw, Store", "Lesser Poland, Shelf", "Lesser Poland, Store"])
    await expect(cell(place)).toHaveAttribute("data-level", "present");
  await page.keyboard.press("Control+z");
  await expect(cell("Warsaw, Shelf lighting, Strong, set by hand")).toBeVisible();
  await expect(cell("Lesser Poland, Store lighting, None")).toBeVisible();
  await cell("Warsaw, Shelf lighting").focus();
  await page.keyboard.press("Delete");
  await expect(cell("Warsaw, Shelf lighting, None, nothing won here")).toBeFocused();
  await flush();
  await expect(page.getByText(/^Saved/)).toBeVisible();
});

test("a cell is opened, worked in and left, and the focus returns to it", async ({ visit, page }) => {
  const { cell, panel } = await visit();
  await cell("Transylvania, Cold rooms").focus();
  await page.keyboard.press("Enter");
  await expect(panel).toBeFocused();
  await expect(panel).toContainText("Suggested: 2 sister areas buy it");
  await panel.getByLabel("What happens next?").fill("Ask Ioana for a tour");
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("Who", { exact: true })).toContainText("Lena");
  await panel.getByLabel("Potential a year, EUR").fill("a lot");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^“a lot” is no amount/)).toBeVisible();
  await expect(panel).toHaveCount(0);
  await expect(cell("Transylvania, Cold rooms")).toBeFocused();
  await expect(cell("Transylvania, Cold rooms")).toHaveAttribute("aria-label", /next step planned/);
});

test("not possible wants a reason before it is set", async ({ visit, page }) => {
  const { cell, panel } = await visit();
  await cell("Warsaw, Cold rooms").focus();
  await page.keyboard.press("x");
  await expect(panel.getByLabel("Why is it not possible here?")).toBeFocused();
  await expect(panel.getByRole("button", { name: "Set to not possible" })).toBeDisabled();
  await page.keyboard.type("The building is listed");
  await page.keyboard.press("Enter");
  await expect(cell("Warsaw, Cold rooms, Not possible, set by hand")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cell("Warsaw, Cold rooms")).toBeFocused();
});

test("a brush paints with the space bar, a reason given once", async ({ visit, page }) => {
  const { cell } = await visit();
  await cell("Warsaw, CO₂ racks").focus();
  await page.keyboard.press("p");
  const bar = page.getByRole("group", { name: "Paint levels" });
  await bar.getByRole("button", { name: "n/p" }).click();
  await bar.getByLabel("Why is it not possible here?").fill("No room for racks");
  await cell("Warsaw, CO₂ racks").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  for (const place of ["Warsaw, CO₂ racks", "Lesser Poland, CO₂ racks"])
    await expect(cell(place)).toHaveAttribute("data-level", "not-possible");
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
});
