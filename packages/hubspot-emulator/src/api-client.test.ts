import { Client } from "@hubspot/api-client";
import { toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHubspotEmulator, type HubspotEmulator } from "./emulator.ts";
import { type RunningEmulator, serveHubspot } from "./server.ts";

/** HubSpot's own client, which works with the real HubSpot, over a real connection. */
describe("@hubspot/api-client", () => {
  let emulator: HubspotEmulator;
  let running: RunningEmulator;
  const connect = (user: string): Client =>
    new Client({
      basePath: running.basePath,
      accessToken: emulator.signIn(toRecordId(user)).token,
      numberOfApiCallRetries: 0,
    });
  const rep = () => connect(CONFORMANCE_USERS.rep);
  const admin = () => connect(CONFORMANCE_USERS.admin);

  beforeAll(async () => {
    emulator = createHubspotEmulator(conformanceWorld());
    running = await serveHubspot(emulator);
  });
  afterAll(() => running.close());

  it("reads a company with the properties asked for", async () => {
    const company = await admin().crm.companies.basicApi.getById("acc-nordwind", ["name", "city", "domain"]);
    expect(company.properties).toMatchObject({ name: "Nordwind Gruppe", city: "Kiel", domain: null });
    expect(company.updatedAt).toBeInstanceOf(Date);
  });

  it("sees what its user may see: no invisible record, no withheld property", async () => {
    await expect(rep().crm.companies.basicApi.getById("acc-secret")).rejects.toMatchObject({ code: 404 });
    const seen = await rep().crm.companies.basicApi.getById("acc-nordwind", ["annualrevenue", "country"]);
    expect(seen.properties).not.toHaveProperty("annualrevenue");
    expect(seen.properties).toMatchObject({ country: "Germany" });
  });

  it("reads a batch, and is told with 207 what was not there", async () => {
    const batch = (ids: readonly string[]) =>
      admin().crm.deals.batchApi.read({
        inputs: ids.map((id) => ({ id })),
        properties: ["dealname"],
        propertiesWithHistory: [],
      });
    expect((await batch(["opp-elan"])).results.map((deal) => deal.properties["dealname"])).toEqual([
      "Quai 7",
    ]);
    expect(await batch(["opp-elan", "opp-never"])).toMatchObject({
      numErrors: 1,
      errors: [{ category: "OBJECT_NOT_FOUND", context: { ids: ["opp-never"] } }],
      results: [{ id: "opp-elan" }],
    });
  });

  it("searches by a part of a word, sorted, page by page", async () => {
    const search = (after: string) =>
      admin().crm.companies.searchApi.doSearch({
        filterGroups: [
          { filters: [{ propertyName: "name", operator: "CONTAINS_TOKEN" as never, value: "*wind*" }] },
        ],
        sorts: ["name"],
        properties: ["name"],
        limit: 2,
        after,
      });
    const first = await search("0");
    expect(first.total).toBe(5);
    expect(first.results.map((company) => company.id)).toEqual(["acc-defence", "acc-energy"]);
    const second = await search(first.paging?.next?.after ?? "");
    expect(second.results.map((company) => company.id)).toEqual(["acc-nordwind", "acc-marine"]);
  });

  it("reads associations with their labels, those of several records at once too", async () => {
    const { results } = await admin().crm.associations.v4.basicApi.getPage(
      "companies",
      "acc-nordwind",
      "contacts",
    );
    expect(results[0]?.associationTypes.map((type) => type.typeId)).toEqual([280, 2]);
    const batch = await admin().crm.associations.v4.batchApi.getPage("companies", "companies", {
      inputs: [{ id: "acc-energy" }, { id: "acc-quiet" }],
    });
    expect(
      batch.results[0]?.to.map(({ toObjectId, associationTypes }) => [
        toObjectId,
        associationTypes[0]?.typeId,
      ]),
    ).toEqual([
      ["acc-nordwind", 14],
      ["acc-offshore", 13],
    ]);
    expect(batch).toMatchObject({ errors: [{ subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND" }] });
  });

  it("reads owners, those who left apart, pipelines and the names of values", async () => {
    const client = admin();
    const owners = await client.crm.owners.ownersApi.getPage();
    expect(owners.results.map((owner) => owner.id)).toEqual(["user-mara", "user-tomas", "user-ines"]);
    const [left] = (await client.crm.owners.ownersApi.getPage(undefined, undefined, 100, true)).results;
    expect(left).toMatchObject({ id: "user-olaf", archived: true });
    expect(left?.userId).toBeUndefined();
    const [pipeline] = (await client.crm.pipelines.pipelinesApi.getAll("deals")).results;
    expect(pipeline?.stages.find((stage) => stage.label === "Closed Won")?.metadata).toEqual({
      isClosed: "true",
      probability: "1.0",
    });
    const industry = await client.crm.properties.coreApi.getByName("companies", "industry");
    expect(industry.options).toMatchObject([{ value: "ENERGY", label: "Energy" }]);
  });

  it("creates, changes, merges and archives records", async () => {
    const client = admin();
    const { id } = await client.crm.companies.basicApi.create({ properties: { name: "Werft Stralsund" } });
    await client.crm.companies.basicApi.update(id, { properties: { city: "Sassnitz" } });
    const { id: twin } = await client.crm.companies.basicApi.create({ properties: { name: "Werft" } });
    await client.apiRequest({
      method: "POST",
      path: "/crm/objects/2026-09/companies/merge",
      body: { primaryObjectId: id, objectIdToMerge: twin },
    });
    expect(await client.crm.companies.basicApi.getById(twin, ["name", "city"])).toMatchObject({
      id,
      properties: { name: "Werft Stralsund", city: "Sassnitz" },
    });
    await client.crm.companies.basicApi.archive(id);
    await expect(client.crm.companies.basicApi.getById(id)).rejects.toMatchObject({ code: 404 });
  });

  it("makes properties in a group, once", async () => {
    const client = admin();
    const property = {
      name: "plan_note",
      label: "Plan note",
      type: "string",
      fieldType: "text",
      groupName: "planning",
    } as never;
    await expect(client.crm.properties.coreApi.create("companies", property)).rejects.toMatchObject({
      code: 400,
    });
    await client.crm.properties.groupsApi.create("companies", { name: "planning", label: "Planning" });
    await client.crm.properties.coreApi.create("companies", property);
    await expect(client.crm.properties.coreApi.create("companies", property)).rejects.toMatchObject({
      code: 409,
    });
    await client.crm.companies.basicApi.update("acc-elan", { properties: { plan_note: "yes" } });
    const { properties } = await client.crm.companies.basicApi.getById("acc-elan", ["plan_note"]);
    expect(properties["plan_note"]).toBe("yes");
  });

  it("refuses values a property cannot have, as the API does from 2026-09 on", async () => {
    const write = (properties: Record<string, string>) =>
      admin().crm.companies.basicApi.update("acc-elan", { properties });
    await expect(write({ numberofemployees: "many" })).rejects.toMatchObject({ code: 400 });
    await expect(write({ hs_parent_company_id: "acc-elbe" })).rejects.toMatchObject({ code: 400 });
    await expect(write({ no_such_property: "1" })).rejects.toMatchObject({ code: 400 });
  });

  it("is told when its token is over, and what scope it lacks", async () => {
    const poor = createHubspotEmulator(conformanceWorld(), {
      missingScopes: ["crm.objects.line_items.read"],
    });
    const there = await serveHubspot(poor);
    try {
      const { token } = poor.signIn(CONFORMANCE_USERS.rep);
      const client = new Client({ basePath: there.basePath, accessToken: token, numberOfApiCallRetries: 0 });
      await expect(client.crm.lineItems.basicApi.getPage()).rejects.toMatchObject({
        code: 403,
        body: { category: "MISSING_SCOPES" },
      });
      poor.expireToken(token);
      await expect(client.crm.companies.basicApi.getPage()).rejects.toMatchObject({ code: 401 });
    } finally {
      await there.close();
    }
  });

  it("reaches the paths by date through apiRequest", async () => {
    const response = await admin().apiRequest({ path: "/crm/objects/2026-09/companies/acc-elan" });
    expect(await response.json()).toMatchObject({ id: "acc-elan" });
    expect((await admin().apiRequest({ path: "/crm/objects/2031-09/companies" })).status).toBe(404);
  });
});
