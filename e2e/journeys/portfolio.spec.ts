import { expect } from "@playwright/test";
import { expectNoViolations } from "../support/axe.ts";
import { goBy } from "../support/focus.ts";
import { gatewayForFile, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();

test("a portfolio manager finds the accounts that need care, and is at their grid with one key", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, { widget: "customer-voice" });
  const table = page.getByRole("table", { name: "Portfolio" });
  const names = () => table.getByRole("row").getByRole("rowheader").allTextContents();

  await expect(page.getByRole("row", { name: /Haver Markt.*Lena/ }).first()).toBeVisible();

  await test.step("two calls open the page: accounts with their figures, and the sums of all", async () => {
    const calls: string[] = [];
    page.on("request", (request) => void (request.method() === "POST" && calls.push(request.url())));
    await page.getByRole("navigation").getByRole("link", { name: "Portfolio" }).click();
    await expect(table.getByRole("row", { name: /Haver Markt/ }).first()).toContainText(/\d+ of \d+/);
    await expect(page.getByRole("status").first()).toContainText(/accounts, \d+ with a plan/);
    const asked = calls.filter((url) => url.includes("/api/port"));
    expect(new Set(asked.map((url) => new URL(url).pathname))).toEqual(
      new Set(["/api/portfolio/accounts", "/api/portfolio/summary"]),
    );
  });

  await test.step("heads sort, and the address remembers it", async () => {
    await table.getByRole("columnheader", { name: "Potential" }).getByRole("link").click();
    await expect(table.getByRole("columnheader", { name: "Potential" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expect(page).toHaveURL(/sort=potential/);
    await expect(table.getByRole("row").nth(1)).toContainText("€");
  });

  await test.step("groups have a head with their sums, filters leave what is asked for", async () => {
    await page.getByLabel("Group by").selectOption("Industry");
    await expect(table.getByText(/accounts?, \d+% covered/).first()).toBeVisible();
    await page.getByLabel("Group by").selectOption("No groups");
    const before = (await names()).length;
    await page.getByLabel("Show").selectOption("With a plan");
    await expect.poll(async () => (await names()).length).toBeLessThan(before);
    await expectNoViolations(page, "the portfolio");
  });

  await test.step("by keys: search, walk into the list, open", async () => {
    await goBy(page, ({ label }) => label === "Search the portfolio");
    await page.keyboard.type("haver");
    await expect.poll(async () => (await names()).every((name) => name.includes("Haver"))).toBe(true);
    await goBy(page, ({ name }) => name === "Haver Markt");
    await page.keyboard.press("Enter");
    await whiteSpaceOn(page).isDrawn();
  });

  await test.step("a phone shows each account as a card, and nothing is cut off", async () => {
    await page.goBack();
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(table.getByRole("row", { name: /Haver Markt/ }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
