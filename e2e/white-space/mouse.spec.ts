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
