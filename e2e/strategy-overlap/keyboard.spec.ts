import { expectFocus, focused } from "../support/focus.ts";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-strategy-overlap");

test("a rep builds a board by keyboard alone: levels, insights, a question, a match, a state, a move", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "foodRetailer", plan: "none" });
  const keys = page.keyboard;
  await page.getByRole("button", { name: "Begin the board" }).press("Enter");
  const company = page.getByRole("region", { name: "Company" });
  await expect(
    page.getByRole("textbox", { name: "Add an insight about the customer, Company" }),
  ).toBeFocused();
  await keys.type("Halve emissions by 2030");
  await keys.press("Enter");
  await keys.type("Energy costs eat the margin");
  await keys.press("Enter");
  // What we do not know is a question in the same place.
  await keys.press("Shift+Tab");
  await keys.press("ArrowRight");
  await keys.press("ArrowRight");
  await keys.press("ArrowRight");
  await keys.press("Enter");
  await keys.press("Tab");
  await keys.type("Who decides on the refit?");
  await keys.press("Enter");
  await keys.press("Escape");
  await expectFocus(page, /^Add an insight about the customer, Company/);
  await expect(company.getByRole("button", { name: /^Who decides on the refit\?/ })).toBeVisible();

  await keys.press("ArrowRight");
  await expectFocus(page, /^Add an insight about us, Company/);
  await keys.press("Enter");
  await keys.type("Cooling that needs half the energy");
  await keys.press("Enter");
  await keys.press("Escape");

  // Up to our card, held; over to the customer's, matched.
  await keys.press("ArrowUp");
  await expectFocus(page, /^Cooling that needs half the energy/);
  await keys.press("m");
  await expect(page.getByText(/^Match “Cooling/)).toBeVisible();
  await keys.press("ArrowLeft");
  await expectFocus(page, /^Halve emissions by 2030, Strategy, Unconfirmed, open need/);
  await keys.press("m");
  const halve = page.getByRole("button", { name: /^Halve emissions by 2030, Strategy/ });
  await expect(halve).toHaveAccessibleName(/matched/);
  await expect(page.getByRole("button", { name: /^Sweet spot: .*No message yet$/ })).toHaveCount(1);

  // Its kind, its state, its words.
  await expect(halve).toBeFocused();
  await keys.press("2");
  await keys.press("c");
  await expect(
    page.getByRole("button", { name: /^Halve emissions by 2030, Target, Confirmed/ }),
  ).toBeFocused();
  await keys.press("F2");
  await keys.press("End");
  await keys.type(" while growing");
  await keys.press("Enter");
  await expect(page.getByRole("button", { name: /^Halve emissions by 2030 while growing/ })).toBeVisible();

  // Enter went on to the next card; Escape leaves it as it is. It goes down a level, comes back by undo, and goes for good.
  await expect(page.getByRole("textbox", { name: "Reword the insight" })).toHaveValue(
    "Energy costs eat the margin",
  );
  await keys.press("Escape");
  await expectFocus(page, /^Energy costs/);
  await keys.press("Alt+PageDown");
  const unit = page.getByRole("region", { name: "Business unit or project" });
  await expect(unit.getByRole("button", { name: /^Energy costs/ })).toBeFocused();
  await keys.press("Control+z");
  await expect(company.getByRole("button", { name: /^Energy costs/ })).toBeFocused();
  await keys.press("Delete");
  await expect(page.getByRole("button", { name: /^Energy costs/ })).toHaveCount(0);
  expect((await focused(page)).name).not.toBe("");

  const records = await saved();
  const of = (type: string) => records.filter((record) => record.type === type);
  expect(of("strategy-level")).toHaveLength(3);
  expect(of("insight").map(({ fields }) => fields["statement"])).toEqual(
    expect.arrayContaining(["Halve emissions by 2030 while growing", "Cooling that needs half the energy"]),
  );
  expect(of("knowledge-gap")).toHaveLength(1);
  const [spot] = of("sweet-spot");
  const confirmed = of("insight").find(({ fields }) => fields["state"] === "confirmed");
  expect(confirmed?.fields).toMatchObject({ kind: "target", stateBy: "member-lena" });
  expect(spot?.fields["customerInsights"]).toEqual([confirmed?.id]);
});

test("the panel says all about an insight, and Escape leads back to its card", async ({ visit, page }) => {
  const { saved } = await visit({ account: "foodRetailer" });
  const card = page.getByRole("button", { name: /^Delivery services take/ });
  await card.press("Enter");
  const panel = page.getByRole("dialog", { name: /^Delivery services/ });
  await expect(panel).toBeFocused();
  await panel.getByLabel("Who told you?").fill("A board member");
  await panel.getByLabel("Link to the source").fill("javascript:alert(1)");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("link")).toHaveCount(0);
  await panel.getByLabel("Link to the source").fill("example.com/report?year=2026");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("link", { name: "Open the source" })).toHaveAttribute(
    "href",
    "https://example.com/report?year=2026",
  );
  await panel.getByRole("button", { name: "Confirmed", exact: true }).press("Enter");
  await expect(panel.getByText(/^Lena Brandtwerder, /)).toBeVisible();
  // A conflict with its explanation.
  await panel.getByPlaceholder("What contradicts it?").fill("Romania");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await panel.getByLabel("Why so?").fill("New stores need customers who come.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("New stores need customers who come.").first()).toBeVisible();
  // Who did what to it, and back again.
  await panel.getByRole("button", { name: "History" }).press("Enter");
  const history = page.getByRole("dialog", { name: "History" });
  await expect(history).toContainText("A board member");
  await page.keyboard.press("Escape");
  await expect(history).toHaveCount(0);
  await panel.press("Escape");
  await expect(card).toBeFocused();
  const link = (await saved()).find(
    ({ type, fields }) =>
      type === "insight-link" && fields["explanation"] === "New stores need customers who come.",
  );
  expect(link?.fields["kind"]).toBe("conflicts");
});
