import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNoViolations } from "../support/axe.ts";
import { toCsv } from "../support/import-page.ts";
import { gatewayForFile, test } from "../support/journey.ts";

const sweetspot = gatewayForFile();
const ADMIN = { as: "ratih", place: "/relations" } as const;

/** All of it invented; the second person is one whom a chamber of the demo company names, too. */
const FILES = {
  "persons.csv": [
    ["key", "name", "city", "birthDate"],
    ["P1", "Anna Berghold", "Kiel", "1970-02-03"],
    ["P2", "Thorben Sielkampner", "Husum", ""],
  ],
  "orgs.csv": [
    ["key", "name", "place", "people"],
    ["B1", "Nordwindwerk AG", "Kiel", 7],
    ["B2", "Nordwindwerk Holding AG", "Kiel", ""],
  ],
  "ties.csv": [
    ["key", "person", "body", "otherPerson", "otherBody", "type", "role", "share", "start", "end"],
    ["T1", "P1", "B1", "", "", "board_seat", "chair", "", "2016", ""],
    ["T2", "P2", "B1", "", "", "board_seat", "", "", "2018", ""],
    ["T3", "P2", "", "P2", "", "meeting", "", "", "2024-05", ""],
    ["T4", "P2", "", "", "", "club", "", "", "", ""],
    ["T5", "P9", "B1", "", "", "club", "", "", "", ""],
    ["T6", "P2", "B1", "", "", "club", "", "", "2020", "2019"],
    ["T7", "P2", "B1", "", "", "club", "", "", "2020-13", ""],
    ["T8", "P2", "B2", "", "", "shareholder", "", 140, "", ""],
    ["T9", "", "B1", "", "B2", "shareholder", "", 51, "", ""],
    ["T10", "", "B2", "", "B1", "shareholder", "", 51, "", ""],
  ],
} as const;

const PROBLEMS = [
  ["line 4", "Both ends are the same", "Correct one of the ends."],
  ["line 5", "The tie has one end only", "Name a person and a body"],
  ["line 6", "Nobody has this key", "Import the person with this key"],
  ["line 7", "The end lies before the start", "Correct start or end."],
  ["line 8", "This is no date", "Write YYYY"],
  ["line 9", "between 0 and 100 per cent", "Correct the share."],
  ["line 11", "would own itself over others", "Correct owner or body"],
] as const;

const part = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link", { name }).click();
const report = (page: Page) => page.getByRole("region", { name: "Trade press imported" });

async function importAgain(page: Page): Promise<void> {
  await part(page, "Sources and import");
  await page.getByRole("button", { name: "Import 3 files again" }).click();
  await expect(page.getByRole("progressbar", { name: "Progress of the import" })).toHaveCount(0);
  await expect(report(page)).toBeVisible();
}

test("an admin imports a register, says who is who, reports on a person and erases them; imports heed all of it", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url, ADMIN);
  await page.locator("input[type=file]").setInputFiles(
    Object.entries(FILES).map(([name, rows]) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(toCsv(rows)),
    })),
  );
  await expect(page.getByRole("region", { name: "ties.csv" })).toContainText("A list of ties");
  await expect(page.getByRole("cell", { name: "Anna Berghold" }), "shown before it is taken").toBeVisible();
  const run = page.getByRole("button", { name: "Import 3 files" });
  await expect(run, "nothing comes in without a purpose").toBeDisabled();
  await page.getByLabel("Name of the source").fill("Trade press");
  await page.getByLabel("What the data may be used for").fill("Introductions; legitimate interest");
  await page.getByLabel("Kept for months").fill("24");
  await run.click();
  await expect(report(page)).toBeVisible();
  for (const [line, what, remedy] of PROBLEMS) {
    const row = report(page)
      .getByRole("row")
      .filter({ hasText: `ties.csv ${line}` });
    await expect(row).toContainText(what);
    await expect(row).toContainText(remedy);
  }
  await expect(page.getByRole("article", { name: "Trade press" })).toContainText("24 months");
  await expectNoViolations(page, "sources and the report of an import");

  await test.step("a doubtful match is answered by keys, taken back, and answered again", async () => {
    await part(page, "Who is who");
    const doubtful = page.getByRole("region", { name: "In doubt" });
    await doubtful.getByLabel("Search by name").fill("sielkampner");
    const pair = page.getByRole("article", { name: "Is this one person?" });
    await expect(pair).toContainText("Trade press");
    await expect(pair).toContainText("Both are from the same city");
    await expectNoViolations(page, "two records side by side");
    await pair.focus();
    await page.keyboard.press("d");
    await expect(doubtful).toContainText("No pair fits these filters.");
    await expect(doubtful).toContainText("1 decided");
    await doubtful.getByRole("button", { name: "Take back" }).click();
    await expect(pair).toBeFocused();
    await page.keyboard.press("s");
    await expect(doubtful).toContainText("1 decided");
  });

  await test.step("the same files again change nothing and ask nothing that was answered", async () => {
    await importAgain(page);
    const people = report(page).getByRole("row", { name: /^People/ });
    await expect(people.getByRole("cell")).toHaveText(["0", "0", "2"]);
    await part(page, "Who is who");
    await page.getByText("Taken for one").click();
    const merged = page.getByRole("region", { name: "Taken for one" });
    await merged.getByLabel("Search by name").fill("sielkampner");
    await expect(merged.locator("details").filter({ hasText: "Trade press" })).toContainText(
      "decided by a person",
    );
  });

  await test.step("a person’s report says all that is stored; erased, they stay away from later imports", async () => {
    await part(page, "What is stored about a person");
    await page.getByLabel("Name of the person").fill("BERGHOLD");
    await page.getByRole("button", { name: /Anna Berghold/ }).click();
    const person = page.getByRole("article", { name: "Anna Berghold" });
    await expect(person).toContainText("Introductions; legitimate interest");
    await expect(person).toContainText("Nordwindwerk AG: chair (Board), 2016");
    await expectNoViolations(page, "a person’s report");
    const saving = page.waitForEvent("download");
    await person.getByRole("button", { name: "Save as file" }).click();
    expect((await saving).suggestedFilename()).toBe("stored-about-person.json");
    await person.getByRole("button", { name: "Erase" }).click();
    const dialog = page.getByRole("dialog", { name: "Erase Anna Berghold?" });
    await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
    await expect(dialog).toContainText("What stays: a mark");
    await dialog.getByRole("button", { name: "Erase" }).click();
    await expect(page.getByText("2 records and ties are gone")).toBeVisible();

    await importAgain(page);
    await expect(report(page)).toContainText("erased on request");
    await expect(report(page)).not.toContainText("Berghold");
    await part(page, "What is stored about a person");
    await page.getByLabel("Name of the person").fill("berghold");
    await expect(page.getByText("Nobody of this name is stored")).toBeVisible();
  });

  await test.step("rules show their effect before they are saved", async () => {
    await part(page, "Rules of strength");
    await page.getByLabel("Same board").fill("0.3");
    const example = page.getByRole("row", { name: /Both on a board of seven/ });
    await expect(example.getByRole("cell")).toHaveText(["60%", "30%"]);
    await page.getByRole("button", { name: "Save rules" }).click();
    await expect(example.getByRole("cell")).toHaveText(["30%", "30%"]);
  });
});

test("a rep keeps nothing but what colleagues may make of their own relations, on a phone in the dark", async ({
  visit,
}) => {
  const look = { as: "lena", language: "de", theme: "dark", width: 320, height: 640 } as const;
  const page = await visit(sweetspot.url, { ...look, place: "/relations/mine" });
  await page.getByLabel("Erst mich fragen").check();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Erst mich fragen")).toBeChecked();
  await expectNoSidewaysScroll(page, "my relations");
  await expectNoViolations(page, "my relations", { coloursOnly: true });
  await page.goto(`${sweetspot.url}/#/relations/people`);
  await expect(page.getByText("Nur Admins pflegen Beziehungen")).toBeVisible();
});
