import {
  type AccountOverview,
  type DataGap,
  INVOLVEMENT_GAPS,
  type InvolvementGap,
  type Opportunity,
  type ReadOptions,
  valueOf,
} from "@sweetspot/contract";
import { type ObjectType, PATHS } from "./api-version.ts";
import { type Desk, idsOf } from "./desk.ts";
import type { HubspotPage, HubspotRecord } from "./raw/answers.ts";
import { COLLABORATORS } from "./records/opportunity.ts";
import { isMissingObject, isMissingScope } from "./to-crm-error.ts";

/** Whether the portal has at least one of something, as far as this app may know. */
type Probe = (desk: Desk, options: ReadOptions | undefined) => Promise<boolean>;

const OVERVIEW_PROBES = {
  "no-line-items": async (desk, options) =>
    (await hasAny(desk, "line_items", options)) ||
    hasProperty(desk, "deals", desk.portal.mapping.opportunityProduct, options),
  "no-products": (desk, options) => hasAny(desk, "products", options),
  "no-hierarchy": (desk, options) => hasProperty(desk, "companies", "hs_parent_company_id", options),
} as const satisfies Partial<Record<DataGap, Probe>>;

const PEOPLE_PROBES: Readonly<Record<InvolvementGap, Probe>> = {
  "no-account-contacts": hasFurtherContacts,
  "no-deal-contacts": ({ reads }, options) =>
    hasMatch(
      reads,
      "deals",
      { propertyName: "num_associated_contacts", operator: "GT", value: "0" },
      options,
    ),
  "no-account-team": (desk, options) => hasOneOf(desk, "companies", desk.portal.mapping.accountTeam, options),
  "no-deal-team": (desk, options) =>
    hasOneOf(
      desk,
      "deals",
      [{ property: COLLABORATORS }, ...(desk.portal.mapping.opportunityTeam ?? [])],
      options,
    ),
};

/** Signs that the family has more than shows. */
export interface Signs {
  readonly accounts: boolean;
  readonly deals: boolean;
  /** Of the account itself. */
  readonly contacts: boolean;
}

/**
 * What the portal keeps none of at all. An account that shows something has answered; otherwise the portal is asked, and
 * what it once had is remembered. HubSpot has no assets.
 */
export async function readGaps(
  desk: Desk,
  shown: Omit<AccountOverview, "account" | "gaps">,
  signs: Signs,
  options?: ReadOptions,
): Promise<DataGap[]> {
  const { kept } = desk.portal;
  if (shown.family.items.some(({ parent }) => parent.state === "known")) kept.add("no-hierarchy");
  if (shown.opportunities.items.some(hasLineItems)) kept.add("no-line-items");
  if (shown.products.items.length > 0) kept.add("no-products");
  return [...(await missing(desk, OVERVIEW_PROBES, options)), "no-assets", ...toHidden(signs)];
}

/** HubSpot does not tell what it withholds, but an association may lead to what does not show, and contacts are counted. */
function toHidden({ accounts, deals, contacts }: Signs): DataGap[] {
  return [
    ...(accounts ? (["hidden-accounts"] as const) : []),
    ...(deals ? (["hidden-opportunities"] as const) : []),
    ...(contacts ? (["hidden-contacts"] as const) : []),
    ...(accounts && deals ? [] : (["hidden-unknown"] as const)),
  ];
}

/** @param seen gaps that what was read has closed already */
export async function readInvolvementGaps(
  desk: Desk,
  seen: ReadonlySet<InvolvementGap>,
  options?: ReadOptions,
): Promise<InvolvementGap[]> {
  for (const gap of seen) desk.portal.kept.add(gap);
  const gaps = await missing(desk, PEOPLE_PROBES, options);
  return INVOLVEMENT_GAPS.filter((gap) => gaps.includes(gap));
}

async function missing<Gap extends DataGap | InvolvementGap>(
  desk: Desk,
  probes: Readonly<Record<Gap, Probe>>,
  options: ReadOptions | undefined,
): Promise<Gap[]> {
  const { kept } = desk.portal;
  const open = (Object.keys(probes) as Gap[]).filter((gap) => !kept.has(gap));
  const found = await Promise.all(open.map((gap) => probes[gap](desk, options)));
  for (const [index, gap] of open.entries()) if (found[index]) kept.add(gap);
  return open.filter((gap) => !kept.has(gap));
}

/** Line items withheld are there too. */
const hasLineItems = ({ lineItems }: Opportunity): boolean =>
  lineItems.state === "hidden" || (valueOf(lineItems)?.length ?? 0) > 0;

/** What the app may not read, or the portal does not have, it does not keep for us. */
async function hasAny(
  { reads }: Desk,
  type: "line_items" | "products",
  options: ReadOptions | undefined,
): Promise<boolean> {
  try {
    const page = await reads.get<HubspotPage<HubspotRecord>>(
      `${type}.first`,
      PATHS.records(type),
      { limit: "1" },
      options,
    );
    return (page.results ?? []).length > 0;
  } catch (error) {
    if (isMissingScope(error) || isMissingObject(error)) return false;
    throw error;
  }
}

async function hasMatch(
  reads: Desk["reads"],
  type: ObjectType,
  filter: object,
  options: ReadOptions | undefined,
): Promise<boolean> {
  const page = await reads.search(
    type,
    { filters: [filter], properties: ["hs_object_id"], limit: 1 },
    options,
  );
  return (page.total ?? 0) > 0;
}

const hasProperty = async (
  { reads }: Desk,
  type: "companies" | "deals",
  propertyName: string | undefined,
  options: ReadOptions | undefined,
): Promise<boolean> =>
  propertyName !== undefined && hasMatch(reads, type, { propertyName, operator: "HAS_PROPERTY" }, options);

async function hasOneOf(
  desk: Desk,
  type: "companies" | "deals",
  properties: readonly { readonly property: string }[] | undefined,
  options: ReadOptions | undefined,
): Promise<boolean> {
  for (const { property } of properties ?? [])
    if (await hasProperty(desk, type, property, options)) return true;
  return false;
}

/** HubSpot counts no contacts beside those of their own company, so its first hundred contacts stand for all. */
async function hasFurtherContacts({ reads }: Desk, options: ReadOptions | undefined): Promise<boolean> {
  const page = await reads.get<HubspotPage<HubspotRecord>>(
    "contacts.first",
    PATHS.records("contacts"),
    { limit: "100", properties: "hs_buying_role" },
    options,
  );
  const contacts = page.results ?? [];
  if (contacts.some(({ properties }) => properties?.["hs_buying_role"])) return true;
  const associations = await reads.associations("contacts", "companies", idsOf(contacts), options);
  return [...associations.values()].some(
    (companies) =>
      companies.length > 1 ||
      companies.some(({ types }) => types.some(({ category }) => category !== "HUBSPOT_DEFINED")),
  );
}
