import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import { ACCOUNT, type HostedBench, newOrg, openHosted, startHostedBench } from "./hosted-page.ts";

const SETUP = "POST /services/apexrest/sweetspot/plan/setup";
const LOAD = "POST /services/apexrest/sweetspot/plan/load";
const OVERVIEW = "graphql overview";

test.setTimeout(90_000);
let hosted: HostedBench;
test.beforeAll(async () => {
  hosted = await startHostedBench();
});
test.afterAll(() => hosted?.stop());

test("a rep plans in the gateway's frame on a record page; what is saved is in the org after a reload", async ({
  page,
}) => {
  const org = await newOrg(hosted);
  const { lightning, frame } = await openHosted(page, hosted, org);
  const space = whiteSpaceOn(frame);
  await space.isDrawn();
  await expect(page.locator("lightning-ui-embedding iframe")).toHaveCount(1);
  // The first frame of a page also asks what the org says of itself.
  expect(org.emulator.requests.toSorted()).toEqual([SETUP, LOAD, OVERVIEW].toSorted());
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("2");
  await space.isSaved();

  // The frame's own sandbox lets no file out.
  const waiting = page.waitForEvent("download");
  await space.choose("Save as CSV");
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("Warsaw");

  await page.keyboard.press("Escape");
  const panel = await space.open("Warsaw", "Cold rooms");
  const step = panel.getByLabel("What happens next?");
  await step.fill("Call the plant manager");
  await step.blur();
  await space.isSaved();
  await panel.getByRole("button", { name: "Create task" }).click();
  // Created by the component in the page, which also shows the notice.
  await expect
    .poll(() => lightning.toasts())
    .toEqual([expect.objectContaining({ title: "Task created in your CRM", variant: "success" })]);
  expect(org.emulator.requests).toContain("POST /services/data/v66.0/sobjects/Task");
  // So that the task shows beside the frame too; the frame itself reads anew with the page.
  expect(await lightning.refreshes()).toEqual({ count: 1, handlers: 1 });
  const overviews = () => org.emulator.requests.filter((request) => request === OVERVIEW).length;
  await expect.poll(overviews).toBe(2);
  await lightning.refresh();
  await expect.poll(overviews).toBe(3);
  expect(lightning.errors).toEqual([]);

  const again = await openHosted(page, hosted, org);
  const same = whiteSpaceOn(again.frame);
  await same.isDrawn();
  await same.seesLevel("Warsaw", "Cold rooms", "Present");
});

test("where the org has no embedding component a plain frame does the same, in the rep's language; another record is another frame", async ({
  page,
}) => {
  const org = await newOrg(hosted, { language: "de", locale: "de-DE" });
  const { lightning, frame } = await openHosted(page, hosted, org, {
    shadow: "native",
    embedding: { missing: true },
  });
  await expect(frame.getByRole("treegrid")).toBeVisible({ timeout: 30_000 });
  await expect(frame.getByRole("region", { name: "Potenzialfelder" })).toBeVisible();
  await expect(page.locator("lightning-ui-embedding")).toHaveCount(0);
  const element = page.locator("iframe[src*='gateway.example']");
  // As high as what it shows, without a second scroll bar.
  await expect
    .poll(() => element.evaluate((iframe) => iframe.getBoundingClientRect().height))
    .toBeGreaterThan(500);

  const before = await element.getAttribute("src");
  const other = org.world.accounts.find(
    (account) => account.id !== ACCOUNT && account.parent.state !== "known",
  );
  await lightning.showRecord("Account", String(other?.id));
  await expect(element).toHaveCount(1);
  await expect(element).not.toHaveAttribute("src", String(before));
  // This account has no deals and no assets: whether the org has any is asked once, then two reads open every frame.
  await expect.poll(() => org.emulator.requests).toContain("graphql gaps");
  for (const account of [ACCOUNT, String(other?.id)]) {
    const from = org.emulator.requests.length;
    await lightning.showRecord("Account", account);
    await expect
      .poll(() => org.emulator.requests.slice(from).toSorted())
      .toEqual([LOAD, OVERVIEW].toSorted());
  }
  expect(lightning.errors).toEqual([]);
});

test("a third party's widget is hosted beside ours by its catalogue entry alone", async ({ page }) => {
  const org = await newOrg(hosted);
  const { lightning, frame } = await openHosted(page, hosted, org, {
    component: "sweetspotAccountPulseHosted",
  });
  await expect(frame.getByRole("region", { name: "Account pulse" })).toContainText("Open deals5", {
    timeout: 30_000,
  });
  expect(lightning.errors).toEqual([]);
});

test("where the component refuses our frame a plain one takes its place", async ({ page }) => {
  const org = await newOrg(hosted);
  const { frame } = await openHosted(page, hosted, org, { embedding: { refuses: "BLOCKED_SANDBOX_TOKEN" } });
  await whiteSpaceOn(frame).isDrawn();
  await expect(page.locator("lightning-ui-embedding")).toHaveCount(0);
});

test("where no port of ours reaches the frame the component's own events carry everything", async ({
  page,
}) => {
  const org = await newOrg(hosted);
  await page.addInitScript(() => {
    if (window === window.top)
      addEventListener(
        "message",
        (event: MessageEvent) =>
          String(event.data).startsWith("sweetspot:") && event.stopImmediatePropagation(),
      );
  });
  const { frame, lightning } = await openHosted(page, hosted, org);
  const space = whiteSpaceOn(frame);
  await space.isDrawn();
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("1");
  await space.isSaved();
  expect(lightning.errors).toEqual([]);
});

test("where the gateway cannot be reached the page says what to look at, and tries again", async ({
  page,
}) => {
  const org = await newOrg(hosted);
  let down = true;
  await page.clock.install();
  const { frame } = await openHosted(page, hosted, org, {
    embedding: { missing: true },
    isDown: () => down,
  });
  await expect(page.locator("iframe[src*='gateway.example']")).toHaveCount(1);
  await page.clock.runFor(31_000);
  await expect(page.getByRole("alert")).toContainText("The Sweetspot server does not answer");
  down = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.clock.resume();
  await whiteSpaceOn(frame).isDrawn();
});

test("a second port shuts frame and component, and the page says so", async ({ page }) => {
  const org = await newOrg(hosted);
  await openHosted(page, hosted, org, { embedding: { twice: true } });
  await expect(page.getByRole("alert")).toContainText("closed for your safety");
  await expect(page.locator("iframe[src*='gateway.example']")).toHaveCount(0);
});
