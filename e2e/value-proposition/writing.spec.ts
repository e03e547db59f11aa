import { expectFocus, goBy } from "../support/focus.ts";
import { fileOf, sheetsOf } from "../support/paper.ts";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-value-proposition");

test("a rep writes a proposition by keyboard alone, from the sweet spot to the proof", async ({
  visit,
  page,
}) => {
  const { saved } = await visit({ account: "gasProducer" });
  const keys = page.keyboard;
  const story = page.getByRole("region", { name: "As it is told" });
  await goBy(page, ({ name }) => name === "Start a proposition");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Promise" })).toBeFocused();
  await keys.type("Your projects breathe");
  await expect(story).toContainText("What we promise you: Your projects breathe.");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Added value" })).toBeFocused();

  await page.getByRole("textbox", { name: "What does our offering have or do?" }).focus();
  await keys.type("A pool of skilled people on call");
  await keys.press("Enter");
  await page.getByRole("textbox", { name: "Benefit" }).focus();
  await keys.type("Nobody has to be hired for a peak");
  await page.getByRole("button", { name: "Why does that matter?" }).press("Enter");
  await expect(page.getByRole("textbox", { name: /– answer 1$/ })).toBeFocused();
  await keys.type("Headcount may grow by 3 % only");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Value for/ })).toBeFocused();
  await keys.type("8 % flexible staff within the budget.");
  await keys.press("Tab");
  await page.getByRole("button", { name: "Use the value as part 2" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Added value" })).toHaveValue(
    "8 % flexible staff within the budget.",
  );

  await page.getByRole("textbox", { name: "Delivery" }).focus();
  await keys.type("We invest in the pool under a frame contract.");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Proof" })).toBeFocused();
  await expect(page.getByText("A promise without proof")).toBeVisible();
  await page.getByRole("button", { name: "Choose a proof" }).first().press("Enter");
  const dialog = page.getByRole("dialog", { name: "Choose a proof" });
  await dialog.getByRole("textbox", { name: "Search 4 proofs" }).fill("management");
  await dialog.getByRole("button", { name: /^Use: Women in our own/ }).press("Enter");
  await dialog.getByRole("button", { name: /^Used: Women/ }).waitFor();
  // The first Escape clears the search's words, where it has the focus; this one closes the dialog.
  await keys.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Proof" })).toHaveValue(/^Our own share of female managers/);
  await expect(page.getByText("4 of 4 parts ready")).toBeAttached();
  await expect(page.getByText("Nothing is open here.")).toBeVisible();
  await expect(story.locator(".vp-story > p").first()).toHaveText(
    /^1What we promise you: Your projects breathe\. 28 % flexible.* 3We invest.* 4Our own share/,
  );

  await page.getByRole("textbox", { name: "Proof" }).focus();
  await keys.press("Escape");
  await keys.press("Escape");
  await expect(page.getByText("2 of 5 sweet spots told")).toBeVisible();
  await expectFocus(page, /^Raise the share of temporary/);
  const records = await saved();
  const told = records.find(({ fields }) => fields["promise"] === "Your projects breathe");
  expect(told?.fields).toMatchObject({
    sweetSpot: "spot-flexible-staff",
    level: "level-company",
    proofs: ["proof-women"],
    language: "en",
  });
  expect(records.find(({ type }) => type === "benefit-ladder")?.fields).toMatchObject({
    whys: ["Headcount may grow by 3 % only"],
    proposition: told?.id,
  });
  for (let steps = 0; steps < 12; steps += 1) await keys.press("Control+z");
  await expect(page.getByText("1 of 5 sweet spots told")).toBeVisible();
});

test("wordings, audiences, the customer's words, proofs from the CRM, and every way out", async ({
  visit,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { saved } = await visit({ account: "foodRetailer" });
  await page.getByRole("button", { name: /^Sustainable stores/ }).click();
  const story = page.getByRole("region", { name: "As it is told" });
  await expect(page.getByText("We write “plug-in systems”; they say “cabinet”.")).toBeVisible();
  await page.getByRole("button", { name: "They say “cabinet”" }).press("Enter");
  await expectFocus(page, /^Sustainable stores$/);
  await expect(page.getByRole("textbox", { name: "Promise" })).toHaveValue(/refrigeration with cabinet\.$/);
  await expect(page.getByText("In the customer’s own words: cabinet")).toBeVisible();
  await expect(story.locator("mark")).toHaveText("cabinet");

  await page.getByRole("button", { name: "Another wording" }).click();
  await expect(page.getByText("wording B of 2")).toBeVisible();
  await page.getByRole("textbox", { name: "Promise" }).fill("Stores <b>that</b> cool themselves.");
  await page.getByRole("button", { name: "Compare" }).click();
  const compare = page.getByRole("dialog", { name: "Wordings side by side" });
  await expect(compare.getByRole("row", { name: /^Promise/ })).toContainText(
    "Stores <b>that</b> cool themselves.",
  );
  await compare.getByRole("button", { name: "Tell this one" }).click();
  await page.keyboard.press("Escape");
  await expect(compare).toBeHidden();
  await expect(page.getByText("This one is told")).toBeVisible();
  await expect(page.getByText("wording A of 2")).toBeVisible();

  await page.getByRole("button", { name: "Choose a proof" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose a proof" });
  await expect(dialog.getByText("White space: strong there, 5 recent deals")).toBeVisible();
  await dialog.getByRole("button", { name: /^Keep as proof: Plug-in cabinets, Germany › North/ }).click();
  await expect(dialog.getByRole("button", { name: /^Used: Plug-in cabinets, Germany/ })).toBeVisible();
  await dialog.getByRole("button", { name: /^Keep as proof: Nord: cabinet roll-out/ }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Proofs it rests on" }).getByRole("listitem")).toHaveCount(3);

  await story.getByRole("button", { name: "DE", exact: true }).click();
  await expect(story.getByText(/^The frames change/)).toBeVisible();
  await story.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? "";
    return { text: await read("text/plain"), html: await read("text/html") };
  });
  expect(copied.text).toMatch(
    /^Stores <b>that<\/b> cool themselves\. You come .* We replace .* At another retailer/,
  );
  expect(copied.html).toContain("Stores &lt;b&gt;that&lt;/b&gt; cool");
  await expect(story.getByRole("link", { name: "E-mail" })).toHaveAttribute(
    "href",
    /^mailto:\?subject=Sustainable/,
  );

  await story.getByRole("button", { name: "One page" }).click();
  const page1 = await fileOf(page, () => page.getByRole("button", { name: "Save as page" }).click());
  expect(await sheetsOf(page, page1)).toBe(1);
  expect(page1.toString("utf8")).toContain("Was wir Ihnen versprechen");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More", exact: true }).click();
  const picture = await fileOf(page, () => page.getByRole("menuitem", { name: "PNG" }).click());
  expect(picture.subarray(1, 4).toString()).toBe("PNG");

  await page.getByRole("button", { name: "For someone else" }).click();
  await page.getByRole("combobox", { name: "A person" }).fill("katarzyna");
  await page.getByRole("option", { name: /^Katarzyna Pietruszkowiak/ }).click();
  await expect(page.getByRole("textbox", { name: "Promise" })).toBeFocused();
  await page.keyboard.type("More room for your people.");
  await page.keyboard.press("Enter");
  await expect(story.getByRole("link", { name: "E-mail" })).toHaveAttribute(
    "href",
    /^mailto:[^?]+@[^?]+\?subject/,
  );
  const records = await saved();
  const told = records.filter(({ type }) => type === "value-proposition");
  expect(told).toHaveLength(3);
  expect(told.filter(({ fields }) => fields["variantOf"] !== undefined)).toHaveLength(1);
  expect(told.find(({ fields }) => fields["member"] !== undefined)?.fields["member"]).toBe(
    "member-of-store-design",
  );
  expect(records.filter(({ type }) => type === "proof")).toHaveLength(2);
});
