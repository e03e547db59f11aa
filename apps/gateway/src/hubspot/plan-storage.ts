import { type Scope, scopeKey } from "@sweetspot/contract";
import type { LostCommit } from "@sweetspot/crm-hubspot";
import type { Settings } from "@sweetspot/crm-sql";
import { z } from "zod";

/** Where a portal keeps its plans: in the gateway's database, or as records in HubSpot, weak with several writers. */
export const storageMode = z.enum(["gateway", "hubspot"]);
export type StorageMode = z.output<typeof storageMode>;

/** Scopes without which nobody reads or writes plans in HubSpot. */
export const NATIVE_SCOPES: readonly string[] = [
  "crm.objects.custom.read",
  "crm.objects.custom.write",
  "crm.schemas.custom.read",
  "crm.schemas.custom.write",
];

const MODE_SETTING = "plan-storage";
const LOST_PREFIX = "lost-commit:";
/** So long a card says that an edit was lost. */
const TOLD_MS = 14 * 86_400_000;

/** Never remembered: two gateways that disagreed would write to two places. */
export const readStorageMode = async (settings: Settings): Promise<StorageMode> =>
  storageMode.catch("gateway").parse(await settings.read(MODE_SETTING));

export const writeStorageMode = (settings: Settings, mode: StorageMode): Promise<void> =>
  settings.write(MODE_SETTING, mode);

/** An edit that another one has displaced, as a card tells it. */
export interface LostEdit {
  readonly at: string;
  /** Records of the plan it had changed. */
  readonly records: number;
}

const lostShape = z.object({ scope: z.string(), at: z.string(), records: z.number(), told: z.number() });

/** @param now in milliseconds */
export async function noteLost(settings: Settings, { scope, entry }: LostCommit, now: number): Promise<void> {
  const value: z.output<typeof lostShape> = {
    scope: scopeKey(scope),
    at: entry.at,
    records: entry.stored.length,
    told: now,
  };
  await settings.write(`${LOST_PREFIX}${entry.id}`, value);
}

/** @param log under whose places the plan's commits stand */
export async function readLost(settings: Settings, log: Scope, now: number): Promise<readonly LostEdit[]> {
  const names = await settings.list(LOST_PREFIX);
  const found = await Promise.all(names.map((name) => settings.read(name)));
  const own = scopeKey(log);
  return found.flatMap((value): LostEdit[] => {
    const { data } = lostShape.safeParse(value);
    if (!data || data.told < now - TOLD_MS || (data.scope !== own && data.scope !== "library")) return [];
    return [{ at: data.at, records: data.records }];
  });
}
