import { createPrivacy, type Database, type ExportedRow } from "@sweetspot/crm-sql";

/** A tenant's data as its own admins may have it, or have it gone. */
export interface TenantPrivacy {
  /** Every row, by table. */
  export(tenant: string): Promise<Readonly<Record<string, readonly ExportedRow["row"][]>>>;
  /** A portal of HubSpot's stays connected: its admins end that by itself. */
  erase(tenant: string): Promise<void>;
}

export function createTenantPrivacy(database: Database): TenantPrivacy {
  const privacy = createPrivacy(database);
  return {
    async export(tenant) {
      const tables: Record<string, ExportedRow["row"][]> = {};
      await privacy.exportTenant(tenant, async ({ table, row }) => void (tables[table] ??= []).push(row));
      return tables;
    },
    async erase(tenant) {
      await privacy.eraseTenant(tenant, { keepConnection: true });
    },
  };
}
