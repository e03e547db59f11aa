import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-strategy-overlap");

test("several people stand on a level of persons: of the CRM, of the buying centre, or still unknown", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "foodRetailer" });
  const members = async () => (await saved()).filter(({ type }) => type === "buying-centre-member");
  const before = (await members()).length;
  const level = page.getByRole("region", { name: "Store design" });
  await level.getByRole("button", { name: /^Add an insight about the customer/ }).click();
  const person = level.getByRole("combobox", { name: "Person at the customer" });
  const field = level.getByRole("textbox", { name: /^Add an insight about the customer/ });

  // A contact who takes no part yet joins the buying centre with the first thing known of him.
  await person.fill("Liselott");
  await page.getByRole("option").first().click();
  await field.fill("Wants fewer suppliers");
  await page.keyboard.press("Enter");
  await expect(level.getByRole("button", { name: /^Wants fewer suppliers.*Liselott/ })).toBeVisible();
  await field.fill("Wants it by spring");
  await page.keyboard.press("Enter");
  await expect(level.getByRole("button", { name: /^Wants it by spring.*Liselott/ })).toBeVisible();
  expect(await members()).toHaveLength(before + 1);

  // Somebody nobody knows by name yet.
  await person.fill("Head of logistics");
  await page.getByRole("option").first().click();
  await field.fill("Wants to be home for dinner");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(level.getByRole("button", { name: /dinner.*Head of logistics/ })).toBeVisible();
  const added = await members();
  expect(added).toHaveLength(before + 2);
  expect(added.map(({ fields }) => fields["contact"] === undefined)).toContain(true);

  // A person's chip fades all others; one step of undo takes insight and person back.
  await level.getByRole("button", { name: "Head of logistics", exact: true }).click();
  await expect(level.locator(".so-card:not([data-faded])")).toHaveCount(1);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Undo: added insight" }).click();
  await expect(level.getByRole("button", { name: /dinner/ })).toHaveCount(0);
  expect(await members()).toHaveLength(before + 1);
});
