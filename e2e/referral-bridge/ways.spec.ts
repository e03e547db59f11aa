import { expectNoSidewaysScroll } from "../support/axe.ts";
import { expectFocus, focused, goBy } from "../support/focus.ts";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-referral-bridge");

test("by keyboard from a target to a way, to a tie found wrong, and back", async ({ visit, page }) => {
  const { saved, violations } = await visit({ account: "foodRetailer" });
  const ways = page.locator(".rb-way");
  await expect(ways.first()).toBeVisible();

  // The target, by search and arrow keys.
  const search = page.getByRole("textbox", { name: "Find a person" });
  await search.focus();
  await page.keyboard.type("ottenh");
  const target = page.getByRole("button", { name: /^Marlies Ottenhövel/ }).first();
  await goBy(page, ({ name }) => name.includes("Ottenhövel"));
  await page.keyboard.press("Enter");
  await expect(target).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("heading", { name: /^5 ways to Marlies Ottenhövel/ })).toBeVisible();
  await expect(ways.first()).toContainText(
    "Lena Brandtwerder has sat on the supervisory board of Seehafer Kühlhaus AG together with Hartwig Sonnleithner-Brook since 2019.",
  );
  await expect(page.getByText(/^Druckhaus Emsaue GmbH has been insolvent since/)).toBeVisible();

  // List and picture light each other.
  const second = page.getByRole("button", { name: /^2 ?Lena Brandtwerder/ });
  await second.focus();
  await expect(page.locator('.rb-edge[data-look="lit"]').first()).toBeAttached();
  await second.press("Enter");
  await expect(second).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");

  // Through the picture: right, open whom somebody knows, close again.
  const ours = page.getByRole("button", { name: /^Lena Brandtwerder, you, Our team/ });
  await ours.focus();
  await page.keyboard.press("ArrowRight");
  await expectFocus(page, /^Seehafer Kühlhaus AG/);
  await page.keyboard.press("ArrowRight");
  await expectFocus(page, /^Hartwig Sonnleithner-Brook, go-between, knows 13 people/);
  await expect(ways.first()).toHaveAttribute("data-lit", "true");
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: /^Windlauf Air/ })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: /^Windlauf Air/ })).toHaveCount(0);
  await page.keyboard.press("Enter");
  const about = page.getByRole("region", { name: "Hartwig Sonnleithner-Brook", exact: true });
  await about.getByRole("button", { name: "Go round Hartwig Sonnleithner-Brook" }).press("Enter");
  await expect(ways.filter({ hasText: "Hartwig" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove without Hartwig Sonnleithner-Brook" }).press("Enter");
  await expect(ways.first()).toContainText("Hartwig Sonnleithner-Brook");

  // A tie that is wrong counts for nothing, until it is brought back.
  await page
    .getByRole("button", { name: /^This tie is wrong: Hartwig Sonnleithner-Brook has sat on the foundation/ })
    .press("Enter");
  const dialog = page.getByRole("dialog", { name: "What is wrong with this tie?" });
  await dialog.getByRole("textbox", { name: "Note" }).fill("Left in spring <b>");
  await dialog.getByRole("button", { name: "It is wrong" }).press("Enter");
  await expect(ways.filter({ hasText: "Stiftung Kaltes Licht" })).toHaveCount(0);
  const found = (await saved()).filter(({ type }) => type === "dismissed-tie");
  expect(found[0]?.fields).toMatchObject({ reason: "not-acquainted", note: "Left in spring <b>" });
  await page.keyboard.press("Control+z");
  await expect(ways.first()).toContainText("Stiftung Kaltes Licht");
  await page.keyboard.press("Control+y");
  await page.getByRole("button", { name: "One tie found wrong" }).press("Enter");
  await page.getByRole("button", { name: "Bring back" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(ways.first()).toContainText("Stiftung Kaltes Licht");
  expect((await focused(page)).role).not.toBe("body");
  expect(await violations()).toEqual([]);

  // Filters that leave no way say so, and how to take them back.
  await page.getByRole("button", { name: "0", exact: true }).press("Enter");
  await expect(
    page.getByRole("heading", { name: /^Nobody of ours knows Marlies Ottenhövel directly/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: /[Ww]ithout .* filters?$/ }).press("Enter");
  await expect(ways.first()).toContainText("Stiftung Kaltes Licht");
});

test("stays readable on a phone, in the other skin, in the dark, and says where there are no relations", async ({
  visit,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const { violations } = await visit({
    account: "foodRetailer",
    locale: "de-DE",
    skin: "hubspot",
    theme: "dark",
  });
  await expect(page.locator(".rb-way").first()).toBeVisible();
  await expectNoSidewaysScroll(page, "the ways at 320 pixels");
  expect(await violations()).toEqual([]);
  await page.getByRole("button", { name: "Katarzyna Pietruszkowiak" }).first().click();
  await page.getByRole("button", { name: /^Ferdinand Graf von der Espenau/ }).click();
  await expect(page.getByRole("heading", { name: /Wege? zu Ferdinand/ })).toBeVisible();
  await expectNoSidewaysScroll(page, "another target at 320 pixels");

  for (const look of [{ theme: "dark" }, { skin: "hubspot" }] as const) {
    const other = await visit({ account: "foodRetailer", ...look });
    await expect(page.locator(".rb-node").first()).toBeVisible();
    expect(await other.violations({ coloursOnly: true })).toEqual([]);
  }

  await visit({ account: "foodRetailer", relations: "none" });
  await expect(page.getByText("No relations here")).toBeVisible();
});
