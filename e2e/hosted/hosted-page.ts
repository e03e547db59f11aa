import { readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Page } from "@playwright/test";
import { toRecordId } from "@sweetspot/contract";
import { demoPlans, demoWorld } from "@sweetspot/fixtures";
import type { EmulatedOrg } from "../host-bench/emulated-org.ts";
import { type LightningPage, openLightning } from "../host-bench/lightning-page.ts";
import type { PageContext } from "../host-bench/lightning/page-context.ts";
import type { EmbeddingWindow } from "../host-bench/lightning/ui-embedding.ts";
import { type BenchServer, startBenchServer } from "../host-bench/server.ts";
import { PEOPLE } from "../support/journey.ts";
import { catalogueWithSample } from "../support/sample-catalogue.ts";
import { type RunningSweetspot, startSweetspot } from "../support/start-sweetspot.ts";

/** The address the bench's package was built for; the real gateway stands behind it. */
export const GATEWAY = "https://gateway.example";
export const ACCOUNT = "account-haver";

const FRAME_SOURCES = path.resolve(import.meta.dirname, "../host-bench/dist/frame-sources.json");

export interface HostedBench {
  readonly bench: BenchServer;
  readonly sweetspot: RunningSweetspot;
  stop(): Promise<void>;
}

/** An org's pages on one origin, the real gateway on another, with a third party's widget in its catalogue; it knows the org's pages as an admin told it. */
export async function startHostedBench(): Promise<HostedBench> {
  const bench = await startBenchServer();
  process.env["SWEETSPOT_FRAME_ANCESTORS"] = bench.origin;
  const sweetspot = await startSweetspot({ empty: true, catalogue: await catalogueWithSample() });
  delete process.env["SWEETSPOT_FRAME_ANCESTORS"];
  return {
    bench,
    sweetspot,
    async stop() {
      await sweetspot.stop();
      await bench.close();
    },
  };
}

/** The demo company as an org, with a rep signed in. */
export const newOrg = (
  { bench }: HostedBench,
  context: Partial<PageContext> = { language: "en-US", locale: "en-GB" },
): Promise<EmulatedOrg> =>
  bench.createOrg({
    world: demoWorld(),
    plans: demoPlans(),
    user: toRecordId(PEOPLE.tobias.id),
    context,
  });

export interface HostedPage {
  readonly lightning: LightningPage;
  readonly frame: FrameLocator;
}

export interface OpenOptions {
  readonly component?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly shadow?: "synthetic" | "native";
  readonly embedding?: EmbeddingWindow["emulatedEmbedding"];
  /** Stands in the gateway's frame instead of our page. */
  readonly frame?: string;
  /** Does nobody reach the gateway now? */
  readonly isDown?: () => boolean;
}

/** Opens the account's record page with a hosted component on it. */
export async function openHosted(
  page: Page,
  hosted: HostedBench,
  org: EmulatedOrg,
  options: OpenOptions = {},
): Promise<HostedPage> {
  const { component = "sweetspotWhiteSpaceHosted", properties = {}, shadow, embedding, frame } = options;
  const { isDown = () => false } = options;
  await reachGateway(page, hosted);
  if (frame !== undefined)
    await page.route(`${GATEWAY}/frame/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: frame }),
    );
  await page.route(`${GATEWAY}/**`, (route) => (isDown() ? route.abort() : route.fallback()));
  await page.addInitScript((faults) => Object.assign(window, { emulatedEmbedding: faults }), embedding);
  const lightning = await openLightning(page, hosted.bench.origin, org, shadow);
  await lightning.showRecord("Account", ACCOUNT);
  await lightning.place(component, properties);
  return { lightning, frame: page.frameLocator("iframe[src*='gateway.example']") };
}

/** Leads the package's gateway to the one that runs, and lets pages show what the package's Trusted URLs allow. */
async function reachGateway(page: Page, { sweetspot }: HostedBench): Promise<void> {
  const sources = JSON.parse(readFileSync(FRAME_SOURCES, "utf8")) as readonly string[];
  await page.unrouteAll();
  await page.route(`${GATEWAY}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${sweetspot.url}${pathname}${search}` }) });
  });
  await page.route(/\/(synthetic|native)$/, async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"] ?? "";
    const headers = {
      ...response.headers(),
      "content-security-policy": policy.replace("frame-src 'self'", `frame-src 'self' ${sources.join(" ")}`),
    };
    await route.fulfill({ response, headers });
  });
}
