import { expect } from "@playwright/test";
import { findViolations } from "../support/axe.ts";
import { THROWS_AT_ONCE, container } from "./containers.ts";
import { SAMPLE, test } from "./fixture.ts";
import { onPage } from "./record-page.ts";
import { writeContainer } from "./site.ts";

const LOOKS = [
  { theme: "light", skin: "lightning", locale: "en-GB", width: 1280 },
  { theme: "dark", skin: "lightning", locale: "de-DE", width: 320 },
  { theme: "light", skin: "hubspot", locale: "id-ID", width: 320 },
  { theme: "dark", skin: "hubspot", locale: "de-DE", width: 1280 },
] as const;

for (const { width, ...look } of LOOKS) {
  test(`failure screen and sample widget have no axe violation: ${look.theme}, ${look.skin}, ${look.locale}, ${width} px`, async ({
    open,
    page,
    folder,
  }) => {
    const site = await open();
    site.add(SAMPLE, writeContainer(folder, "acme", container("acme")));
    site.add(writeContainer(folder, "acme", THROWS_AT_ONCE, {}, {}, "2.0.0"));
    const record = onPage(page, site);
    await page.setViewportSize({ width, height: 900 });
    await record.visit(`?locale=${look.locale}`);
    await record.mount("acme", "first");
    await record.mount("account-pulse", "second");
    for (const place of ["first", "second"]) {
      await page.evaluate(([id, changes]) => window.sweetspot?.update(id, changes), [place, look] as const);
    }
    await expect(page.locator("#second dd").first()).toBeVisible();
    expect(await findViolations(page, { within: ["#first", "#second"] })).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(overflow).toBe(false);
  });
}
