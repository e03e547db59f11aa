import type { Page } from "@playwright/test";
import { expect, test } from "./stage.fixture.ts";

/** What the document of a grid of 40 × 20 had to change, by the column it stands in; "" for what is outside the body. */
interface Touched {
  readonly count: number;
  readonly columns: readonly string[];
  readonly attributes: readonly string[];
}

async function watch(page: Page): Promise<(work: () => Promise<void>) => Promise<Touched>> {
  const records = await page.evaluateHandle(() => {
    const found: { column: string; what: string }[] = [];
    const grid = [...document.querySelectorAll("*")]
      .map((element) => element.shadowRoot?.querySelector('[role="treegrid"]'))
      .find((element) => element);
    const note = (mutations: readonly MutationRecord[]): void => {
      for (const { target, type, attributeName } of mutations) {
        const element = target instanceof Element ? target : target.parentElement;
        const column = element?.closest("tbody td, tbody th")?.getAttribute("aria-colindex") ?? "";
        found.push({ column, what: attributeName ?? type });
      }
    };
    new MutationObserver(note).observe(grid?.closest("section") as Element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return found;
  });
  return async (work) => {
    await records.evaluate((found) => found.splice(0));
    await work();
    const found = await records.evaluate((all) => all.splice(0));
    return {
      count: found.length,
      columns: [...new Set(found.map((record) => record.column))].toSorted(),
      attributes: [...new Set(found.map((record) => record.what))].toSorted(),
    };
  };
}

test("a key changes no more of the page than what looks different after it", async ({ visit, page }) => {
  const { grid, cell, flush } = await visit({ stage: "full" });
  const start = cell("Südwest 2, Cold rooms 2");
  await start.focus();
  await page.keyboard.press("1");
  await expect(start).toHaveAttribute("data-level", "weak");
  await flush();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const touched = await watch(page);

  // Two cells: the one left and the one entered.
  const moved = await touched(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(grid.locator(":focus")).not.toHaveAttribute("aria-label", /^Südwest 2,/);
  });
  expect(moved).toMatchObject({ count: 2, attributes: ["tabindex"] });

  await page.keyboard.press("ArrowUp");
  await expect(start).toBeFocused();
  const column = (await start.getAttribute("aria-colindex")) ?? "";
  const coverage = (await grid.getAttribute("aria-colcount")) ?? "";
  const set = await touched(async () => {
    await page.keyboard.press("3");
    await expect(start).toHaveAttribute("data-level", "strong");
  });
  // The cell and its roll-ups, what it is evidence for in other areas, and how much is covered: no other column.
  expect(set.columns.filter((touchedColumn) => ![column, coverage, ""].includes(touchedColumn))).toEqual([]);
  // Two changes for each of the 40 areas whose evidence is another, a handful for the rest.
  expect(set.count).toBeLessThan(2 * 40 + 20);
});
