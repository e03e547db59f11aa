import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectNoViolations } from "../support/axe.ts";
import { gatewayForFile, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();
const WIDTHS = [1280, 768, 320] as const;
const EMPTY = { en: /Where could this customer/, de: /Wo könnte dieser Kunde/, id: /pelanggan ini/ } as const;

interface Screen {
  readonly name: string;
  readonly place: string;
  readonly isThere: (page: Page, language: keyof typeof EMPTY) => Promise<void>;
}

const SCREENS: readonly Screen[] = [
  {
    name: "the list of accounts",
    place: "/accounts",
    isThere: (page) => expect(page.getByRole("link", { name: "Haver Markt", exact: true })).toBeVisible(),
  },
  {
    name: "a record page with the grid",
    place: "/accounts/account-haver",
    isThere: (page) => whiteSpaceOn(page).isDrawn(),
  },
  {
    name: "a record page with an open cell",
    place: "/accounts/account-haver",
    isThere: async (page) => {
      const { isDrawn, grid, panel } = whiteSpaceOn(page);
      await isDrawn();
      await grid.locator("[data-suggested]:not([data-roll-up])").first().click();
      await expect(panel).toBeVisible();
    },
  },
  {
    name: "an account nobody has planned",
    place: "/accounts/account-leerfeld",
    isThere: (page, language) => expect(page.getByText(EMPTY[language]).first()).toBeVisible(),
  },
  {
    name: "the import",
    place: "/import",
    isThere: (page) => expect(page.locator("input[type=file]")).toBeAttached(),
  },
];

/**
 * Every two of language, skin and theme meet. Sizes follow from language and skin, colours from skin and theme: so axe sees
 * the first look of each skin and theme.
 */
const LOOKS = [
  { language: "en", skin: "lightning", theme: "light", hasAxe: true },
  { language: "de", skin: "lightning", theme: "dark", hasAxe: true },
  { language: "id", skin: "lightning", theme: "light", hasAxe: false },
  { language: "en", skin: "hubspot", theme: "dark", hasAxe: true },
  { language: "de", skin: "hubspot", theme: "light", hasAxe: true },
  { language: "id", skin: "hubspot", theme: "dark", hasAxe: false },
] as const;

for (const [turn, { language, skin, theme, hasAxe }] of LOOKS.entries()) {
  const also = hasAxe ? ", and axe finds nothing" : "";
  test(`${language}, ${skin}, ${theme}: every screen fits 1280, 768 and 320 pixels${also}`, async ({
    visit,
  }) => {
    if (hasAxe) test.slow();
    // Ratih administers, so that every screen is hers.
    const page = await visit(sweetspot.url, { as: "ratih", language, skin, theme });
    for (const [place, screen] of SCREENS.entries()) {
      await page.goto(`${sweetspot.url}/#${screen.place}`);
      await screen.isThere(page, language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20))));
        await expectNoSidewaysScroll(page, `${screen.name} at ${width}`);
        const bar = await page.getByRole("banner").boundingBox();
        expect.soft(bar?.height, `lines of the top bar at ${width}`).toBeLessThan(width < 720 ? 110 : 70);
        // Colours depend on skin and theme, and each screen meets axe at every width.
        const isItsTurn = WIDTHS.indexOf(width) === (turn + place) % WIDTHS.length;
        if (hasAxe && isItsTurn) await expectNoViolations(page, `${screen.name} at ${width}`);
      }
      await page.setViewportSize({ width: WIDTHS[0], height: 900 });
    }
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  });
}
