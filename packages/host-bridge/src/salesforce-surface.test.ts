import { CrmError, EMPTY, type HostContext, toRecordId } from "@sweetspot/contract";
import { expect, test, vi } from "vitest";
import { createSalesforceSurface } from "./salesforce-surface.ts";

const ACCOUNT = toRecordId("001000000000001");
const context: HostContext = {
  record: { type: "account", id: ACCOUNT },
  user: { id: toRecordId("005"), name: "Mara Lindqvist", email: EMPTY, role: "rep", active: true },
  locale: "de-DE",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: "lightning",
  theme: "light",
};

function createStage(stages: () => Promise<string | undefined> = async () => "Prospecting") {
  const created: unknown[] = [];
  const page = {
    localStorage: { setItem: () => {}, removeItem: () => {}, getItem: () => null },
    navigator: {},
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as Window;
  const onCreated = vi.fn();
  const surface = createSalesforceSurface({
    context,
    page,
    onCreated,
    toFailure: (cause) => new CrmError("forbidden", "no", { cause }),
    functions: {
      createRecord: async (object, fields) => {
        if (fields["Subject"] === "refused") throw { status: 403 };
        created.push({ object, fields });
        return { id: "006" };
      },
      firstStage: stages,
      navigate: () => {},
      notify: () => {},
    },
  });
  return { surface, created, onCreated };
}

test("a task hangs on the account and tells the page that there is something new", async () => {
  const { surface, created, onCreated } = createStage();
  await surface.createTask?.({ account: ACCOUNT, subject: "Call", due: "2027-01-31" });
  expect(created).toEqual([
    { object: "Task", fields: { Subject: "Call", WhatId: ACCOUNT, ActivityDate: "2027-01-31" } },
  ]);
  expect(onCreated).toHaveBeenCalledOnce();
});

test("a deal starts in the first stage of the user's process, with a closing date, in the org's currency", async () => {
  const { surface, created } = createStage();
  await surface.createOpportunity?.({
    account: ACCOUNT,
    name: "n".repeat(200),
    amount: { amount: 5000, currency: "EUR" },
  });
  expect(created).toEqual([
    {
      object: "Opportunity",
      fields: {
        Name: "n".repeat(120),
        AccountId: ACCOUNT,
        StageName: "Prospecting",
        CloseDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        Amount: 5000,
      },
    },
  ]);
});

test("another currency is named, and a stage that cannot be found out is left to Salesforce", async () => {
  const { surface, created } = createStage(() => Promise.reject(new Error("no access")));
  const amount = { amount: 1, currency: "USD" };
  await surface.createOpportunity?.({ account: ACCOUNT, name: "Pilot", amount, closeDate: "2027-05-01" });
  expect(created).toEqual([
    {
      object: "Opportunity",
      fields: {
        Name: "Pilot",
        AccountId: ACCOUNT,
        CloseDate: "2027-05-01",
        Amount: 1,
        CurrencyIsoCode: "USD",
      },
    },
  ]);
});

test("what Lightning refuses comes as one of the closed set of failures", async () => {
  const { surface, onCreated } = createStage();
  await expect(surface.createTask?.({ account: ACCOUNT, subject: "refused" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(onCreated).not.toHaveBeenCalled();
});
