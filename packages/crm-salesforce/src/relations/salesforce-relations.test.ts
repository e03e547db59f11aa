import { toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { DEMO_ACCOUNTS, DEMO_TEAM, demoWorld } from "@sweetspot/fixtures";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";
import { createSalesforceEmulator } from "@sweetspot/salesforce-emulator";
import { expect, test } from "vitest";
import { createRestTransport } from "../rest-transport.ts";
import { createSalesforceCrm } from "../salesforce-crm.ts";
import { createSalesforceRelations, type SalesforceRelationsOptions } from "./salesforce-relations.ts";

const world = demoWorld();
const user = toRecordId(DEMO_TEAM.lena);

function openOrg(options: Partial<SalesforceRelationsOptions> = {}) {
  const emulator = createSalesforceEmulator(world);
  const token = emulator.signIn(user);
  const transport = createRestTransport({
    instanceUrl: "https://org.example",
    token: () => token,
    fetch: (url, init) => emulator.handle(new Request(url as string, init)),
  });
  const { reader } = createSalesforceCrm({ transport, userId: user, currency: "EUR" });
  return { emulator, relations: createSalesforceRelations({ transport, reader, user, ...options }) };
}

const ACCOUNTS = ["foodRetailer", "airline", "gasProducer"] as const;

test.for(ACCOUNTS)("what is near the %s leads to the same targets as everything there is", async (name) => {
  const account = toRecordId(DEMO_ACCOUNTS[name]);
  const { relations } = openOrg();
  const whole = createMemoryCrm(world).as(user).relations;
  const near = async (reader: typeof relations) => {
    const { items } = await reader.listTargets(account);
    return items.map(({ name, best }) => [name, best?.introductions]).toSorted();
  };
  expect(await near(relations)).toEqual(await near(whole as typeof relations));
});

test("one account is asked about in few calls of the service, and once in five minutes", async () => {
  const { emulator, relations } = openOrg();
  const account = toRecordId(DEMO_ACCOUNTS.foodRetailer);
  const { items } = await relations.listTargets(account);
  for (const { person } of items) if (person) await relations.findPaths({ account, to: { person } });
  const calls = emulator.requests.filter((request) => request.endsWith("/relations"));
  expect(calls.length).toBeLessThanOrEqual(6);
});

test("whoever asks after a failure is answered", async () => {
  const { emulator, relations } = openOrg();
  const account = toRecordId(DEMO_ACCOUNTS.foodRetailer);
  emulator.failNext("locked-row");
  await expect(relations.listTargets(account)).rejects.toMatchObject({ code: "unavailable" });
  expect((await relations.listTargets(account)).items).not.toEqual([]);
});

test("the admin’s rules count as soon as the library has them", async () => {
  const library = new Map();
  const { relations } = openOrg({ library: () => library });
  const account = toRecordId(DEMO_ACCOUNTS.foodRetailer);
  const strongest = async () => (await relations.listTargets(account)).items[0]?.best?.strength ?? 0;
  const before = await strongest();
  const rules = { board: 0.1, employer: 0.1, club: 0.1, chamber: 0.1, colleague: 0.1, crmContact: 0.1 };
  library.set(RELATION_RULES_ID, { fields: rules });
  expect(await strongest()).toBeLessThan(before);
});
