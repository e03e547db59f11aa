import { expect, test } from "./gallery.fixture.ts";

test("somebody is found among 500 contacts and the buying centre, or taken as still unknown", async ({
  visit,
}) => {
  const { slot, page } = await visit({ show: "parts" });
  const picker = slot("parts").getByRole("combobox", { name: "Whom we meet" });
  const person = slot("parts").locator('[data-test="person"]');
  const rows = page.getByRole("listbox").getByRole("option");
  await picker.click();
  await expect(rows.first()).toHaveText(/Ingrid Solheim.*Board member/);
  expect(await rows.count()).toBeLessThan(30);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { name: /Kwame 500/ })).toHaveAttribute("aria-posinset", "501");
  await picker.fill("chloe 488");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveText(/Chloé 488.*not in the buying centre yet/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(person).toContainText('"kind":"contact","contact":"contact-487"');
  await expect(picker).toHaveValue("Chloé 488");
  await picker.fill("Head of <b>logistics</b>");
  await page.getByRole("option", { name: "Add “Head of <b>logistics</b>” as still unknown" }).click();
  await expect(person).toHaveText('{"kind":"unknown","name":"Head of <b>logistics</b>"}');
});

test("a step is marked as reviewed by a press that can be taken back", async ({ visit }) => {
  const { slot, calls } = await visit({ show: "parts" });
  await expect(slot("parts").getByText("Not reviewed yet")).toBeVisible();
  await slot("parts").getByRole("button", { name: "Mark as reviewed" }).click();
  await expect(slot("parts").getByText("Reviewed by Lena Brandt, today")).toBeVisible();
  await expect(
    slot("parts").locator(".ss-widget-keys").getByRole("button", { name: "Undo: review of a step" }),
  ).toBeVisible();
  expect(await calls()).toEqual(["edit step-reviewed"]);
});

test("who changed what is told in words, and an earlier value comes back as an edit", async ({
  visit,
  page,
}) => {
  const { slot, calls } = await visit({ show: "parts", locale: "de-DE" });
  await slot("parts").getByRole("button", { name: "Who changed what" }).click();
  const panel = page.getByRole("dialog", { name: "Verlauf" });
  const steps = panel.getByRole("listitem");
  await expect(steps.first()).toContainText("Tomasz Wrona");
  await expect(steps.first()).toContainText("Buying-Center-Mitglied: Jonas <b>Petersen</b> entfernt");
  await expect(steps.last()).toContainText("Head of fit-out Board member");
  await panel.getByRole("button", { name: "Früheren Wert wiederherstellen: Position" }).click();
  await panel.getByRole("button", { name: "Zurückholen" }).first().click();
  // What came back is offered no more; the level somebody removed still is.
  await expect(panel.getByRole("button", { name: /wiederherstellen/i })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "Zurückholen" })).toHaveCount(1);
  expect(await calls()).toEqual(["edit value-restored", "edit record-restored"]);
});
