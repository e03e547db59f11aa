import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { savePicture } from "../support/save-picture.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import { isSaved, WIDGET_WORK } from "../support/widget-work.ts";
import {
  type CardName,
  type CardNode,
  type CardWorker,
  GATEWAY,
  type PortalBench,
  startPortal,
} from "./portal.ts";

const RECORD = "https://app.hubspot.com/contacts/4711/record/0-2/account-haver";
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Company</title><link rel="stylesheet" href="/record-page.css">
<header>Companies</header><main><h1>Sweetspot</h1><div id="card"></div></main><script src="/record-page.js"></script></html>`;
/** What a page of HubSpot's lets an app do: show the addresses the app has named, and pictures that are data. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src ${GATEWAY}`;

/** SWEETSPOT_PICTURES=1 takes the install guide's pictures anew. */
const takesPictures = process.env["SWEETSPOT_PICTURES"] === "1";

let portal: PortalBench;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(() => portal.stop());

test("a rep reads the figures on a company, opens the widget over it, edits, closes, and the figures are new", async ({
  page,
}) => {
  const complaints = watch(page);
  const { refreshed } = await openRecord(page);
  const card = page.locator("#card");
  const strong = card.locator(".StatisticsItem", { hasText: "Strong, to protect" }).locator("b");
  await expect(strong).toBeVisible({ timeout: 20_000 });
  const before = Number(await strong.textContent());
  await expect(card.getByRole("img", { name: /^White space/ })).toHaveJSProperty("complete", true);
  expect(
    await card
      .getByRole("img", { name: /^White space/ })
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(100);
  if (takesPictures) await savePicture("hubspot-record-page.png", await page.locator("main").screenshot());

  // Each widget of the catalogue has its section: a heading, and beside it the button.
  await card
    .getByRole("heading", { name: "White space", exact: true })
    .locator("xpath=following::button[1]")
    .click();
  const frame = page.frameLocator("dialog iframe");
  const widget = whiteSpaceOn(frame);
  await widget.isDrawn();
  await expect(widget.cell("Warsaw", "Cold rooms")).toBeVisible();
  if (takesPictures) await savePicture("hubspot-modal.png", await page.screenshot());
  await widget.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("3");
  await widget.seesLevel("Warsaw", "Cold rooms", "Strong");
  await widget.isSaved();

  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(strong).toHaveText(String(before + 1), { timeout: 20_000 });
  expect(refreshed()).toBe(1);

  // So does every further widget; this one shows how many people take part in decisions.
  const people = card.locator(".StatisticsItem", { hasText: "People" }).locator("b");
  const known = Number(await people.textContent());
  const centre = WIDGET_WORK.find(({ id }) => id === "buying-centre");
  if (!centre) throw new Error("No journey through the buying centre.");
  await card
    .getByRole("heading", { name: centre.title, exact: true })
    .locator("xpath=following::button[1]")
    .click();
  await centre.edit(frame, page);
  await centre.finds(frame);
  await isSaved(frame, centre.title);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(people).toHaveText(String(known + 1), { timeout: 20_000 });
  expect(complaints).toEqual([]);
});

test("the sidebar of a deal shows the plan of the deal's company", async ({ page }) => {
  await openRecord(page, { card: "deal-sidebar", record: portal.deal });
  const figures = page.locator("#card .DescriptionListItem");
  await expect(figures.filter({ hasText: "Bought, of possible" })).toContainText(/\d+ of 54/, {
    timeout: 20_000,
  });
  await expect(page.locator("#card img")).toHaveCount(0);
});

test("a colleague who has not agreed yet is led to the consent page, and sees no figure", async ({
  page,
}) => {
  await openRecord(page, { user: "member-tobias" });
  const card = page.locator("#card");
  await expect(card.getByText("Not connected yet")).toBeVisible({ timeout: 20_000 });
  await expect(card.getByRole("link", { name: "Connect with HubSpot" })).toHaveAttribute(
    "href",
    `${GATEWAY}/hubspot/v1/install`,
  );
  await expect(card.locator(".StatisticsItem")).toHaveCount(0);
});

test("an admin is told that nothing is done in the background, and lends his rights for it", async ({
  page,
}) => {
  await openRecord(page, { user: "member-ratih", card: "settings" });
  const settings = page.locator("#card");
  await expect(settings.getByText("Nobody’s rights are used")).toBeVisible({ timeout: 20_000 });
  await settings.getByRole("button", { name: "Use my rights in the background" }).click();
  const top = { x: 160, y: 52, width: 960, height: 980 };
  if (takesPictures)
    await savePicture("hubspot-settings.png", await page.screenshot({ fullPage: true, clip: top }));
  await settings.getByRole("button", { name: "Use my rights", exact: true }).click();
  await expect(settings.getByText(/^with your rights, since/)).toBeVisible({ timeout: 20_000 });
  // Figures of the plan that was written before anybody had lent his rights are brought now.
  await expect.poll(() => portal.figuresOf("account-haver"), { timeout: 20_000 }).toBeGreaterThan(0);
});

interface Visit {
  readonly user: string;
  readonly card: CardName;
  readonly record: string;
  readonly locale: string;
  /** What the page says to its user in a corner; a complaint fails the test. */
  readonly onAlert: (alert: { readonly type: string; readonly message: string }) => void;
}

/** HubSpot's page with the card's worker behind it. */
async function openRecord(
  page: Page,
  {
    user = "member-lena",
    card = "company-tab",
    record = "account-haver",
    locale = "en-GB",
    onAlert = () => {},
  }: Partial<Visit> = {},
): Promise<{ readonly refreshed: () => number }> {
  await page.route("https://app.hubspot.com/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = /\/(record-page\.(?:js|css))$/.exec(pathname)?.[1];
    await route.fulfill(
      file === undefined
        ? { contentType: "text/html", body: PAGE, headers: { "content-security-policy": POLICY } }
        : {
            contentType: file.endsWith("js") ? "text/javascript" : "text/css",
            body: readFileSync(path.join(import.meta.dirname, file), "utf8"),
          },
    );
  });
  await page.route(`${GATEWAY}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${portal.url}${pathname}${search}` }) });
  });
  let refreshes = 0;
  let closed = (): void => {};
  await page.exposeFunction("modalClosed", () => closed());
  await page.goto(RECORD);
  const worker = portal.startCard({
    user,
    card,
    record,
    locale,
    onChange: () => setTimeout(() => void show(page, worker), 0),
    actions: {
      openIframeModal: (target: object, onClose: () => void) => {
        closed = onClose;
        void page.evaluate((settings) => Reflect.get(window, "openModal")(settings), target);
      },
      refreshObjectProperties: () => {
        refreshes += 1;
      },
      addAlert: (alert: { type: string; message: string }) => {
        if (alert.type === "danger") throw new Error(`The card complains: ${alert.message}`);
        onAlert(alert);
      },
    },
  });
  await page.exposeFunction("cardEvent", (id: string, event: string) => worker.trigger(id, event));
  await show(page, worker);
  return { refreshed: () => refreshes };
}

async function show(page: Page, worker: CardWorker): Promise<void> {
  if (page.isClosed()) return;
  const tree = worker.tree().map(toPlain);
  await page.evaluate((nodes) => Reflect.get(window, "showCard")(nodes), tree).catch(() => {});
}

/** Functions stay in the worker; the page is told which there are. */
const toPlain = (node: CardNode | string): unknown =>
  typeof node === "string"
    ? node
    : {
        id: node.id,
        type: node.type,
        events: Object.keys(node.props).filter((name) => typeof node.props[name] === "function"),
        props: JSON.parse(JSON.stringify(node.props)) as object,
        children: node.children.map(toPlain),
      };

function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
