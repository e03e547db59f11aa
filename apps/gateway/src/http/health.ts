import type { Database, SqlCrm } from "@sweetspot/crm-sql";

export interface Health {
  readonly status: "ready" | "starting" | "failed";
  readonly version: string;
  readonly storage: { readonly kind: Database["kind"]; readonly state: "ready" | "opening" | "failed" };
}

const PATIENCE_MS = 2000;

/** Asks the database; one that does not answer within two seconds has failed. */
export async function checkHealth(
  crm: Pick<SqlCrm, "ping">,
  kind: Database["kind"],
  version: string,
): Promise<Health> {
  const ready = await crm.ping({ signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    () => true,
    () => false,
  );
  return {
    status: ready ? "ready" : "failed",
    version,
    storage: { kind, state: ready ? "ready" : "failed" },
  };
}
