import { expect, test } from "@playwright/test";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import { countKept, readTraces, watchTraces } from "./page-traces.ts";
import { ACCOUNT, openRecordPage, OTHER_ACCOUNT } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

test("widgets of one page share one React, one plan and one reading; another namespace has its own", async ({
  page,
}) => {
  const { org, lightning } = await openRecordPage(page, server);
  const sandbox = await lightning.place("sandboxWindow");
  await lightning.place("sweetspotWhiteSpace");
  await lightning.place("sweetspotAccountPulse");
  await lightning.place("sweetspotWhiteSpace", { optionLens: "money" });
  const pulse = page.getByRole("region", { name: "Account pulse" });
  await expect(pulse.getByText("Open deals")).toBeVisible();
  await expect(page.getByRole("treegrid")).toHaveCount(2);
  expect(await sandbox.call("countReacts")).toBe(1);
  const asked = org.emulator.requests.filter((request) => /overview|load/.test(request));
  expect(asked.toSorted()).toEqual(["POST /services/apexrest/sweetspot/plan/load", "graphql overview"]);

  await test.step("a refresh of the page reads both anew, once for all three", async () => {
    const before = org.emulator.requests.length;
    expect(await lightning.refreshes()).toEqual({ count: 0, handlers: 3 });
    await lightning.refresh();
    const reads = org.emulator.requests.slice(before).filter((request) => request === "graphql overview");
    expect(reads).toHaveLength(1);
  });

  const cells = page.getByRole("gridcell", { name: /^Warsaw, Cold rooms, / });
  await cells.first().click();
  await page.keyboard.press("3");
  for (const cell of await cells.all()) await expect(cell).toHaveAccessibleName(/Strong/);

  await lightning.place("sweetspotWhiteSpace", { height: 400 }, "acme");
  await expect(page.getByRole("treegrid")).toHaveCount(3);
  const high = await page.locator("main > *").last().locator(".frame").boundingBox();
  expect(high?.height, "as high as the admin said").toBe(400);
  expect(await sandbox.call("countReacts")).toBe(1);
  expect(
    await page.evaluate(() => Object.keys(window).filter((name) => /sweetspot|pulse/i.test(name))),
  ).toEqual([]);
  expect(lightning.errors).toEqual([]);
});

test("another record, another tab and away: edits are saved, undo is kept, nothing stays behind", async ({
  page,
}) => {
  await watchTraces(page);
  const { org, lightning } = await openRecordPage(page, server);
  const empty = await readTraces(page);
  const component = await lightning.place("sweetspotWhiteSpace");
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("3");
  await space.seesLevel("Warsaw", "Cold rooms", "Strong");

  await test.step("the record changes under it, for two calls of the org", async () => {
    const before = org.emulator.requests.length;
    await lightning.showRecord("Account", OTHER_ACCOUNT);
    await expect(space.cell("Warsaw", "Cold rooms")).toHaveCount(0);
    await space.isDrawn();
    const reads = org.emulator.requests.slice(before).filter((request) => !request.endsWith("/commit"));
    expect(reads.toSorted()).toEqual(["POST /services/apexrest/sweetspot/plan/load", "graphql overview"]);
    await expect
      .poll(() => org.plan(ACCOUNT))
      .toContainEqual(expect.objectContaining({ level: "strong", area: "warsaw" }));
    await lightning.showRecord("Account", ACCOUNT);
    await space.seesLevel("Warsaw", "Cold rooms", "Strong");
    await space.undo.click();
    await space.seesLevel("Warsaw", "Cold rooms", "None");
  });

  await test.step("its tab is left and comes back", async () => {
    await space.open("Warsaw", "Cold rooms");
    await component.remove();
    await expect(space.grid).toHaveCount(0);
    await component.putBack();
    await space.isDrawn();
    await space.cell("Warsaw", "Cold rooms").click();
    await page.keyboard.press("2");
    await space.seesLevel("Warsaw", "Cold rooms", "Present");
  });

  await test.step("it is taken away, again and again", async () => {
    const rounds = [];
    for (let round = 0; round < 3; round += 1) {
      await component.remove();
      await expect(space.grid).toHaveCount(0);
      rounds.push({ ...(await readTraces(page)), ...(await countKept(page)) });
      await component.putBack();
      await space.isDrawn();
    }
    const [first, ...others] = rounds;
    for (const other of others) {
      expect(other.listeners, "listeners on the page").toEqual(first?.listeners);
      // A grid has some thousand; a few come and go with the browser's moods.
      expect(other.nodesKept, "nodes in memory").toBeLessThanOrEqual((first?.nodesKept ?? 0) + 30);
    }
    expect(first?.globals).toEqual(empty.globals);
    // Styles and scripts are Lightning's own: it loads each once for all components.
    expect(first?.nodes.filter((name) => !["style", "script"].includes(name))).toEqual(
      empty.nodes.filter((name) => name !== "script"),
    );
  });
  expect(lightning.errors).toEqual([]);
});

test("edits made without a line survive the page and are sent from the next", async ({ page }) => {
  const { org, lightning } = await openRecordPage(page, server);
  await lightning.place("sweetspotWhiteSpace");
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await page.route("**/services/**", (route) => route.abort());
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("3");
  await expect(space.saving).toHaveText(/one edit waits/, { timeout: 15_000 });
  await page.reload();
  await page.unroute("**/services/**");
  await lightning.showRecord("Account", ACCOUNT);
  await lightning.place("sweetspotWhiteSpace");
  await space.isDrawn();
  await space.seesLevel("Warsaw", "Cold rooms", "Strong");
  await space.isSaved();
  expect(await org.plan(ACCOUNT)).toContainEqual(
    expect.objectContaining({ level: "strong", area: "warsaw" }),
  );
});

test("the third party’s widget says when the org does not answer, and asks again when told to", async ({
  page,
}) => {
  const { lightning } = await openRecordPage(page, server);
  await page.route("**/graphql", (route) => route.abort());
  await lightning.place("sweetspotAccountPulse", { optionCompact: true });
  const pulse = page.getByRole("region", { name: "Account pulse" });
  await expect(pulse.getByRole("alert")).toBeVisible({ timeout: 15_000 });
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Outside" }).focus();
  await page.keyboard.press("Tab");
  await expect(pulse.getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pulse.getByText("€935k")).toBeVisible();
  await expect(pulse).toHaveClass(/compact/);
  expect(lightning.errors).toEqual([]);
});
