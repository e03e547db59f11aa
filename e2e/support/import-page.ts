import { expect, type Locator, type Page } from "@playwright/test";

export interface ImportFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** The import page as an admin sees it, in English. */
export interface ImportPage {
  /** As if dropped: waits until all of them have been looked at. */
  readonly bring: (files: readonly ImportFile[]) => Promise<void>;
  readonly card: (file: string) => Locator;
  /** What the column with this header means, as a choice; the file's columns are shown for it. */
  readonly meaning: (file: string, header: string) => Promise<Locator>;
  readonly run: Locator;
  readonly report: Locator;
  readonly problems: Locator;
  readonly unmatched: Locator;
  /** New, changed and unchanged records of a kind. */
  readonly counts: (kind: string) => Promise<readonly string[]>;
  /** Starts the import and waits for its end. */
  readonly importAll: () => Promise<void>;
}

export function importOn(page: Page): ImportPage {
  const card = (file: string): Locator => page.getByRole("region", { name: file, exact: true });
  const run = page.getByRole("button", { name: /^Import (one file|\d+ files|again|the file again)/ });
  const report = page.getByRole("region", {
    name: /^(Import finished|Import cancelled|The import stopped)/,
  });
  return {
    card,
    run,
    report,
    bring: async (files) => {
      await page
        .locator("input[type=file]")
        .setInputFiles(
          files.map(({ name, content }) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) })),
        );
      for (const { name } of files) await expect(card(name)).toBeVisible({ timeout: 20_000 });
    },
    meaning: async (file, header) => {
      const columns = card(file).locator("details");
      if ((await columns.getAttribute("open")) === null) await columns.locator("summary").click();
      return columns.getByLabel(`Meaning of ${header}`, { exact: true });
    },
    problems: page.getByRole("row").filter({ hasText: / left out/ }),
    unmatched: page.getByRole("region", { name: /names? nobody has$/ }),
    counts: async (kind) => {
      const row = report
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: kind, exact: true }) });
      return row.getByRole("cell").allTextContents();
    },
    importAll: async () => {
      await run.click();
      await expect(page.getByRole("heading", { name: "Import finished" })).toBeVisible({ timeout: 60_000 });
    },
  };
}

/** Lines of cells as CSV; a cell is quoted where it must be. */
export const toCsv = (lines: readonly (readonly (string | number)[])[]): string =>
  lines
    .map((cells) =>
      cells
        .map((cell) => (/[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell))
        .join(","),
    )
    .join("\r\n");
