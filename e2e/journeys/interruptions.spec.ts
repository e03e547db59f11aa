import { expect } from "@playwright/test";
import { signInAs } from "../support/gateway-api.ts";
import { gatewayForFile, PEOPLE, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const ACCOUNT = "account-haver";
const HAVER = { place: `/accounts/${ACCOUNT}` } as const;

async function levelsSaved(
  request: Parameters<typeof signInAs>[0],
  area: string,
): Promise<readonly unknown[]> {
  const api = await signInAs(request, sweetspot.url, PEOPLE.ratih.id);
  return (await api.history(ACCOUNT)).flatMap(({ after, before }) =>
    after?.["area"] === area && after["level"] !== before?.["level"] ? [after["level"]] : [],
  );
}

test("edits made without a line wait in sight, survive a reload and are sent once", async ({
  visit,
  request,
}) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await sweetspot.stop();
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("3");
  await expect(space.saving).toHaveText("Offline, one edit waits", { timeout: 15_000 });
  await expect(
    space.frame.getByText("Edits are kept on this device and sent when the line is back"),
  ).toBeVisible();
  await space.seesLevel("Warsaw", "Cold rooms", "Strong");

  // The page is gone before the gateway is back: only what lies on the device can be sent.
  await page.goto("about:blank");
  await sweetspot.start();
  await page.goto(`${sweetspot.url}/#${HAVER.place}`);
  await space.isDrawn();
  await space.seesLevel("Warsaw", "Cold rooms", "Strong");
  await space.isSaved();
  expect(await levelsSaved(request, "warsaw")).toEqual(["strong"]);
});

test("a page that stays open sends what waits by itself when the gateway is back", async ({
  visit,
  request,
}) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await sweetspot.stop();
  await space.cell("Lesser Poland", "Cold rooms").click();
  await page.keyboard.press("2");
  await expect(space.saving).toHaveText("Offline, one edit waits", { timeout: 15_000 });
  await sweetspot.start();
  await expect(space.saving).toHaveText(/^Saved /, { timeout: 30_000 });
  expect(await levelsSaved(request, "lesser-poland")).toEqual(["present"]);
});

test("a browser without a network keeps working, and sends when it is back", async ({ visit, request }) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await page.context().setOffline(true);
  await space.cell("Bucharest", "Cold rooms").click();
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  await expect(space.saving).toHaveText(/^Offline, /, { timeout: 15_000 });
  await page.context().setOffline(false);
  await expect(space.saving).toHaveText(/^Saved /, { timeout: 15_000 });
  expect((await levelsSaved(request, "bucharest")).at(-1)).toBe("present");
});

test("what was saved is there after a power cut of the gateway", async ({ visit }) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.cell("Transylvania", "Remote monitoring").click();
  await page.keyboard.press("3");
  await space.isSaved();
  await sweetspot.stop("SIGKILL");
  await sweetspot.start();
  await page.reload();
  await space.isDrawn();
  await space.seesLevel("Transylvania", "Remote monitoring", "Strong");
});

test("undo works across saving and is saved itself", async ({ visit }) => {
  const page = await visit(sweetspot.url, HAVER);
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.cell("South", "CO₂ racks").click();
  await page.keyboard.press("3");
  await space.isSaved();
  await expect(space.undo).toHaveAccessibleName(/^Undo: level of a cell/);
  await space.undo.click();
  await space.seesLevel("South", "CO₂ racks", "None");
  await space.isSaved();
  await space.redo.click();
  await space.seesLevel("South", "CO₂ racks", "Strong");
  await space.undo.click();
  await space.isSaved();
  await page.reload();
  await space.isDrawn();
  await space.seesLevel("South", "CO₂ racks", "None");
});
