import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import type { Account } from "@sweetspot/contract";
import { exportWorld } from "@sweetspot/crm-import/testing";
import { demoWorld } from "@sweetspot/fixtures";
import { signInAs } from "../support/gateway-api.ts";
import { importOn, toCsv } from "../support/import-page.ts";
import { gatewayForFile, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile({ empty: true });
const world = demoWorld();
const SALESFORCE = exportWorld(world, "salesforce-data-loader");
const IMPORT = { as: "administrator", place: "/import" } as const;

test.describe.configure({ mode: "serial" });

test("an admin brings a Salesforce export, sees what was recognised, corrects a column and imports", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, { ...IMPORT, place: "/accounts" });
  await expect(page.getByText("There are no accounts yet")).toBeVisible();
  await page.getByRole("link", { name: "Import files" }).click();
  const { bring, card, meaning, importAll, counts } = importOn(page);
  await bring(SALESFORCE);
  for (const [file, kind] of [
    ["User.csv", "Owners"],
    ["Account.csv", "Accounts"],
    ["Product2.csv", "Products"],
    ["Contact.csv", "Contacts"],
    ["Opportunity.csv", "Opportunities"],
    ["OpportunityLineItem.csv", "Line items"],
    ["Asset.csv", "Assets in use"],
  ] as const) {
    await expect(card(file).getByLabel("Holds").locator("option:checked")).toHaveText(kind);
    await expect(card(file).getByLabel("A row is known by")).toHaveValue("id");
  }
  await expect(card("Account.csv")).toContainText("Salesforce export");

  await expect((await meaning("Account.csv", "PARENTID")).locator("option:checked")).toHaveText("Parent: id");
  await (await meaning("Account.csv", "WEBSITE")).selectOption({ label: "Leave out" });
  await expect(card("Account.csv")).toContainText("Your saved mapping");

  await importAll();
  expect(await counts("Accounts")).toEqual([String(world.accounts.length), "0", "0"]);
  expect(await counts("Contacts")).toEqual([String(world.contacts.length), "0", "0"]);
  expect(await counts("Opportunities")).toEqual([String(world.opportunities.length), "0", "0"]);
  await page.getByRole("link", { name: "All accounts" }).click();
  await expect(page.getByText(`${world.accounts.length} accounts`)).toBeVisible();
});

test("an imported account opens with a picture from its deals, which one click keeps", async ({ visit }) => {
  const page = await visit(sweetspot.url, { ...IMPORT, place: "/accounts/account-haver" });
  await expect(page.getByRole("heading", { name: "Haver Markt", exact: true })).toBeVisible();
  await expect(page.getByText("A first picture from your CRM data")).toBeVisible();
  await page.getByRole("button", { name: "Use this" }).click();
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await space.isSaved();
  await page.reload();
  await space.isDrawn();
  await expect(space.grid.getByRole("gridcell", { name: /deals? won recently/ }).first()).toBeVisible();
});

test("the same export again changes nothing; a part of it updates that part and deletes nothing", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, IMPORT);
  const { bring, card, meaning, importAll, counts } = importOn(page);
  await bring(SALESFORCE);
  await expect(card("Account.csv")).toContainText("Your saved mapping");
  await expect((await meaning("Account.csv", "WEBSITE")).locator("option:checked")).toHaveText("Leave out");
  await importAll();
  expect(await counts("Accounts")).toEqual(["0", "0", String(world.accounts.length)]);
  expect(await counts("Opportunities")).toEqual(["0", "0", String(world.opportunities.length)]);

  await page.getByRole("button", { name: "Start over" }).click();
  await bring([
    {
      name: "Account.csv",
      content: toCsv([
        ["ID", "NAME", "BILLINGCITY"],
        ["account-haver", "Haver Markt International", "Hamburg"],
      ]),
    },
  ]);
  await importAll();
  expect(await counts("Accounts")).toEqual(["0", "1", "0"]);
  await page.getByRole("link", { name: "All accounts" }).click();
  await expect(page.getByText(`${world.accounts.length} accounts`)).toBeVisible();
  await page.getByRole("link", { name: "Haver Markt International" }).click();
  const details = page.getByRole("region", { name: "Details" });
  await expect(details).toContainText("Hamburg");
  await expect(details, "a field the file did not name stays").toContainText("Food retail");
});

test("a HubSpot export in German, in UTF-16 with tabs, is recognised as what it is", async ({ visit }) => {
  const page = await visit(sweetspot.url, IMPORT);
  const { bring, card } = importOn(page);
  const files = exportWorld(world, "hubspot-de");
  await bring(files);
  for (const { name } of files) {
    await expect(card(name)).toContainText("HubSpot export");
    await expect(card(name)).toContainText("UTF-16LE");
    await expect(card(name).getByLabel("Holds")).not.toHaveValue("ignored");
  }
});

test("products of another spelling are matched once, and known at the next import", async ({ visit }) => {
  const page = await visit(sweetspot.url, IMPORT);
  const { bring, importAll, unmatched } = importOn(page);
  const files = [
    {
      name: "products.csv",
      content: toCsv([
        ["product", "sales_price"],
        ["Polar Pro", 4821],
        ["Polar Basic", 550],
      ]),
    },
    {
      name: "deals.csv",
      content: toCsv([
        ["opportunity_id", "product", "account", "deal_stage", "close_date", "close_value"],
        ["D1", "PolarPro", "Haver Markt International", "Won", "2026-03-01", 4514],
        ["D2", "Polar Basic", "Haver Markt International", "Won", "2026-03-02", 550],
      ]),
    },
  ];
  await bring(files);
  await importAll();
  await expect(unmatched).toContainText("PolarPro");
  await unmatched.getByLabel("What PolarPro means", { exact: true }).selectOption({ label: "Polar Pro" });
  await unmatched.getByRole("button", { name: "Apply one answer and import again" }).click();
  await expect(page.getByRole("heading", { name: "Import finished" })).toBeVisible();
  await expect(unmatched).toHaveCount(0);

  await page.getByRole("button", { name: "Start over" }).click();
  await bring(files);
  await importAll();
  await expect(unmatched, "the answer is remembered").toHaveCount(0);
});

// A real sample that lies beside the repository and is never part of it.
const SAMPLE = path.resolve(import.meta.dirname, "../../../shared/data/graph/crm-opportunities");
const SAMPLE_FILES = ["accounts", "products", "sales_pipeline", "sales_teams"].map(
  (name) => `${name}.csv.gz`,
);

test("a seller's 8,800 deals without ids become accounts whose grids say as of when they are", async ({
  visit,
  request,
}) => {
  test.skip(!existsSync(SAMPLE), "the sample of real deals does not lie beside this repository");
  const page = await visit(sweetspot.url, IMPORT);
  const { bring, card, importAll, counts } = importOn(page);
  await bring(SAMPLE_FILES.map((name) => ({ name, content: readFileSync(path.join(SAMPLE, name)) })));
  await expect(card("accounts.csv.gz").getByLabel("A row is known by")).toHaveValue("name");
  await importAll();
  expect((await counts("Accounts"))[0]).toBe("85");
  expect((await counts("Products"))[0]).toBe("7");
  expect((await counts("Opportunities"))[0]).toBe("8,800");

  const api = await signInAs(request, sweetspot.url, "administrator");
  const accounts = await api.all<Account>("reader/listAccounts", {});
  const tops = accounts.filter(({ id, parent }) => id.startsWith("name:") && parent.state === "empty");
  const families = await Promise.all(tops.map(({ id }) => api.all("reader/listOpportunities", id)));
  expect(families.flat().length, "1,425 deals name no account").toBe(8800 - 1425);

  await page.getByRole("link", { name: "All accounts" }).click();
  await page.getByRole("link", { name: "Acme Corporation" }).click();
  await expect(page.getByText("A first picture from your CRM data")).toBeVisible();
  await page.getByRole("button", { name: "Use this" }).click();
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await expect(page.getByText(/^As of \d+ Dec 2017: nothing closed since/)).toBeVisible();
  await expect(space.grid.locator("td[data-level=strong]").first()).toBeVisible();
});
