import type { Locator, Page } from "@playwright/test";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-strategy-overlap");

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("What is dragged is not on the screen.");
  await page.mouse.move(start.x + 30, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
}

test("cards are dragged onto what they meet, into a sweet spot and to another level", async ({
  visit,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1100 });
  const { saved } = await visit({ account: "foodRetailer" });
  const card = (name: RegExp): Locator => page.locator(".so-card").filter({ hasText: name }).first();
  const delivery = page.getByRole("button", { name: /^Delivery services/ });
  const malaysia = page.getByRole("button", { name: /^New plant in Malaysia/ });
  await drag(page, card(/^Challenge/), card(/New plant/));
  await expect(delivery).toHaveAccessibleName(/matched/);
  await expect(malaysia).toHaveAccessibleName(/matched/);
  await page.keyboard.press("Control+z");
  await expect(delivery).toHaveAccessibleName(/open need/);

  // Into a sweet spot, which then has two on the customer's side.
  await drag(page, card(/^Challenge/), page.locator("[data-spot]").first());
  await expect(delivery).toHaveAccessibleName(/matched/);
  await page.locator("[data-spot]").first().click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: /^Take “Delivery/ }).click();
  await expect(delivery).toHaveAccessibleName(/open need/);
  await panel.getByRole("button", { name: "Close the panel" }).click();

  // To another level of the same side; never to the other side.
  const half = page.getByRole("region", { name: "Expansion" }).locator(".so-half").first();
  await drag(page, card(/^Challenge/), half);
  await expect(
    page.getByRole("region", { name: "Expansion" }).getByRole("button", { name: /^Delivery/ }),
  ).toBeVisible();
  await drag(page, card(/New plant/), half);
  await expect(
    page.getByRole("region", { name: "Group" }).getByRole("button", { name: /^New plant/ }),
  ).toBeVisible();
  const moved = (await saved()).find(({ fields }) => String(fields["statement"]).startsWith("Delivery"));
  expect(moved?.fields["level"]).toBe("level-unit");
});

test("a finger that rested on a card takes it up, and one that did not scrolls", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1280, height: 1100 });
  await visit({ account: "foodRetailer" });
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0): Promise<unknown> =>
    fingers.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const middleOf = async (name: RegExp): Promise<{ readonly x: number; readonly y: number }> => {
    const box = await page.locator(".so-card").filter({ hasText: name }).first().boundingBox();
    if (!box) throw new Error("The card is not on the screen.");
    return { x: box.x + 40, y: box.y + box.height / 2 };
  };
  const [from, to] = [await middleOf(/^Challenge/), await middleOf(/New plant/)];
  await touch("touchStart", from.x, from.y);
  await touch("touchMove", from.x, from.y - 40);
  await touch("touchEnd");
  const ghost = page.locator(".so-ghost");
  await expect(ghost).toHaveCount(0);

  await page.evaluate(() => window.scrollTo(0, 0));
  await touch("touchStart", from.x, from.y);
  await expect(ghost).toBeVisible();
  for (const share of [0.3, 0.6, 1])
    await touch("touchMove", from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
  await touch("touchEnd");
  await expect(page.getByRole("button", { name: /^Delivery services/ })).toHaveAccessibleName(/matched/);
});

test("a proposed match is taken or turned down, and what was turned down can come back", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "foodRetailer" });
  await page.getByRole("button", { name: "Add an insight about the customer, Group" }).click();
  await page.keyboard.insertText("Energy efficiency of cooling in Malaysia and South-East Asia");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "1 match proposed" }).click();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(page.getByRole("button", { name: /match(es)? proposed/ })).toHaveCount(0);
  expect((await saved()).filter(({ type }) => type === "dismissed-match")).toHaveLength(1);
  await page.getByRole("button", { name: /^Energy efficiency of cooling/ }).click();
  const panel = page.getByRole("dialog");
  await panel.getByText("One match ruled out").click();
  await panel.getByRole("button", { name: "Suggest again" }).click();
  await panel.getByRole("button", { name: "Match", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Energy efficiency of cooling.*matched/ })).toBeVisible();
});

test("what is pasted stays text: Office lists, markup, right to left, ten thousand letters", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "empty", plan: "none" });
  await page.getByRole("button", { name: "Begin the board" }).click();
  const field = page.getByRole("textbox", { name: "Add an insight about the customer, Company" });
  await field.fill("\u{F0B7}\tGrow\u{A0}in <b>Romania</b>\r\n\u{F0B7}\tO'Brien & Söhne 🧊");
  await page.getByRole("button", { name: "As 2 insights" }).click();
  await field.fill("<script>alert(1)</script> نمو في الشرق");
  await page.keyboard.press("Enter");
  await field.fill("word ".repeat(2500));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Grow in <b>Romania<\/b>, / })).toBeVisible();
  const statements = (await saved())
    .filter(({ type }) => type === "insight")
    .map(({ fields }) => String(fields["statement"]));
  expect(statements).toEqual(
    expect.arrayContaining([
      "Grow in <b>Romania</b>",
      "O'Brien & Söhne 🧊",
      "<script>alert(1)</script> نمو في الشرق",
    ]),
  );
  expect(Math.max(...statements.map((one) => one.length))).toBe(10_000);
});
