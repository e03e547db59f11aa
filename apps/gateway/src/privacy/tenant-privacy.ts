import {
  createAudit,
  createPrivacy,
  type Database,
  type ExportedRow,
  type TenantDecision,
} from "@sweetspot/crm-sql";

/** A tenant's data as its own admins may have it, or have it gone. */
export interface TenantPrivacy {
  /** Every row, one table after the other, as it leaves the database: who keeps them all keeps the whole tenant in memory. */
  export(tenant: string, write: (row: ExportedRow) => Promise<void>): Promise<void>;
  /** Remembers who takes it away, before he gets it. */
  noteExport(tenant: string, by: string): Promise<void>;
  /** Remembers who decides it, before it is so. */
  noteDecision(tenant: string, by: string, decision: TenantDecision): Promise<void>;
  /** A portal of HubSpot's stays connected: its admins end that by itself. Who did it is all that stays. */
  erase(tenant: string, by: string): Promise<void>;
}

export function createTenantPrivacy(database: Database): TenantPrivacy {
  const privacy = createPrivacy(database);
  const audit = createAudit(database);
  return {
    export: (tenant, write) => privacy.exportTenant(tenant, write),
    noteExport: (tenant, by) => audit.noteAct({ tenant, by, did: "exported", scope: "tenant" }),
    noteDecision: (tenant, by, did) => audit.noteAct({ tenant, by, did, scope: "tenant" }),
    async erase(tenant, by) {
      await privacy.eraseTenant(tenant, { keepConnection: true, by });
    },
  };
}
