import { expect, test } from "@playwright/test";
import { expectNoViolations } from "../support/axe.ts";
import { ACCOUNT, openRecordPage } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

const FIRST_WAY =
  "Lena Brandtwerder has sat on the supervisory board of Seehafer Kühlhaus AG together with Hartwig Sonnleithner-Brook since 2019.";

test("who can introduce us is worked out on the record page from the org’s own records", async ({ page }) => {
  const { org, lightning } = await openRecordPage(page, server);
  await lightning.place("sweetspotReferralBridge");
  await page.getByRole("textbox", { name: "Find a person" }).fill("ottenh");
  await page
    .getByRole("button", { name: /^Marlies Ottenhövel/ })
    .first()
    .click();
  const ways = page.locator(".rb-way");
  await expect(ways.first()).toContainText(FIRST_WAY);
  await expect(page.getByText(/^Druckhaus Emsaue GmbH has been insolvent since/)).toBeVisible();

  await test.step("in the picture, somebody’s acquaintances open and close", async () => {
    const goBetween = page.getByRole("button", { name: /^Hartwig Sonnleithner-Brook, go-between/ });
    await goBetween.focus();
    await page.keyboard.press("e");
    await expect(page.getByRole("button", { name: /^Windlauf Air/ })).toBeVisible();
    await page.keyboard.press("e");
  });
  await expectNoViolations(page, "the referral bridge on a record page", {
    within: ["c-sweetspot-referral-bridge"],
  });

  await test.step("wishes are for an admin of the org to keep, so nobody is offered to say them here", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await expect(page.getByRole("menuitem").first()).toBeVisible();
    await expect(page.getByRole("menuitem", { name: /My own relations/ })).toHaveCount(0);
    await page.keyboard.press("Escape");
  });

  await test.step("a tie found wrong is kept in the plan, and counts for nothing", async () => {
    await page
      .getByRole("button", {
        name: /^This tie is wrong: Hartwig Sonnleithner-Brook has sat on the foundation/,
      })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "It is wrong" }).click();
    await expect(async () =>
      expect(await org.plan(ACCOUNT)).toContainEqual(
        expect.objectContaining({ statement: expect.stringContaining("Hartwig Sonnleithner-Brook") }),
      ),
    ).toPass({ timeout: 15_000 });
  });

  const calls = org.emulator.requests.filter((request) => request.endsWith("/relations"));
  expect(calls.length).toBeLessThanOrEqual(6);
  expect(lightning.errors).toEqual([]);
});
