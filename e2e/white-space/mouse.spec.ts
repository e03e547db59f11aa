import { expect, test } from "./stage.fixture.ts";

test("a click opens the cell and leaves the level keys with it", async ({ visit, page }) => {
  const { cell, panel } = await visit();
  await cell("Bucharest, Plug-in cabinets").click();
  await expect(panel.getByRole("heading", { name: "Plug-in cabinets" })).toBeVisible();
  await expect(panel.getByRole("row", { name: /Rhine-Ruhr barrier, not counted/ })).toBeVisible();
  await page.keyboard.press("1");
  await expect(cell("Bucharest, Plug-in cabinets, Weak")).toBeFocused();
  await panel.getByRole("button", { name: "Next cell" }).click();
  await expect(panel.getByRole("heading", { name: "Cold rooms" })).toBeVisible();
});

test("one stroke of the brush is one step of undo, and the next click opens a cell again", async ({
  visit,
  page,
}) => {
  const { cell, panel } = await visit();
  await page.getByRole("button", { name: "Paint" }).click();
  const from = await cell("Warsaw, Shelf lighting").boundingBox();
  const to = await cell("Warsaw, Remote monitoring").boundingBox();
  if (!from || !to) throw new Error("The cells to paint are not on the screen.");
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 25 });
  await page.mouse.up();
  const painted = page.locator('td[aria-label^="Warsaw"][data-level="strong"]');
  await expect(painted).toHaveCount(4);
  await page.keyboard.press("Control+z");
  await expect(painted).toHaveCount(0);
  await page.getByRole("button", { name: "Done" }).click();
  await cell("Warsaw, Shelf lighting").click();
  await expect(panel).toBeVisible();
});

test("a level set by hand shows who, and goes back to the CRM's data", async ({ visit }) => {
  const { cell, panel } = await visit();
  await cell("North, Plug-in cabinets").click();
  await expect(panel).toContainText("from CRM data");
  await expect(panel).toContainText("Won in the last 12 months");
  await panel.getByRole("button", { name: "Weak" }).click();
  await expect(panel).toContainText("Lena Brandtwerder, ");
  await expect(panel).toContainText("CRM data says: Strong");
  await panel.getByRole("button", { name: "Back to CRM data" }).click();
  await expect(cell("North, Plug-in cabinets, Strong")).toBeVisible();
});

test("a refused suggestion leaves the grid and can be reconsidered", async ({ visit }) => {
  const { cell, panel } = await visit();
  const place = cell("Transylvania, Store lighting");
  await place.click();
  await panel.getByRole("button", { name: "Not here, because …" }).click();
  await expect(place).not.toHaveAttribute("data-mark", /.+/);
  await panel.getByRole("button", { name: "Reconsider" }).click();
  await expect(place).toHaveAttribute("data-mark", "+3");
});

test("tasks and opportunities are begun where the host can, and not offered where it cannot", async ({
  visit,
  page,
}) => {
  const able = await visit();
  await able.cell("Bucharest, Plug-in cabinets").click();
  await able.panel.getByRole("button", { name: "Create task" }).click();
  await able.panel.getByRole("button", { name: "New opportunity" }).click();
  await expect(page.getByText("Opportunity created and linked")).toBeVisible();
  expect(await able.done()).toEqual([
    expect.stringMatching(/^task /),
    "opportunity Plug-in cabinets · Bucharest",
  ]);
  const poor = await visit({ capable: "no" });
  await poor.cell("Bucharest, Plug-in cabinets").click();
  await expect(poor.panel.getByRole("button", { name: "Create task" })).toHaveCount(0);
  await expect(poor.panel.getByRole("button", { name: "New opportunity" })).toHaveCount(0);
});

test("a question nobody can answer yet is kept with an owner", async ({ visit }) => {
  const { cell, panel } = await visit();
  await cell("Warsaw, Shelf lighting").click();
  await panel.getByRole("button", { name: "I don’t know: keep the question" }).first().click();
  await expect(panel.getByLabel("Who finds out")).toContainText("Lena");
  await panel.getByLabel("Answer", { exact: true }).fill("They rent their shelves");
  await panel.getByLabel("Who said so").fill("Store manager");
  await panel.getByRole("button", { name: "Next cell" }).click();
  await panel.getByRole("button", { name: "Previous cell" }).click();
  await expect(panel.getByLabel("Answer", { exact: true })).toHaveValue("They rent their shelves");
});

test("filters fade what they do not ask for and drop rows without a hit", async ({ visit, page }) => {
  const { grid, cell } = await visit();
  await page.getByRole("button", { name: "20 suggestions" }).click();
  await expect(cell("North, Plug-in cabinets")).toHaveCount(0);
  await expect(cell("South, Plug-in cabinets")).toHaveAttribute("data-faded", "true");
  await page.getByRole("button", { name: "Show all", exact: true }).click();
  await page.getByRole("textbox", { name: "Find an area or offering" }).fill("TRANSYL");
  await expect(grid.getByRole("rowheader")).toHaveText(["Romania", "Transylvania", /No area/, "All areas"]);
});

test("what similar customers buy is marked apart, turned down, brought back and taken up; who holds it and what it is worth follow", async ({
  visit,
  page,
}) => {
  const { cell, panel, violations } = await visit({ similar: "many", priced: "north", theme: "dark" });
  const warsaw = cell("Warsaw, Shelf lighting");
  await expect(warsaw).toHaveAttribute("data-mark", "◇7");
  await expect(warsaw).toHaveAccessibleName(/7 of the 20 most similar customers buy it/);
  await warsaw.focus();
  await page.keyboard.press("Enter");
  await expect(panel).toContainText("7 of the 20 most similar customers buy this");
  await expect(panel.getByRole("button", { name: "O'Brien <b>" })).toBeVisible();
  await expect(panel).toContainText("and one customer you may not see");

  await panel.getByRole("button", { name: "Not here, because …" }).first().press("Enter");
  await panel.getByRole("button", { name: "the whole customer" }).press("Space");
  await panel.getByRole("button", { name: "Turn down" }).press("Enter");
  await expect(panel).toContainText("Turned down for the whole customer · No need");
  await expect(cell("South, Shelf lighting")).not.toHaveAttribute("data-mark");
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await expect(cell("South, Shelf lighting")).toHaveAttribute("data-mark", "◇7");

  await panel.getByRole("button", { name: "Plan it" }).press("Enter");
  await expect(panel.getByLabel("What happens next?")).toHaveValue(/^Talk about Shelf lighting/);
  await expect(panel).toContainText("≈ €26,000 · from similar customers");
  await panel.getByRole("button", { name: "▲ Theirs" }).press("Enter");

  await page.getByRole("button", { name: "Possession" }).press("Enter");
  await expect(warsaw).toHaveText("▲ Theirs");
  await expect(warsaw).toHaveAccessibleName(/Competitor/);
  expect(await violations()).toEqual([]);

  await page.getByRole("button", { name: "Money" }).press("Enter");
  const cabinets = cell("North, Plug-in cabinets");
  await expect(cabinets).toHaveAccessibleName(/40% of an addressable market of €1,600,000/);
  await expect(cabinets).toHaveAttribute("title", /US\$2,000,000 converted at the rate of 1 Jan 2024/);
  await expect(warsaw).toHaveAttribute("data-count", "≈+26k");
  await expect(page.getByText("* No exchange rate for IDR on the day needed")).toBeVisible();
  expect(await violations()).toEqual([]);

  const without = await visit();
  await without.cell("Warsaw, Shelf lighting").click();
  await expect(without.panel).toContainText("What similar customers buy is not available here.");
});
