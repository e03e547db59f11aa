import { expect, type FrameLocator, test } from "@playwright/test";
import { fileOf } from "../support/paper.ts";
import { isSaved, planTellsAll, WIDGET_WORK } from "../support/widget-work.ts";
import { type HostedBench, newOrg, openHosted, startHostedBench } from "./hosted-page.ts";

test.setTimeout(150_000);
let hosted: HostedBench;
test.beforeAll(async () => {
  hosted = await startHostedBench();
});
test.afterAll(() => hosted?.stop());

test("a rep works in five frames of one record page: each is saved in the org, the plan knows of all after a refresh", async ({
  page,
}) => {
  const org = await newOrg(hosted);
  const frameOf = (id: string): FrameLocator => page.frameLocator(`iframe[src*="${id}"]`);
  const [first, ...others] = WIDGET_WORK.map(({ component }) => `${component}Hosted`);
  const { lightning } = await openHosted(page, hosted, org, { component: first ?? "" });
  for (const component of others) await lightning.place(component);
  for (const { id, title, edit, finds } of WIDGET_WORK) {
    await expect(frameOf(id).getByRole("region", { name: title, exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await edit(frameOf(id), page);
    await finds(frameOf(id));
    await isSaved(frameOf(id), title);
  }
  await lightning.refresh();
  await planTellsAll(frameOf("account-plan"));

  // Relations are records of the org, too; the engine comes into the frame when it is asked.
  await lightning.place("sweetspotReferralBridgeHosted");
  const bridge = frameOf("referral-bridge");
  await bridge.getByRole("button", { name: /^Marlies Ottenhövel/ }).click();
  await expect(bridge.getByRole("heading", { name: /ways to Marlies Ottenhövel/ })).toBeVisible();

  // The frame's own sandbox lets no file out: the page hands it over.
  const plan = frameOf("account-plan");
  await plan.getByRole("button", { name: "Print or PDF" }).press("Enter");
  const paper = plan.getByRole("dialog");
  const slides = await fileOf(page, () => paper.getByRole("button", { name: "PowerPoint" }).press("Enter"));
  expect(slides.subarray(0, 2).toString()).toBe("PK");
  const saved = await fileOf(page, () => paper.getByRole("button", { name: "Save as page" }).press("Enter"));
  expect(saved.toString("utf8")).toContain("They refit in March.");
  expect(lightning.errors).toEqual([]);

  const again = await openHosted(page, hosted, org, { component: "sweetspotAccountPlanHosted" });
  await planTellsAll(again.frame);
  expect(again.lightning.errors).toEqual([]);
});
