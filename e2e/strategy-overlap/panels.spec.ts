import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-strategy-overlap");
test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a rep goes from a question to its answer, to an insight, a sweet spot and a message that others learn", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "gasProducer" });
  const open = async (entry: string): Promise<void> => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  const dialog = page.getByRole("dialog");

  await open("Questions for the next meeting");
  await dialog.getByRole("button", { name: "Ask questions" }).click();
  await dialog.getByLabel("Where is all this heading?").check();
  await expect(dialog.getByText("One-to-one only")).toBeHidden();
  await dialog.getByRole("button", { name: "10 questions about the person" }).click();
  await expect(dialog.getByText("One-to-one only")).toBeVisible();
  await dialog.getByLabel("Or in your own words").fill("Who decides about the academies?");
  await dialog.getByRole("button", { name: "Ask 2 questions" }).click();
  await expect(page.getByText("2 questions put on the board")).toBeVisible();

  const asked = dialog.getByRole("listitem").filter({ hasText: "Who decides about the academies?" });
  await asked.getByRole("button", { name: "File the answer" }).click();
  await page
    .getByLabel("What did you learn?")
    .fill("The board wants school leavers trained in every region.");
  await page.getByLabel("Who told you?").fill("O'Brien <b>");
  await page.getByRole("button", { name: "File the answer" }).last().click();
  await expect(asked).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^The board wants school leavers/ }).click();
  await page.getByLabel("Match with something of ours").fill("academies");
  await page.getByRole("option", { name: /academies/ }).click();
  await page
    .getByRole("button", { name: /^We run academies/ })
    .last()
    .click();
  await page.getByLabel("What do you want to say here?").fill("Your school leavers learn where they live.");
  await page.keyboard.press("Control+Enter");
  const message = page.getByRole("article", { name: /Your school leavers/ });
  await message.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "Your school leavers learn where they live.",
  );

  await expect(message.getByText("Who must know it", { exact: true })).toBeVisible();
  await message.getByRole("button", { name: /who meet this customer/ }).click();
  await message.getByRole("button", { name: "Somebody outside the CRM" }).click();
  await message.getByLabel("Name or team").fill("Gate team");
  await message.getByLabel("Department").fill("Service");
  await page.keyboard.press("Enter");
  const gate = message.getByRole("listitem").filter({ hasText: "Gate team" });
  await gate.getByRole("button", { name: "Told me so Gate team" }).click();
  await expect(gate.getByText(/knows it since/)).toBeVisible();
  await message
    .getByRole("group", { name: "Could the contact pass it on to the boss?" })
    .getByRole("button", { name: "Yes" })
    .click();

  await saved();
  await message.getByRole("button", { name: "Word it anew" }).click();
  await message.getByLabel("Core message").fill("Your school leavers learn at home, wherever that is.");
  await page.keyboard.press("Control+Enter");
  const reworded = page.getByRole("article", { name: /learn at home/ });
  await expect(reworded.getByText("Wording 2")).toBeVisible();
  await expect(reworded.getByRole("button", { name: "Word it anew" })).toBeFocused();
  await expect(reworded.getByText("knew wording 1")).toBeVisible();
  await saved();
  await reworded.getByRole("button", { name: "One earlier wording" }).click();
  await expect(reworded.getByText("Your school leavers learn where they live.")).toBeVisible();
  await reworded.getByRole("button", { name: "Share" }).click();
  await page.getByRole("menuitem", { name: "Print this message" }).click();
  await expect(page.getByRole("heading", { name: /^Core messages for/, level: 1 })).toBeVisible();

  const records = await saved();
  const [filed] = records.filter(({ fields }) => fields["answerTo"] !== undefined);
  expect(filed?.fields).toMatchObject({ toldBy: "O'Brien <b>", state: "unconfirmed" });
  const spot = records.find(
    ({ type, fields }) => type === "sweet-spot" && String(fields["customerInsights"]) === filed?.id,
  );
  const told = records.find(({ fields }) => fields["sweetSpot"] === spot?.id && spot !== undefined);
  expect(told?.fields).toMatchObject({ version: 2, passedOn: "yes" });
});

test("an admin rewords our strategy; boards are told, take it, and can be looked at as they were", async ({
  visit,
  page,
}) => {
  const month = new Date(Date.now() - 31 * 86_400_000).toISOString();
  await visit({ account: "gasProducer", user: "member-ratih", seeded: month });
  const open = async (entry: string): Promise<void> => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  const dialog = page.getByRole("dialog");
  await open("Our own strategy");
  await dialog.getByLabel("Edit for all customers").check();
  const stem = dialog
    .getByRole("listitem")
    .filter({ hasText: "STEM is a strategic field" })
    .getByLabel("Statement");
  await stem.fill("STEM first, in everything we do.");
  await stem.blur();
  await dialog.getByLabel("Edit for all customers").uncheck();
  await dialog.getByRole("button", { name: /words one statement on this board differently/ }).click();
  await dialog.getByRole("button", { name: "Take the new wording" }).click();
  await expect(dialog.getByText(/differently now/)).toHaveCount(0);
  await dialog.getByLabel(/A network of branches/).check();
  await dialog.getByRole("button", { name: "Copy one onto the board" }).click();
  await expect(page.getByRole("button", { name: /^A network of branches/ })).toBeVisible();

  await page.getByRole("button", { name: "As of today" }).click();
  await page.getByRole("button", { name: "A week ago" }).click();
  await expect(page.getByText(/It can be read, not edited/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^A network of branches/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^STEM is a strategic field/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Insight about us" })).toHaveCount(0);
  // Nothing of today is taken back by somebody who does not see it.
  await expect(page.getByRole("button", { name: /^Undo:/ })).toHaveCount(0);
  await page.getByRole("button", { name: /^STEM is a strategic field/ }).press("Control+z");
  await expect(page.getByText("A past day is shown. Undo works on today’s board.")).toBeVisible();
  await open("Core messages");
  await expect(dialog.getByRole("article")).toHaveCount(5);
  await expect(dialog.getByRole("button", { name: "Word it anew" })).toHaveCount(0);
  await expect(dialog.getByRole("textbox")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "What changed since" }).click();
  // The two edits of today, and nothing of what was there a week ago.
  await expect(dialog.getByText("STEM first, in everything we do.")).toBeVisible();
  await expect(dialog.getByText("A network of branches in more than forty countries.")).toBeVisible();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Ratih Wulansekar" })).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Back to today" }).click();
  await expect(page.getByRole("button", { name: /^A network of branches/ })).toBeVisible();
});

test("dialogs are for everybody: axe finds nothing in the dark, and they fit a phone", async ({
  visit,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const look = { account: "foodRetailer", theme: "dark", skin: "hubspot", user: "member-ratih" } as const;
  const { violations } = await visit({ ...look, locale: "de-DE" });
  const dialog = page.getByRole("dialog");
  for (const entry of ["Kernbotschaften", "Fragen für das nächste Treffen", "Unsere eigene Strategie"]) {
    await page.getByRole("button", { name: "Mehr", exact: true }).click();
    await page.getByRole("menuitem", { name: entry }).click();
    await expect(dialog).toBeVisible();
    expect(await violations(), entry).toEqual([]);
    const isWide = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(isWide, entry).toBe(false);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
});
