import { expect, test } from "@playwright/test";
import { openRecordPage } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

for (const path of ["synthetic", "native"] as const)
  test(`a board is written, matched by keys and by pointer on the record page, ${path} shadow`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 1400 });
    const { lightning } = await openRecordPage(page, server, { path });
    await lightning.place("sweetspotStrategyOverlap");
    const board = page.getByRole("region", { name: "Strategy overlap" });
    await expect(board).toBeVisible();
    const begin = board.getByRole("button", { name: "Begin the board" });
    await expect(begin.or(board.locator(".so-band").first())).toBeVisible();
    if (await begin.isVisible()) await begin.click();
    const keys = page.keyboard;
    const add = board.getByRole("button", { name: /^Add an insight about the customer/ }).first();
    await add.focus();
    await keys.press("Enter");
    await keys.type("A plant in Vietnam");
    await keys.press("Enter");
    await keys.type("Fewer stops of the line");
    await keys.press("Enter");
    await keys.press("Escape");
    await expect(add).toBeFocused();
    await board
      .getByRole("button", { name: /^Add an insight about us/ })
      .first()
      .press("Enter");
    await keys.type("Service within a day");
    await keys.press("Enter");
    await keys.press("Escape");

    // By keys: held here, matched there.
    const service = board.getByRole("button", { name: /^Service within a day/ });
    const stops = board.getByRole("button", { name: /^Fewer stops/ });
    await service.focus();
    await keys.press("m");
    await stops.focus();
    await keys.press("m");
    await expect(stops).toHaveAccessibleName(/matched/);
    await keys.press("c");
    await expect(stops).toHaveAccessibleName(/Confirmed/);

    // By pointer: the other one into the same sweet spot.
    const card = board.locator(".so-card").filter({ hasText: "A plant in Vietnam" });
    await card.scrollIntoViewIfNeeded();
    const from = await card.boundingBox();
    const to = await board.locator("[data-spot]").first().boundingBox();
    if (!from || !to) throw new Error("What is dragged is not on the screen.");
    await page.mouse.move(from.x + 30, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect(board.getByRole("button", { name: /^A plant in Vietnam.*matched/ })).toBeVisible();

    await board.locator("[data-spot]").first().click();
    const panel = page.getByRole("dialog").first();
    await expect(panel.getByRole("button", { name: /^Take “/ })).toHaveCount(3);
    await keys.press("Escape");
    await keys.press("Control+z");
    await expect(board.getByRole("button", { name: /^A plant in Vietnam.*open need/ })).toBeVisible();
    expect(lightning.errors).toEqual([]);
  });
