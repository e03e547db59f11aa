import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-buying-centre");

test("a rep fills the buying centre by keyboard: many from the CRM, one unknown, a lead, his rating", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "large" });
  await page.getByRole("button", { name: "Add people" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Who takes part in decisions?" });
  await expect(dialog.getByRole("textbox", { name: "Find a name, position or department" })).toBeFocused();
  await page.keyboard.type("zofia");
  const first = dialog.getByRole("checkbox").first();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  if (!(await first.evaluate((box) => box.matches(":focus")))) await first.focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("checkbox").nth(1).press("Space");
  await expect(dialog.getByRole("button", { name: "Add 2 people" })).toBeVisible();
  await dialog.getByRole("button", { name: /^Tick all/ }).press("Enter");
  await expect(dialog.getByRole("button", { name: /^Add (\d\d) people/ })).toBeVisible();
  await dialog.getByRole("checkbox").nth(2).press("Space");
  await expect(dialog.getByRole("checkbox").nth(2)).not.toBeChecked();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Add people" }).press("Enter");
  await dialog.getByRole("checkbox").first().press("Space");
  await dialog.getByRole("checkbox").nth(1).press("Space");
  await dialog.getByRole("button", { name: "Add 2 people" }).press("Enter");
  const list = page.getByRole("list", { name: "People of the buying centre" });
  await expect(list.getByRole("listitem")).toHaveCount(2);

  await page.getByRole("button", { name: "Add people" }).press("Enter");
  await page.getByLabel(/^What is known of the person/).fill("Head of <b>O'Brien</b> purchasing 🧊");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const unknown = list.getByRole("button", { name: /^Head of <b>O'Brien<\/b> purchasing 🧊, Still unknown/ });
  await expect(unknown).toBeVisible();

  await list.getByRole("button").first().focus();
  await page.keyboard.press("End");
  await expect(list.getByRole("button").last()).toBeFocused();
  await page.keyboard.press("Home");
  await unknown.press("Enter");
  const panel = page.getByRole("dialog", { name: /^Head of/ });
  await expect(panel.getByText("No lead yet")).toBeVisible();
  await panel.getByRole("button", { name: "I lead" }).press("Enter");
  await expect(panel.getByText("No lead yet")).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(panel.getByText("No lead yet")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(panel.getByText("No lead yet")).toBeHidden();
  await panel.getByRole("group", { name: "Relationship" }).getByRole("button", { name: "-2" }).press("Enter");
  await expect(panel.getByText("Against us")).toBeVisible();
  await panel.getByRole("group", { name: "Influence" }).getByRole("button", { name: "3" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(unknown).toHaveAccessibleName(/Relationship -2, Influence 3, led by Lena Brandtwerder/);

  const records = await saved();
  expect(records.filter(({ type }) => type === "buying-centre-member")).toHaveLength(3);
  const rating = records.find(({ type }) => type === "member-rating");
  expect(rating?.fields).toMatchObject({ rater: "member-lena", relationship: -2, influence: 3 });
  await page.keyboard.press("Control+z");
  await expect(unknown).toHaveAccessibleName(/Relationship -2, led by/);
});

test("differing ratings, a deleted contact and deals without anybody are told, never settled by the widget", async ({
  visit,
  page,
}) => {
  const { saved, colleagueCommits } = await visit();
  const row = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
  await expect(row("Friederike")).toHaveAccessibleName(/Relationship \+1 \/ \+2.*Ratings differ/);
  await colleagueCommits([
    {
      id: "leaver",
      type: "buying-centre-member",
      base: 0,
      fields: { name: "Gone Person", contact: "contact-of-nobody", account: "account-kryolind" },
    },
    {
      id: "sister",
      type: "buying-centre-member",
      base: 0,
      fields: { name: "Sister’s Person", contact: "contact-elsewhere", account: "account-kryolind-usa" },
    },
  ]);
  await expect(row("Gone Person")).toHaveAccessibleName(/No longer in the CRM/);
  await expect(row("Sister’s Person")).not.toHaveAccessibleName(/No longer in the CRM/);
  await row("Gone Person").click();
  await page.getByRole("button", { name: "Mark as left" }).click();
  await page.keyboard.press("Escape");
  await expect(row("Gone Person")).toHaveAccessibleName(/Left/);

  await page.getByRole("button", { name: /^Without a lead/ }).click();
  await expect(page.getByRole("listitem").first()).toContainText("No lead yet");
  await expect(row("Friederike")).toHaveAttribute("data-faded", "true");
  await page.getByRole("button", { name: "Show all" }).click();

  await page.getByRole("button", { name: "Deals" }).click();
  const deal = page
    .getByRole("list", { name: "Open deals and who decides them" })
    .getByRole("listitem")
    .first();
  await expect(deal.getByText("Nobody known who decides")).toBeVisible();
  await deal.getByRole("button", { name: "Who decides?" }).click();
  await deal.getByRole("combobox", { name: "Who decides?" }).fill("friederike");
  await page.getByRole("option", { name: /Friederike/ }).click();
  await expect(deal.getByRole("button", { name: /Friederike/ })).toBeVisible();
  const talentPool = (await saved()).find(({ id }) => id === "member-of-talent-pool");
  expect(talentPool?.fields["decides"]).toHaveLength(1);

  await deal.getByRole("button", { name: /Friederike/ }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText(/2 records that rest on the person go too/)).toBeVisible();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(deal.getByText("Nobody known who decides")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(deal.getByRole("button", { name: /Friederike/ })).toBeVisible();
});

test("who may only look sees all of it and no button that does nothing", async ({ visit, page }) => {
  await visit({ plan: "read-only" });
  await expect(page.getByText("Read only")).toBeVisible();
  await page.getByRole("button", { name: /^Friederike/ }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Ratings differ")).toBeVisible();
  await expect(panel.getByRole("textbox").or(panel.getByRole("combobox"))).toHaveCount(0);
  await expect(panel.getByRole("button", { name: /Remove|I lead|Withdraw/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Add people/ })).toHaveCount(0);
});

for (const [locale, theme, skin, title] of [
  ["en-GB", "light", "lightning", "Buying centre"],
  ["de-DE", "dark", "hubspot", "Buying-Center"],
  ["id-ID", "light", "hubspot", "Pusat Pembelian"],
] as const)
  test(`it speaks ${locale}, in ${theme} ${skin}, wide and at 320 px, and axe finds nothing`, async ({
    visit,
    page,
  }) => {
    const { violations } = await visit({ locale, theme, skin });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("listitem").first()).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: /^Friederike/ }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations()).toEqual([]);
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(/\b[a-z]+\.[a-z-]+\b/);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violations({ coloursOnly: true })).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
