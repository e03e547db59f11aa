import type { Locator, Page } from "@playwright/test";

/** The index of widgets on a record page of the workbench, in any language. */
export const widgetIndexOf = (page: Page): Locator => page.locator("nav.wb-index").getByRole("button");

/** Goes to a widget as a person would: further ones are drawn when they come near. */
export const goToWidget = (page: Page, title: string): Promise<void> =>
  widgetIndexOf(page).getByText(title, { exact: true }).click();
