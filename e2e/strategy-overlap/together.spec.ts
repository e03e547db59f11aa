import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-strategy-overlap");

test("two people at once: what a colleague adds appears, and the same words changed twice are settled by a person", async ({
  visit,
  page,
}) => {
  const { saved, colleagueCommits } = await visit({ account: "foodRetailer" });
  const before = await saved();
  const romania = before.find(
    ({ fields }) => fields["statement"] === "Open new stores, above all in Romania.",
  );
  if (!romania) throw new Error("The demo board has changed.");
  await colleagueCommits([
    {
      id: "insight-of-colleague",
      type: "insight",
      base: 0,
      fields: { ...romania.fields, statement: "Franchise stores only", order: 99 },
    },
  ]);
  await expect(page.getByRole("button", { name: /^Franchise stores only/ })).toBeVisible();

  // A colleague rewords the card while it is reworded here: what is being typed stays.
  const field = page.getByRole("textbox", { name: "Reword the insight" });
  await page.getByRole("button", { name: /^Open new stores/ }).press("F2");
  await field.fill("Sixty stores in Romania");
  const revision = romania.revision + 1;
  await colleagueCommits([
    { id: romania.id, type: "insight", base: romania.revision, fields: { statement: "Stores in the East" } },
  ]);
  await expect(field).toHaveValue("Sixty stores in Romania");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await saved();

  // Both save other words before either has seen the other's: a person settles it.
  await page.evaluate(
    ([id, base]) =>
      (
        window as unknown as { stage: { colleagueCommits(puts: object[]): Promise<unknown> } }
      ).stage.colleagueCommits([{ id, type: "insight", base, fields: { statement: "Stores in the North" } }]),
    [romania.id, revision + 1] as const,
  );
  await page.getByRole("button", { name: /^Sixty stores/ }).press("F2");
  await field.fill("Sixty stores in Romania by 2028");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Compare" }).first().click();
  const dialog = page.getByRole("dialog", { name: "You and a colleague changed the same thing" });
  await expect(dialog).toContainText("Stores in the North");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Sixty stores in Romania by 2028/ })).toBeVisible();
  const records = await saved();
  expect(records.filter(({ type }) => type === "insight")).toHaveLength(
    before.filter(({ type }) => type === "insight").length + 1,
  );

  // What a colleague removed is gone here too, and nothing points at it.
  const spot = records.find(
    ({ type, fields }) => type === "sweet-spot" && String(fields["customerInsights"]).includes(romania.id),
  );
  const message = records.find(
    ({ type, fields }) => type === "core-message" && fields["sweetSpot"] === spot?.id,
  );
  if (!spot || !message) throw new Error("The demo board has changed.");
  await page.locator(`[data-spot="${spot.id}"]`).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await colleagueCommits(
    [],
    [
      { id: message.id, base: message.revision },
      { id: spot.id, base: spot.revision },
    ],
  );
  await expect(page.locator(`[data-spot="${spot.id}"]`)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Sixty stores.*open need/ })).toBeVisible();
});
