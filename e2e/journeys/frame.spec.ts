import { expect, type Page } from "@playwright/test";
import { signInAs } from "../support/gateway-api.ts";
import { gatewayForFile, PEOPLE, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const ACCOUNT = "account-haver";

/** What a CRM's server does when a rep opens a record: it asks for a code in the rep's name. */
async function launchFor(page: Page, member: string): Promise<string> {
  const api = await signInAs(page.request, sweetspot.url, member);
  const { url } = await api.post<{ readonly url: string }>("/api/launch", {
    account: ACCOUNT,
    widget: "white-space",
  });
  return `${sweetspot.url}${url}`;
}

test("a rep plans in the frame a CRM embeds, and the workbench shows it under the rep's name", async ({
  page,
  visit,
}) => {
  await page.goto(await launchFor(page, PEOPLE.tobias.id));
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("2");
  await space.isSaved();

  const workbench = await visit(sweetspot.url, { as: "lena", place: `/accounts/${ACCOUNT}` });
  const same = whiteSpaceOn(workbench);
  await same.isDrawn();
  await same.seesLevel("Warsaw", "Cold rooms", "Present");
  await same.open("Warsaw", "Cold rooms");
  await expect(same.panel).toContainText(PEOPLE.tobias.name);
});

test("a launch code opens the frame once; neither the address nor a reload tells it", async ({ page }) => {
  const url = await launchFor(page, PEOPLE.lena.id);
  await page.goto(url);
  await whiteSpaceOn(page).isDrawn();
  expect(page.url()).not.toContain("code");
  await page.reload();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto("about:blank");
  await page.goto(url);
  await expect(page.getByRole("alert")).toContainText("This view has expired");
  await expect(page.getByRole("treegrid")).toHaveCount(0);
});

test("a token of the frame's session is nowhere a script or a reader of the disk would find it", async ({
  page,
}) => {
  await page.goto(await launchFor(page, PEOPLE.lena.id));
  await whiteSpaceOn(page).isDrawn();
  const kept = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
    ]),
  );
  expect(kept).not.toMatch(/[\w-]{40,}/);
});
