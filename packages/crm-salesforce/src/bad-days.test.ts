import { accountScope, CrmError, toRecordId } from "@sweetspot/contract";
import { buildAccount, buildContact, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";
import { NORDWIND, openOrg } from "./small-org.fixture.ts";

const GROUP = toRecordId("group");

/** An answer holds 2,000 accounts. */
const groupOf = (companies: number) => ({
  ...conformanceWorld(),
  accounts: [
    buildAccount("group", "Group"),
    ...Array.from({ length: companies }, (_, index) =>
      buildAccount(`company-${index}`, `Company ${index}`, { parent: "group" }),
    ),
  ],
});

/** Does something when the org has answered for the so-manieth time. */
const after =
  (count: number, happen: () => void) =>
  (inner: SalesforceTransport): SalesforceTransport => {
    let answers = 0;
    return {
      ...inner,
      async graphql(...call) {
        const answer = await inner.graphql(...call);
        answers += 1;
        if (answers === count) happen();
        return answer;
      },
    };
  };

describe("leaving a page while a group of 5,000 companies is read", () => {
  it("stops after the answer under way: nothing more is asked", async () => {
    const leaving = new AbortController();
    const { reader, asked } = openOrg(groupOf(5000), { around: after(1, () => leaving.abort("left")) });
    await expect(reader.openAccount(GROUP, { signal: leaving.signal })).rejects.toBe("left");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked()).toEqual(["overview"]);
  });

  it("reads it whole for who stays: 5,001 accounts, parents before children, in pages cut from three answers", async () => {
    const { reader, asked } = openOrg(groupOf(5000));
    const names = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await reader.listFamily(GROUP, { limit: 900, ...(cursor ? { cursor } : {}) });
      if (cursor === undefined) expect(page.items[0]?.id).toBe(GROUP);
      expect(page.total).toBe(5001);
      for (const account of page.items) names.add(account.name);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(names.size).toBe(5001);
    expect(asked()).toEqual(["family", "family", "family"]);
  });
});

describe("a bad day", () => {
  it("whose requests are used up between two answers says so, and shows no half family", async () => {
    const { reader } = openOrg(groupOf(2000), { dailyRequests: 2 });
    await expect(reader.listFamily(GROUP)).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("on which the session ends between two pages asks to sign in again", async () => {
    const contacts = Array.from({ length: 500 }, (_, index) =>
      buildContact(`con-${index}`, `Contact ${index}`, { account: "acc-nordwind" }),
    );
    const { reader, emulator } = openOrg({ contacts });
    const first = await reader.listContacts(NORDWIND);
    // Tokens are counted from one.
    emulator.expireSession("00D-session-1");
    await expect(reader.listContacts(NORDWIND, { cursor: first.next ?? "" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("on which an account is deleted between two pages ends the list as that of no account", async () => {
    const { reader, emulator } = openOrg();
    const first = await reader.listContacts(NORDWIND, { limit: 2 });
    await emulator.handle(
      new Request("https://org.example/services/data/v66.0/sobjects/Account/acc-nordwind", {
        method: "DELETE",
        headers: { authorization: `Bearer ${emulator.signIn(CONFORMANCE_USERS.admin)}` },
      }),
    );
    const further = reader.listContacts(NORDWIND, { limit: 2, cursor: first.next ?? "" });
    await expect(further).rejects.toMatchObject({ code: "not-found" });
  });

  it("on which somebody holds the row refuses a commit with a time to wait, and takes it afterwards", async () => {
    const { store, emulator } = openOrg();
    const scope = accountScope(toRecordId("acc-elbe"));
    const commit = {
      scope,
      key: "locked-row-1",
      puts: [{ id: toRecordId("p-1"), type: "perspective", base: 0, fields: { name: "Sites" } }],
      removes: [],
    };
    emulator.failNext("locked-row");
    const refusal: unknown = await store.commit(commit).catch((error: unknown) => error);
    expect(CrmError.is(refusal, "unavailable")).toBe(true);
    expect(refusal).toMatchObject({ retryAfterMs: 1000 });
    expect((await store.load([scope]))[0]?.version).toBe(0);
    expect((await store.commit(commit)).version).toBe(1);
  });

  it("on which an org does not say what it keeps opens the account all the same, claims no gap, and asks again", async () => {
    const failing = (inner: SalesforceTransport): SalesforceTransport => ({
      ...inner,
      graphql: (...call) => {
        if (call[0] === "gaps" && !answers) throw { status: 503 };
        return inner.graphql(...call);
      },
    });
    let answers = false;
    const { reader } = openOrg({ assets: [] }, { around: failing });
    const first = await reader.openAccount(NORDWIND);
    expect(first.opportunities.items.length).toBeGreaterThan(0);
    expect(first.gaps).not.toContain("no-assets");
    answers = true;
    expect((await reader.openAccount(NORDWIND)).gaps).toContain("no-assets");
  });

  it("on which one of many answers is cut shows nothing rather than half", async () => {
    const { reader, emulator } = openOrg(groupOf(3));
    const { openAccount } = reader;
    emulator.failNext("cut-answer");
    await expect(openAccount(GROUP)).rejects.toMatchObject({ code: "unavailable" });
    expect((await openAccount(GROUP)).family.total).toBe(4);
  });
});
