import { type RecordId, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import { createSalesforceEmulator, type SalesforceEmulatorOptions } from "@sweetspot/salesforce-emulator";
import type { OrgMemory } from "./org-memory.ts";
import { createRestTransport } from "./rest-transport.ts";
import { createSalesforceCrm } from "./salesforce-crm.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";

export interface SmallOrgOptions extends SalesforceEmulatorOptions {
  readonly user?: RecordId;
  readonly currency?: string;
  readonly memory?: OrgMemory;
  /** Stands between adapter and org. */
  readonly around?: (transport: SalesforceTransport) => SalesforceTransport;
}

/** An emulated org and the adapter of one of its users, without a network between them. */
export function openOrg(world: Partial<CrmWorld> = {}, options: SmallOrgOptions = {}) {
  const emulator = createSalesforceEmulator({ ...conformanceWorld(), ...world }, options);
  const { user = CONFORMANCE_USERS.admin, currency = "EUR", around = (same) => same, memory } = options;
  const transports = new Map<RecordId, SalesforceTransport>();
  const transportOf = (member: RecordId): SalesforceTransport => {
    const token = emulator.signIn(member);
    const fresh = createRestTransport({
      instanceUrl: "https://org.example",
      token: () => token,
      fetch: async (url, init) => emulator.handle(new Request(url, init)),
    });
    // Who shares a memory is one page, which has one transport.
    const transport = (memory && transports.get(member)) ?? around(fresh);
    transports.set(member, transport);
    return transport;
  };
  const as = (member: RecordId) =>
    createSalesforceCrm({
      transport: transportOf(member),
      userId: member,
      currency,
      ...(memory ? { memory } : {}),
    });
  return {
    emulator,
    as,
    user,
    ...as(user),
    /** Names of the GraphQL reads and of the Apex calls so far, but for `setup`, which every page begins with. */
    asked: () => namesOf(emulator.requests).filter((name) => name !== "setup"),
    askedInAll: () => namesOf(emulator.requests),
  };
}

const namesOf = (requests: readonly string[]): string[] =>
  requests.map((request) => request.replace(/^graphql |^POST .*\/plan\//, ""));

export const NORDWIND = toRecordId("acc-nordwind");
