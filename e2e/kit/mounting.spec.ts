import type { HostContext } from "@sweetspot/contract";
import { expect, type GalleryWindow, test } from "./gallery.fixture.ts";

test("a widget writes nothing outside its own element, whatever it opens", async ({ visit }) => {
  const { slot, page } = await visit({ show: "parts" });
  const outside = (): Promise<unknown> =>
    page.evaluate(() => ({
      head: document.head.childElementCount,
      body: [...document.body.children].map((child) => child.localName),
      attributes: [document.documentElement, document.body].map((element) =>
        element.getAttributeNames().join(),
      ),
    }));
  const before = await outside();
  await slot("parts").getByRole("button", { name: "Dialog", exact: true }).click();
  await page.getByRole("combobox", { name: /Why absent\?/ }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  expect(await outside()).toEqual(before);
});

for (const open of ["Menu", "Dialog", "Side panel", "Question", "Why this level?"]) {
  test(`unmounted while "${open}" is open, it leaves its element empty and can be mounted again`, async ({
    visit,
  }) => {
    const { slot, page } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: open, exact: true }).click();
    await expect(
      page
        .getByRole(open === "Menu" ? "menu" : /^(alert)?dialog$/.exec("dialog") ? "dialog" : "menu")
        .or(page.getByRole("alertdialog")),
    ).toBeVisible();
    const left = await page.evaluate(() => {
      const { mounted, places } = (window as unknown as GalleryWindow).gallery;
      mounted.at(-1)?.unmount();
      mounted.at(-1)?.unmount();
      return places.at(-1)?.childNodes.length;
    });
    expect(left).toBe(0);
    await page.evaluate(() => (window as unknown as GalleryWindow).gallery.mountAgain());
    await slot("parts").last().getByRole("button", { name: open, exact: true }).click();
    await expect(
      page.getByRole("menu").or(page.getByRole("dialog")).or(page.getByRole("alertdialog")),
    ).toBeVisible();
  });
}

test("skin, theme and language change while it stands, and what was typed stays", async ({ visit }) => {
  const { slot, page } = await visit({ show: "parts" });
  const text = slot("parts").getByRole("textbox", { name: "Competitor" });
  await text.fill("half typed");
  await page.evaluate(() => {
    const { mounted, services } = (
      window as unknown as GalleryWindow & { gallery: { services: { surface: { context: HostContext } } } }
    ).gallery;
    mounted.at(-1)?.update({ ...services.surface.context, locale: "de-DE", skin: "hubspot", theme: "dark" });
  });
  await expect(slot("parts").getByRole("button", { name: "Mehr", exact: true })).toBeVisible();
  await expect(slot("parts").locator(".ss-root")).toHaveAttribute("data-skin", "hubspot");
  await expect(slot("parts").locator(".ss-root")).toHaveAttribute("lang", "de");
  await expect(text).toHaveValue("half typed");
});

test("a view that breaks takes itself away and calls home once", async ({ visit }) => {
  const { slot, page, calls } = await visit({ show: "failing" });
  await slot("failing").getByRole("button", { name: "Break" }).click();
  await expect.poll(calls).toEqual(["failure Error: drawn and broken"]);
  await expect(slot("failing").getByRole("button")).toHaveCount(0);
  await page.evaluate(() => (window as unknown as GalleryWindow).gallery.mounted.at(-1)?.unmount());
});

test("in an ordinary page the realm is left as it is", async ({ visit }) => {
  const { page } = await visit({ show: "parts" });
  expect(
    await page.evaluate(() =>
      [
        Object.getOwnPropertyDescriptor(Document.prototype, "activeElement")?.get?.toString(),
        Object.getOwnPropertyDescriptor(Event.prototype, "target")?.get?.toString(),
      ].every((source) => source?.includes("[native code]")),
    ),
  ).toBe(true);
});
