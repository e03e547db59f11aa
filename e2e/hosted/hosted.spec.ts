import { expect, test } from "@playwright/test";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import { type HostedBench, newOrg, openHosted, startHostedBench } from "./hosted-page.ts";

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
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("2");
  await space.isSaved();
  expect(lightning.errors).toEqual([]);

  const again = await openHosted(page, hosted, org);
  const same = whiteSpaceOn(again.frame);
  await same.isDrawn();
  await same.seesLevel("Warsaw", "Cold rooms", "Present");
});
