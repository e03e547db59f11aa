import type { Locator, Page } from "@playwright/test";
import { toRecordId } from "@sweetspot/contract";
import { DEMO_ACCOUNTS, DEMO_TEAM, demoPlans, demoWorld } from "@sweetspot/fixtures";
import type { EmulatedOrg, OrgOptions } from "./emulated-org.ts";
import { type LightningPage, openLightning, type PagePath } from "./lightning-page.ts";
import type { BenchServer } from "./server.ts";

/** The golden food retailer: its grid fits on the screen. */
export const ACCOUNT = toRecordId(DEMO_ACCOUNTS.foodRetailer);
export const OTHER_ACCOUNT = toRecordId(DEMO_ACCOUNTS.airline);

export interface RecordPage {
  readonly org: EmulatedOrg;
  readonly lightning: LightningPage;
  readonly grid: Locator;
}

/** The record page of an account in an org of its own, without any component yet. */
export async function openRecordPage(
  page: Page,
  server: BenchServer,
  { path = "synthetic", ...options }: Partial<OrgOptions> & { readonly path?: PagePath } = {},
): Promise<RecordPage> {
  const org = await server.createOrg({
    world: demoWorld(),
    plans: demoPlans(),
    user: DEMO_TEAM.lena,
    ...options,
  });
  const lightning = await openLightning(page, server.origin, org, path);
  await lightning.showRecord("Account", ACCOUNT);
  return { org, lightning, grid: page.getByRole("treegrid") };
}
