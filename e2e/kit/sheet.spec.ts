import type { Page } from "@playwright/test";
import { expect, test } from "./gallery.fixture.ts";

/** What each print dialog would have shown, in place of the dialog. */
async function watchPrinting(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const top = window.top as unknown as { printed?: string[] };
    top.printed ??= [];
    window.print = () => void top.printed?.push(`${document.title}\n${document.body.innerText}`);
  });
  return () => page.evaluate(() => (window as unknown as { printed: string[] }).printed);
}

test("a document is looked at, printed alone, copied as formatted text, and saved as a page of its own", async ({
  visit,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const printed = await watchPrinting(page);
  const { slot } = await visit({ show: "parts", theme: "dark" });
  await slot("parts").getByRole("button", { name: "Meeting sheet" }).click();
  const dialog = page.getByRole("dialog", { name: "Visit to Ingrid Solheim" });
  await expect(dialog.getByRole("heading", { name: "Questions" })).toBeVisible();

  await dialog.getByRole("button", { name: "Print" }).click();
  const [paper = ""] = await printed();
  expect(paper).toContain("Visit to Ingrid Solheim\nIngrid Solheim");
  expect(paper).toContain('What does <b>"half the energy"</b> mean?');
  expect(paper).not.toContain("Set level");

  await dialog.getByRole("button", { name: "Copy text" }).click();
  await expect(slot("parts").getByText("Copied with its formatting")).toBeVisible();
  const [plain = "", html = ""] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/plain", "text/html"].map(async (type) => (await item?.getType(type))?.text()));
  });
  expect(plain).toContain("Ingrid Solheim\n\nBoard member, 3 December");
  expect(plain).toContain("- Who decides on cold rooms in Romania?\n- What does <b>");
  expect(plain).toContain("Lead\tLena Brandt");
  expect(html).toContain("<h2>Questions</h2>");
  expect(html).toContain("&lt;b&gt;");
  expect(html).not.toMatch(/class=|style=/);

  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as page" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("visit-to-ingrid-solheim.html");
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString("utf8");
  const alone = await context.newPage();
  await alone.setContent(text);
  await expect(alone.getByRole("heading", { name: "Ingrid Solheim" })).toBeVisible();
  const pdf = await alone.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  expect(pdf.toString("latin1")).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
  await alone.close();
});
