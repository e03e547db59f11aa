import { expect, test } from "@playwright/test";
import { openScene } from "./hosts.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

test.setTimeout(40_000);
let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

// In Lightning the journeys of the shipped component say more.
for (const host of ["plain", "iframe"] as const)
  test(`the white-space grid is worked in by keyboard and mouse in host "${host}"`, async ({ page }) => {
    const scene = await openScene(page, server.origin, host, {
      kind: "grid",
      size: { areas: 10, offerings: 5 },
    });
    const grid = scene.widget.getByRole("treegrid");
    await expect(grid).toBeVisible();
    const cell = (name: RegExp) => grid.getByRole("gridcell", { name }).first();

    const first = cell(/^area 1, offering 2\b/);
    await first.click();
    await page.keyboard.press("Escape");
    await first.focus();
    await page.keyboard.press("3");
    await expect(cell(/^area 1, offering 2, strong/i)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(cell(/^area 2, offering 2\b/)).toBeFocused();
    await page.keyboard.press("1");
    await expect(cell(/^area 2, offering 2, weak/i)).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(cell(/^area 2, offering 2, weak/i)).toHaveCount(0);

    await page.keyboard.press("Enter");
    const step = scene.widget.getByRole("textbox", { name: /next step|what happens next/i }).first();
    await step.fill("Walk two stores");
    await page.keyboard.press("Escape");
    await expect(cell(/^area 2, offering 2\b/)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(
      scene.widget.getByRole("textbox", { name: /next step|what happens next/i }).first(),
    ).toHaveValue("Walk two stores");

    expect(await scene.probe("failures")).toEqual([]);
    expect(scene.errors.filter((error) => !/favicon|404/.test(error))).toEqual([]);
    await scene.remove();
  });
