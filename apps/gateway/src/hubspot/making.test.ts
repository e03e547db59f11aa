import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errorOf, NORDWIND, openHubspotApp, OTHER_REP, REP, secretAccountOf } from "./hubspot-app.fixture.ts";

type App = Awaited<ReturnType<typeof openHubspotApp>>;
let app: App;
beforeEach(async () => {
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  await app.connect(REP, 1, app, ["oauth", "crm.objects.contacts.write", "crm.objects.deals.write"]);
  await app.connect(OTHER_REP, 1, app, ["oauth", "crm.objects.deals.write"]);
});
afterEach(() => app.close());

const task = { account: NORDWIND, subject: "Call the buyer", due: "2026-12-01" };
const tasks = () => [...(app.portals[0]?.portal.records.tasks.values() ?? [])];
const send = (token: string, path: string, wish: object, key?: string, of: Pick<App, "ask"> = app) =>
  of.ask(`/api/crm/${path}`, {
    method: "POST",
    body: JSON.stringify(wish),
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
  });

describe("what a widget makes in HubSpot", () => {
  it("is offered as far as the user has granted it, and refused beyond", async () => {
    const makesOf = async (member: typeof REP) => {
      const answer = await app.exchange(app.codeIn((await app.launch({}, { member })).uri));
      return (await answer.json()) as { token: string; makes: string[] };
    };
    expect((await makesOf(REP)).makes).toEqual(["task", "opportunity"]);
    const other = await makesOf(OTHER_REP);
    expect(other.makes).toEqual(["opportunity"]);
    expect(await errorOf(await send(other.token, "tasks", task))).toBe("forbidden");
    expect(tasks()).toEqual([]);
  });

  it("is made once, however often the request comes and to whichever gateway", async () => {
    const token = await app.openSession();
    const second = app.startInstance();
    const sendings = [app, second, app, second].map((of) => send(token, "tasks", task, "wish-0001", of));
    const answers = await Promise.all(sendings);
    const later = await send(token, "tasks", task, "wish-0001");
    const made = (await later.json()) as { id: string };
    expect(tasks().map(({ id }) => id)).toEqual([made.id]);
    for (const answer of answers)
      if (answer.status === 201) expect(await answer.json()).toEqual(made);
      else expect(await errorOf(answer)).toBe("unavailable");
    await send(token, "tasks", task, "wish-0002");
    expect(tasks()).toHaveLength(2);
    expect(await errorOf(await send(token, "tasks", { ...task, subject: "X" }, "wish-0001"))).toBe(
      "malformed",
    );
  });

  it("is looked for before it is made again, where a gateway never heard whether it was", async () => {
    const token = await app.openSession();
    const made = (await (await send(token, "tasks", task, "wish-0003")).json()) as { id: string };
    const [row] = await app.database.query(forgetAnswer());
    expect(row).toBeDefined();
    expect(await (await send(token, "tasks", task, "wish-0003")).json()).toEqual(made);
    expect(tasks()).toHaveLength(1);
  });

  it("can be tried again under the same key after HubSpot refused it", async () => {
    const token = await app.openSession();
    const deal = { account: NORDWIND, name: "Cables", owner: "nobody" };
    app.portals[0]?.portal.definitions.deals.delete("dealname");
    expect(await errorOf(await send(token, "opportunities", deal, "wish-0004"))).toBe("malformed");
    expect((await app.database.query(creations())).length).toBe(0);
  });

  it("stays at the account the session was opened for", async () => {
    const token = await app.openSession();
    const elsewhere = { ...task, account: secretAccountOf(1) };
    expect(await errorOf(await send(token, "tasks", elsewhere))).toBe("not-found");
    expect(await errorOf(await send("hs_invented", "tasks", task))).toBe("unauthenticated");
    expect(await errorOf(await send(token, "tasks", task, "no key!"))).toBe("malformed");
    expect(tasks()).toEqual([]);
  });
});

const creations = () => sql<object>`select key from crm_creation`;
const forgetAnswer = () => sql<object>`update crm_creation set id = null, held_until = null returning key`;
