import { expect, test } from "@playwright/test";
import { ACCOUNT, openRecordPage } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

for (const path of ["synthetic", "native"] as const)
  test(`people, their words and visits to them are planned on the record page, ${path} shadow`, async ({
    page,
  }) => {
    const { org, lightning } = await openRecordPage(page, server, { path });

    await test.step("the buying centre: a person by keys, a rating, a lead, somebody unknown", async () => {
      await lightning.place("sweetspotBuyingCentre");
      const centre = page.getByRole("region", { name: "Buying centre" });
      const list = centre.getByRole("list", { name: "People of the buying centre" });
      await list.getByRole("button").first().focus();
      await page.keyboard.press("ArrowDown");
      await expect(list.getByRole("button").nth(1)).toBeFocused();
      await page.keyboard.press("Enter");
      const panel = page.getByRole("dialog");
      await panel.getByRole("group", { name: "Relationship" }).getByRole("button", { name: "+2" }).click();
      await expect(panel.getByText("Supports us")).toBeVisible();
      await panel.getByRole("combobox", { name: "Power" }).click();
      await page.getByRole("option", { name: "7", exact: true }).click();
      await page.keyboard.press("Escape");
      await expect(panel).toBeHidden();
      await centre.getByRole("button", { name: "Add people" }).click();
      await page.getByRole("checkbox").first().click();
      await page.getByRole("button", { name: "Add one person" }).click();
      await expect(page.getByText("One person added")).toBeVisible();
    });

    await test.step("the voice of the customer: a note, and the market’s confirmed", async () => {
      await lightning.place("sweetspotCustomerVoice");
      const voice = page.getByRole("region", { name: "Voice of the customer" });
      await voice.getByRole("textbox", { name: /^Value created/ }).fill("“It is quiet.”");
      await page.keyboard.press("Enter");
      await expect(voice.getByRole("button", { name: /It is quiet/ })).toBeVisible();
      await voice.getByRole("button", { name: /Analysts expect/ }).click();
      await page.getByRole("button", { name: "The customer confirmed it" }).click();
      await page.keyboard.press("Escape");
      await expect(voice.getByText("Confirmed by the customer")).toBeVisible();
    });

    await test.step("a visit: planned, a question written on it, shown on paper", async () => {
      await lightning.place("sweetspotMeetingSheet");
      const visits = page.getByRole("region", { name: "Meeting sheets" });
      await visits.getByRole("button", { name: "Plan a visit" }).click();
      await page.getByRole("combobox", { name: "Person at the customer" }).fill("katarzyna");
      await page
        .getByRole("option", { name: /Katarzyna/ })
        .first()
        .click();
      await visits.getByLabel("A new question").fill("Who else decides?");
      await page.keyboard.press("Enter");
      await expect(visits.getByRole("listitem").filter({ hasText: "Who else decides?" })).toBeVisible();
      await visits.getByRole("button", { name: "On paper" }).click();
      await expect(page.getByRole("dialog").getByText("Who else decides?")).toBeVisible();
      await page.keyboard.press("Escape");
    });

    await expect(async () =>
      expect(await org.plan(ACCOUNT)).toContainEqual(
        expect.objectContaining({ question: "Who else decides?" }),
      ),
    ).toPass({ timeout: 15_000 });
    const saved = await org.plan(ACCOUNT);
    expect(saved).toContainEqual(
      expect.objectContaining({ relationship: 2, power: 7, rater: expect.any(String) }),
    );
    expect(saved).toContainEqual(expect.objectContaining({ statement: "“It is quiet.”" }));
    expect(saved).toContainEqual(
      expect.objectContaining({ confirmedBy: expect.any(String), topic: "must-knows" }),
    );
    expect(lightning.errors).toEqual([]);
  });
