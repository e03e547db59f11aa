import type { ReadOptions, RecordId } from "@sweetspot/contract";
import { type RawBuilder, sql } from "kysely";
import type { Access } from "./access.ts";
import type { Queries } from "./database.ts";

/** Which records a user may see, for rooms that know ids from elsewhere. */
export interface CrmSight {
  accounts(ids: readonly RecordId[], options?: ReadOptions): Promise<ReadonlySet<RecordId>>;
  contacts(ids: readonly RecordId[], options?: ReadOptions): Promise<ReadonlySet<RecordId>>;
}

export function createCrmSight(queries: Queries, tenant: string, access: Access): CrmSight {
  const among = async (
    object: "account" | "contact",
    table: RawBuilder<unknown>,
    ids: readonly RecordId[],
    options: ReadOptions | undefined,
  ): Promise<ReadonlySet<RecordId>> => {
    if (ids.length === 0) return new Set();
    const rows = await queries.query(
      sql<{ id: RecordId }>`select r.id from ${table} r where r.tenant = ${tenant}
        and r.id = any(${ids}::text[]) and ${access.visible(object, sql`r.id`)}`,
      options,
    );
    return new Set(rows.map(({ id }) => id));
  };
  return {
    accounts: (ids, options) => among("account", sql`crm_account`, ids, options),
    contacts: (ids, options) => among("contact", sql`crm_contact`, ids, options),
  };
}
