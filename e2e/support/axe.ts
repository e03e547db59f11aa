import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export interface Look {
  /** CSS selectors of what is judged; the whole page without them. */
  readonly within?: readonly string[];
  /** Looks at colours alone: names and roles are the same in every skin and theme. */
  readonly coloursOnly?: boolean;
}

/** What breaks WCAG 2.2 AA or axe's own best practices, inside shadow roots too: one line an element. */
export async function findViolations(page: Page, { within = [], coloursOnly }: Look = {}): Promise<string[]> {
  // Without a page of its own for the report, and without a report of the thousands of elements that pass, axe takes a
  // fraction of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  for (const selector of within) axe.include(selector);
  if (coloursOnly) axe.withRules(["color-contrast", "link-in-text-block"]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      // Base UI's focus guards take the focus for the moment in which they hand it on.
      .filter(({ html }) => !html.includes("data-base-ui-focus-guard"))
      .map(({ html, target }) => `${id}: ${target.flat().join(" ")} ${html.slice(0, 200)}`),
  );
}

export async function expectNoViolations(page: Page, what: string, look?: Look): Promise<void> {
  expect.soft(await findViolations(page, look), `axe on ${what}`).toEqual([]);
}

/** A page may be longer than the screen, never wider. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { width, wide } = await page.evaluate(() => ({
    width: innerWidth,
    wide: document.documentElement.scrollWidth,
  }));
  expect.soft(wide, `${what}: width of the page`).toBeLessThanOrEqual(width);
}
