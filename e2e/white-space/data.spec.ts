import { readFile } from "node:fs/promises";
import { expect, test } from "./stage.fixture.ts";

test("a file goes out, is changed in a spreadsheet and comes back, after a look at what it does", async ({
  visit,
  page,
}) => {
  const { cell, choose } = await visit();
  const saving = page.waitForEvent("download");
  await choose("Save as CSV");
  const file = await (await saving).path();
  const text = await readFile(file, "utf8");
  const changed = text
    .replace(
      "Regions,Poland › Warsaw,Lighting › Shelf lighting,None,from CRM data",
      "Regions,Poland › Warsaw,Lighting › Shelf lighting,Strong,by hand",
    )
    .replace(
      "Regions,Poland › Warsaw,Cooling › Cold rooms,None,",
      "Regions,Poland › Warsaw,Cooling › Cold rooms,Gigantic,",
    );
  expect(changed).not.toBe(text);
  await choose("Import CSV");
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("File")
    .setInputFiles({ name: "grid.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
  await expect(dialog).toContainText("One cell changes");
  await expect(dialog).toContainText(/Line \d+ · Level: “Gigantic” is no level/);
  await dialog.getByRole("button", { name: "Apply to 1 cell" }).click();
  await expect(cell("Warsaw, Shelf lighting, Strong, set by hand")).toBeVisible();
});

test("the very same file changes nothing", async ({ visit, page }) => {
  const { choose } = await visit({ locale: "de-DE" });
  const saving = page.waitForEvent("download");
  await choose("Als CSV speichern");
  const file = await (await saving).path();
  await choose("CSV importieren");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Datei").setInputFiles(file);
  await expect(dialog).toContainText("Kein Feld ändert sich");
  await expect(dialog.getByRole("button", { name: "Anwenden" })).toBeDisabled();
});

test("the whole grid leaves as a picture", async ({ visit, page }) => {
  const { choose } = await visit();
  const saving = page.waitForEvent("download");
  await choose("Save as picture (PNG)");
  const png = await readFile(await (await saving).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.length).toBeGreaterThan(20_000);
});

test("two reps on one cell choose between both levels, side by side", async ({ visit, page }) => {
  const { cell, colleagueCommits, flush } = await visit({ stage: "figure-2-24" });
  const id = "cell:area-3:offering-payroll";
  await colleagueCommits([
    { id, type: "cell", base: 0, fields: { area: "area-3", offering: "offering-payroll", level: "strong" } },
  ]);
  await cell("Area 3, Payroll services").focus();
  await page.keyboard.press("1");
  await flush();
  await page.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Area 3, Payroll services" })).toBeVisible();
  await expect(dialog).toContainText("Weak");
  await expect(dialog).toContainText("Strong");
  await dialog.getByRole("button", { name: /^Keep the version of/ }).click();
  await expect(cell("Area 3, Payroll services, Strong")).toBeVisible();
});

test("the figure of the method shows its suggestions, and no others", async ({ visit, page }) => {
  const { grid } = await visit({ stage: "figure-2-24" });
  await expect(grid.locator("td[data-mark]")).toHaveCount(5);
  await page.getByRole("button", { name: "Regions" }).click();
  await expect(grid.locator("td[data-mark]")).toHaveCount(6);
  await expect(grid.locator('td[aria-label^="Region C, Vendor management"]')).toHaveAttribute(
    "data-mark",
    "+4",
  );
});
