import { createServer, type Server } from "node:http";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { type RunningSweetspot, startSweetspot } from "../support/start-sweetspot.ts";
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
      `<!doctype html><title>CRM</title><iframe sandbox="allow-scripts" width="1000" height="700" src="${source}"></iframe>`,
    );
  });
  crmUrl = await listen(crm);
  process.env["SWEETSPOT_FRAME_ANCESTORS"] = crmUrl;
  sweetspot = await startSweetspot();
});

test.afterAll(async () => {
  await sweetspot?.stop();
  crm?.closeAllConnections();
  crm?.close();
});

/** What a CRM's own server would do: sign in and ask for a launch code. */
async function launch(page: Page, query = ""): Promise<string> {
  const post = async (path: string, data: object, token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await page.request.post(`${sweetspot.url}${path}`, { data, headers });
    expect(response.ok(), await response.text()).toBe(true);
    return response.json();
  };
  const { members } = await (await page.request.get(`${sweetspot.url}/api/members`)).json();
  const { token } = await post("/api/session", { member: members[0].id });
  const read = await post("/api/port/reader/listAccounts", { arguments: [{}, {}] }, token);
  const account = read.value.items[0].id;
  const { url } = await post("/api/launch", { account, widget: "white-space" }, token);
  return `${sweetspot.url}${String(url).replace("#", `${query}#`)}`;
}

const widgetIn = (page: Page | FrameLocator) => page.locator("#widget > div");

test("a launch code opens one widget on one account, once, and leaves the address bar", async ({ page }) => {
  const url = await launch(page);
  await page.goto(url);
  await expect(widgetIn(page)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(page.url()).not.toContain("code");
  await page.goto("about:blank");
  await page.goto(url);
  await expect(page.getByRole("alert")).toContainText("This view has expired");
});

test("in a CRM's sandbox without an origin the widget still draws, and says that drafts do not survive", async ({
  page,
}) => {
  const messages: string[] = [];
  page.on("console", (message) => message.type() === "error" && messages.push(message.text()));
  const source = await launch(page);
  await page.goto(`${crmUrl}/?frame=${encodeURIComponent(source)}`);
  const frame = page.frameLocator("iframe");
  await expect(widgetIn(frame)).toBeVisible();
  await expect(frame.getByRole("alert")).toHaveCount(0);
  const origin = await page.frames()[1]?.evaluate(() => self.origin);
  expect(origin).toBe("null");
  expect(messages).toEqual([]);
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
  await expect(widgetIn(page)).toBeVisible();
});
