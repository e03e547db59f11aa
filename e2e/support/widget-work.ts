import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** Where widgets stand: the page, or a frame of it. */
type Place = Page | FrameLocator;

export interface WidgetWork {
  readonly id: string;
  /** Base name of its component on a Lightning page. */
  readonly component: string;
  readonly title: string;
  /** One edit by keyboard alone, at the food retailer of the demo company. */
  edit(place: Place, page: Page): Promise<void>;
  /** The page of the account plan that tells of it, and its words there. */
  readonly told: { readonly article: RegExp; readonly text: string };
  /** Sees that edit in the widget. */
  finds(place: Place): Promise<void>;
}

const region = (place: Place, name: string): Locator => place.getByRole("region", { name, exact: true });

/** What a rep adds in each widget of strategy, people and documents. */
export const WIDGET_WORK: readonly WidgetWork[] = [
  {
    id: "strategy-overlap",
    component: "sweetspotStrategyOverlap",
    title: "Strategy overlap",
    told: { article: /^Strategy comparison/, text: "A plant in Vietnam <b>" },
    async edit(place, page) {
      const board = region(place, "Strategy overlap");
      await board
        .getByRole("button", { name: /^Add an insight about the customer/ })
        .first()
        .press("Enter");
      await page.keyboard.type("A plant in Vietnam <b>");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
    },
    async finds(place) {
      const board = region(place, "Strategy overlap");
      await expect(board.getByRole("button", { name: /^A plant in Vietnam <b>/ })).toBeVisible();
    },
  },
  {
    id: "value-proposition",
    component: "sweetspotValueProposition",
    title: "Value proposition",
    told: { article: /^Value propositions/, text: "Your stores stay cool" },
    async edit(place, page) {
      const propositions = region(place, "Value proposition");
      await propositions.getByRole("button", { name: "Start a proposition" }).first().press("Enter");
      await expect(propositions.getByRole("textbox", { name: "Promise" })).toBeFocused();
      await page.keyboard.type("Your stores stay cool");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    },
    async finds(place) {
      const told = region(place, "Value proposition").getByRole("button", { name: /1 of 4 parts ready$/ });
      await expect(told).toBeVisible();
    },
  },
  {
    id: "buying-centre",
    component: "sweetspotBuyingCentre",
    title: "Buying centre",
    told: { article: /^Buying centre/, text: "Head of cold chain" },
    async edit(place, page) {
      await region(place, "Buying centre").getByRole("button", { name: "Add people" }).press("Enter");
      await place.getByLabel(/^What is known of the person/).fill("Head of cold chain");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
    },
    async finds(place) {
      const people = place.getByRole("list", { name: "People of the buying centre" });
      await expect(people.getByRole("button", { name: /^Head of cold chain/ })).toBeVisible();
    },
  },
  {
    id: "meeting-sheet",
    component: "sweetspotMeetingSheet",
    title: "Meeting sheets",
    told: { article: /^Relationship plan/, text: "Who else decides?" },
    async edit(place, page) {
      const visits = region(place, "Meeting sheets");
      await visits.getByRole("button", { name: "Plan a visit" }).first().press("Enter");
      await expect(place.getByRole("combobox", { name: "Person at the customer" })).toBeFocused();
      await page.keyboard.type("katarzyna");
      await expect(place.getByRole("option", { name: /Katarzyna/ }).first()).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await visits.getByLabel("A new question").fill("Who else decides?");
      await page.keyboard.press("Enter");
      await expect(visits.getByRole("listitem").filter({ hasText: "Who else decides?" })).toBeVisible();
      await visits.getByRole("button", { name: "All visits" }).press("Enter");
    },
    async finds(place) {
      await expect(
        region(place, "Meeting sheets")
          .getByRole("button", { name: /Katarzyna/ })
          .first(),
      ).toBeVisible();
    },
  },
  {
    id: "account-plan",
    component: "sweetspotAccountPlan",
    title: "Account plan",
    told: { article: /^Brief/, text: "They refit in March." },
    async edit(place, page) {
      await region(place, "Account plan").getByRole("button", { name: "Title and brief" }).press("Enter");
      await place.getByLabel(/^To know before a visit/).fill("They refit in March.");
      await page.keyboard.press("Escape");
    },
    async finds(place) {
      const brief = region(place, "Account plan").getByRole("article", { name: /^Brief/ });
      await expect(brief).toContainText("They refit in March.");
    },
  },
];

/** All edits on their way have arrived. */
export const isSaved = async (place: Place, title: string): Promise<void> =>
  expect(region(place, title).locator(".ss-saving-words")).toHaveText(/^Saved /, { timeout: 15_000 });

/** Sees on the pages of the account plan what was said in every widget. */
export async function planTellsAll(place: Place): Promise<void> {
  const plan = region(place, "Account plan");
  for (const { told } of WIDGET_WORK)
    await expect(plan.getByRole("article", { name: told.article })).toContainText(told.text);
}
