import { findViolations } from "../support/axe.ts";
import { expect, test } from "./gallery.fixture.ts";

for (const skin of ["lightning", "hubspot"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`axe finds nothing in any state or part, ${skin} ${theme}`, async ({ visit, page }) => {
      await visit({ skin, theme, locale: skin === "lightning" ? "de-DE" : "id-ID" });
      await page.waitForTimeout(500);
      const coloursOnly = theme === "dark";
      expect(await findViolations(page, { coloursOnly })).toEqual([]);
    });
  }
}

for (const open of ["Menu", "Dialog", "Question", "Why this level?"]) {
  test(`axe finds nothing while "${open}" is open`, async ({ visit, page }) => {
    const { slot } = await visit({ show: "parts" });
    await slot("parts").getByRole("button", { name: open, exact: true }).click();
    await page.waitForTimeout(300);
    expect(await findViolations(page)).toEqual([]);
  });
}

for (const width of [320, 768]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit({ locale: "de-DE" });
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });
}

test("every target is at least 24 pixels in both directions", async ({ visit }) => {
  const { slot } = await visit({ show: "parts" });
  const small = await slot("parts")
    .locator("button, input:not([type=checkbox]), [role=tab]")
    .evaluateAll((targets) =>
      targets
        .map((target) => ({
          name: target.textContent || target.ariaLabel,
          box: target.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
  expect(small).toEqual([]);
});

test("with reduced motion nothing moves", async ({ visit, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { slot } = await visit({});
  await slot("parts").getByRole("button", { name: "Dialog", exact: true }).click();
  expect(
    await page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1).length,
    ),
  ).toBe(0);
});
