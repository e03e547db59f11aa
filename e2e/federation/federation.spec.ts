import { expect, type Page } from "@playwright/test";
import { SAMPLE, test, WIDGETS } from "./fixture.ts";
import type { Site } from "./site.ts";

async function visit(page: Page, site: Site, query = ""): Promise<void> {
  await page.goto(`${site.url}/${query}`);
  await page.locator("html[data-ready]").waitFor();
}

test("widgets of two containers draw with the page's one React, under a strict policy and Trusted Types", async ({
  open,
  page,
}) => {
  const site = await open();
  site.add(WIDGETS, SAMPLE);
  const violations: string[] = [];
  page.on("console", (message) => message.type() === "error" && violations.push(message.text()));
  await visit(page, site);
  const mount = (id: string, place: string) =>
    page.evaluate(([id, place]) => window.sweetspot?.mount(id, place), [id, place] as const);
  expect(await mount("white-space", "first")).toBe("mounted");
  expect(await mount("account-pulse", "second")).toBe("mounted");
  await expect(page.locator("#second dd").first()).toBeVisible();
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => window.sweetspot?.unhandled)).toEqual([]);
});
