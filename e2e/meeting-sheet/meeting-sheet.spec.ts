import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-meeting-sheet");

const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("from a plan to a printed page to an answer to an insight, by keyboard", async ({
  visit,
  page,
  context,
}) => {
  const { saved, done } = await visit();
  await page.getByRole("button", { name: "Plan a visit", exact: true }).first().press("Enter");
  const who = page.getByRole("combobox", { name: "Person at the customer" });
  await expect(who).toBeFocused();
  await page.keyboard.type("friederike");
  await expect(page.getByRole("option", { name: /Friederike/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { name: "Visit to Friederike Vossmerbäumer" });
  await expect(heading).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Internal contact" })).toHaveValue("Lena Brandtwerder");

  await page.getByLabel("Reason", { exact: true }).fill("A pool that travels <b>with</b> her");
  await page.getByLabel("A new question").fill("Which countries come first? مرحبا 🧊");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Who else has to agree?");
  await page.keyboard.press("Enter");
  const questions = page.getByRole("listitem").filter({ hasText: /\?/ });
  await expect(questions).toHaveCount(2);

  await page.getByRole("button", { name: /^Open questions/ }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "What do we want to learn?" });
  await dialog.getByRole("button", { name: /^What drives you/ }).press("Enter");
  await dialog.getByRole("checkbox", { name: "What must a global contract provide?" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(questions).toHaveCount(4);
  await page.getByRole("button", { name: "Core messages" }).press("Enter");
  await page.getByRole("checkbox").first().press("Space");
  await page.keyboard.press("Escape");
  await page.getByLabel("To avoid").fill("The year 2019");

  await page.getByRole("button", { name: "Ask earlier: Who else has to agree?" }).press("Enter");
  await expect(questions.first()).toContainText("Who else has to agree?");
  await expect(
    page.getByRole("button", { name: "Take off the sheet: Who else has to agree?" }),
  ).toBeFocused();
  await page.getByRole("button", { name: "Take off the sheet: Who else has to agree?" }).press("Enter");
  await expect(questions).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(questions).toHaveCount(4);
  await page.getByRole("button", { name: "As a CRM task" }).press("Enter");
  await expect(page.getByText("The visit is a task in the CRM now")).toBeVisible();
  expect((await done())[0]).toMatch(
    /^task Visit to Friederike .*, due never, for member-lena: A pool .*\n– Who else/,
  );

  await page.getByRole("button", { name: "On paper" }).press("Enter");
  const paper = page.getByRole("dialog", { name: /^Visit to Friederike Vossmerbäumer, Kryolind/ });
  await expect(paper.getByText("one-to-one only")).toBeVisible();
  await expect(paper.getByText("A pool that travels <b>with</b> her")).toBeVisible();
  const download = page.waitForEvent("download");
  await paper.getByRole("button", { name: "Save as page" }).press("Enter");
  const file = await download;
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString("utf8");
  const alone = await context.newPage();
  await alone.setContent(text);
  const pdf = (await alone.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
  await alone.close();
  await page.keyboard.press("Escape");

  await page.getByLabel("Date of the meeting").fill(daysFromNow(-1));
  await page.getByLabel("To avoid").focus();
  await page.getByRole("button", { name: "It took place" }).press("Enter");
  const asked = questions.filter({ hasText: "What must a global contract provide?" });
  await asked.getByRole("textbox").fill("One price list for all countries.\nAnd one contact.");
  await page.keyboard.press("Control+Enter");
  await expect(asked.getByText(/^Insight on/)).toBeVisible();
  const own = questions.filter({ hasText: "Who else has to agree?" });
  await own.getByRole("textbox").fill("The works council.");
  await page.keyboard.press("Control+Enter");
  await own.getByRole("combobox", { name: /Also file it/ }).click();
  await page.getByRole("option").first().click();
  await expect(own.getByText(/^Insight on/)).toBeVisible();

  const records = await saved();
  const insights = records.filter(({ fields }) => fields["answerTo"] !== undefined);
  expect(insights.map(({ fields }) => fields["statement"])).toEqual([
    "One price list for all countries.\nAnd one contact.",
    "The works council.",
  ]);
  expect(insights[0]?.fields).toMatchObject({
    toldBy: "Friederike Vossmerbäumer",
    sourceKind: "conversation",
  });
  const gap = records.find(({ id }) => id === insights[0]?.fields["answerTo"]);
  expect(gap?.fields).toMatchObject({ answeredBy: "member-lena" });

  await page.keyboard.press("Control+z");
  await expect(own.getByText(/^Insight on/)).toBeHidden();
});

test("what a visit lacks is told with the step that mends it: a date that passed, a lead, a plan too short", async ({
  visit,
  page,
}) => {
  const { saved } = await visit();
  const row = (name: string) => page.getByRole("button", { name: new RegExp(`\\d ${name}|${name}`) }).first();
  await expect(page.getByText(/A relationship plan covers three to twelve months/)).toBeVisible();
  await row("Chief executive officer").click();
  await expect(page.getByText("No lead yet")).toBeVisible();
  await page.getByRole("button", { name: "Lena Brandtwerder leads" }).click();
  await expect(page.getByText("No lead yet")).toBeHidden();
  await page.getByLabel("Date of the meeting").fill(daysFromNow(120));
  await page.getByLabel("Reason", { exact: true }).focus();
  await page.getByRole("button", { name: "All visits" }).click();
  await expect(page.getByText("At least three months ahead are covered.")).toBeVisible();
  const ceo = (await saved()).find(({ id }) => id === "member-of-ceo");
  expect(ceo?.fields["lead"]).toBe("member-lena");

  await page.getByRole("button", { name: "Table" }).click();
  const table = page.getByRole("table", { name: "Relationship plan" });
  await expect(table.getByRole("columnheader")).toHaveText([
    "Person",
    "Internal contact",
    "Reason",
    "Key messages",
    "Questions",
    "To avoid",
    "Date of the meeting",
    "Status",
    "Date of the status",
  ]);
  await expect(table.getByRole("row")).toHaveCount(5);
});

test("who may only look sees all of it and no button that does nothing", async ({ visit, page }) => {
  await visit({ plan: "read-only" });
  await expect(page.getByText("Read only")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Plan a visit/ })).toHaveCount(0);
  await page.getByRole("button", { name: /Lower personnel costs/ }).click();
  const sheet = page.getByRole("article");
  await expect(sheet.getByText("That temporary staff cost more")).toBeVisible();
  await expect(sheet.getByRole("textbox").or(sheet.getByRole("combobox"))).toHaveCount(0);
  await expect(sheet.getByRole("button")).toHaveText(["All visits", "On paper"]);
});

for (const [locale, theme, skin, title, back] of [
  ["en-GB", "light", "lightning", "Meeting sheets", "All visits"],
  ["de-DE", "dark", "hubspot", "Gesprächsblätter", "Alle Gespräche"],
  ["id-ID", "light", "hubspot", "Lembar Pertemuan", "Semua kunjungan"],
] as const)
  test(`it speaks ${locale}, in ${theme} ${skin}, wide and at 320 px, and axe finds nothing`, async ({
    visit,
    page,
  }) => {
    const { violations } = await visit({ locale, theme, skin });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    const row = page.getByRole("button", { name: /Lower personnel costs/ });
    await expect(row).toBeVisible();
    expect(await violations()).toEqual([]);
    await row.click();
    await expect(page.getByRole("button", { name: back })).toBeVisible();
    expect(await violations()).toEqual([]);
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(/\b[a-z]+\.[a-z-]+\b/);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violations({ coloursOnly: true })).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
