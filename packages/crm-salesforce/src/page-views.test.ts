import { type RecordId, toRecordId } from "@sweetspot/contract";
import { buildAccount, buildContact, DEMO_ACCOUNTS, demoWorld } from "@sweetspot/fixtures";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import { describe, expect, it, vi } from "vitest";
import { createOrgMemory } from "./org-memory.ts";
import { NORDWIND, openOrg, type SmallOrgOptions } from "./small-org.fixture.ts";

const PATIENT = { timeout: 30_000 };

/** What a widget on a record page stands on, until all of it is there; and what the org was asked for it. */
async function viewPage(
  org: ReturnType<typeof openOrg>,
  account: RecordId,
  crm = org.as(org.user),
): Promise<string[]> {
  const before = org.askedInAll().length;
  const session = createPlanSession({ account, store: crm.store, user: org.user });
  const feed = createCrmFeed({ account, reader: crm.reader });
  await vi.waitFor(() => {
    expect(feed.getView()).toMatchObject({ status: "ready", complete: true });
    expect(session.getView().status).toBe("ready");
  }, PATIENT);
  feed.dispose();
  await session.dispose();
  return org.askedInAll().slice(before).toSorted();
}

/** A page that opens one account after the other, each with ports of its own, as one user of one org. */
async function viewPages(accounts: readonly string[], options: SmallOrgOptions = {}, world = demoWorld()) {
  const org = openOrg(world, { memory: createOrgMemory(), user: toRecordId("member-lena"), ...options });
  const views: string[][] = [];
  for (const account of accounts) views.push(await viewPage(org, toRecordId(account)));
  return views;
}

const STEADY = ["load", "overview"];

describe("the requests of one page view", () => {
  it("are two, one for the CRM and one for the plans, after the first has asked what the org says of itself", async () => {
    const { gasProducer, foodRetailer, airline } = DEMO_ACCOUNTS;
    const [first, ...others] = await viewPages([foodRetailer, gasProducer, airline, foodRetailer]);
    expect(first).toEqual([...STEADY, "setup"]);
    for (const view of others) expect(view).toEqual(STEADY);
  });

  it("are two for an account with nothing in it too, once it is known what the org keeps", async () => {
    const { empty, foodRetailer } = DEMO_ACCOUNTS;
    const [first, ...others] = await viewPages([empty, empty, foodRetailer, empty]);
    expect(first).toEqual(["gaps", ...STEADY, "setup"]);
    for (const view of others) expect(view).toEqual(STEADY);
  });

  it("are two in an org that lacks half of it, once that has shown", async () => {
    const { foodRetailer, airline, empty } = DEMO_ACCOUNTS;
    const [first, ...others] = await viewPages([foodRetailer, airline, empty], {
      missingObjects: ["Asset", "OpportunityLineItem", "AccountContactRelation"],
      singleCurrency: true,
    });
    expect(first).toEqual(["gaps", "load", "org", "overview", "overview", "setup"]);
    for (const view of others) expect(view).toEqual(STEADY);
  });

  it("are one more for every thousand contacts beyond the first 200, and no more for people nobody asked about", async () => {
    const { large, airline } = DEMO_ACCOUNTS;
    const [, second] = await viewPages([airline, large]);
    expect(second).toEqual(["contacts", ...STEADY]);
  });

  it("rest on what one user has learnt of one org: who shares no memory asks anew", async () => {
    const org = openOrg();
    await viewPage(org, NORDWIND);
    expect(await viewPage(org, NORDWIND)).toEqual([...STEADY, "setup"]);
  });

  it("stay within bounds for a group of 5,000 companies, whatever is paged through", async () => {
    const accounts = [
      buildAccount("group", "Group"),
      ...Array.from({ length: 5000 }, (_, index) =>
        buildAccount(`company-${index}`, `Company ${index}`, { parent: "group" }),
      ),
    ];
    const contacts = Array.from({ length: 300 }, (_, index) =>
      buildContact(`person-${index}`, `Person ${index}`, { account: "group" }),
    );
    const world = { ...demoWorld(), accounts, contacts, opportunities: [], assets: [], involvements: [] };
    const [, view] = await viewPages(["company-1", "group"], {}, world);
    // 5,001 accounts are three answers of 2,000; pages of the family are cut from what was read already.
    expect(view).toEqual(["contacts", "family", "family", ...STEADY]);
  });
});
