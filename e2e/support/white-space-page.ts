import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The white-space widget as a rep sees it. Areas and offerings are called by their English names. */
export interface WhiteSpacePage {
  readonly widget: Locator;
  /** The same in any language, among other widgets of the page. */
  readonly frame: Locator;
  readonly grid: Locator;
  /** The panel of the open cell. */
  readonly panel: Locator;
  readonly cell: (area: string, offering: string) => Locator;
  /** Opens the cell's panel. */
  readonly open: (area: string, offering: string) => Promise<Locator>;
  /** The level in words, as a screen reader says it. */
  readonly seesLevel: (area: string, offering: string, level: string) => Promise<void>;
  readonly isDrawn: () => Promise<void>;
  readonly isSaved: () => Promise<void>;
  readonly saving: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  /** Chooses an entry of the menu "More". */
  readonly choose: (entry: string) => Promise<void>;
}

export function whiteSpaceOn(page: Page | FrameLocator): WhiteSpacePage {
  const widget = page.getByRole("region", { name: "White space" });
  const frame = page.locator("section.ss-widget").filter({
    has: page.locator(".ss-widget-title", { hasText: /^(White space|Potenzialfelder|Peta Peluang)$/ }),
  });
  const grid = page.getByRole("treegrid");
  const panel = page.locator(".ws-panel");
  const cell = (area: string, offering: string): Locator =>
    grid.getByRole("gridcell", { name: new RegExp(`^${escaped(area)}, ${escaped(offering)}, `) });
  const saving = frame.locator(".ss-saving-words");
  return {
    widget,
    frame,
    grid,
    panel,
    cell,
    open: async (area, offering) => {
      await cell(area, offering).click();
      await expect(panel).toBeVisible();
      return panel;
    },
    seesLevel: async (area, offering, level) => {
      await expect(cell(area, offering)).toHaveAccessibleName(new RegExp(`, ${level}(,|$)`));
    },
    isDrawn: () => expect(grid.getByRole("gridcell").first()).toBeVisible({ timeout: 30_000 }),
    isSaved: () => expect(saving).toHaveText(/^Saved /, { timeout: 15_000 }),
    saving,
    undo: frame.getByRole("button", { name: /^(Undo|Nothing to undo)/ }),
    redo: frame.getByRole("button", { name: /^(Redo|Nothing to redo)/ }),
    choose: async (entry) => {
      await frame.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: entry }).click();
    },
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
