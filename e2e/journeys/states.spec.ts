import { expect, type Page, type Route } from "@playwright/test";
import type { CrmErrorCode } from "@sweetspot/contract";
import { expectNoViolations } from "../support/axe.ts";
import { signInAs } from "../support/gateway-api.ts";
import { gatewayForFile, PEOPLE, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const HAVER = "/accounts/account-haver";

test.describe.configure({ timeout: 120_000 });

const refuse = (code: CrmErrorCode, status: number) => (route: Route) =>
  route.fulfill({ status, json: { error: { code, message: "made by a test" } } });

/** Before the account is opened, so that the answers are the page's first. */
async function openWith(page: Page, prepare: () => Promise<unknown>, place = HAVER): Promise<void> {
  await expect(page.getByRole("heading", { name: "Accounts", exact: true })).toBeVisible();
  await prepare();
  await page.goto(`${sweetspot.url}/#${place}`);
}

test("loading: the shape of the grid stands until the plan is read", async ({ visit }) => {
  const page = await visit(sweetspot.url);
  const held: Route[] = [];
  await openWith(page, () => page.route("**/store/load", (route) => void held.push(route)));
  await expect(page.getByText("Reading White space …")).toBeVisible();
  await expectNoViolations(page, "loading");
  for (const route of held) await route.continue();
  await whiteSpaceOn(page).isDrawn();
});

test("empty: two ways lead out of nothing", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: "/accounts/account-leerfeld" });
  const start = page.getByRole("button", { name: "Add areas and offerings" });
  await expect(start).toBeVisible();
  await expectNoViolations(page, "empty");
  await start.click();
  await expect(page.getByRole("dialog", { name: "Areas and offerings" })).toBeVisible();
  await expectNoViolations(page, "empty, beginning by hand");
});

test("forbidden: the widget says who can help; the record around it works", async ({ visit }) => {
  const page = await visit(sweetspot.url);
  await openWith(page, () => page.route("**/store/load", refuse("forbidden", 403)));
  await expect(page.getByText("You may not see White space of this account")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Haver Markt", exact: true })).toBeVisible();
  await expectNoViolations(page, "forbidden");
});

test("failed: a store that does not answer can be tried again", async ({ visit }) => {
  const page = await visit(sweetspot.url);
  await openWith(page, () => page.route("**/store/load", refuse("unavailable", 503)));
  const alert = page.getByRole("alert").filter({ hasText: "White space did not open" });
  await expect(alert).toBeVisible();
  await expectNoViolations(page, "failed");
  await page.unrouteAll();
  await alert.getByRole("button", { name: "Try again" }).click();
  await whiteSpaceOn(page).isDrawn();
});

test("failed: an account that does not open says so in place of the page", async ({ visit }) => {
  const page = await visit(sweetspot.url);
  await openWith(page, () => page.route("**/reader/openAccount", refuse("unavailable", 503)));
  await expect(page.getByRole("alert")).toContainText("Account did not open");
  await expectNoViolations(page, "a failed page");
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await whiteSpaceOn(page).isDrawn();
});

test("partial: what is hidden from this rep is said, and the grid stays usable", async ({ visit }) => {
  const page = await visit(sweetspot.url);
  await openWith(page, () =>
    page.route("**/reader/openAccount", async (route) => {
      const response = await route.fetch();
      const { value } = await response.json();
      const gaps = ["hidden-opportunities", "hidden-contacts", "hidden-unknown"];
      await route.fulfill({ response, json: { value: { ...value, gaps } } });
    }),
  );
  const { frame } = whiteSpaceOn(page);
  await expect(frame.getByText("Only what you may see is counted")).toBeVisible();
  await expect(frame.getByText("Some contacts are hidden from you too.")).toBeVisible();
  await expect(frame.getByText("The CRM does not say what it keeps from you")).toBeVisible();
  await whiteSpaceOn(page).isDrawn();
  await expectNoViolations(page, "partial");
});

test("stale: a refresh that fails keeps the grid and says from when it is", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: HAVER });
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await page.route("**/api/port/**", refuse("unavailable", 503));
  await page.getByRole("button", { name: "Read again" }).click();
  const strip = space.frame.getByText(/^As of .*, /);
  await expect(strip).toBeVisible();
  await space.isDrawn();
  await expectNoViolations(page, "stale");
  await page.unrouteAll();
  await space.frame.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(strip).toHaveCount(0);
});

test("offline: the strip says where the edits are", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: HAVER });
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await page.context().setOffline(true);
  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("2");
  await expect(space.frame.getByText("Edits are kept on this device")).toBeVisible({ timeout: 15_000 });
  await expectNoViolations(page, "offline");
  await page.context().setOffline(false);
  await space.isSaved();
});

test("conflict: the strip leads to both versions", async ({ visit, request }) => {
  const page = await visit(sweetspot.url, { place: HAVER });
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  const api = await signInAs(request, sweetspot.url, PEOPLE.tobias.id);
  const scope = { kind: "account", account: "account-haver" };
  await api.call("store/commit", {
    scope,
    key: "tobias-was-first",
    puts: [
      {
        id: "cell:warsaw:offering-co2-racks",
        type: "cell",
        base: 0,
        fields: { area: "warsaw", offering: "offering-co2-racks", notes: "Tobias was first." },
      },
    ],
    removes: [],
  });
  await space.open("Warsaw", "CO₂ racks");
  const notes = space.panel.getByLabel("Notes for the team");
  await notes.fill("Lena was second.");
  await notes.blur();
  await expect(space.frame.getByText("Both versions are kept until you choose.").first()).toBeVisible();
  await expectNoViolations(page, "conflict");
  await space.frame.getByRole("button", { name: "Compare" }).first().click();
  await expect(page.getByRole("dialog", { name: /changed the same thing/ })).toBeVisible();
  await expectNoViolations(page, "conflict, side by side");
});

test("the session ends while the page is open: it is renewed, and nothing is lost", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: HAVER });
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await page.route("**/store/commit", refuse("unauthenticated", 401), { times: 1 });
  await space.cell("Bucharest", "Cold rooms").click();
  await page.keyboard.press("3");
  await space.isSaved();
});
