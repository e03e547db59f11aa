import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createHubspotEmulator, type HubspotEmulator } from "@sweetspot/hubspot-emulator";
import { type RunningEmulator, serveHubspot } from "@sweetspot/hubspot-emulator/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHubspotClient } from "./hubspot-client.ts";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal } from "./hubspot-portal.ts";
import { NORDWIND, openPortal } from "./small-portal.fixture.ts";

/** HubSpot's own client over sockets, with the machine's clock: what no stand-in shows. */
describe("over a real connection", () => {
  let emulator: HubspotEmulator;
  let running: RunningEmulator;
  beforeAll(async () => {
    emulator = createHubspotEmulator(conformanceWorld());
    running = await serveHubspot(emulator);
  });
  afterAll(() => running.close());

  const connect = (user: typeof CONFORMANCE_USERS.rep) => {
    const { token, userId } = emulator.signIn(user);
    const portal = createHubspotPortal({
      client: createHubspotClient(running.basePath),
      mapping: emulator.mapping,
    });
    return createHubspotCrm({
      portal,
      user: { id: userId, token: async () => token },
      planStore: () => Promise.reject(new Error("No plans here.")),
    });
  };

  it("an account opens as it does without one", async () => {
    const [near, far] = await Promise.all([
      openPortal({}, { user: CONFORMANCE_USERS.rep }).reader.openAccount(NORDWIND),
      connect(CONFORMANCE_USERS.rep).reader.openAccount(NORDWIND),
    ]);
    expect(far).toEqual(near);
  });

  it("users of one process are told apart by the token of each request", async () => {
    const people = [CONFORMANCE_USERS.rep, CONFORMANCE_USERS.otherRep, CONFORMANCE_USERS.admin];
    const answers = await Promise.all(people.map((user) => connect(user).reader.whoAmI()));
    expect(answers.map(({ id }) => id)).toEqual(people);
  });

  it("a line that breaks once is not noticed, one that stays broken is", async () => {
    const { reader } = connect(CONFORMANCE_USERS.rep);
    await reader.listAccounts({});
    emulator.failNext("line-broken");
    expect((await reader.listAccounts({})).items.length).toBeGreaterThan(0);
    emulator.failNext("line-broken", { times: 2 });
    await expect(reader.listAccounts({})).rejects.toMatchObject({ code: "unavailable" });
  });

  it("whoever leaves while HubSpot is asked is let go with his reason", async () => {
    const leaving = new AbortController();
    const opening = connect(CONFORMANCE_USERS.rep).reader.openAccount(NORDWIND, { signal: leaving.signal });
    setTimeout(() => leaving.abort("left the page"), 3);
    await expect(opening).rejects.toBe("left the page");
  });
});
