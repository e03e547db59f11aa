import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

/** What a press hands to the user. */
export async function fileOf(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return readFile(await download.path());
}

/** How many sheets of A4 a saved page takes, by the browser's own printing. */
export async function sheetsOf(page: Page, html: Buffer): Promise<number> {
  const paper = await page.context().newPage();
  await paper.setContent(html.toString("utf8"));
  await paper.emulateMedia({ media: "print" });
  // The head of a table stands on every sheet the table goes on over.
  const heads = paper.locator(".ap-sheet-head");
  for (const head of await heads.all()) await expect(head).toHaveCSS("display", "table-header-group");
  const pdf = await paper.pdf({ preferCSSPageSize: true });
  await paper.close();
  const [, count] = /\/Count (\d+)/.exec(pdf.toString("latin1")) ?? [];
  return Number(count);
}
