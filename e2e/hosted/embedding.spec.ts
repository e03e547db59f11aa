import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { build } from "vite";
import type { EmbeddingFaults } from "../host-bench/lightning/embedding-session.ts";
import type { HostNotes } from "./embedding/host-page.ts";

const HOST = "https://acme.lightning.example";
const GUEST = "https://guest.example";
const folder = path.join(import.meta.dirname, "embedding");
/** The same host against two guests: the one that Salesforce publishes, and ours, which must be no worse. */
const GUESTS = ["guest-of-salesforce", "guest-of-ours"] as const;
type Guest = (typeof GUESTS)[number];

const scripts = new Map<string, string>();
test.beforeAll(async () => {
  for (const name of ["host-page", ...GUESTS]) {
    const result = await build({
      configFile: false,
      root: folder,
      logLevel: "error",
      resolve: { alias: { "@salesforce/jsonrpc": path.join(folder, "jsonrpc-stand-in.ts") } },
      build: {
        write: false,
        target: "es2022",
        lib: { entry: path.join(folder, `${name}.ts`), formats: ["es"], fileName: name },
      },
    });
    const [output] = Array.isArray(result) ? result : [result];
    const chunk = output && "output" in output ? output.output[0] : undefined;
    scripts.set(`/${name}.js`, chunk?.code ?? "");
  }
});

/** Milliseconds: for what must happen on a busy machine, and for what must not. */
const [LONG, SHORT] = [15_000, 1000];

/** Host and guests on origins of their own. */
const serve = (page: Page): Promise<unknown> =>
  page.route(/^https:\/\/(acme\.lightning|guest)\.example\//, (route) => {
    const { pathname } = new URL(route.request().url());
    const script = scripts.get(pathname);
    if (script !== undefined) return route.fulfill({ contentType: "text/javascript", body: script });
    const name = pathname === "/" ? "host-page" : pathname.slice(1);
    return route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="/${name}.js"></script>`,
    });
  });

/** Embeds a guest and answers what both sides have noted once `until` holds. */
async function embed(
  page: Page,
  guest: Guest,
  faults: EmbeddingFaults,
  until: (notes: HostNotes) => boolean,
): Promise<HostNotes> {
  await page.goto(HOST);
  await page.waitForFunction(() => "embed" in window);
  const patience = faults.wrongInstance || faults.withoutPort ? SHORT : LONG;
  await page.evaluate(({ src, faults, patience }) => window.embed(src, faults, patience), {
    src: `${GUEST}/${guest}?patience=${patience}`,
    faults,
    patience,
  });
  let notes: HostNotes = await page.evaluate(() => window.notes);
  await expect
    .poll(
      async () => {
        notes = await page.evaluate(() => window.notes);
        return until(notes);
      },
      { timeout: LONG },
    )
    .toBe(true);
  return notes;
}

for (const guest of GUESTS)
  test(`${guest} joins a host that keeps to the protocol, and no other`, async ({ page }) => {
    await serve(page);

    await test.step("the handshake ends in a session that carries events both ways", async () => {
      const notes = await embed(page, guest, {}, ({ ready, events }) => ready && events.length > 0);
      expect(notes.events).toEqual([{ name: "sweetspotframe", detail: "from the guest" }]);
      await page.evaluate(() => {
        window.session.dispatch("sweetspothost", "from the host");
        window.session.dispatch("nobody-asked-for", "this");
        // A function has no clone.
        window.session.dispatch("sweetspothost", () => {});
      });
      await expect
        .poll(() => page.evaluate(() => window.notes))
        .toMatchObject({
          seen: [
            { asked: true },
            { joined: true },
            { event: { name: "sweetspothost", detail: "from the host" } },
          ],
          errors: [{ phase: "session", code: "SERIALIZATION_FAILURE", retryable: false }],
        });
    });

    for (const [what, faults] of [
      ["for another instance", { wrongInstance: true }],
      ["without a port", { withoutPort: true }],
    ] as const)
      await test.step(`an envelope ${what} is not looked at, and the host gives up in time`, async () => {
        const notes = await embed(
          page,
          guest,
          faults,
          ({ errors, seen }) =>
            errors.length > 0 &&
            seen.some((said) => (guest === "guest-of-ours" ? "failed" in said : "asked" in said)),
        );
        expect(notes).toMatchObject({
          ready: false,
          errors: [{ phase: "bootstrap", code: "BOOTSTRAP_TIMEOUT", retryable: true }],
        });
        expect(notes.seen).not.toContainEqual({ joined: true });
      });

    await test.step("a second port ends the session, and the host is told why", async () => {
      const notes = await embed(page, guest, { twice: true }, ({ errors }) => errors.length > 0);
      expect(notes.errors).toEqual([
        expect.objectContaining({ phase: "session", code: "DUPLICATE_PORT_TRANSFER", retryable: false }),
      ]);
      if (guest === "guest-of-ours")
        await expect.poll(() => page.evaluate(() => window.notes.seen)).toContainEqual({ duplicate: true });
    });
  });
