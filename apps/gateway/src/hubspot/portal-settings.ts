import { type FieldMapping, STANDARD_FIELD_NAMES } from "@sweetspot/crm-hubspot";
import type { Settings } from "@sweetspot/crm-sql";
import { z } from "zod";
import { storageMode, writeStorageMode } from "./plan-storage.ts";
import { MAPPING_SETTING } from "./tenants.ts";

/** What an admin of a portal decides. */
export interface PortalSettings {
  /** Widgets that are switched off. */
  readonly offWidgets: readonly string[];
  readonly mapping: FieldMapping;
}

const OFF_SETTING = "off-widgets";

const offWidgets = z.array(z.string().min(1).max(100)).max(200);
const property = z.string().max(100);
const properties = z
  .array(z.strictObject({ property, label: z.string().max(200) }))
  .max(100)
  .exactOptional();
const standard = z.strictObject(
  Object.fromEntries(STANDARD_FIELD_NAMES.map((name) => [name, property.exactOptional()])),
);
const mapping: z.ZodType<FieldMapping> = z.strictObject({
  standard: standard.exactOptional(),
  account: properties,
  opportunity: properties,
  opportunityProduct: property.exactOptional(),
  contactDepartment: property.exactOptional(),
  productFamily: property.exactOptional(),
  accountTeam: properties,
  opportunityTeam: properties,
});

export const settingsChange = z.strictObject({
  offWidgets: offWidgets.optional(),
  mapping: mapping.optional(),
  storage: storageMode.optional(),
  /** Whether the admin who asks lends his rights for what is done in the background; false ends it for whoever has. */
  background: z.boolean().optional(),
});

export async function readPortalSettings(settings: Settings): Promise<PortalSettings> {
  const [off, mapped] = await Promise.all([settings.read(OFF_SETTING), settings.read(MAPPING_SETTING)]);
  return { offWidgets: offWidgets.catch([]).parse(off), mapping: mapping.catch({}).parse(mapped) };
}

/** Writes what is named and leaves the rest. */
export async function writePortalSettings(
  settings: Settings,
  change: z.output<typeof settingsChange>,
): Promise<void> {
  if (change.offWidgets) await settings.write(OFF_SETTING, change.offWidgets);
  if (change.mapping) await settings.write(MAPPING_SETTING, change.mapping);
  if (change.storage) await writeStorageMode(settings, change.storage);
}
