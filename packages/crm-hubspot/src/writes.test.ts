import { accountScope, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal } from "./hubspot-portal.ts";
import { clientOf, NORDWIND, openPortal } from "./small-portal.fixture.ts";

const { rep, otherRep } = CONFORMANCE_USERS;
const task = { account: NORDWIND, subject: "Call the buyer", due: "2026-12-01" };
const open = (options: Parameters<typeof openPortal>[1] = {}) => openPortal({}, { user: rep, ...options });

describe("what a widget makes in HubSpot", () => {
  it("is a task at the company, due that day, of the user unless somebody else is named", async () => {
    const { createTask, emulator } = open();
    const id = await createTask({ ...task, note: "Ask for the budget" });
    const made = emulator.portal.records.tasks.get(id)?.properties;
    expect(made).toMatchObject({
      hs_task_subject: "Call the buyer",
      hs_task_body: "Ask for the budget",
      hs_timestamp: "2026-12-01T12:00:00.000Z",
      hubspot_owner_id: rep,
    });
    expect(emulator.portal.associations.of("tasks", id, "companies").map((one) => one.id)).toEqual([
      NORDWIND,
    ]);
    const others = await createTask({ ...task, owner: otherRep });
    expect(emulator.portal.records.tasks.get(others)?.properties["hubspot_owner_id"]).toBe(otherRep);
  });

  it("is a deal in the first open stage, which the account shows at once", async () => {
    const { createOpportunity, reader, emulator } = open({ settings: { freshMs: 60_000 } });
    await reader.listOpportunities(NORDWIND);
    const id = await createOpportunity({
      account: NORDWIND,
      name: "Cables for Bucharest",
      amount: { amount: 1200.5, currency: "EUR" },
      closeDate: "2027-01-31",
      product: toRecordId("prd-service"),
    });
    const deal = (await reader.listOpportunities(NORDWIND)).items.find((one) => one.id === id);
    expect(deal).toMatchObject({
      name: "Cables for Bucharest",
      status: "open",
      account: { value: NORDWIND },
      amount: { value: { amount: 1200.5, currency: "EUR" } },
      closeDate: { value: "2027-01-31" },
      owner: { value: rep },
    });
    expect(emulator.portal.records.deals.get(id)?.properties["main_product"]).toBe("prd-service");
  });

  it("is a deal that names its product in words where the portal has no field for it, as far as the user may see it", async () => {
    const wish = { account: NORDWIND, name: "Service for Bucharest", product: toRecordId("prd-service") };
    const { createOpportunity, emulator } = open({ mapping: {} });
    const [product] = conformanceWorld().products.filter(({ id }) => id === wish.product);
    const made = emulator.portal.records.deals.get(await createOpportunity(wish))?.properties;
    expect(made?.["description"]).toBe(product?.name);
    const unseen = open({ mapping: {}, missingScopes: ["crm.objects.products.read"] });
    const without = unseen.emulator.portal.records.deals.get(
      await unseen.createOpportunity(wish),
    )?.properties;
    expect(without).toMatchObject({ dealname: wish.name });
    expect(without?.["description"] ?? null).toBeNull();
  });

  it("is sent once: where the answer is lost nobody repeats it blindly, and the next attempt looks first", async () => {
    const { createTask, emulator, clock } = open();
    const began = new Date(clock.now());
    emulator.portal.records.tasks.clear();
    const id = await createTask(task);
    expect(await createTask(task, began)).toBe(id);
    expect(emulator.portal.records.tasks.size).toBe(1);
    // Of another subject, or made long before: not this one.
    expect(await createTask({ ...task, subject: "Call the boss" }, began)).not.toBe(id);
    expect(await createTask(task, new Date(clock.now() + 3_600_000))).not.toBe(id);
  });

  it("is made once though the answer is lost on its way: it is not sent again, and then found", async () => {
    const { emulator, clock } = open();
    const client = clientOf(emulator);
    const losing: typeof client = {
      async apiRequest(request) {
        const answer = await client.apiRequest(request);
        if (request.method === "POST" && request.path?.endsWith("/tasks"))
          throw new TypeError("fetch failed");
        return answer;
      },
    };
    const { token, userId } = emulator.signIn(rep);
    const crmOver = (through: typeof client) =>
      createHubspotCrm({
        portal: createHubspotPortal({
          client: through,
          mapping: emulator.mapping,
          clock,
        }),
        user: { id: userId, token: () => token },
        planStore: () => Promise.reject(new Error("No plan is needed.")),
      });
    const began = new Date(clock.now());
    await expect(crmOver(losing).createTask(task)).rejects.toMatchObject({ code: "unavailable" });
    const [made, ...more] = [...emulator.portal.records.tasks.keys()];
    expect(more).toEqual([]);
    expect(await crmOver(client).createTask(task, began)).toBe(made);
    expect(emulator.portal.records.tasks.size).toBe(1);
  });

  it("is nothing at a company the user may not see, or in a portal whose scope is missing", async () => {
    const { createTask, emulator } = open();
    await expect(createTask({ ...task, account: toRecordId("acc-secret") })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(emulator.portal.records.tasks.size).toBe(0);
    const { createOpportunity } = open({ missingScopes: ["crm.objects.deals.write"] });
    await expect(createOpportunity({ account: NORDWIND, name: "X" })).rejects.toMatchObject({
      code: "forbidden",
      detail: { missingScopes: ["crm.objects.deals.write"] },
    });
  });

  it("leaves the plan as it is", async () => {
    const { createTask, store } = open();
    await createTask(task);
    expect((await store.load([accountScope(NORDWIND)]))[0]?.version).toBe(0);
  });
});
