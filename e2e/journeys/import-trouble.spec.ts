import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Account } from "@sweetspot/contract";
import { signInAs } from "../support/gateway-api.ts";
import { importOn, toCsv } from "../support/import-page.ts";
import { gatewayForFile, PEOPLE, test } from "../support/journey.ts";

const sweetspot = gatewayForFile();
const IMPORT = { as: "ratih", place: "/import" } as const;

async function countAccounts(page: Page): Promise<number> {
  const api = await signInAs(page.request, sweetspot.url, PEOPLE.ratih.id);
  return (await api.all("reader/listAccounts", {})).length;
}

const BAD_ACCOUNTS = toCsv([
  ["ID", "NAME", "PARENTID", "NUMBEROFEMPLOYEES"],
  ["B1", "Birnstiel AG", "", 120],
  ["", "Nameless id", "", 1],
  ["B1", "Birnstiel twice", "", 1],
  ["B2", "Orphan GmbH", "NOBODY", 10],
  ["B3", "Ring One", "B4", 10],
  ["B4", "Ring Two", "B3", 10],
  ["B5", "=HYPERLINK(evil)", "", "many"],
  ["B6", "L".repeat(600), "", 5],
  ["B7", "Good again <b>", "", 7],
]);

test("rows that cannot be taken are listed with file, line and remedy; the good ones are there", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, IMPORT);
  const { bring, importAll, problems } = importOn(page);
  await bring([{ name: "Account.csv", content: BAD_ACCOUNTS }]);
  await importAll();
  for (const [line, what, remedy] of [
    [3, "The id is missing", "Fill in the id as your CRM exports it."],
    [4, "The id occurs twice in the file", "Keep one of the two rows."],
    [5, "Nobody has this parent", "Import the parent account as well."],
    [8, "This is no number", "Correct the number, or the decimal sign of the column."],
    [9, "The text is too long", "Shorten it."],
  ] as const) {
    const row = problems.filter({ hasText: `line ${line}` });
    await expect(row.filter({ hasText: what })).toContainText(remedy);
    await expect(row.first()).toContainText("Account.csv");
  }
  await expect(problems.filter({ hasText: "The account stands below itself" }).first()).toBeVisible();
  const api = await signInAs(page.request, sweetspot.url, PEOPLE.ratih.id);
  const names = (await api.all<Account>("reader/listAccounts", {})).flatMap(({ id, name }) =>
    /^B\d$/.test(id) ? [name] : [],
  );
  expect(names.toSorted()).toEqual(["Birnstiel AG", "Good again <b>", "Orphan GmbH", "Ring One", "Ring Two"]);

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  const download = await waiting;
  const text = await readFile(await download.path(), "utf8");
  expect(text.split(/\r?\n/)[0]).toMatch(/file.*line.*remedy/i);
  expect(text).toContain("Account.csv");
  expect(text.match(/(^|[,"])=/m), "no cell is a formula").toBeNull();
});

for (const [what, name, content, reason] of [
  ["binary", "Account.csv", Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), /It is no text/],
  ["empty", "Account.csv", "", /It is empty/],
  ["without a header", "Account.csv", "001,Acme,12\r\n002,Bolt,13\r\n003,Corp,14", /It has no header/],
  [
    "a spreadsheet",
    "Account.csv",
    "PK\u0003\u0004[Content_Types].xml".padEnd(3000, "\u0000"),
    /spreadsheet|no text/,
  ],
] as const) {
  test(`a file that is ${what} is refused before anything happens, in words`, async ({ visit }) => {
    const page = await visit(sweetspot.url, IMPORT);
    const before = await countAccounts(page);
    const { bring, card, run } = importOn(page);
    await bring([{ name, content }]);
    await expect(card(name).getByRole("alert")).toContainText(reason);
    await expect(page.getByRole("button", { name: /^Import/ })).toBeDisabled();
    await expect(run).toHaveCount(0);
    expect(await countAccounts(page)).toBe(before);
  });
}

test("a long import shows how far it is and can be cancelled; the file at hand changed nothing", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, IMPORT);
  const before = await countAccounts(page);
  const { bring, run } = importOn(page);
  const rows = Array.from({ length: 120_000 }, (_, at) => [`L${at}`, `Long list ${at}`, "Kiel", at % 1000]);
  await bring([
    { name: "Account.csv", content: toCsv([["ID", "NAME", "BILLINGCITY", "NUMBEROFEMPLOYEES"], ...rows]) },
  ]);
  await run.click();
  const progress = page.getByRole("progressbar", { name: "Progress of the import" });
  await expect
    .poll(async () => Number(await progress.getAttribute("value")), { timeout: 30_000 })
    .toBeGreaterThan(0);
  await page.getByRole("button", { name: "Cancel the import" }).click();
  await expect(page.getByRole("heading", { name: /^Import cancelled/ })).toBeVisible({ timeout: 30_000 });
  expect(await countAccounts(page)).toBe(before);
});

test("a rep may not import, and is told who may", async ({ visit, request }) => {
  const page = await visit(sweetspot.url, { as: "lena", place: "/import" });
  await expect(page.getByText("Only admins import")).toBeVisible();
  await expect(page.locator("input[type=file]")).toHaveCount(0);
  const session = await request.post(`${sweetspot.url}/api/session`, { data: { member: PEOPLE.lena.id } });
  const { token } = await session.json();
  const refused = await request.post(`${sweetspot.url}/api/import/jobs`, {
    data: {},
    headers: { authorization: `Bearer ${token}` },
  });
  expect(refused.status()).toBe(403);
  await page.getByRole("button", { name: `Go on as ${PEOPLE.ratih.name}` }).click();
  await expect(page.getByRole("button", { name: "Choose files" })).toBeVisible();
});
