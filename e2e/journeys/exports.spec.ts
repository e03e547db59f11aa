import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { gatewayForFile, test } from "../support/journey.ts";
import { type WhiteSpacePage, whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const HAVER = { place: "/accounts/account-haver" } as const;

async function saved(page: Page, space: WhiteSpacePage, entry: string): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await space.choose(entry);
  return readFile(await (await waiting).path());
}

/** What every cell says, as a screen reader reads it. */
const allCells = (space: WhiteSpacePage): Promise<readonly (string | null)[]> =>
  space.grid
    .locator("td[data-level]")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));

test("the grid leaves as CSV without formulas and comes back as the same grid", async ({ visit }) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  const panel = await space.open("Warsaw", "Cold rooms");
  for (const [label, text] of [
    ["Competitor", "=cmd|' /C calc'!A0"],
    ["Notes for the team", '@SUM(A1:A9), "quoted"\nsecond line; Łódź'],
  ] as const) {
    const field = panel.getByLabel(label);
    await field.fill(text);
    await field.blur();
  }
  await page.keyboard.press("Escape");
  await space.cell("Lesser Poland", "Cold rooms").click();
  await page.keyboard.press("2");
  await space.isSaved();
  const before = await allCells(space);
  const csv = await saved(page, space, "Save as CSV");
  const text = csv.toString("utf8");
  expect(text.startsWith("\uFEFF"), "spreadsheets see that it is UTF-8").toBe(true);
  expect(text).toContain("'=cmd|");
  expect(text.match(/(^|,|")[=+@-]\D/m), "no cell is a formula").toBeNull();

  await test.step("somebody empties two cells; the file brings them back", async () => {
    await page.keyboard.press("Escape");
    await space.cell("Lesser Poland", "Cold rooms").click();
    await page.keyboard.press("Delete");
    const again = await space.open("Warsaw", "Cold rooms");
    for (const label of ["Competitor", "Notes for the team"]) {
      await again.getByLabel(label).fill("");
      await again.getByLabel(label).blur();
    }
    await page.keyboard.press("Escape");
    expect(await allCells(space)).not.toEqual(before);
    await space.choose("Import CSV");
    const dialog = page.getByRole("dialog", { name: "Import CSV" });
    await dialog.getByLabel("File").setInputFiles({ name: "grid.csv", mimeType: "text/csv", buffer: csv });
    await expect(dialog).toContainText("2 cells change");
    await dialog.getByRole("button", { name: "Apply to 2 cells" }).click();
    await space.isSaved();
  });

  expect(await allCells(space)).toEqual(before);
  const back = await space.open("Warsaw", "Cold rooms");
  await expect(back.getByLabel("Competitor")).toHaveValue("=cmd|' /C calc'!A0");
  await expect(back.getByLabel("Notes for the team")).toHaveValue('@SUM(A1:A9), "quoted"\nsecond line; Łódź');
});

test("the grid leaves as a picture that a browser can show", async ({ visit }) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  const png = await saved(page, space, "Save as picture (PNG)");
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const look = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4 * 97)
      colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    return { width: image.width, height: image.height, colours: colours.size };
  }, png.toString("base64"));
  expect(look.width).toBeGreaterThan(800);
  expect(look.height).toBeGreaterThan(400);
  expect(look.colours, "it is no blank sheet").toBeGreaterThan(20);
});

test("the grid is copied as a table that documents and spreadsheets take", async ({ visit }) => {
  const page = await visit(sweetspot.url, HAVER);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: sweetspot.url });
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.choose("Copy as table");
  await expect(page.getByText("Copied as a table")).toBeVisible();
  const { text, html } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> =>
      item?.types.includes(type) ? (await item.getType(type)).text() : "";
    return { text: await read("text/plain"), html: await read("text/html") };
  });
  const lines = text.split("\n").map((line) => line.split("\t"));
  expect(lines[0]?.[0]).toBe("Regions");
  expect(lines.find(([area]) => area?.endsWith("North"))?.[1]).toBe("Strong");
  expect(new Set(lines.map((cells) => cells.length)).size, "every line has the same cells").toBe(1);
  expect(html).toMatch(/<table>.*<th>Regions<\/th>.*Strong/s);
});
