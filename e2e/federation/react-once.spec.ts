import { expect } from "@playwright/test";
import { SAMPLE, test, WIDGETS } from "./fixture.ts";
import { onPage } from "./record-page.ts";

test("two containers draw with the page's one React, under a strict policy and Trusted Types", async ({
  open,
  page,
}) => {
  const site = await open();
  site.add(WIDGETS, SAMPLE);
  const record = onPage(page, site);
  const withReact: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js") && (await response.text()).includes("react.transitional.element")) {
      withReact.push(new URL(response.url()).pathname);
    }
  });
  await record.visit();
  expect(await record.mount("white-space", "first")).toBe("mounted");
  expect(await record.mount("account-pulse", "second")).toBe("mounted");
  await expect(page.locator("#second dd").first()).toBeVisible();

  const offers = await page.evaluate(() => {
    const federation: object = Reflect.get(globalThis, "__FEDERATION__");
    const scopes = (Reflect.get(federation, "__INSTANCES__") as readonly Instance[]).map(
      ({ shareScopeMap }) => shareScopeMap["default"],
    );
    return scopes.flatMap((scope) =>
      Object.values(scope?.["react-dom"] ?? {})
        .filter(({ loaded }) => loaded)
        .map(({ from }) => from),
    );
  });
  expect(new Set(offers)).toEqual(new Set(["sweetspot-page"]));
  expect(withReact).toEqual([expect.stringMatching(/^\/assets\/index-/)]);
  expect(await record.complaints()).toEqual([]);
});

interface Instance {
  readonly shareScopeMap: Record<string, Record<string, Record<string, { from: string; loaded?: boolean }>>>;
}
