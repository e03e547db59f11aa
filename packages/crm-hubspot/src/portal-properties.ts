import type { ReadOptions } from "@sweetspot/contract";
import { PATHS } from "./api-version.ts";
import type { HubspotUser } from "./hubspot-crm.ts";
import type { HubspotPortal } from "./hubspot-portal.ts";
import type { HubspotPage, HubspotProperty } from "./raw/answers.ts";
import type { StandardField, ValueKind } from "./standard-fields.ts";
import { isMissingObject, isMissingScope } from "./to-crm-error.ts";

/** A property an admin may choose. */
export interface PortalProperty {
  readonly name: string;
  readonly label: string;
  readonly kind: ValueKind;
}

/** What a portal defines, by object; undefined where this app may not know. */
export type PortalProperties = Readonly<
  Record<StandardField["object"], readonly PortalProperty[] | undefined>
>;

const OBJECTS: readonly StandardField["object"][] = ["companies", "contacts", "deals", "products"];

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: "text",
  phone_number: "text",
  number: "number",
  date: "date",
  datetime: "date",
  enumeration: "choice",
};

/** The definitions as they are now, never from memory: an admin has perhaps made a property a moment ago. */
export async function readPortalProperties(
  { portal, token }: { readonly portal: HubspotPortal; readonly token: HubspotUser["token"] },
  options?: ReadOptions,
): Promise<PortalProperties> {
  const line = portal.line(token);
  const read = async (object: StandardField["object"]): Promise<readonly PortalProperty[] | undefined> => {
    try {
      const { results } = await line.send<HubspotPage<HubspotProperty>>(
        { name: `${object}.properties`, path: PATHS.properties(object) },
        options,
      );
      return (results ?? []).flatMap(toProperty).toSorted(byLabel);
    } catch (error) {
      if (isMissingScope(error) || isMissingObject(error)) return undefined;
      throw error;
    }
  };
  const lists = await Promise.all(OBJECTS.map(read));
  return Object.fromEntries(OBJECTS.map((object, index) => [object, lists[index]])) as PortalProperties;
}

function toProperty(property: HubspotProperty): PortalProperty[] {
  const { name, label, type, referencedObjectType, hidden, archived } = property;
  const kind = referencedObjectType === "OWNER" ? "people" : KINDS[type ?? ""];
  if (kind === undefined || hidden === true || archived === true) return [];
  return [{ name, label: label ?? name, kind }];
}

const byLabel = (one: PortalProperty, other: PortalProperty): number =>
  one.label.localeCompare(other.label, "en") || (one.name < other.name ? -1 : 1);
