import { expect, test } from "./gallery.fixture.ts";

test.describe("fields", () => {
  test("a combobox finds a name by part of it, and can be cleared", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const values = slot("parts").locator('[data-test="inputs"]');
    const owner = slot("parts").getByRole("combobox", { name: "Owner" });
    await owner.fill("ingr");
    await expect(page.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(values).toContainText('"owner":"ingrid solheim"');
    await owner.fill("nobody at all");
    await expect(slot("parts").getByText("Nothing found")).toBeVisible();
    await page.keyboard.press("Escape");
    await slot("parts").getByRole("button", { name: "Clear" }).first().click();
    await expect(values).not.toContainText('"owner"');
  });

  test("an amount is taken as typed, or the field says what to type", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts", locale: "de-DE" });
    const values = slot("parts").locator('[data-test="inputs"]');
    const money = slot("parts").getByRole("textbox", { name: "Potential a year, EUR" });
    await expect(money).toHaveValue("420.000");
    await money.fill("1,5 Mio");
    await page.keyboard.press("Tab");
    await expect(money).toHaveValue("1.500.000");
    await money.fill("420,000");
    await page.keyboard.press("Tab");
    await expect(money).toHaveAttribute("aria-invalid", "true");
    await expect(money).toHaveAccessibleDescription(/420\.000 oder 420 Tsd/);
    await expect(money).toHaveValue("420,000");
    await expect(values).toContainText('"amount":1500000');
    await money.fill("");
    await money.blur();
    await expect(values).toContainText('"amount":null');
  });

  test("text is handed over when the field is left or Enter is pressed", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const values = slot("parts").locator('[data-test="inputs"]');
    const competitor = slot("parts").getByRole("textbox", { name: "Competitor" });
    await competitor.fill("Frost & Co");
    await expect(values).toContainText("None known");
    await page.keyboard.press("Enter");
    await expect(values).toContainText("Frost & Co");
  });

  test("a day that does not exist is said to be so, and not saved", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const values = slot("parts").locator('[data-test="inputs"]');
    const due = slot("parts").getByLabel("Due", { exact: true });
    await due.focus();
    await due.fill("");
    await page.keyboard.type("02312027");
    await slot("parts").getByRole("textbox", { name: "Competitor" }).focus();
    await expect(slot("parts").getByText(/This day does not exist/)).toBeVisible();
    await expect(values).toContainText("2026-12-04");
  });

  test("segments and tabs move by arrow keys", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Table", exact: true }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
    await expect(slot("parts").getByRole("button", { name: "Picture" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await slot("parts").getByRole("tab", { name: "Assessment" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(slot("parts").getByRole("tabpanel")).toHaveText("Set by Tomasz Wrona");
  });

  test("Escape empties a search without closing what is around it", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const search = slot("parts").getByRole("textbox", { name: "Find an area or offering" });
    await search.fill("buch");
    await page.keyboard.press("Escape");
    await expect(search).toHaveValue("");
  });
});

test.describe("a sortable list", () => {
  test("is put in order by keyboard, and says each step", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const order = slot("parts").locator('[data-test="order"]');
    await slot("parts").getByRole("button", { name: "Move North" }).focus();
    await page.keyboard.press("Space");
    await expect(slot("parts").getByText("North picked up, place 1 of 4.")).toBeAttached();
    await page.waitForTimeout(100);
    await page.keyboard.press("ArrowDown");
    await expect(slot("parts").getByText("North at place 2 of 4.")).toBeAttached();
    await page.keyboard.press("Space");
    await expect(order).toHaveText("rhine-ruhr north south bucharest");
    await expect(slot("parts").getByText("North now stands at place 2 of 4.")).toBeAttached();
  });

  test("is put back by Escape", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Move South" }).focus();
    await page.keyboard.press("Space");
    await page.waitForTimeout(100);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await expect(slot("parts").locator('[data-test="order"]')).toHaveText("north rhine-ruhr south bucharest");
  });

  test("is put in order by mouse", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const grip = slot("parts").getByRole("button", { name: "Move Bucharest" });
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    const to = await slot("parts").getByRole("button", { name: "Move North" }).boundingBox();
    if (from === null || to === null) throw new Error("The list is not drawn");
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 30, { steps: 8 });
    await page.mouse.move(to.x + 10, to.y + 4, { steps: 4 });
    await page.mouse.up();
    await expect(slot("parts").locator('[data-test="order"]')).toHaveText("bucharest north rhine-ruhr south");
  });
});

test("of five thousand rows only those in sight are drawn", async ({ visit }) => {
  const { slot } = await visit({ show: "parts" });
  const rows = slot("parts").locator(".line");
  expect(await rows.count()).toBeLessThan(30);
  await slot("parts")
    .locator(".long")
    .evaluate((list) => list.scrollTo(0, 100_000));
  await expect(slot("parts").getByText("Row 3573", { exact: true })).toBeVisible();
});
