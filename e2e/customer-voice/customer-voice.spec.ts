import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-customer-voice");

test("by keyboard: a note of the customer’s, one of the market’s, its confirmation, and a word that exposes our jargon", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "foodRetailer" });
  const field = page.getByRole("region", { name: "Value created" });
  await field.getByRole("textbox", { name: "Value created: what the customer says" }).focus();
  await page.keyboard.type("“The cold chain <b>holds</b>.” مرحبا 🧊");
  await page.keyboard.press("Enter");
  await expect(field.getByRole("list", { name: "The customer says" }).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.type("“And it is quiet.”");
  await page.keyboard.press("Enter");
  await expect(field.getByRole("list", { name: "The customer says" }).getByRole("listitem")).toHaveCount(2);

  await page
    .getByRole("group", { name: "New notes:" })
    .getByRole("button", { name: "Market" })
    .press("Enter");
  await field.getByRole("textbox", { name: "Value created: what others say of them" }).focus();
  await page.keyboard.type("He saves a tenth of his energy.");
  await page.keyboard.press("Enter");
  const outside = field.getByRole("list", { name: "Heard from outside, not confirmed" });
  await outside.getByRole("button", { name: /He saves a tenth/ }).press("Enter");
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Source", { exact: true }).fill("A trade journal");
  await panel.getByRole("button", { name: "The customer confirmed it" }).press("Enter");
  await expect(panel.getByText(/confirmed it to Lena Brandtwerder/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(outside).toBeHidden();
  await expect(field.getByText("Confirmed by the customer")).toBeVisible();
  // The note has gone to another list; the keyboard has to go along.
  await expect(page.locator(".ss-widget :focus")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(outside).toBeVisible();

  await page.getByRole("button", { name: "Their words, ours" }).press("Enter");
  await page.getByRole("textbox", { name: "A word of the customer’s" }).focus();
  await page.keyboard.type("CABINET");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“CABINET” is in the lexicon already.")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("warmth of the store");
  await page.keyboard.press("Enter");
  const word = page.getByRole("listitem").filter({ has: page.locator("input[value='warmth of the store']") });
  await word.getByRole("textbox", { name: "Our words for it" }).fill("energy, waste heat");
  await page.keyboard.press("Enter");
  await word.getByRole("button", { name: /^In .* of ours$/ }).press("Enter");
  await expect(page.getByText("Instead of “energy” they say “warmth of the store”.").first()).toBeVisible();
  await page.keyboard.press("Escape");

  const records = await saved();
  const term = records.find(({ fields }) => fields["term"] === "warmth of the store");
  expect(term?.fields["ourWords"]).toEqual(["energy", "waste heat"]);
  const market = records.find(({ fields }) => fields["statement"] === "He saves a tenth of his energy.");
  expect(market?.fields).toMatchObject({ voice: "market", source: "A trade journal" });
  expect(market?.fields["confirmedAt"]).toBeUndefined();
});

test("who may only look sees all of it and no button that does nothing", async ({ visit, page }) => {
  await visit({ account: "foodRetailer", plan: "read-only" });
  await expect(page.getByText("Read only")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(1);
  await page.getByRole("button", { name: /Analysts expect/ }).click();
  await expect(page.getByRole("dialog").getByRole("button")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Their words, ours" }).click();
  await expect(page.getByText("plug-in system, integral unit")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

for (const [locale, theme, skin, title, lexicon] of [
  ["en-GB", "light", "lightning", "Voice of the customer", "Their words, ours"],
  ["de-DE", "dark", "hubspot", "Stimme des Kunden", "Seine Worte, unsere"],
  ["id-ID", "light", "hubspot", "Suara Pelanggan", "Katanya, kata kita"],
] as const)
  test(`it speaks ${locale}, in ${theme} ${skin}, wide and at 320 px, and axe finds nothing`, async ({
    visit,
    page,
  }) => {
    const { violations } = await visit({ account: "foodRetailer", locale, theme, skin });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    const note = page.getByRole("button", { name: /Analysts expect/ });
    await expect(note).toBeVisible();
    expect(await violations()).toEqual([]);
    await note.click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations()).toEqual([]);
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(/\b[a-z]+\.[a-z-]+\b/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: lexicon }).click();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violations()).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
