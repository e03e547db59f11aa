import type { Page } from "@playwright/test";
import { expect, stageFor } from "../support/widget-stage.fixture.ts";

const test = stageFor("widget-value-proposition");

const NAME = "O'Brien <b> & Donaudampfschifffahrtsgesellschaft 🚀";
const RIGHT_TO_LEFT = "نخفض استهلاك الطاقة إلى النصف في جميع المتاجر.";
const LONG = "A pasted paragraph with <script>alert(1)</script> in it. ".repeat(34).trim();

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

for (const [locale, theme, skin, title] of [
  ["en-GB", "light", "lightning", "Value proposition"],
  ["de-DE", "dark", "hubspot", "Wertversprechen"],
  ["id-ID", "dark", "lightning", "Proposisi Nilai"],
] as const)
  test(`it speaks ${locale}, in ${theme} ${skin}, wide and at 320 px, and axe finds nothing`, async ({
    visit,
    page,
  }) => {
    const { violations } = await visit({ account: "foodRetailer", locale, theme, skin });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    // Names and roles are the same in every language.
    const look = { coloursOnly: locale !== "en-GB" };
    expect(await violations(look), "list").toEqual([]);
    await page.getByRole("button", { name: /^Sustainable stores/ }).click();
    await expect(page.locator(".vp-parts")).toBeVisible();
    expect(await violations(look), "builder").toEqual([]);
    await page.locator(".vp-chosen > button").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(look), "proofs").toEqual([]);
    // A text that is missing shows as its key.
    await expect(page.locator("#place")).not.toContainText(
      /\b(proofs?|ladder|tell|task|spot|variant)\.[a-z-]+\b/,
    );
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 320, height: 800 });
    if (!look.coloursOnly) expect(await violations(), "320 px").toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

test("names that hurt, texts from right to left, long pastes, a proof and a person that are gone", async ({
  visit,
  page,
}) => {
  const { colleagueCommits, saved, violations } = await visit({ account: "empty" });
  const put = (type: string, id: string, fields: object) => ({ type, id, base: 0, fields });
  await expect(page.getByText(/^A value proposition rests on a sweet spot/)).toBeVisible();
  const told = { sweetSpot: "spot", promise: LONG, addedValue: RIGHT_TO_LEFT, delivery: NAME, proof: LONG };
  await colleagueCommits([
    put("strategy-level", "level", { name: NAME, kind: "company", order: 0 }),
    put("insight", "theirs", {
      level: "level",
      side: "customer",
      kind: "strategy",
      statement: LONG.repeat(4),
    }),
    put("insight", "ours", { level: "level", side: "provider", kind: "strategy", statement: RIGHT_TO_LEFT }),
    put("sweet-spot", "spot", { level: "level", customerInsights: ["theirs"], providerInsights: ["ours"] }),
    put("proof", "proof", { name: NAME, statement: LONG, permission: "granted" }),
    put("buying-centre-member", "ana", { name: NAME }),
    put("value-proposition", "first", { name: NAME, ...told, level: "level", proofs: ["proof"] }),
    put("value-proposition", "second", { name: NAME, ...told, variantOf: "first" }),
    put("value-proposition", "hers", { name: NAME, sweetSpot: "spot", member: "ana" }),
    put("benefit-ladder", "ladder", {
      feature: NAME,
      benefit: RIGHT_TO_LEFT,
      whys: [NAME, RIGHT_TO_LEFT, LONG.slice(0, 500)],
      value: LONG.slice(0, 900),
      sweetSpot: "spot",
    }),
  ]);
  await page.locator(".vp-told-row").first().click();
  const story = page.getByRole("region", { name: "As it is told" });
  await expect(story).toContainText("<script>alert(1)</script>");
  for (const width of [1280, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await scrollsSideways(page), String(width)).toBe(false);
  }

  expect(await violations()).toEqual([]);
  const addedValue = page.getByRole("textbox", { name: "Added value" });
  expect(await addedValue.evaluate((field) => getComputedStyle(field).direction)).toBe("rtl");

  const promise = page.getByRole("textbox", { name: "Promise" });
  await promise.fill("x".repeat(10_000));
  await promise.blur();
  await expect(page.getByText(/^Not saved yet: 10,?000 characters, 2,?000 fit/)).toBeVisible();
  await expect(promise).toHaveValue("x".repeat(10_000));
  await promise.fill("Short again.");
  await promise.blur();
  await expect(page.getByText(/^Not saved yet/)).toBeHidden();
  const first = (await saved()).find(({ id }) => id === "first");
  expect(first?.fields["promise"]).toBe("Short again.");

  // The proof's record goes; what pointed at it is shown as open, not as an error.
  await colleagueCommits(
    [{ type: "value-proposition", id: "first", base: first?.revision, fields: { proofs: ["proof"] } }],
    [],
  );
  await expect(page.getByRole("list", { name: "Proofs it rests on" })).toContainText("O'Brien <b>");
  await page.getByRole("button", { name: "Choose a proof" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(`^Edit: O'Brien`) }).click();
  await dialog.getByRole("button", { name: "Remove the proof" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Proofs it rests on" })).toHaveCount(0);

  await page.locator(".vp-audience-list button").nth(1).click();
  await expect(story.getByText("Write the first part")).toBeVisible();
  await page.getByRole("button", { name: "More about this wording" }).click();
  await page.getByRole("menuitem", { name: "Remove this proposition" }).click();
  await expect(page.getByText("1 of 1 sweet spot told")).toBeVisible();
});

test("who may only read finds no button that does nothing, and can still take the story along", async ({
  visit,
  page,
}) => {
  await visit({ account: "airline", plan: "read-only" });
  await expect(page.getByRole("button", { name: /^(Start|Begin)/ })).toHaveCount(0);
  await page.getByRole("button", { name: /^Turnaround/ }).click();
  await expect(page.getByText("A proof has run out")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^(Choose|Another|For someone|Swap|Let go)/ })).toHaveCount(
    0,
  );
  await expect(page.getByRole("button", { name: "Copy", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Proofs/ }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: /^(New|Edit|Use)/ })).toHaveCount(0);
});
