import { expect, type Page } from "@playwright/test";
import { signInAs } from "../support/gateway-api.ts";
import { gatewayForFile, PEOPLE, test, type Visit } from "../support/journey.ts";
import { type WhiteSpacePage, whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const AREA = "Warsaw";
const ACCOUNT = "account-haver";

interface Desk {
  readonly page: Page;
  readonly space: WhiteSpacePage;
}

type Open = (url: string, visit?: Visit) => Promise<Page>;

/** Lena and Tobias with the same account in front of them, neither knowing of the other's next edit. */
async function bothOpen(visit: Open): Promise<{ lena: Desk; tobias: Desk }> {
  const open = async (as: "lena" | "tobias"): Promise<Desk> => {
    const page = await visit(sweetspot.url, { as, place: `/accounts/${ACCOUNT}` });
    const space = whiteSpaceOn(page);
    await space.isDrawn();
    return { page, space };
  };
  const [lena, tobias] = await Promise.all([open("lena"), open("tobias")]);
  return { lena, tobias };
}

async function write({ page, space }: Desk, offering: string, field: string, text: string): Promise<void> {
  const panel = await space.open(AREA, offering);
  const input = panel.getByLabel(field);
  await input.fill(text);
  await input.blur();
  await expect(page.getByRole("alert")).toHaveCount(0);
}

/** Lena saves her note; Tobias, who has not seen it, writes another. */
async function disagree(visit: Open, offering: string): Promise<{ lena: Desk; tobias: Desk }> {
  const desks = await bothOpen(visit);
  await write(desks.lena, offering, "Notes for the team", "Lena: the buyer is on leave until May.");
  await desks.lena.space.isSaved();
  await write(desks.tobias, offering, "Notes for the team", "Tobias: the buyer wants a pilot.");
  await expect(desks.tobias.space.saving).toHaveText("One edit waits for your choice");
  return desks;
}

async function compare({ page }: Desk): Promise<ReturnType<Page["getByRole"]>> {
  await page.getByRole("button", { name: "Compare" }).first().click();
  const dialog = page.getByRole("dialog", { name: "You and a colleague changed the same thing" });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** What both wrote to each other's notes, in the order of saving. */
async function notesHistory(request: Parameters<typeof signInAs>[0]): Promise<readonly string[]> {
  const api = await signInAs(request, sweetspot.url, PEOPLE.ratih.id);
  return (await api.history(ACCOUNT)).flatMap(({ by, before, after }) =>
    after?.["notes"] !== before?.["notes"] && /^(Lena|Tobias): /.test(String(after?.["notes"]))
      ? [`${by}: ${String(after?.["notes"])}`]
      : [],
  );
}

test("two reps who fill different fields of a cell never notice each other, and both are kept", async ({
  visit,
}) => {
  const { lena, tobias } = await bothOpen(visit);
  await write(lena, "Cold rooms", "Competitor", "Frostwerk");
  await lena.space.isSaved();
  await write(tobias, "Cold rooms", "Potential a year, EUR", "120k");
  await tobias.space.isSaved();
  await expect(tobias.page.getByRole("button", { name: "Compare" })).toHaveCount(0);
  await expect(tobias.space.panel.getByLabel("Competitor")).toHaveValue("Frostwerk");
  await lena.page.reload();
  await lena.space.open(AREA, "Cold rooms");
  await expect(lena.space.panel.getByLabel("Potential a year, EUR")).toHaveValue("120,000");
  await expect(lena.space.panel.getByLabel("Competitor")).toHaveValue("Frostwerk");
});

test("the same field: both versions stand side by side with names and times, and mine can win", async ({
  visit,
  request,
}) => {
  const { lena, tobias } = await disagree(visit, "CO₂ racks");
  const dialog = await compare(tobias);
  await expect(dialog).toContainText("Lena Brandtwerder");
  await expect(dialog).toContainText(/saved .*\d{2}:\d{2}/);
  await expect(dialog).toContainText("Lena: the buyer is on leave until May.");
  await expect(dialog).toContainText("Tobias: the buyer wants a pilot.");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await tobias.space.isSaved();
  await lena.page.reload();
  await lena.space.open(AREA, "CO₂ racks");
  await expect(lena.space.panel.getByLabel("Notes for the team")).toHaveValue(
    "Tobias: the buyer wants a pilot.",
  );
  expect(await notesHistory(request)).toEqual([
    `${PEOPLE.lena.id}: Lena: the buyer is on leave until May.`,
    `${PEOPLE.tobias.id}: Tobias: the buyer wants a pilot.`,
  ]);
});

test("the same field: a rep takes the colleague's version", async ({ visit }) => {
  const { tobias } = await disagree(visit, "Shelf lighting");
  const dialog = await compare(tobias);
  await dialog.getByRole("button", { name: "Keep the version of Lena Brandtwerder" }).click();
  await expect(dialog).toHaveCount(0);
  await tobias.space.open(AREA, "Shelf lighting");
  await expect(tobias.space.panel.getByLabel("Notes for the team")).toHaveValue(
    "Lena: the buyer is on leave until May.",
  );
});

test("the same field: a rep makes one text of both", async ({ visit }) => {
  const { lena, tobias } = await disagree(visit, "Remote monitoring");
  const dialog = await compare(tobias);
  await dialog.getByRole("button", { name: "Edit both into one" }).click();
  const text = dialog.getByRole("textbox");
  await expect(text).toHaveValue("Tobias: the buyer wants a pilot.\nLena: the buyer is on leave until May.");
  await text.fill("The buyer wants a pilot after May.");
  await dialog.getByRole("button", { name: "Keep the new version" }).click();
  await tobias.space.isSaved();
  await lena.page.reload();
  await lena.space.open(AREA, "Remote monitoring");
  await expect(lena.space.panel.getByLabel("Notes for the team")).toHaveValue(
    "The buyer wants a pilot after May.",
  );
});

test("a conflict that is not decided yet survives a reload", async ({ visit }) => {
  const { tobias } = await disagree(visit, "Energy audit");
  await tobias.page.reload();
  await expect(tobias.space.saving).toHaveText("One edit waits for your choice");
  const dialog = await compare(tobias);
  await expect(dialog).toContainText("Tobias: the buyer wants a pilot.");
  await expect(dialog).toContainText("Lena: the buyer is on leave until May.");
});

/** Lena names a competitor, Tobias corrects her; her page can still undo. */
async function corrected(visit: Open, offering: string): Promise<{ lena: Desk; tobias: Desk }> {
  const { lena, tobias } = await bothOpen(visit);
  await write(lena, offering, "Notes for the team", "Somebody else serves them.");
  await write(lena, offering, "Notes for the team", "Seen on the last visit.");
  await write(lena, offering, "Competitor", "Lumenhaus");
  await lena.space.isSaved();
  await tobias.page.reload();
  await tobias.space.isDrawn();
  await write(tobias, offering, "Competitor", "Glowinger");
  await tobias.space.isSaved();
  return { lena, tobias };
}

test("undo of what a colleague has corrected meanwhile asks, and overwrites nothing unasked", async ({
  visit,
}) => {
  const { lena, tobias } = await corrected(visit, "Store lighting");
  await expect(lena.space.undo).toHaveAccessibleName(/^Undo: assessment/);
  await lena.space.undo.click();
  await expect(lena.space.saving).toHaveText("One edit waits for your choice");
  const dialog = await compare(lena);
  await expect(dialog).toContainText("Glowinger");
  await expect(dialog).toContainText("Tobias Überlackner");
  await tobias.page.reload();
  await tobias.space.open(AREA, "Store lighting");
  await expect(tobias.space.panel.getByLabel("Competitor")).toHaveValue("Glowinger");
  await dialog.getByRole("button", { name: "Keep the version of Tobias Überlackner" }).click();
  await expect(lena.space.panel.getByLabel("Competitor")).toHaveValue("Glowinger");
});

test("after reading anew, undo leaves the colleague's value alone and takes back what is mine", async ({
  visit,
}) => {
  const { lena, tobias } = await corrected(visit, "Maintenance");
  await lena.page.getByRole("button", { name: "Read again" }).click();
  await expect(lena.space.panel.getByLabel("Competitor")).toHaveValue("Glowinger");
  await lena.space.undo.click();
  await expect(lena.space.panel.getByLabel("Notes for the team")).toHaveValue("Somebody else serves them.");
  await lena.space.isSaved();
  await tobias.page.reload();
  await tobias.space.open(AREA, "Maintenance");
  await expect(tobias.space.panel.getByLabel("Competitor")).toHaveValue("Glowinger");
});
