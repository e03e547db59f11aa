import { expect, test } from "vitest";
import { createPageIntegrity } from "./page-integrity.ts";
import type { WidgetBuild } from "./widget-build.ts";

const HOME = "https://home.example";
const PROBE = `${HOME}/widgets/integrity-probe.js`;

const build = (origin: string, changes: Partial<WidgetBuild> = {}): WidgetBuild => ({
  id: "acme",
  version: "1",
  contract: "widget/1",
  react: "^19.3.0",
  container: "acme",
  entry: `${origin}/widgets/acme/a.js`,
  expose: "./acme",
  var: undefined,
  integrity: new Map([[`${origin}/widgets/acme/a.js`, "sha384-a"]]),
  preload: [],
  foreign: origin !== HOME,
  ...changes,
});

/** A page with this import map, or with none. */
function page(integrity?: Readonly<Record<string, string>>): Document {
  const script = integrity && { textContent: JSON.stringify({ integrity }) };
  return { baseURI: `${HOME}/account`, querySelector: () => script ?? null } as unknown as Document;
}

const vouching = {
  "/widgets/acme/a.js": "sha384-a",
  "https://acme.example/widgets/acme/a.js": "sha384-a",
  [`${PROBE}?right`]: "sha384-x",
  [`${PROBE}?wrong`]: "sha384-y",
};

/** Browsers: what happens to the probe listed with its right, and with a wrong hash. */
const checking = async (url: string): Promise<unknown> => {
  if (url.endsWith("?wrong")) throw new TypeError("integrity");
  return {};
};
const careless = async (): Promise<unknown> => ({});
const offline = async (): Promise<unknown> => {
  throw new TypeError("network");
};

const check = (where: Document, browser: typeof checking, of: WidgetBuild) =>
  createPageIntegrity(where, `${HOME}/widgets.json`, browser).assertVouched(of);

test("a foreign widget needs a browser that refuses the wrong hash and takes the right one", async () => {
  const foreign = build("https://acme.example");
  await expect(check(page(vouching), checking, foreign)).resolves.toBeUndefined();
  await expect(check(page(vouching), careless, foreign)).rejects.toMatchObject({ code: "widget-unverified" });
  await expect(check(page(vouching), offline, foreign)).rejects.toMatchObject({ code: "widget-unverified" });
  await expect(check(page(), checking, foreign)).rejects.toMatchObject({ code: "widget-unverified" });
});

test("our own widget does not wait for the proof", async () => {
  await expect(check(page(vouching), careless, build(HOME))).resolves.toBeUndefined();
  await expect(check(page(), careless, build(HOME))).resolves.toBeUndefined();
});

test("a file the page does not vouch for, or vouches for with another hash, is refused", async () => {
  for (const integrity of [{}, { "/widgets/acme/a.js": "sha384-other" }]) {
    await expect(check(page(integrity), checking, build(HOME))).rejects.toMatchObject({
      code: "widget-unlisted",
    });
  }
});

test("an entry or preloaded file without a hash of its own is refused", async () => {
  for (const changes of [{ integrity: new Map() }, { preload: [`${HOME}/widgets/acme/b.js`] }]) {
    await expect(check(page(vouching), checking, build(HOME, changes))).rejects.toMatchObject({
      code: "widget-unlisted",
    });
  }
});

test("the proof is asked for once, however many foreign widgets the page shows", async () => {
  let asked = 0;
  const counting = (url: string): Promise<unknown> => {
    asked += 1;
    return checking(url);
  };
  const integrity = createPageIntegrity(page(vouching), `${HOME}/widgets.json`, counting);
  await Promise.all([1, 2, 3].map(() => integrity.assertVouched(build("https://acme.example"))));
  expect(asked).toBe(2);
});
