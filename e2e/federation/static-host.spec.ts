import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { buildCatalogue, buildStaticSite } from "@sweetspot/catalogue";
import { FRAME, SAMPLE, test } from "./fixture.ts";
import { openSite } from "./site.ts";

test("a host that only serves files gives the frame its policy and an import map that is in force", async ({
  page,
  folder,
}) => {
  const out = path.join(folder, "site");
  const site = await openSite({ page: out });
  const source = path.join(folder, "dist");
  const catalogue = buildCatalogue({ containers: [SAMPLE], out: source });
  buildStaticSite({
    catalogue,
    source,
    frame: FRAME,
    out,
    base: site.url,
    gateway: "https://gateway.example",
  });
  const messages: string[] = [];
  page.on("console", (message) => message.type() === "error" && messages.push(message.text()));
  await page.goto(`${site.url}/frame/index.html?locale=en-GB`);
  await expect(page.getByRole("alert")).toContainText("Open this from a record");
  expect(messages).toEqual([]);

  const stray = path.join(path.dirname(catalogue.widgets[0]?.entry ?? ""), "stray.js");
  writeFileSync(path.join(out, stray), "export {};");
  const load = (url: string) =>
    page.evaluate(
      (address) =>
        import(address).then(
          () => "loaded",
          () => "refused",
        ),
      url,
    );
  expect(await load(`${site.url}/widgets/integrity-probe.js?right`)).toBe("loaded");
  expect(await load(`${site.url}/widgets/integrity-probe.js?wrong`)).toBe("refused");
  expect(await load(`${site.url}/${stray}`)).toBe("refused");
  expect((await page.request.get(`${site.url}/${stray}`)).ok()).toBe(true);
  await page
    .evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.injected = true";
      document.head.append(script);
    })
    .catch(() => {});
  expect(await page.evaluate(() => "injected" in globalThis)).toBe(false);
  await site.close();
});
