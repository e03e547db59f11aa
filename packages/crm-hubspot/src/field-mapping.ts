import { CrmError } from "@sweetspot/contract";
import type { StandardMapping } from "./standard-fields.ts";

/** A property of the portal, shown under a label; the admin chooses both. */
export interface MappedProperty {
  /** Internal name, for example "sales_region". */
  readonly property: string;
  readonly label: string;
}

/** Which properties of a portal mean what. Kept by an admin; everything has a default or may be left out. */
export interface FieldMapping {
  /** Fields read from other properties than HubSpot's own. */
  readonly standard?: StandardMapping;
  /** Further properties of companies: rules such as "region = North" read them. */
  readonly account?: readonly MappedProperty[];
  readonly opportunity?: readonly MappedProperty[];
  /** A deal property that names a product by its id, for portals without line items, for example "main_product". */
  readonly opportunityProduct?: string;
  /** A contact property that names the department; HubSpot has none of its own. */
  readonly contactDepartment?: string;
  /** A product property that groups products; HubSpot has none of its own. */
  readonly productFamily?: string;
  /**
   * User properties of companies, whose label is the role of our people there, for example "Key account manager". An empty
   * label: the property says who, not as what.
   */
  readonly accountTeam?: readonly MappedProperty[];
  /** The same of deals, beside their collaborators. */
  readonly opportunityTeam?: readonly MappedProperty[];
}

const INTERNAL_NAME = /^[a-z][a-z0-9_]{0,99}$/;

/** @throws CrmError `malformed` that names the faulty property */
export function refuseBadMapping(mapping: FieldMapping): void {
  const lists = [mapping.account, mapping.opportunity, mapping.accountTeam, mapping.opportunityTeam];
  const names = [
    ...lists.flatMap((list) => (list ?? []).map(({ property }) => property)),
    ...Object.values(mapping.standard ?? {}),
    mapping.opportunityProduct,
    mapping.contactDepartment,
    mapping.productFamily,
  ];
  for (const name of names)
    if (name !== undefined && !INTERNAL_NAME.test(name))
      throw new CrmError(
        "malformed",
        `"${name}" is no property's internal name. Correct the field mapping: HubSpot shows it under Settings, Properties.`,
      );
}
