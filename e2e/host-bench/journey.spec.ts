import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import { ACCOUNT, openRecordPage } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

const MODES = {
  synthetic: { path: "synthetic", component: "sweetspotWhiteSpace" },
  mixed: { path: "synthetic", component: "whiteSpaceNative" },
  native: { path: "native", component: "sweetspotWhiteSpace" },
} as const;

for (const [mode, { path, component }] of Object.entries(MODES))
  test(`a rep plans white space on the record page, ${mode} shadow`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.origin });
    const { org, lightning } = await openRecordPage(page, server, { path });
    const sandbox = await lightning.place("sandboxWindow");
    await lightning.place(component);
    const space = whiteSpaceOn(page);
    await space.isDrawn();

    await test.step("levels by mouse and keys are saved in the org", async () => {
      await page.getByRole("button", { name: "Outside" }).focus();
      for (let press = 0; press < 30 && !(await hasFocus(space.grid)); press += 1)
        await page.keyboard.press("Tab");
      expect(await hasFocus(space.grid), "the grid is reached by keys").toBe(true);
      const panel = await space.open("Warsaw", "Cold rooms");
      await page.keyboard.press("3");
      await space.seesLevel("Warsaw", "Cold rooms", "Strong");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("1");
      await space.seesLevel("Lesser Poland", "Cold rooms", "Weak");
      await panel.getByRole("textbox", { name: "What happens next?" }).fill("Walk two stores");
      await page.keyboard.press("Escape");
      await space.isSaved();
      const saved = await org.plan(ACCOUNT);
      expect(saved).toContainEqual(expect.objectContaining({ nextStep: "Walk two stores", level: "strong" }));
    });

    await test.step("a stroke of the brush is one step, taken back and done again", async () => {
      await page.getByRole("button", { name: "Paint" }).click();
      const from = await space.cell("Warsaw", "Shelf lighting").boundingBox();
      const to = await space.cell("Warsaw", "Remote monitoring").boundingBox();
      if (!from || !to) throw new Error("The cells to paint are not on the screen.");
      await page.mouse.move(from.x + 20, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(to.x + 20, to.y + 20, { steps: 20 });
      await page.mouse.up();
      await space.seesLevel("Warsaw", "Maintenance", "Strong");
      await page.keyboard.press("Control+z");
      await space.seesLevel("Warsaw", "Maintenance", "Present");
      await space.redo.click();
      await space.seesLevel("Warsaw", "Maintenance", "Strong");
      await space.undo.click();
      await page.getByRole("button", { name: "Done" }).click();
    });

    await test.step("a dialog keeps the focus; rows are put in another order by mouse", async () => {
      await space.choose("Rows, columns, barriers");
      const dialog = page.getByRole("dialog", { name: "Rows and columns" });
      const grip = (name: string) => dialog.getByRole("button", { name: `Move ${name}`, exact: true });
      const regions = () => dialog.getByRole("button", { name: /^Move (Germany|Romania|Poland)$/ });
      const order = async () =>
        (await regions().evaluateAll((all) => all.map((one) => one.ariaLabel))).join();
      expect(await order()).toBe("Move Germany,Move Romania,Move Poland");
      const [from, to] = [await grip("Poland").boundingBox(), await grip("Romania").boundingBox()];
      if (!from || !to) throw new Error("The grips are not drawn.");
      await page.mouse.move(from.x + 5, from.y + 5);
      await page.mouse.down();
      await page.mouse.move(to.x + 5, to.y + 5, { steps: 15 });
      await page.mouse.up();
      await expect.poll(order).toBe("Move Germany,Move Poland,Move Romania");
      for (let press = 0; press < 30; press += 1) await page.keyboard.press("Tab");
      await expect(dialog.locator(":focus")).toHaveCount(1);
      await page.keyboard.press("Control+z");
      await expect.poll(order).toBe("Move Germany,Move Romania,Move Poland");
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
    });

    await test.step("the grid leaves as CSV, as a picture, as a table and on paper", async () => {
      const csv = await download(page, () => space.choose("Save as CSV"));
      expect(csv.name).toMatch(/\.csv$/);
      expect(csv.content.toString("utf8")).toContain("Walk two stores");
      const png = await download(page, () => space.choose("Save as picture (PNG)"));
      expect([png.name.endsWith(".png"), png.content.subarray(1, 4).toString()]).toEqual([true, "PNG"]);
      await space.choose("Copy as table");
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(copied).toContain("Germany › South\tStrong");
      await sandbox.call("catchPrint");
      await space.choose("Print");
      await expect.poll(() => sandbox.call("countPrints")).toBe(1);
      await page.emulateMedia({ media: "print" });
      await expect(space.grid).toBeVisible();
      await expect(page.getByRole("button", { name: "Paint" })).toBeHidden();
      await page.emulateMedia({ media: null });
    });

    await test.step("a task and a deal are begun in Salesforce", async () => {
      await expect(page.getByRole("menu")).toHaveCount(0);
      const panel = await space.open("Bucharest", "Plug-in cabinets");
      await panel.getByRole("button", { name: "Create task" }).click();
      await panel.getByRole("button", { name: "New opportunity" }).click();
      await expect
        .poll(() => org.emulator.requests)
        .toContain("POST /services/data/v66.0/sobjects/Opportunity");
      expect(org.emulator.requests).toContain("POST /services/data/v66.0/sobjects/Task");
      const told = expect.arrayContaining([
        expect.objectContaining({ title: "Task created in your CRM", variant: "success" }),
        expect.objectContaining({ title: "Opportunity created and linked", variant: "success" }),
      ]) as readonly object[];
      await expect.poll(() => lightning.toasts()).toEqual(told);
    });
    expect(lightning.errors).toEqual([]);
  });

const hasFocus = async (place: Locator): Promise<boolean> => (await place.locator(":focus").count()) > 0;

async function download(page: Page, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const waiting = page.waitForEvent("download");
  await act();
  const file = await waiting;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}
