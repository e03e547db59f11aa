import { CrmError, type ReadOptions } from "@sweetspot/contract";
import { PATHS } from "../api-version.ts";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import type { Line } from "../line.ts";
import type { HubspotPage } from "../raw/answers.ts";
import { isMissingScope } from "../to-crm-error.ts";

/** Name of the custom object that holds commits; never changed once portals have it. */
export const COMMIT_OBJECT = "sweetspot_plan_commit";
/** One for each version of each plan: HubSpot refuses a second record with the same. */
export const SLOT = "slot";
/** A text property holds 65,536 characters [2nd]. */
const CHUNK = 60_000;
const CHUNKS = 12;
export const chunkNames: readonly string[] = Array.from(
  { length: CHUNKS },
  (_, index) => `entry_${index + 1}`,
);

/** Can plans be kept in this portal itself, as far as its answers tell? */
export type NativeStorageState = "ready" | "no-custom-objects" | "missing-scopes";

interface HubspotSchema {
  readonly name?: string;
  readonly objectTypeId?: string;
}

interface Place {
  readonly portal: HubspotPortal;
  readonly token: HubspotUser["token"];
}

const types = new WeakMap<HubspotPortal, string>();

/** @returns undefined where the portal has none yet */
export async function findCommitType(
  portal: HubspotPortal,
  line: Line,
  options?: ReadOptions,
): Promise<string | undefined> {
  const known = types.get(portal);
  if (known !== undefined) return known;
  const { results } = await line.send<HubspotPage<HubspotSchema>>(
    { name: "schemas", path: PATHS.schemas },
    options,
  );
  const type = (results ?? []).find(({ name }) => name === COMMIT_OBJECT)?.objectTypeId;
  if (type !== undefined) types.set(portal, type);
  return type;
}

/** @throws CrmError `unavailable` where nobody has prepared the portal */
export async function commitType(portal: HubspotPortal, line: Line, options?: ReadOptions): Promise<string> {
  const type = await findCommitType(portal, line, options);
  if (type !== undefined) return type;
  throw new CrmError(
    "unavailable",
    "This portal has no records for plans: choose the storage anew in the settings.",
  );
}

/**
 * Makes the custom object that commits are kept in, where the portal lacks it, as this admin.
 *
 * @returns why it cannot: a portal below ENTERPRISE has no custom objects, and scopes may not have been granted
 */
export async function prepareNativeStorage(
  { portal, token }: Place,
  options?: ReadOptions,
): Promise<NativeStorageState> {
  const line = portal.line(token);
  try {
    if ((await findCommitType(portal, line, options)) !== undefined) return "ready";
    const text = (name: string, label: string) => ({ name, label, type: "string", fieldType: "textarea" });
    const made = await line.send<HubspotSchema>(
      {
        name: "schemas.create",
        method: "POST",
        path: PATHS.schemas,
        body: {
          name: COMMIT_OBJECT,
          labels: { singular: "Sweetspot plan entry", plural: "Sweetspot plan entries" },
          primaryDisplayProperty: SLOT,
          requiredProperties: [SLOT],
          properties: [
            {
              name: SLOT,
              label: "Place in the plan",
              type: "string",
              fieldType: "text",
              hasUniqueValue: true,
            },
            ...chunkNames.map((name, index) => text(name, `Entry, part ${index + 1}`)),
          ],
        },
      },
      options,
    );
    if (made.objectTypeId !== undefined) types.set(portal, made.objectTypeId);
    return "ready";
  } catch (error) {
    if (isMissingScope(error)) return "missing-scopes";
    if (CrmError.is(error, "forbidden") || CrmError.is(error, "malformed")) return "no-custom-objects";
    throw error;
  }
}

/** An entry's JSON in the properties it is kept in. @throws CrmError `malformed` for one that is too large */
export function toChunks(text: string): Record<string, string> {
  if (text.length > CHUNK * chunkNames.length)
    throw new CrmError("malformed", "This change is too large for records in HubSpot: make it in parts.");
  return Object.fromEntries(
    chunkNames.flatMap((name, index) => {
      const part = text.slice(index * CHUNK, (index + 1) * CHUNK);
      return part === "" ? [] : [[name, part]];
    }),
  );
}
