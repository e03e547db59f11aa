import { expect, test } from "./gallery.fixture.ts";

test.describe("undo", () => {
  test("is named after the edit, works by button and keys, and a toast offers it", async ({ visit }) => {
    const { slot, page, calls } = await visit({ show: "parts" });
    const undo = slot("parts").locator(".ss-widget-keys button").first();
    await expect(undo).toHaveAccessibleName("Nothing to undo");
    await slot("parts").getByRole("button", { name: "Set level" }).click();
    await expect(undo).toHaveAccessibleName("Undo: level of South, Cold rooms");
    await slot("parts").getByRole("button", { name: "Undo", exact: true }).click();
    await expect(slot("parts").getByText("South, Cold rooms is now weak")).toHaveCount(0);
    await slot("parts").getByRole("button", { name: "Set level" }).focus();
    await page.keyboard.press("Control+Shift+Z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
    expect(await calls()).toEqual(["edit level-set", "undo", "redo", "undo", "redo"]);
  });

  test("by keys is the field's own while one types, and the page's outside the widget", async ({ visit }) => {
    const { slot, page, calls } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Set level" }).click();
    await slot("parts").getByRole("textbox", { name: "Competitor" }).fill("abc");
    await page.keyboard.press("Control+z");
    await page.evaluate(() => {
      document.body.tabIndex = 0;
      document.body.focus();
    });
    await page.keyboard.press("Control+z");
    expect(await calls()).toEqual(["edit level-set"]);
  });

  test("a toast goes with the edit it spoke of, so that its undo takes back no other", async ({ visit }) => {
    const { slot, page, calls } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Set level" }).click();
    await slot("parts")
      .getByRole("button", { name: /^Undo: level/ })
      .click();
    await expect(page.getByText("South, Cold rooms is now weak")).toHaveCount(0);
    expect(await calls()).toEqual(["edit level-set", "undo"]);
  });
});

test.describe("what a rep made can leave", () => {
  test("as CSV, without formulas, readable by spreadsheets", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "More", exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Save as CSV" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("ways-to-ingrid-solheim.csv");
    const stream = await file.createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString("utf8");
    expect(text).toMatch(/^\uFEFFFrom,Over,To,"Worth, EUR"\r\n/);
    expect(text).toContain("420000");
    expect(text).toContain("'=SUM(A1:A9)");
  });

  test("as a picture", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts", theme: "dark" });
    await slot("parts").getByRole("button", { name: "More", exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Save as picture (PNG)" }).click();
    const stream = await (await download).createReadStream();
    const png = Buffer.concat(await stream.toArray());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([480, 144]);
  });

  test("to the clipboard, as cells and as a table", async ({ visit, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Copy as table" }).click();
    await expect(slot("parts").getByText("Copied as a table")).toBeVisible();
    const [plain, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(
        ["text/plain", "text/html"].map(async (type) => (await item?.getType(type))?.text()),
      );
    });
    expect(plain).toContain("Tomasz Wrona\tHafenkühl AG, advisory board\tJonas Petersen\t420000");
    expect(html).toContain("<td>420,000</td>");
  });

  test("on paper: the sheet shows the table without buttons", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await page.emulateMedia({ media: "print" });
    await expect(slot("parts").getByRole("table")).toBeVisible();
    await expect(slot("parts").locator(".ss-widget-keys")).toBeHidden();
  });
});

test.describe("a conflict", () => {
  test("shows both versions with author and time, and keeps the chosen one", async ({ visit }) => {
    const { slot, page } = await visit({ show: "states" });
    await slot("conflict").getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("dialog", { name: /changed 2 things at the same time/ })).toBeVisible();
    const dialog = page.getByRole("dialog");
    const first = dialog.getByRole("article", { name: "South, Cold rooms" });
    await expect(first).toContainText("Tomasz Wrona");
    await expect(first).toContainText("saved 22 Nov 2026, 13:58");
    await expect(first.locator(".ss-conflict-words-mine")).toHaveText("still halve");
    await expect(first.locator(".ss-conflict-words-theirs")).toHaveText("keep lowering");
    await first.getByRole("button", { name: "Keep mine" }).click();
    await expect(first).toHaveCount(0);
    await dialog.getByRole("button", { name: "Keep the version of Tomasz Wrona" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(slot("conflict").getByText(/waits for your choice|waits/)).toHaveCount(0);
  });

  test("about something that was removed says what stands on it, and brings it back or gives mine up", async ({
    visit,
    page,
  }) => {
    const { slot } = await visit({ show: "states" });
    await slot("built-on").getByRole("button", { name: "Compare" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(
      "Tomasz Wrona removed this meanwhile. What you built on it cannot be without it: Halve the energy of cold rooms.",
    );
    await expect(dialog.getByRole("button", { name: "Give up mine" })).toBeVisible();
    await dialog.getByRole("button", { name: "Bring it back with mine" }).click();
    await expect(dialog).toHaveCount(0);
  });

  test("lets both texts be edited into one", async ({ visit }) => {
    const { slot, page } = await visit({ show: "states" });
    await slot("conflict").getByRole("button", { name: "Compare" }).click();
    const first = page.getByRole("article", { name: "South, Cold rooms" });
    await first.getByRole("button", { name: "Edit both into one" }).click();
    const text = first.getByRole("textbox", { name: "Core message" });
    await expect(text).toHaveValue(/still halve[\s\S]*keep lowering/);
    await text.fill("You open new stores, halve your emissions and keep lowering them.");
    await first.getByRole("button", { name: "Keep the new version" }).click();
    await expect(first).toHaveCount(0);
  });
});
