import {
  type AccountOverview,
  type DataGap,
  type Opportunity,
  type ReadOptions,
  valueOf,
} from "@sweetspot/contract";
import { PATHS } from "./api-version.ts";
import type { Desk } from "./desk.ts";
import type { HubspotPage, HubspotRecord } from "./raw/answers.ts";
import { isMissingObject, isMissingScope } from "./to-crm-error.ts";

/** A gap, and how to find out that there is none. */
type Probe = (options: ReadOptions | undefined) => Promise<boolean>;

/**
 * What the portal keeps none of at all. An account that shows something has answered; otherwise the portal is asked, and
 * what it once had is remembered. HubSpot has no assets, and does not tell what it withholds.
 */
export async function readGaps(
  desk: Desk,
  shown: Omit<AccountOverview, "account" | "gaps">,
  options?: ReadOptions,
): Promise<DataGap[]> {
  const { kept } = desk.portal;
  if (shown.family.items.some(({ parent }) => parent.state === "known")) kept.add("no-hierarchy");
  if (shown.opportunities.items.some(hasLineItems)) kept.add("no-line-items");
  if (shown.products.items.length > 0) kept.add("no-products");
  const open = (Object.keys(PROBES) as (keyof typeof PROBES)[]).filter((gap) => !kept.has(gap));
  const found = await Promise.all(open.map((gap) => PROBES[gap](desk)(options)));
  for (const [index, gap] of open.entries()) if (found[index]) kept.add(gap);
  return [...open.filter((gap) => !kept.has(gap)), "no-assets", "hidden-unknown"];
}

/** Line items withheld are there too. */
const hasLineItems = ({ lineItems }: Opportunity): boolean =>
  lineItems.state === "hidden" || (valueOf(lineItems)?.length ?? 0) > 0;

const PROBES = {
  "no-line-items":
    (desk: Desk): Probe =>
    async (options) =>
      (await hasAny(desk, "line_items", options)) ||
      hasProperty(desk, "deals", desk.portal.mapping.opportunityProduct, options),
  "no-products":
    (desk: Desk): Probe =>
    (options) =>
      hasAny(desk, "products", options),
  "no-hierarchy":
    (desk: Desk): Probe =>
    (options) =>
      hasProperty(desk, "companies", "hs_parent_company_id", options),
} as const satisfies Partial<Record<DataGap, (desk: Desk) => Probe>>;

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

async function hasProperty(
  { reads }: Desk,
  type: "companies" | "deals",
  propertyName: string | undefined,
  options: ReadOptions | undefined,
): Promise<boolean> {
  if (propertyName === undefined) return false;
  const filters = [{ propertyName, operator: "HAS_PROPERTY" }];
  const page = await reads.search(type, { filters, properties: ["hs_object_id"], limit: 1 }, options);
  return (page.total ?? 0) > 0;
}
