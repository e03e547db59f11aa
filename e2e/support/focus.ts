import { expect, type Page } from "@playwright/test";

export interface Focused {
  readonly role: string;
  readonly name: string;
  /** Of a form field. */
  readonly label: string;
}

/** What the keyboard is on, inside shadow roots too. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return {
      label: labels.map((label) => label.textContent.trim()).join(" "),
      role: element?.getAttribute("role") ?? element?.tagName.toLowerCase() ?? "",
      name: (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim(),
    };
  });

/** Presses a key, Tab by default, until what has the focus fits. */
export async function goBy(
  page: Page,
  fits: (found: Focused) => boolean,
  { key = "Tab", most = 60 }: { readonly key?: string; readonly most?: number } = {},
): Promise<Focused> {
  const passed: string[] = [];
  for (let presses = 0; presses <= most; presses += 1) {
    const found = await focused(page);
    if (fits(found)) return found;
    passed.push(`${found.role} "${found.name.slice(0, 40)}"`);
    await page.keyboard.press(key);
  }
  expect(passed, `nothing fitting was reached by ${key}`).toEqual([]);
  throw new Error("unreachable");
}

/** The focus comes to rest on what is named so. */
export const expectFocus = (page: Page, name: RegExp): Promise<void> =>
  expect.poll(async () => (await focused(page)).name).toMatch(name);
