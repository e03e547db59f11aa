import type { CrmReader, PlanStore, ReadOptions, RecordId } from "@sweetspot/contract";
import { createFamilyMemory } from "./family-memory.ts";
import { createLine } from "./line.ts";
import { createOrgMemory, type OrgMemory } from "./org-memory.ts";
import { toOrgSetup } from "./org-setup.ts";
import type { OrgFacts } from "./records/records.ts";
import { createSalesforceReader } from "./salesforce-reader.ts";
import { createSalesforceStore } from "./salesforce-store.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";

export interface SalesforceCrmOptions {
  readonly transport: SalesforceTransport;
  /** The user signed in, `@salesforce/user/Id`. */
  readonly userId: RecordId;
  /** ISO 4217 code of amounts without one: `@salesforce/i18n/currency`. */
  readonly currency: string;
  /** Shared by the adapters of all accounts a page opens as one user; each has its own without it. */
  readonly memory?: OrgMemory;
}

export interface SalesforceCrm {
  readonly reader: CrmReader;
  readonly store: PlanStore;
}

/** The ports of the user whose session the transport carries. */
export function createSalesforceCrm({
  transport,
  userId,
  currency,
  memory = createOrgMemory(),
}: SalesforceCrmOptions): SalesforceCrm {
  const line = createLine(transport, memory);

  async function readFacts(options?: ReadOptions): Promise<OrgFacts> {
    memory.setup ??= toOrgSetup(await line.plan("setup", {}, options));
    return { ...memory.setup, currency };
  }

  return {
    reader: createSalesforceReader({
      line,
      memory,
      user: userId,
      families: createFamilyMemory(),
      facts: readFacts,
    }),
    store: createSalesforceStore(line),
  };
}
