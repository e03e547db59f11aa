import { expect, test } from "@playwright/test";
import { fileOf, sheetsOf } from "../support/paper.ts";
import { isSaved, planTellsAll, WIDGET_WORK } from "../support/widget-work.ts";
import { ACCOUNT, openRecordPage } from "./record-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

test.setTimeout(120_000);
let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

test("a rep works in five widgets of one record page: one plan, read once, in each, on paper, in slides, after a reload", async ({
  page,
}) => {
  const { org, lightning } = await openRecordPage(page, server);
  for (const { component } of WIDGET_WORK) await lightning.place(component);
  const plan = page.getByRole("region", { name: "Account plan", exact: true });
  await expect(plan.getByRole("article").first()).toBeVisible();
  const loads = (): number =>
    org.emulator.requests.filter((request) => request.endsWith("/plan/load")).length;
  expect(loads(), "one session for all").toBe(1);

  for (const { edit, finds } of WIDGET_WORK) {
    await edit(page, page);
    await finds(page);
  }
  // What was said in the others is on the pages of the plan at once.
  await planTellsAll(page);
  await isSaved(page, "Account plan");

  const pages = await plan.getByRole("article").count();
  await plan.getByRole("button", { name: "Print or PDF" }).press("Enter");
  const paper = page.getByRole("dialog");
  // Nobody gets into a frame inside the sandbox, so printing hands out the page instead.
  for (const way of ["Save as page", "Print"]) {
    const saved = await fileOf(page, () => paper.getByRole("button", { name: way }).press("Enter"));
    expect(saved.toString("utf8"), way).toContain("They refit in March.");
    if (way === "Print") expect(await sheetsOf(page, saved)).toBeGreaterThanOrEqual(pages);
  }
  const slides = await fileOf(page, () => paper.getByRole("button", { name: "PowerPoint" }).press("Enter"));
  expect(slides.subarray(0, 2).toString()).toBe("PK");
  await page.keyboard.press("Escape");

  await page.reload();
  await lightning.showRecord("Account", ACCOUNT);
  for (const { component } of WIDGET_WORK) await lightning.place(component);
  for (const { finds } of WIDGET_WORK) await finds(page);
  expect(lightning.errors).toEqual([]);
});
