import { createServer, type Server } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "../support/gateway-api.ts";
import { PEOPLE } from "../support/journey.ts";
import { type RunningSweetspot, startSweetspot } from "../support/start-sweetspot.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";
import { listen } from "./site.ts";

let sweetspot: RunningSweetspot;
let crm: Server;
let crmUrl: string;

test.beforeAll(async () => {
  // A page of a CRM: another origin, which embeds whatever its query names in a sandbox.
  crm = createServer((request, response) => {
    const source = new URL(request.url ?? "/", "http://crm").searchParams.get("frame") ?? "";
    response.setHeader("Content-Type", "text/html");
    response.end(
      `<!doctype html><title>CRM</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="1200" height="800" src="${source}"></iframe>`,
    );
  });
  crmUrl = await listen(crm);
  process.env["SWEETSPOT_FRAME_ANCESTORS"] = crmUrl;
  sweetspot = await startSweetspot();
  delete process.env["SWEETSPOT_FRAME_ANCESTORS"];
});

test.afterAll(async () => {
  await sweetspot?.stop();
  crm?.closeAllConnections();
  crm?.close();
});

/** What a CRM's own server would do: ask for a launch code in the rep's name. */
async function launch(page: Page, query = "", account = "account-haver"): Promise<string> {
  const api = await signInAs(page.request, sweetspot.url, PEOPLE.tobias.id);
  const { url } = await api.post<{ readonly url: string }>("/api/launch", {
    account,
    widget: "white-space",
  });
  return `${sweetspot.url}${url.replace("#", `${query}#`)}`;
}

test("in a CRM's sandbox without an origin a rep plans and saves, and reads that an unsaved edit would not survive", async ({
  page,
}) => {
  const messages: string[] = [];
  page.on("console", (message) => message.type() === "error" && messages.push(message.text()));
  await page.goto(`${crmUrl}/?frame=${encodeURIComponent(await launch(page))}`);
  const frame = page.frameLocator("iframe");
  const space = whiteSpaceOn(frame);
  await space.isDrawn();
  expect(await page.frames()[1]?.evaluate(() => self.origin)).toBe("null");

  await space.cell("Warsaw", "Cold rooms").click();
  await page.keyboard.press("2");
  await space.isSaved();
  expect(messages).toEqual([]);

  await page.route("**/api/port/**", (route) => route.abort());
  await page.keyboard.press("1");
  await expect(frame.getByText("Keep this page open until then.")).toBeVisible({ timeout: 20_000 });
  await page.unroute("**/api/port/**");
  await space.isSaved();
});

test("a frame opened without a code, or without a connection, says what to do in the user's language", async ({
  page,
}) => {
  await page.goto(`${sweetspot.url}/frame/?widget=white-space&locale=id-ID`);
  await expect(page.getByRole("alert")).toContainText("Buka dari halaman catatan");
  const url = await launch(page, "&locale=de-DE");
  await page.route("**/api/launch/exchange", (route) => route.abort());
  await page.goto("about:blank");
  await page.goto(url);
  await expect(page.getByRole("alert")).toContainText("Sweetspot ist nicht erreichbar");
  await page.unroute("**/api/launch/exchange");
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await whiteSpaceOn(page).isDrawn();
});

test("who decides in a cell is sought in the referral bridge, in the same frame, with a way back to the cell", async ({
  page,
}) => {
  await page.goto(await launch(page, "&locale=de-DE", "account-windlauf"));
  const space = whiteSpaceOn(page);
  await space.isDrawn();
  await page.getByRole("gridcell").first().click();
  const who = page.getByRole("button", { name: /Niamh Fährmannsdal$/ });
  await who.press("Enter");
  await expect(page.getByText("Wer kann uns bei Niamh Fährmannsdal einführen?")).toBeVisible();
  const back = page.getByRole("button", { name: "Zurück zu: Potenzialfelder" });
  await expect(back).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(who).toBeVisible();
  await expect(back).toBeHidden();
});
