import {
  type CrmReader,
  type PlanStore,
  type ReadOptions,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { type FieldMapping, refuseBadMapping } from "./field-mapping.ts";
import { createLine } from "./line.ts";
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
}: SalesforceCrmOptions): SalesforceCrm {
  refuseBadMapping(mapping);
  const line = createLine(transport);
  let admins: ReadonlySet<RecordId> | undefined;

  async function readAdmins(options?: ReadOptions): Promise<ReadonlySet<RecordId>> {
    if (admins) return admins;
    const ids = await line.plan("admins", {}, options);
    admins = new Set(Array.isArray(ids) ? ids.map((id) => toRecordId(String(id))) : []);
    return admins;
  }

  return {
    reader: createSalesforceReader({ line, user: userId, facts: { mapping, currency }, admins: readAdmins }),
    store: createSalesforceStore(line),
  };
}
