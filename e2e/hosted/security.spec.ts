import { expect, test } from "@playwright/test";
import { GATEWAY, type HostedBench, newOrg, openHosted, startHostedBench } from "./hosted-page.ts";

test.setTimeout(60_000);
let hosted: HostedBench;
test.beforeAll(async () => {
  hosted = await startHostedBench();
});
test.afterAll(() => hosted?.stop());

const EVIL = "https://evil.example";

/** A page of somebody else that embeds the frame as the org's component does, listens, and answers whatever it is asked. */
const evilPage = (claimed: string): string => `<!doctype html><link rel="icon" href="data:,"><body><script>
  window.heard = [];
  const frame = document.createElement("iframe");
  addEventListener("message", ({ data, source }) => {
    heard.push(String(data));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => heard.push(String(data));
    const ready = JSON.parse(String(data).slice("sweetspot:".length));
    source.postMessage("sweetspot:" + JSON.stringify({ ...ready, kind: "host-port" }), "*", [port2]);
  });
  frame.src = "${GATEWAY}/frame/?widget=white-space&instance=1&host=" + encodeURIComponent("${claimed}");
  document.body.append(frame);
</script>`;

test("a page that is no host of the org can neither drive the frame nor hear a word from it", async ({
  page,
}) => {
  let claimed = EVIL;
  await page.route(`${EVIL}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: evilPage(claimed) }),
  );
  let policed = true;
  await page.route(`${GATEWAY}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const response = await route.fetch({ url: `${hosted.sweetspot.url}${pathname}${search}` });
    const headers = { ...response.headers() };
    // As if a proxy had lost it.
    if (!policed) delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  const heard = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const alert = page.frameLocator("iframe").getByRole("alert");

  await test.step("the browser does not show it there", async () => {
    await page.goto(EVIL);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:|^about:blank/);
  });

  await test.step("without that, the frame itself refuses a page that is not on the list", async () => {
    policed = false;
    await page.goto(EVIL);
    await expect(alert).toContainText("This page may not show Sweetspot");
    await expect(alert).toContainText(EVIL);
    expect(await heard()).toEqual([]);
  });

  await test.step("and one that gives itself out for the org's hears and says nothing", async () => {
    claimed = hosted.bench.origin;
    await page.clock.install();
    await page.goto(EVIL);
    // Longer than the frame waits.
    const text = async (): Promise<string> => {
      await page.clock.runFor(16_000);
      return (await alert.count()) === 0 ? "" : alert.innerText();
    };
    await expect.poll(text).toContain("does not answer");
    expect(await heard()).toEqual([]);
  });
});

interface Answer {
  readonly kind: string;
  readonly id: number;
  readonly error?: { readonly code: string };
}

/** What a frame would send that somebody has got into: everything but what is on the list. */
const evilFrame = `<!doctype html><script>
  const { searchParams: query } = new URL(document.URL);
  const [host, instance] = [query.get("host"), query.get("instance")];
  const say = (to, message) => to("sweetspot:" + JSON.stringify(message));
  const answers = [];
  window.answers = answers;
  addEventListener("message", ({ ports: [port] }) => {
    if (!port) return;
    port.onmessage = ({ data }) => answers.push(JSON.parse(data.slice("sweetspot:".length)));
    const post = (text) => port.postMessage(text);
    const calls = [
      ["graphql", { operation: "query { uiapi { query { User { edges { node { Id } } } } } }" }],
      ["graphql", { operation: "constructor" }],
      ["graphql", { operation: ["overview"] }],
      ["graphql", null],
      ["apex", { operation: "SweetspotPlanStore.load", request: {} }],
      ["apex", { operation: "__proto__", request: {} }],
      ["navigate", { type: "standard__webPage", id: "https://evil.example" }],
      ["createRecord", { apiName: "User", fields: {} }],
      ["eval", "1"],
      ["constructor", {}],
    ];
    say(post, { kind: "call", id: 1, operation: "notify", argument: { tone: "bad", text: "too early" } });
    say(post, { kind: "hello", versions: [1], visit: "v" });
    calls.forEach(([operation, argument], index) => say(post, { kind: "call", id: index + 2, operation, argument }));
    say(post, { kind: "call", id: 2, operation: "notify", argument: { tone: "bad", text: "an id again" } });
    say(post, { kind: "call", id: 50, operation: "notify", argument: { tone: "<b>", text: "<img src=x onerror=alert(1)>" } });
  });
  say((text) => parent.postMessage(text, host), { kind: "frame-ready", instance, visit: "v" });
</script>`;

test("a frame that somebody got into runs nothing in the org but what is on the list", async ({ page }) => {
  const org = await newOrg(hosted);
  const { lightning } = await openHosted(page, hosted, org, {
    embedding: { missing: true },
    frame: evilFrame,
  });
  const answers = async (): Promise<readonly Answer[]> => {
    const frame = page.frames().find((found) => found.url().startsWith(GATEWAY));
    return (await frame?.evaluate(() => (window as unknown as { answers?: Answer[] }).answers)) ?? [];
  };
  await expect.poll(async () => (await answers()).some(({ id }) => id === 50)).toBe(true);
  const refused = (await answers()).filter(({ id }) => id > 1 && id < 50);
  expect(refused.map(({ kind, error }) => `${kind} ${error?.code}`)).toEqual(
    Array(10).fill("failure forbidden"),
  );
  // The component asks the org for its settings by itself, before any frame has said a word.
  expect(org.emulator.requests).toEqual(["POST /services/apexrest/sweetspot/plan/setup"]);
  expect(await lightning.wanted()).toEqual([]);
  // The one thing it may: a notice, which is text. The one said too early and the one with a used id were not heard.
  expect(await lightning.toasts()).toEqual([
    expect.objectContaining({ title: "<img src=x onerror=alert(1)>", variant: "warning" }),
  ]);
});
