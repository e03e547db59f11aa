import { CrmError, type CrmReader, type Page, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { buildContact, conformanceWorld } from "@sweetspot/fixtures";
import { expect, test, vi } from "vitest";
import { createCrmFeed } from "./crm-feed.ts";
import { calm, createStageClock, REP } from "./stage.fixture.ts";

/** A customer with far more contacts than one page holds. */
function createBigCustomer(contacts = 2500) {
  const world = conformanceWorld();
  const account = world.accounts[0]?.id ?? toRecordId("?");
  const people = Array.from({ length: contacts }, (_, index) =>
    buildContact(`person-${index}`, `Person ${String(index).padStart(4, "0")}`, { account }),
  );
  const crm = createMemoryCrm({ ...world, contacts: people });
  return { account, crm, reader: crm.as(REP).reader, clock: createStageClock() };
}

test("the page paints after one call, and the rest of a long list follows", async () => {
  const { account, reader, clock } = createBigCustomer();
  const open = vi.spyOn(reader, "openAccount");
  const pages = vi.spyOn(reader, "listContacts");
  const feed = createCrmFeed({ account, reader, clock });
  const lengths: number[] = [];
  feed.subscribe(() => lengths.push(feed.getView().contacts.length));
  expect(feed.getView().status).toBe("loading");
  await clock.pass(1000);
  expect(open).toHaveBeenCalledTimes(1);
  expect(pages.mock.calls.length).toBeGreaterThan(1);
  expect(lengths[0]).toBeLessThan(2500);
  expect(feed.getView()).toMatchObject({ status: "ready", complete: true, error: undefined });
  expect(feed.getView().contacts).toHaveLength(2500);
  expect(clock.waiting).toBe(0);
});

test("no more than two lists are read at the same time", async () => {
  const { account, reader, clock } = createBigCustomer();
  const overview = await reader.openAccount(account);
  const more = <T>(page: Page<T>): Page<T> => ({ ...page, next: "more" });
  let atOnce = 0;
  let most = 0;
  const list = async (): Promise<Page<never>> => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await calm();
    atOnce -= 1;
    return { items: [] };
  };
  const slow: CrmReader = {
    ...reader,
    openAccount: async () => ({
      ...overview,
      family: more(overview.family),
      contacts: more(overview.contacts),
      opportunities: more(overview.opportunities),
      products: more(overview.products),
    }),
    listFamily: list,
    listContacts: list,
    listOpportunities: list,
    listProducts: list,
  };
  const feed = createCrmFeed({ account, reader: slow, clock });
  for (let turn = 0; turn < 10; turn += 1) await calm();
  expect(feed.getView().complete).toBe(true);
  expect(most).toBe(2);
});

test("an account that may not be opened says why, and opens when asked again", async () => {
  const { account, crm, reader, clock } = createBigCustomer(3);
  crm.failNext("forbidden");
  const feed = createCrmFeed({ account, reader, clock });
  await calm();
  expect(feed.getView()).toMatchObject({ status: "failed", error: { code: "forbidden" } });
  await feed.refresh();
  expect(feed.getView()).toMatchObject({ status: "ready", error: undefined });
});

test("a refresh that fails keeps what is shown; one that works never shortens a list on the way", async () => {
  const { account, crm, reader, clock } = createBigCustomer();
  const feed = createCrmFeed({ account, reader, clock });
  await clock.pass(1000);
  crm.failNext("unavailable", { method: "openAccount" });
  await feed.refresh();
  expect(feed.getView()).toMatchObject({ status: "ready", error: { code: "unavailable" } });
  expect(feed.getView().contacts).toHaveLength(2500);
  const lengths: number[] = [];
  feed.subscribe(() => lengths.push(feed.getView().contacts.length));
  await feed.refresh();
  expect(lengths).toEqual([2500]);
  expect(feed.getView().error).toBeUndefined();
});

test("a further page that fails is tried again after the time the CRM asks for", async () => {
  const { account, crm, reader, clock } = createBigCustomer();
  crm.failNext("rate-limited", { method: "listContacts", retryAfterMs: 5000 });
  const feed = createCrmFeed({ account, reader, clock });
  await clock.pass(4999);
  expect(feed.getView().complete).toBe(false);
  await clock.pass(1);
  expect(feed.getView().complete).toBe(true);
});

test("leaving the page stops reading", async () => {
  const { account, reader, clock } = createBigCustomer();
  let signal: AbortSignal | undefined;
  const endless: CrmReader = {
    ...reader,
    openAccount: (_, options) => {
      signal = options?.signal;
      return new Promise(() => {});
    },
  };
  const feed = createCrmFeed({ account, reader: endless, clock });
  feed.dispose();
  expect(CrmError.is(signal?.reason)).toBe(true);
  expect(clock.waiting).toBe(0);
});
