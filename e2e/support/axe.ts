import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2 AA and axe's own best practices, inside shadow roots too. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      // Base UI's focus guards take the focus for the moment in which they hand it on.
      .filter(({ html }) => !html.includes("data-base-ui-focus-guard"))
      .map(({ html, target }) => `${id}: ${target.flat().join(" ")} ${html.slice(0, 200)}`),
  );
  expect.soft(found, `axe on ${what}`).toEqual([]);
}

/** A page may be longer than the screen, never wider. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { width, wide } = await page.evaluate(() => ({
    width: innerWidth,
    wide: document.documentElement.scrollWidth,
  }));
  expect.soft(wide, `${what}: width of the page`).toBeLessThanOrEqual(width);
}
