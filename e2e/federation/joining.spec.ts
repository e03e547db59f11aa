import { expect } from "@playwright/test";
import { contentSecurityPolicy } from "@sweetspot/catalogue";
import { SAMPLE, test, WIDGETS } from "./fixture.ts";
import { onPage } from "./record-page.ts";

test("a third party's widget joins a running page by the catalogue alone", async ({ open, page }) => {
  const site = await open();
  site.add(WIDGETS);
  const record = onPage(page, site);
  await record.visit();
  await record.mount("account-pulse", "first");
  expect(await record.codes()).toEqual(["widget-missing"]);
  site.add(SAMPLE);
  await record.visit();
  expect(await record.mount("account-pulse", "first")).toBe("mounted");
  await expect(page.locator("#first dt").first()).toHaveText("Open deals");
  expect(await record.mount("white-space", "second")).toBe("mounted");
});

test("the same widgets run as var containers with the page's React, on a page that demands Trusted Types", async ({
  open,
  page,
}) => {
  const policy = (head: Parameters<typeof contentSecurityPolicy>[0]): string =>
    contentSecurityPolicy(head).replace("trusted-types 'none'", "trusted-types sweetspot-containers");
  const site = await open({ policy });
  site.add(WIDGETS, SAMPLE);
  const record = onPage(page, site);
  const withReact: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js") && (await response.text()).includes("react.transitional.element")) {
      withReact.push(new URL(response.url()).pathname);
    }
  });
  await record.visit("?format=var&locale=de-DE");
  expect(await record.mount("account-pulse", "first")).toBe("mounted");
  expect(await record.mount("white-space", "second")).toBe("mounted");
  await expect(page.locator("#first dt").first()).toHaveText("Offene Deals");
  expect(withReact).toEqual([expect.stringMatching(/^\/assets\/index-/)]);
  expect(site.requests.filter((url) => url.startsWith("/widgets/") && !url.endsWith(".var.js"))).toEqual([]);
  expect(await record.complaints()).toEqual([]);
});

test("a var container with other bytes than listed never runs", async ({ open, page }) => {
  const site = await open({ policy: () => undefined });
  site.add(SAMPLE);
  site.fault(".var.js", {
    kind: "body",
    body: 'var account_pulse = { init() {}, get() { globalThis.ran = ["changed"]; } };',
  });
  const record = onPage(page, site);
  await record.visit("?format=var");
  expect(await record.mount("account-pulse", "first")).toBe("failed");
  expect(await record.codes()).toEqual(["widget-tampered"]);
  expect(await record.ran()).toEqual([]);
});
