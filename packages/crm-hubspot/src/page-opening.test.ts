import { toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { NORDWIND, openPortal } from "./small-portal.fixture.ts";

/** Account and plan at once, as a widget asks for them when it opens. */
function openPage() {
  const portal = openPortal({}, { settings: { freshMs: 60_000 } });
  const { reader, store } = portal;
  const open = () =>
    Promise.all([reader.openAccount(NORDWIND), store.load([{ kind: "account", account: NORDWIND }])]);
  return { ...portal, open };
}

describe("a page that is opened", () => {
  it("again costs one request: whether the company may still be seen", async () => {
    const { open, asked } = openPage();
    const first = await open();
    asked();
    expect(await open()).toEqual(first);
    expect(asked()).toEqual(["companies.read"]);
  });

  it("asks for no contacts where HubSpot says there are none", async () => {
    const { reader, asked, emulator } = openPage();
    const lonely = [...emulator.portal.records.companies.keys()].find(
      (id) => emulator.portal.associations.of("companies", id, "contacts").length === 0,
    );
    await reader.openAccount(toRecordId(lonely ?? ""));
    const names = asked();
    for (const name of ["companies.associations.contacts", "contacts.batch"])
      expect(names).not.toContain(name);
    expect(names).toContain("companies.associations.deals");
  });

  it("asks once for what its parts have in common", async () => {
    const { open, reader, asked } = openPage();
    await Promise.all([open(), reader.listInvolvements?.(NORDWIND), reader.listOpportunities(NORDWIND)]);
    const names = asked();
    const common = ["companies.read", "companies.associations.deals", "deals.batch", "account"];
    expect(common.map((name) => names.filter((one) => one === name).length)).toEqual([1, 1, 1, 1]);
  });

  it("is not answered by what a colleague was told at the same moment, not even where both would be told the same", async () => {
    const { as, emulator } = openPage();
    const [gone, here] = [as(CONFORMANCE_USERS.rep), as(CONFORMANCE_USERS.otherRep)];
    await here.reader.whoAmI();
    emulator.expireToken(gone.token);
    const [refused, answered] = await Promise.allSettled(
      [gone, here].map(({ reader }) => reader.listTeamMembers()),
    );
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "unauthenticated" } });
    expect(answered?.status).toBe("fulfilled");
  });

  it("shows nothing of a company that is gone", async () => {
    const { open, store, emulator } = openPage();
    await open();
    const record = emulator.portal.records.companies.get(NORDWIND);
    if (record) record.archived = true;
    await expect(open()).rejects.toMatchObject({ code: "not-found" });
    await expect(store.load([{ kind: "account", account: NORDWIND }])).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
