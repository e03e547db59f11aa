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

test("two days are compared in the cells and as a list, one is named, and files say the same", async ({
  visit,
  page,
}) => {
  const { grid, cell, choose, panel, done, flush, violations } = await visit();
  await choose("Compare two dates");
  const bar = page.getByRole("region", { name: "Two dates compared" });
  await expect(bar).toContainText("4 became strong");
  await expect(bar).toContainText("There was no plan");
  await expect(grid.locator("td[data-change=up]").first()).toHaveAttribute("data-mark", /^▲ /);
  await expect(cell("South, Plug-in cabinets, Strong")).toHaveAttribute("aria-label", /was None before$/);
  await expect(page.getByRole("heading", { name: /^Became strong/ })).toBeVisible();
  await bar.getByRole("button", { name: "Name this day" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Kick-off");
  await page.keyboard.press("Enter");
  await bar.getByRole("button", { name: "Choose days" }).click();
  await expect(page.getByRole("menuitem", { name: /^Kick-off/ })).toBeVisible();
  await page.keyboard.press("Escape");

  // The grid of a past day is looked at, not edited.
  await bar.getByLabel("To the end of").fill("2026-06-30");
  await bar.getByLabel("From the end of").focus();
  await expect(bar).toContainText("cannot be edited");
  await expect(page.getByRole("button", { name: "Paint" })).toBeHidden();
  await bar.getByRole("button", { name: "Stop comparing" }).click();
  await expect(grid.locator("td[data-change]")).toHaveCount(0);

  for (const entry of ["Save as workbook (XLSX)", "Save as slide (PowerPoint)"]) {
    const saving = page.waitForEvent("download");
    await choose(entry);
    const file = await readFile(await (await saving).path());
    expect(file.subarray(0, 2).toString()).toBe("PK");
  }
  await page.getByRole("button", { name: "How is this ranked?" }).click();
  await expect(page.locator(".ws-sum").first()).toContainText("× 10 of 11 × ease 3 of 3 =");

  // A view keeps what is shown; a comment that names somebody becomes a task.
  await page.getByRole("button", { name: "20 suggestions" }).click();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("What is shown now, as").fill("My quarter");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("button", { name: "My quarter", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show all", exact: true }).click();
  await expect(grid.locator("td[data-faded]")).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "My quarter", exact: true }).click();
  await expect(grid.locator("td[data-faded]").first()).toBeVisible();

  await cell("South, Cold rooms").click();
  await panel.getByLabel("Say something about this cell").fill("They ask for a price, @Tobias Überlackner");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("They ask for a price")).toBeVisible();
  await expect.poll(done).toEqual(["task Look at Cold rooms, South"]);
  await choose("Compare two dates");
  await expect(bar).toContainText("4 became strong");
  expect(await violations()).toEqual([]);
  await flush();
});
