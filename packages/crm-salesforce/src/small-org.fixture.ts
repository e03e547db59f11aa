import { type RecordId, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import { createSalesforceEmulator, type SalesforceEmulatorOptions } from "@sweetspot/salesforce-emulator";
import type { FieldMapping } from "./field-mapping.ts";
import type { OrgMemory } from "./org-memory.ts";
import { createRestTransport } from "./rest-transport.ts";
import { createSalesforceCrm } from "./salesforce-crm.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";

export interface SmallOrgOptions extends SalesforceEmulatorOptions {
  readonly user?: RecordId;
  readonly currency?: string;
  readonly mapping?: FieldMapping;
  readonly memory?: OrgMemory;
  /** Stands between adapter and org. */
  readonly around?: (transport: SalesforceTransport) => SalesforceTransport;
}

/** An emulated org and the adapter of one of its users, without a network between them. */
export function openOrg(world: Partial<CrmWorld> = {}, options: SmallOrgOptions = {}) {
  const emulator = createSalesforceEmulator({ ...conformanceWorld(), ...world }, options);
  const {
    user = CONFORMANCE_USERS.admin,
    currency = "EUR",
    mapping = emulator.mapping,
    around = (same) => same,
    memory,
  } = options;
  const as = (member: RecordId) => {
    const token = emulator.signIn(member);
    const transport = createRestTransport({
      instanceUrl: "https://org.example",
      token: () => token,
      mapping,
      fetch: async (url, init) => emulator.handle(new Request(url, init)),
    });
    return createSalesforceCrm({
      transport: around(transport),
      userId: member,
      currency,
      mapping,
      ...(memory ? { memory } : {}),
    });
  };
  return {
    emulator,
    as,
    user,
    ...as(user),
    /** Names of the GraphQL reads and paths of the Apex calls so far. */
    asked: () => emulator.requests.map((request) => request.replace(/^graphql |^POST .*\/plan\//, "")),
  };
}

export const NORDWIND = toRecordId("acc-nordwind");
