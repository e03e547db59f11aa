import {
  type CrmReader,
  type PlanStore,
  type ReadOptions,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { type FieldMapping, refuseBadMapping } from "./field-mapping.ts";
import { createFamilyMemory } from "./family-memory.ts";
import { createLine } from "./line.ts";
import { createOrgMemory, type OrgMemory } from "./org-memory.ts";
import { createSalesforceReader } from "./salesforce-reader.ts";
import { createSalesforceStore } from "./salesforce-store.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";

export interface SalesforceCrmOptions {
  readonly transport: SalesforceTransport;
  /** The user signed in, `@salesforce/user/Id`. */
  readonly userId: RecordId;
  /** ISO 4217 code of amounts without one: `@salesforce/i18n/currency`. */
  readonly currency: string;
  /** The same as the transport's host uses to make documents. */
  readonly mapping?: FieldMapping;
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
  mapping = {},
  memory = createOrgMemory(),
}: SalesforceCrmOptions): SalesforceCrm {
  refuseBadMapping(mapping);
  const line = createLine(transport, memory);

  async function readAdmins(options?: ReadOptions): Promise<ReadonlySet<RecordId>> {
    if (memory.admins) return memory.admins;
    const ids = await line.plan("admins", {}, options);
    memory.admins = new Set(Array.isArray(ids) ? ids.map((id) => toRecordId(String(id))) : []);
    return memory.admins;
  }

  return {
    reader: createSalesforceReader({
      line,
      memory,
      user: userId,
      facts: { mapping, currency },
      families: createFamilyMemory(),
      admins: readAdmins,
    }),
    store: createSalesforceStore(line),
  };
}
