import type { ElementHandle, Page } from "@playwright/test";
import { expect, type GalleryWindow, test } from "./gallery.fixture.ts";

// The page hides the widget behind a closed shadow root, as Lightning Web Security does: the document names only the
// host. The host bench runs the real sandbox; this is the same question in seconds.

interface Inside {
  /** The element that has the focus inside the widget, by its text or value. */
  readonly focused: () => Promise<string>;
  readonly find: (selector: string) => Promise<ElementHandle<HTMLElement | SVGElement>>;
  readonly count: (selector: string) => Promise<number>;
}

async function inside(page: Page): Promise<Inside> {
  const place = await page.evaluateHandle(
    () => (window as unknown as GalleryWindow).gallery.places.at(-1) as HTMLElement,
  );
  return {
    focused: () =>
      place.evaluate((element) => {
        const active = element.firstElementChild?.shadowRoot?.activeElement;
        return active?.getAttribute("aria-label") ?? active?.textContent ?? "";
      }),
    find: (selector) => place.waitForSelector(selector),
    count: async (selector) => (await place.$$(selector)).length,
  };
}

test("the document is led to the focus inside the widget", async ({ visit }) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find } = await inside(page);
  await (await find("text=Set level")).focus();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Set level");
});

test("a dialog takes the focus, keeps it, and gives it back", async ({ visit }) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find, focused, count } = await inside(page);
  await (await find("button:text-is('Dialog')")).click();
  const dialog = await find("[role=dialog]");
  const isInside = (): Promise<boolean> =>
    dialog.evaluate((element) => element.contains((element.getRootNode() as ShadowRoot).activeElement));
  await expect.poll(isInside).toBe(true);
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Tab");
    await expect.poll(isInside).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => count("[role=dialog]")).toBe(0);
  await expect.poll(focused).toBe("Dialog");
});

test("a select inside a dialog answers to mouse and keys, Escape closes only the select", async ({
  visit,
}) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find, count } = await inside(page);
  await (await find("button:text-is('Dialog')")).click();
  const select = await find("[role=dialog] [role=combobox]");
  await select.click();
  await (await find("[role=option]:has-text('A competitor')")).click();
  await expect.poll(() => select.textContent()).toBe("A competitor serves it");
  await select.press("ArrowDown");
  await find("[role=listbox][data-open]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => select.textContent()).toBe("Not yet addressed");
  await select.click();
  await find("[role=listbox][data-open]");
  await page.keyboard.press("Escape");
  await expect.poll(() => count("[role=listbox][data-open]")).toBe(0);
  expect(await count("[role=dialog]")).toBe(1);
});

test("a menu stays while one moves in it and closes by a press elsewhere in the widget", async ({
  visit,
}) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find, count } = await inside(page);
  await (await find("button:text-is('Menu')")).click();
  await (await find("[role=menuitem]:has-text('Set level')")).hover();
  expect(await count("[role=menu]")).toBe(1);
  await (await find("text=Later")).click();
  await expect.poll(() => count("[role=menu]")).toBe(0);
});

test("a combobox finds and takes a name", async ({ visit }) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find } = await inside(page);
  const owner = await find("input[role=combobox]");
  await owner.fill("ingr");
  await (await find("[role=option]:has-text('Ingrid')")).click();
  await expect
    .poll(async () => (await find('[data-test="inputs"]')).textContent())
    .toContain('"owner":"ingrid solheim"');
});

test("a list is put in order by keyboard and by mouse", async ({ visit }) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find } = await inside(page);
  const order = async (): Promise<string | null> => (await find('[data-test="order"]')).textContent();
  const north = await find("[aria-label='Move North']");
  await north.focus();
  await page.keyboard.press("Space");
  await page.waitForTimeout(100);
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(100);
  await page.keyboard.press("Space");
  await expect.poll(order).toBe("rhine-ruhr north south bucharest");
  const from = await (await find("[aria-label='Move Bucharest']")).boundingBox();
  const to = await (await find("[aria-label='Move Rhine-Ruhr']")).boundingBox();
  if (from === null || to === null) throw new Error("The list is not drawn");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 30, { steps: 8 });
  await page.mouse.move(to.x + 10, to.y + 4, { steps: 4 });
  await page.mouse.up();
  await expect.poll(order).toBe("bucharest rhine-ruhr north south");
});

test("undo by keys works, but not in a text field", async ({ visit }) => {
  const { page, calls } = await visit({ show: "parts", shadow: "closed" });
  const { find } = await inside(page);
  await (await find("text=Set level")).click();
  await (await find("input.ss-input")).focus();
  await page.keyboard.press("Control+z");
  await (await find("text=Set level")).focus();
  await page.keyboard.press("Control+z");
  expect(await calls()).toEqual(["edit level-set", "undo"]);
});

test("after unmounting, the document answers for itself again", async ({ visit }) => {
  const { page } = await visit({ show: "parts", shadow: "closed" });
  const { find } = await inside(page);
  await (await find("button:text-is('Dialog')")).click();
  await find("[role=dialog]");
  const after = await page.evaluate(() => {
    const { mounted, places } = (window as unknown as GalleryWindow).gallery;
    mounted.at(-1)?.unmount();
    return { left: places.at(-1)?.childNodes.length, active: document.activeElement?.localName };
  });
  expect(after).toEqual({ left: 0, active: "body" });
});
