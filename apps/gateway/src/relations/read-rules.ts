import { LIBRARY, type PlanStore } from "@sweetspot/contract";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";

/** The fields of the admin's rules; none where he has written none. */
export async function readRules(store: PlanStore): Promise<Readonly<Record<string, unknown>>> {
  const [library] = await store.load([LIBRARY]);
  return library?.records.find(({ id }) => id === RELATION_RULES_ID)?.fields ?? {};
}
