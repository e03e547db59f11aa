import { type RecordId, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { CONFORMANCE_USERS, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import {
  createHubspotEmulator,
  type HubspotEmulator,
  type HubspotEmulatorOptions,
} from "@sweetspot/hubspot-emulator";
import type { FieldMapping } from "./field-mapping.ts";
import type { HubspotClient } from "./hubspot-client.ts";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal, type HubspotPortalOptions } from "./hubspot-portal.ts";
import type { ObservedCall } from "./line.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";

/** HubSpot's client without HubSpot: what it would send is answered by the emulator in this process. */
export const clientOf = (emulator: Pick<HubspotEmulator, "handle">): HubspotClient => ({
  async apiRequest({ method = "GET", path = "/", headers = {}, qs = {}, body }) {
    const url = `https://api.hubapi.com${path}?${new URLSearchParams(qs).toString()}`;
    const response = await emulator.handle(
      new Request(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    );
    if (response.type === "error") throw new TypeError("fetch failed");
    return response;
  },
});

export interface SmallPortalOptions extends HubspotEmulatorOptions {
  readonly user?: RecordId;
  readonly mapping?: FieldMapping;
  readonly settings?: Partial<HubspotPortalOptions>;
}

/** An emulated portal and the adapter of one of its users, with a clock nobody waits for. */
export function openPortal(world: Partial<CrmWorld> = {}, options: SmallPortalOptions = {}) {
  const whole = { ...conformanceWorld(), ...world };
  const clock = createQuickClock();
  const emulator = createHubspotEmulator(whole, { now: clock.now, ...options });
  const { user = CONFORMANCE_USERS.admin, mapping = emulator.mapping, settings = {} } = options;
  const observed: ObservedCall[] = [];
  const portal = createHubspotPortal({
    client: clientOf(emulator),
    mapping,
    clock,
    observe: (call) => observed.push(call),
    ...settings,
  });
  const memory = createMemoryCrm(whole);
  const as = (member: RecordId) => {
    const { token, userId } = emulator.signIn(member);
    const crm = createHubspotCrm({
      portal,
      user: { id: userId, token: () => token },
      planStore: ({ id }) => memory.as(id).store,
    });
    return { ...crm, token };
  };
  return {
    emulator,
    portal,
    clock,
    observed,
    memory,
    as,
    ...as(user),
    /** What was asked since the last time this was called. */
    asked(): string[] {
      const names = observed.map(({ name }) => name);
      observed.length = 0;
      return names;
    },
  };
}

export const NORDWIND = toRecordId("acc-nordwind");
