import { expect, type Page } from "@playwright/test";
import { signInAs } from "../support/gateway-api.ts";
import { gatewayForFile, PEOPLE, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();

/** Names of the port calls the page has begun, in order. */
function portCallsOf(page: Page): string[] {
  const calls: string[] = [];
  page.on("request", (request) => {
    const call = /\/api\/port\/(.+)$/.exec(new URL(request.url()).pathname)?.[1];
    if (call) calls.push(call);
  });
  return calls;
}

for (const [name, account, cell] of [
  ["with 43 deals", "account-haver", "North, Plug-in cabinets, Strong"],
  ["whose levels all come from deals", "account-halloway", "Sweden, "],
] as const) {
  test(`an account ${name} needs two calls of the ports until its grid is painted`, async ({ visit }) => {
    const page = await visit(sweetspot.url);
    await expect(page.getByRole("link", { name: "Haver Markt", exact: true })).toBeVisible();
    const calls = portCallsOf(page);
    // Answers nobody needs for the first paint are held back: the grid stands without them.
    await page.route(/\/api\/port\/(?!reader\/openAccount|store\/load)/, () => {});
    await page.goto(`${sweetspot.url}/#/accounts/${account}`);
    await expect(whiteSpaceOn(page).grid.getByRole("gridcell", { name: cell }).first()).toBeVisible();
    expect(calls.filter((call) => call === "reader/openAccount")).toHaveLength(1);
    expect(calls.filter((call) => call === "store/load")).toHaveLength(1);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
}

test("a fresh page needs no further call either", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: "/import" });
  const calls = portCallsOf(page);
  await page.route(/\/api\/port\/(?!reader\/openAccount|store\/load)/, () => {});
  await page.goto(`${sweetspot.url}/?fresh#/accounts/account-haver`);
  await whiteSpaceOn(page).isDrawn();
  expect(calls.slice(0, 2).toSorted()).toEqual(["reader/openAccount", "store/load"]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("an account with 500 contacts is used at once: found, scrolled, searched", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: "/accounts/account-meridian" });
  const contacts = page.getByRole("region", { name: /^Contacts/ }).first();
  await expect(contacts).toContainText("500");
  await contacts.getByRole("button", { name: "Show all 500" }).click();
  const rows = contacts.getByRole("listitem");
  await expect(rows.first()).toBeVisible();
  expect(await rows.count(), "only rows in sight are drawn").toBeLessThan(60);
  const last = await nameOfLastContact(page);
  await contacts.getByLabel("Search contacts").fill(last);
  await expect(rows.filter({ hasText: last }).first()).toBeVisible();
});

async function nameOfLastContact(page: Page): Promise<string> {
  const api = await signInAs(page.request, sweetspot.url, PEOPLE.lena.id);
  const { items } = await api.call<{ readonly items: readonly { readonly name: string }[] }>(
    "reader/listContacts",
    "account-meridian",
    { limit: 500 },
  );
  return items.at(-1)?.name ?? "";
}

test("names from the CRM are text, whatever they look like", async ({ visit }) => {
  const page = await visit(sweetspot.url, { place: "/accounts/account-obrien" });
  await expect(page.getByRole("heading", { name: "O'Brien <b>Cold</b> Chain & Sons" })).toBeVisible();
  await expect(page.getByText("Siobhán O'Brien <b>")).toBeVisible();
  await expect(page.locator("main b")).toHaveCount(0);
  await expect(page).toHaveTitle(/^O'Brien <b>Cold<\/b> Chain & Sons/);
  await page.goto(`${sweetspot.url}/#/accounts?search=${encodeURIComponent("o'brien <b>")}`);
  await expect(page.getByRole("link", { name: "O'Brien <b>Cold</b> Chain & Sons" })).toBeVisible();
});

test("a link to an account nobody has, and an address that leads nowhere, offer the way back", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, { place: "/accounts/account-nobody" });
  await expect(page.getByRole("alert")).toContainText("This account is not here any more");
  await page.goto(`${sweetspot.url}/#/nowhere/at/all`);
  await expect(page.getByRole("alert")).toContainText("There is no such page");
  await page.getByRole("link", { name: "All accounts" }).click();
  await expect(page.getByRole("heading", { name: "Accounts", exact: true })).toBeVisible();
});
