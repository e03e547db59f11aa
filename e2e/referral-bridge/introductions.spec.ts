import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-referral-bridge");

/** A way over somebody else, in the plan of the gas producer. */
const WAY = /Lena Brandtwerder.*Friederike Vossmerbäumer.*Ioana Eschenlohner/;

test("from a way to an outcome, by keyboard: nobody is introduced before both have agreed", async ({
  visit,
  page,
}) => {
  const { saved, done, violations } = await visit();
  await page.getByRole("button", { name: WAY }).press("Enter");
  await page.getByRole("button", { name: "Start an introduction" }).press("Enter");

  const start = page.getByRole("dialog", { name: "Ioana Eschenlohner" });
  const occasion = start.getByLabel("Occasion");
  await expect(occasion).toBeFocused();
  await occasion.fill("A pool of engineers for Houston");
  const request = start.getByRole("textbox", { name: "Request" });
  await expect(request).toHaveValue(/^Hi Friederike,[^]*What it is about: A pool of engineers for Houston\./);
  await start.getByRole("button", { name: "German" }).press("Enter");
  await start.getByRole("button", { name: "Formal" }).press("Enter");
  await expect(request).toHaveValue(
    /^Guten Tag Friederike Vossmerbäumer,[^]*sind Sie und Ioana Eschenlohner/,
  );
  await request.fill("Liebe Friederike, kennst du Ioana <b>?");
  await start.getByRole("button", { name: "Put on the list" }).press("Enter");

  const detail = page.getByRole("dialog", { name: "Ioana Eschenlohner" });
  await expect(detail.getByRole("heading", { name: /^Ask Friederike/ })).toBeVisible();
  await expect(detail.getByRole("textbox", { name: "Request" })).toHaveValue(
    "Liebe Friederike, kennst du Ioana <b>?",
  );
  expect(await violations()).toEqual([]);
  await detail.getByRole("button", { name: "Make a task" }).press("Enter");
  await expect(detail.getByText("There is a task for this step in the CRM.")).toBeVisible();
  expect((await done())[0]).toMatch(
    /^task Ask Friederike .*, due 2\d{3}-.*, for member-lena: A pool of engineers/,
  );
  await detail.getByRole("button", { name: "Friederike Vossmerbäumer has been asked" }).press("Enter");

  const agrees = detail.getByRole("button", { name: "Friederike Vossmerbäumer agrees" });
  await expect(agrees).toBeDisabled();
  await detail.getByRole("button", { name: "By phone" }).press("Enter");
  await agrees.press("Enter");
  const targetAgrees = detail.getByRole("button", { name: "Ioana Eschenlohner agrees" });
  await expect(targetAgrees).toBeDisabled();
  await detail.getByLabel("How did Ioana Eschenlohner agree?").fill("Told Friederike so at lunch");
  await targetAgrees.press("Enter");
  await detail.getByRole("button", { name: "The introduction is made" }).press("Enter");
  await detail.getByRole("combobox", { name: "Outcome" }).press("Enter");
  await page.getByRole("option", { name: "Meeting" }).press("Enter");
  await detail.getByRole("button", { name: "Record the outcome" }).press("Enter");
  await expect(detail.getByRole("heading", { name: /^Tell Friederike/ })).toBeVisible();
  const past = detail.getByRole("listitem");
  await expect(past).toHaveCount(5);
  await detail.getByRole("button", { name: "Friederike Vossmerbäumer knows" }).press("Enter");
  await expect(detail.getByRole("heading", { name: "Closed: Meeting" })).toBeVisible();
  const [record] = (await saved()).filter(({ type }) => type === "introduction");
  expect(record?.fields).toMatchObject({
    state: "closed",
    consent: "given",
    consentNote: "By phone",
    targetAgreedNote: "Told Friederike so at lunch",
    outcome: "meeting",
    wayNames: ["Lena Brandtwerder", "Friederike Vossmerbäumer", "Ioana Eschenlohner"],
  });

  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Over (1)" })).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).first().press("Enter");
  await expect(page.getByRole("heading", { name: "Feedback due (1)" })).toBeVisible();

  // Friederike has only just been asked.
  await page.getByRole("button", { name: "Ways", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Start an introduction" }).press("Enter");
  await expect(start.getByText(/was last asked for an introduction on .*Better wait until/)).toBeVisible();
});

test("whom others put on the list waits for a way; partners and profiles are read by reps, kept by admins", async ({
  visit,
  page,
}) => {
  const { colleagueCommits, violations } = await visit({ locale: "de-DE", theme: "dark", skin: "hubspot" });
  await colleagueCommits([
    {
      id: "introduction:sought",
      type: "introduction",
      fields: {
        target: "nobody",
        targetName: "O'Brien <b> mit einem Namen, der auf keinem Bildschirm in eine Zeile passt",
        state: "candidate",
        nextStepDue: "2026-01-05",
      },
      base: 0,
    },
  ]);
  await page.getByRole("button", { name: "Vorstellungen" }).click();
  const row = page.getByRole("button", { name: /^.*O'Brien <b>/ });
  await expect(row).toContainText("War fällig am 05.01.2026");
  await page.setViewportSize({ width: 320, height: 800 });
  await row.click();
  await expect(page.getByRole("button", { name: "Weg suchen" })).toBeVisible();
  expect(await violations({ coloursOnly: true })).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Empfehlungspartner" }).click();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.getByRole("button", { name: /^.*Almut Kieselbacherin.*Aktiv/ }).click();
  const through = page.getByRole("combobox", { name: "Wem soll Almut Kieselbacherin uns vorstellen?" });
  await through.fill("Vera <i>");
  await page.getByRole("option").last().click();
  const asked = page.getByRole("dialog", { name: "Vera <i>" });
  await expect(asked.getByRole("heading", { name: /Almut Kieselbacherin/ })).toBeVisible();
  await asked.getByRole("button", { name: "Neu entwerfen" }).click();
  await expect(asked.getByRole("textbox", { name: "Anfrage" })).toHaveValue(/^Hallo Almut,[^]*Vera <i>/);

  await visit({ user: "member-ratih" });
  await page.getByRole("button", { name: "Referral partners" }).press("Enter");
  await expect(page.getByText(/^5 to 10 people who meet many/)).toBeVisible();
  await page.getByRole("textbox", { name: "Add a search profile" }).fill("Plants that grow");
  await page.keyboard.press("Enter");
  const profile = page.getByRole("dialog", { name: "Plants that grow" });
  await profile
    .getByLabel("Trigger phrases")
    .fill("We cannot cool the new hall\n\nOur compressor is thirty years old");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Add a partner" }).fill("Marta <i>Olsen</i>");
  await page.keyboard.press("Enter");
  const partner = page.getByRole("dialog", { name: "Marta <i>Olsen</i>" });
  await partner.getByRole("checkbox", { name: "Plants that grow" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(
    page.getByRole("button", { name: /Marta <i>Olsen<\/i>.*Plants that grow.*To be won/ }),
  ).toBeVisible();
  await expect(page.getByText("Our compressor is thirty years old")).toBeVisible();
});
