import { expect, test } from "./gallery.fixture.ts";

test.describe("a menu", () => {
  test("opens by mouse, chooses by arrows and Enter, gives the focus back", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const trigger = slot("parts").getByRole("button", { name: "Menu", exact: true });
    await trigger.click();
    await expect(page.getByRole("menuitem", { name: /Set level by hand/ })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(slot("parts").locator('[data-test="menu"]')).toHaveText("copy");
    await expect(trigger).toBeFocused();
    await expect(page.getByRole("menu")).toHaveCount(0);
  });

  test("finds a command by its first letters and skips what is disabled", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Menu", exact: true }).press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.type("re");
    await expect(page.getByRole("menuitem", { name: /Remove area/ })).toBeFocused();
    await expect(page.getByRole("menuitem", { name: "Not here" })).toHaveAttribute("aria-disabled", "true");
  });

  test("closes by Escape and by a press outside", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const trigger = slot("parts").getByRole("button", { name: "Menu", exact: true });
    await trigger.click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await trigger.click();
    await expect(page.getByRole("menu")).toBeVisible();
    await page.mouse.click(5, 5);
    await expect(page.getByRole("menu")).toHaveCount(0);
  });
});

test.describe("a dialog", () => {
  test("takes the focus, keeps it, hides the rest of the widget, gives it back", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const trigger = slot("parts").getByRole("button", { name: "Dialog", exact: true });
    await trigger.click();
    const dialog = page.getByRole("dialog", { name: "Plug-in cabinets" });
    await expect(dialog).toBeVisible();
    const inside = (): Promise<boolean> =>
      dialog.evaluate((element) => element.contains((element.getRootNode() as ShadowRoot).activeElement));
    await expect.poll(inside).toBe(true);
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press("Tab");
      await expect.poll(inside).toBe(true);
    }
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press("Shift+Tab");
      await expect.poll(inside).toBe(true);
    }
    await expect(slot("parts").getByRole("button", { name: "Later" })).toHaveCount(0);
    await expect(dialog.getByRole("button", { name: "New opportunity" })).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(trigger).toBeFocused();
    await expect(slot("parts").getByRole("button", { name: "Later" })).toHaveCount(1);
  });

  test("lets a select inside it choose by mouse and by keyboard, and stays open", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Dialog", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Plug-in cabinets" });
    const select = dialog.getByRole("combobox", { name: /Why absent/ });
    await select.click();
    await page.getByRole("option", { name: /A competitor/ }).click();
    await expect(select).toContainText("A competitor");
    await select.press("ArrowDown");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(select).toContainText("Not yet addressed");
    await select.click();
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(dialog).toBeVisible();
    await expect(select).toBeFocused();
  });

  test("saves the words being typed even if Escape closes it", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Side panel" }).click();
    await page.getByRole("textbox", { name: "Note" }).fill("Ask Ingrid first");
    await page.keyboard.press("Escape");
    await expect(slot("parts").locator('[data-test="dialog"]')).toHaveText("no-need Ask Ingrid first");
  });

  test("does not lock the scrolling of the host's page", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    const styles = (): Promise<string[]> =>
      page.evaluate(() => [document.documentElement.style.cssText, document.body.style.cssText]);
    const before = await styles();
    await slot("parts").getByRole("button", { name: "Dialog", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await styles()).toEqual(before);
  });

  test("asks before something that is lost, and a press outside is no answer", async ({ visit }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: "Question" }).click();
    const question = page.getByRole("alertdialog", { name: "Remove Lesser Poland?" });
    await expect(question).toBeVisible();
    await page.mouse.click(5, 5);
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Remove" }).click();
    await expect(question).toHaveCount(0);
    await expect(slot("parts").locator('[data-test="menu"]')).toHaveText("removed");
  });
});

test("a popover shows more beside its button and closes by Escape", async ({ visit }) => {
  const { slot, page } = await visit({ show: "parts" });
  const trigger = slot("parts").getByRole("button", { name: "Why this level?" });
  await trigger.click();
  await expect(page.getByRole("dialog", { name: "Why this level?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(trigger).toBeFocused();
});

test("a tooltip appears on focus and on hover, and Escape hides it", async ({ visit }) => {
  const { slot, page } = await visit({ show: "parts" });
  const text = slot("parts").getByText("Four sister regions buy it");
  await slot("parts").getByRole("button", { name: "Why this level?" }).focus();
  await page.keyboard.press("Tab");
  await expect(text).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(text).toHaveCount(0);
  await page.mouse.move(5, 5);
  await slot("parts").getByRole("button", { name: "Hover me" }).hover();
  await expect(text).toBeVisible();
});
