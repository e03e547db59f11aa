import { toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { Connection } from "jsforce";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSalesforceEmulator, type SalesforceEmulator } from "./emulator.ts";
import { type RunningEmulator, serveSalesforce } from "./server.ts";

/** A client that others wrote, and that works with the real Salesforce, over a real connection. */
describe("jsforce", () => {
  let emulator: SalesforceEmulator;
  let running: RunningEmulator;
  const connect = (user: string): Connection =>
    new Connection({
      instanceUrl: running.instanceUrl,
      accessToken: emulator.signIn(toRecordId(user)),
      version: "66.0",
      maxRequest: 5,
    });
  const rep = () => connect(CONFORMANCE_USERS.rep);
  const admin = () => connect(CONFORMANCE_USERS.admin);

  beforeAll(async () => {
    emulator = createSalesforceEmulator(conformanceWorld());
    running = await serveSalesforce(emulator);
  });
  afterAll(() => running.close());

  it("finds records by SOQL, with parents, filters, order and limit", async () => {
    const { records, totalSize } = await rep().query<{ Id: string; Account: { Name: string } | null }>(
      "SELECT Id, Name, Account.Name FROM Opportunity WHERE IsWon = true AND Amount > 1000 ORDER BY CloseDate DESC NULLS LAST, Id LIMIT 5",
    );
    expect(totalSize).toBe(1);
    expect(records[0]).toMatchObject({ Id: "opp-turbines", Account: { Name: "Nordwind Gruppe" } });
  });

  it("sees what its user may see: no invisible record, no withheld field", async () => {
    const ids = async (connection: Connection) =>
      (
        await connection.query<{ Id: string }>("SELECT Id FROM Account WHERE Name LIKE '%Nordwind%'")
      ).records.map((record) => record.Id);
    expect(await ids(admin())).toContain("acc-defence");
    expect(await ids(rep())).not.toContain("acc-defence");
    await expect(rep().query("SELECT AnnualRevenue FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_FIELD",
    });
    const { fields } = await rep().sobject("Account").describe();
    expect(fields.map((field) => field.name)).not.toContain("AnnualRevenue");
  });

  it("describes objects and their relationships", async () => {
    const { fields, childRelationships } = await admin().sobject("Opportunity").describe();
    expect(fields.find((field) => field.name === "AccountId")).toMatchObject({
      type: "reference",
      referenceTo: ["Account"],
      relationshipName: "Account",
    });
    expect(childRelationships.map((child) => child.relationshipName)).toEqual(["OpportunityLineItems"]);
    expect((await admin().describeGlobal()).sobjects.map((object) => object.name)).toContain("Product2");
  });

  it("finds who takes part in deals and accounts, and sees what its user may see of them", async () => {
    const find = async (connection: Connection, query: string) =>
      (await connection.query<{ Id: string }>(query)).records.map((record) => record.Id).toSorted();
    const roles =
      "SELECT Id, Contact.Name FROM OpportunityContactRole WHERE Opportunity.AccountId = 'acc-nordwind'";
    expect(await find(admin(), roles)).toEqual(["inv-arne", "inv-asa", "inv-hidden"]);
    expect(await find(rep(), roles)).toEqual(["inv-arne", "inv-asa"]);
    const relations =
      "SELECT Id FROM AccountContactRelation WHERE IsDirect = false AND AccountId = 'acc-elan'";
    expect(await find(admin(), relations)).toEqual(["inv-ghost-elan", "inv-offshore"]);
    expect(await find(rep(), relations)).toEqual(["inv-offshore"]);
    const [former] = (
      await admin().query(
        "SELECT Roles, IsActive, EndDate FROM AccountContactRelation WHERE Id = 'inv-offshore'",
      )
    ).records;
    expect(former).toMatchObject({ Roles: "Board", IsActive: false, EndDate: "2023-12-31" });
    await expect(rep().query("SELECT Roles FROM AccountContactRelation")).rejects.toMatchObject({
      errorCode: "INVALID_FIELD",
    });
    const teams = await find(admin(), "SELECT Id, User.Name FROM AccountTeamMember");
    expect(teams).toEqual(["inv-team", "inv-team-left"]);
  });

  it("finds each contact related to its own account, as Salesforce relates it by itself", async () => {
    const { records } = await admin().query<{ ContactId: string; AccountId: string }>(
      "SELECT ContactId, AccountId, IsDirect FROM AccountContactRelation WHERE IsDirect = true",
    );
    const expected = conformanceWorld().contacts.flatMap(({ id, account }) =>
      account.state === "known" ? [`${id} ${account.value}`] : [],
    );
    expect(records.map((record) => `${record.ContactId} ${record.AccountId}`).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  it("finds a person account and its contact in an org that has such", async () => {
    const persons = createSalesforceEmulator(conformanceWorld(), { personAccounts: ["acc-elbe"] });
    const there = await serveSalesforce(persons);
    try {
      const connection = new Connection({
        instanceUrl: there.instanceUrl,
        accessToken: persons.signIn(CONFORMANCE_USERS.admin),
        version: "66.0",
      });
      const { records } = await connection.query(
        "SELECT Id, PersonContactId, PersonContact.AccountId FROM Account WHERE IsPersonAccount = true",
      );
      expect(records).toMatchObject([{ Id: "acc-elbe", PersonContact: { AccountId: "acc-elbe" } }]);
      await expect(admin().query("SELECT IsPersonAccount FROM Account")).rejects.toMatchObject({
        errorCode: "INVALID_FIELD",
      });
    } finally {
      await there.close();
    }
  });

  it("creates, reads, changes and deletes a record, and is told that it is deleted", async () => {
    const accounts = admin().sobject("Account");
    const { id = "" } = await accounts.create({ Name: "Werft Stralsund", BillingCity: "Stralsund" });
    expect(await accounts.retrieve(id)).toMatchObject({ Id: id, BillingCity: "Stralsund" });
    await accounts.update({ Id: id, BillingCity: "Sassnitz" });
    expect(await accounts.retrieve(id)).toMatchObject({ BillingCity: "Sassnitz" });
    await accounts.destroy(id);
    await expect(accounts.retrieve(id)).rejects.toMatchObject({ errorCode: "ENTITY_IS_DELETED" });
  });

  it("pages through more than one batch", async () => {
    const world = conformanceWorld();
    const [contact] = world.contacts;
    const contacts = Array.from({ length: 4500 }, (_, index) => ({
      ...(contact as NonNullable<typeof contact>),
      id: toRecordId(`con-${index}`),
    }));
    const large = createSalesforceEmulator({ ...world, contacts });
    const there = await serveSalesforce(large);
    try {
      const connection = new Connection({
        instanceUrl: there.instanceUrl,
        accessToken: large.signIn(CONFORMANCE_USERS.admin),
        version: "66.0",
      });
      const { records } = await connection.query("SELECT Id FROM Contact", {
        autoFetch: true,
        maxFetch: 9999,
      });
      expect(records).toHaveLength(4500);
      expect(large.requests.filter((request) => request.includes("/query/"))).toHaveLength(2);
    } finally {
      await there.close();
    }
  });

  it("reads and writes plans through the plan service like anybody", async () => {
    const scope = { kind: "account", account: "acc-elbe" };
    const commit = {
      scope,
      key: "jsforce-1",
      puts: [{ id: "p", type: "perspective", base: 0, fields: { name: "Sites" } }],
      removes: [],
    };
    await rep().apex.post("/sweetspot/plan/commit", commit);
    expect(await admin().apex.post("/sweetspot/plan/load", { scopes: [scope] })).toMatchObject({
      value: { snapshots: [{ version: 1, records: [{ id: "p", createdBy: CONFORMANCE_USERS.rep }] }] },
    });
  });

  it("learns from every answer how much of the day's limit is used", async () => {
    const connection = rep();
    await connection.query("SELECT Id FROM User");
    expect(connection.limitInfo?.apiUsage).toMatchObject({ limit: 100_000 });
    expect((await connection.limits())["DailyApiRequests"]?.Max).toBe(100_000);
  });

  it("is told when its session is over", async () => {
    const token = emulator.signIn(CONFORMANCE_USERS.rep);
    const connection = new Connection({
      instanceUrl: running.instanceUrl,
      accessToken: token,
      version: "66.0",
    });
    await connection.query("SELECT Id FROM User");
    emulator.expireSession(token);
    await expect(connection.query("SELECT Id FROM User")).rejects.toMatchObject({
      errorCode: "INVALID_SESSION_ID",
    });
  });
});
