import { expect, test } from "./stage.fixture.ts";

test("without any setup the CRM's data makes a picture, and one click keeps it", async ({ visit, page }) => {
  const { grid, flush } = await visit({ stage: "bare-food-retailer" });
  await expect(page.getByText("A first picture from your CRM data")).toBeVisible();
  await expect(grid.getByRole("rowheader", { name: "Haver Markt Nord" })).toBeVisible();
  await page.getByRole("radio", { name: /Sales region/ }).check();
  await expect(grid.getByRole("rowheader", { name: "Haver Markt Nord" })).toHaveCount(0);
  await page.getByRole("button", { name: "Use this" }).click();
  await expect(page.getByText("A first picture from your CRM data")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /suggestions$/ })).toBeVisible();
  await flush();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText("A first picture from your CRM data")).toBeVisible();
});

test("an account without any data says what to do first, and a few typed lines are enough", async ({
  visit,
  page,
}) => {
  const { grid } = await visit({ stage: "bare-nothing" });
  await page.getByRole("button", { name: "Add areas and offerings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Areas of the customer").fill("Germany\n  North\n  South\nRomania");
  await dialog.getByLabel("Your offerings").fill("Cooling\n  Cold rooms\n  Cabinets\nMaintenance");
  await dialog.getByRole("button", { name: "Add 4 areas 4 offerings" }).click();
  await expect(grid.getByRole("rowheader")).toHaveText(["Germany", "North", "South", "Romania", "All areas"]);
  await expect(grid.getByRole("columnheader", { name: "Cabinets" })).toBeVisible();
});

test("rows are renamed, moved by keyboard, removed, and undo brings them back", async ({ visit, page }) => {
  const { grid, choose } = await visit();
  await choose("Rows, columns, barriers");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the area").nth(1).fill("Far North");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Move Germany", exact: true }).focus();
  await page.keyboard.press("Space");
  await page.waitForTimeout(300);
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(300);
  await page.keyboard.press("Space");
  await page.waitForTimeout(300);
  await dialog.getByRole("button", { name: "Remove Poland", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  const rows = grid.locator("tbody").getByRole("rowheader");
  await expect(rows).toHaveText([
    "Romania",
    "Bucharest",
    "Transylvania",
    "Germany",
    "Far North",
    "Rhine-Ruhr",
    "South",
  ]);
  await page.getByRole("button", { name: "Undo: removed area" }).click();
  await expect(rows).toContainText(["Poland"]);
});

test("an offering is hidden for this account and shown again", async ({ visit, page }) => {
  const { grid, choose } = await visit();
  await choose("Rows, columns, barriers");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("tab", { name: "Offerings" }).click();
  await dialog.getByRole("checkbox", { name: "Show Energy audit" }).uncheck();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(grid.getByRole("columnheader", { name: "Energy audit" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(grid.getByRole("columnheader", { name: "Energy audit" })).toBeVisible();
});

test("a rep reads the rules, an admin changes them and sees first what that does", async ({
  visit,
  page,
}) => {
  const rep = await visit();
  await rep.choose("Rules for levels and suggestions");
  await expect(page.getByRole("dialog").getByLabel("Suggested from (points)")).toBeDisabled();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();

  const admin = await visit({ user: "member-ratih" });
  await admin.choose("Rules for levels and suggestions");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Suggested from (points)").fill("6");
  await page.keyboard.press("Tab");
  await expect(dialog).toContainText(/suggestions less/);
  await dialog.getByRole("button", { name: "Save for the company" }).click();
  await expect(page.getByRole("button", { name: /^\d+ suggestions$/ })).not.toHaveText("20 suggestions");
  await expect(page.getByText("Your company’s own rules are in force.")).toBeVisible();
});

test("records without a place get one", async ({ visit, page }) => {
  const { grid } = await visit();
  await grid.getByRole("gridcell", { name: /^No area, No offering/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Area for Haver Market Polska" }).click();
  await page.getByRole("option", { name: "Poland › Warsaw" }).click();
  await expect(dialog.getByText("Haver Market Polska")).toHaveCount(0);
});
