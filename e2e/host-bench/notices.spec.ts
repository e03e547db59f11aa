import { expect, type Page, test } from "@playwright/test";
import { toRecordId } from "@sweetspot/contract";
import { demoWorld } from "@sweetspot/fixtures";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import type { OrgOptions } from "./emulated-org.ts";
import { ACCOUNT, openRecordPage } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

/** What a person reads where the widget would be. */
async function noticeOf(page: Page, options: Partial<OrgOptions>): Promise<string> {
  await page.context().clearCookies();
  const { lightning } = await openRecordPage(page, server, options);
  await lightning.place("sweetspotWhiteSpace");
  return page.getByRole("alert").innerText();
}

test("a widget that cannot be there says what to do, and comes when it is done", async ({ page }) => {
  const otherResources: Record<string, string | undefined> = { sweetspot_widgets: undefined };
  expect(await noticeOf(page, { otherResources })).toMatch(/static resource/i);
  delete otherResources["sweetspot_widgets"];
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("treegrid")).toBeVisible();

  await page.route("**/resource/*/sweetspot_page", (route) => route.abort("blockedbyclient"));
  expect(await noticeOf(page, {})).toMatch(/blocked/i);
  await page.unroute("**/resource/*/sweetspot_page");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("treegrid")).toBeVisible();

  expect(await noticeOf(page, { otherResources: { sweetspot_widgets: "var other = {};" } })).toMatch(
    /script/i,
  );
  await test.step("a permission set that is granted opens all widgets with one press", async () => {
    await page.context().clearCookies();
    const { org, lightning } = await openRecordPage(page, server, { withoutPermissionSet: true });
    await lightning.place("sweetspotWhiteSpace");
    await lightning.place("sweetspotAccountPulse");
    await expect(page.getByRole("alert")).toContainText([/permission set/i, /permission set/i]);
    Object.assign(org, { withoutPermissionSet: false });
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expect(page.getByRole("treegrid")).toBeVisible();
    await expect(page.getByRole("region", { name: "Account pulse" })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  await test.step("Locker", async () => {
    const { lightning } = await openRecordPage(page, server);
    const sandbox = await lightning.place("sandboxWindow");
    await sandbox.call("pretendLocker");
    await lightning.place("sweetspotWhiteSpace");
    await expect(page.getByRole("alert")).toContainText("Lightning Web Security");
    expect(lightning.errors).toEqual([]);
  });
});

test("App Builder shows which widget stands there and asks nothing of the org", async ({ page }) => {
  const { org, lightning } = await openRecordPage(page, server, {
    path: "flexipageEditor/surface.app/synthetic",
    context: { language: "de" },
  });
  await lightning.place("sweetspotWhiteSpace");
  await lightning.place("sweetspotAccountPulse");
  await expect(page.getByRole("note")).toContainText([/Potenzialfelder/, /Puls des Kunden/]);
  expect(org.emulator.requests).toEqual([]);
});

test("the widget speaks the user's language, or the one the admin chose, and fits a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const { lightning } = await openRecordPage(page, server, {
    context: { language: "de", locale: "de-DE", formFactor: "Small" },
  });
  await lightning.place("sweetspotWhiteSpace", { height: 300 });
  await expect(page.getByRole("heading", { name: "Potenzialfelder" })).toBeVisible();
  await lightning.place("sweetspotWhiteSpace", { language: "id" });
  await expect(page.getByRole("heading", { name: "Peta peluang", exact: false })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, "nothing is wider than the phone").toBeLessThanOrEqual(390);
  expect(lightning.errors).toEqual([]);
});

test("the widget is dark on a dark page", async ({ page }) => {
  const { lightning } = await openRecordPage(page, server);
  const themes = page.locator("[data-theme]");
  await lightning.place("sweetspotWhiteSpace");
  await expect(themes).toHaveAttribute("data-theme", "light");
  await page.addStyleTag({ content: ":root { --slds-g-color-surface-container-1: #1c1c1c; }" });
  await lightning.place("sweetspotWhiteSpace");
  await expect(themes.last()).toHaveAttribute("data-theme", "dark");
  expect(lightning.errors).toEqual([]);
});

test("on a deal's page the plan of its account is shown; other objects are told apart", async ({ page }) => {
  const world = demoWorld();
  const deal = world.opportunities.find(
    (one) => one.account.state === "known" && one.account.value === toRecordId(ACCOUNT),
  );
  const { lightning, grid } = await openRecordPage(page, server);
  await lightning.showRecord("Opportunity", deal?.id ?? "");
  await lightning.place("sweetspotWhiteSpace");
  await expect(grid.getByRole("gridcell", { name: /^Warsaw, Cold rooms, / })).toBeVisible();
  await lightning.showRecord("Case", "500000000000001");
  await expect(grid).toHaveCount(0);
  await expect(page.getByRole("note")).toBeVisible();
  expect(lightning.errors).toEqual([]);
});

test("a bad day of the org is told in words, and waited out where waiting helps", async ({ page }) => {
  const { org, lightning, grid } = await openRecordPage(page, server);
  const space = whiteSpaceOn(page);
  for (let call = 0; call < 3; call += 1) org.emulator.failNext("limit");
  await lightning.place("sweetspotWhiteSpace");
  await expect(page.getByRole("alert")).toContainText("The CRM asks us to wait");
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await space.isDrawn();
  org.emulator.failNext("locked-row");
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("3");
  await space.isSaved();
  const commits = org.emulator.requests.filter((request) => request.endsWith("/commit"));
  expect(commits, "it was sent again by itself").toHaveLength(2);
  org.emulator.failNext("session-expired");
  await page.keyboard.press("2");
  await expect(space.saving).toContainText("One edit not saved");
  await expect(grid).toBeVisible();
  expect(lightning.errors).toEqual([]);
});
