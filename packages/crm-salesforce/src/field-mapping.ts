import { CrmError } from "@sweetspot/contract";

/** A field of the org, shown under a label; the admin chooses both. */
export interface MappedField {
  /** API name, for example "Region__c". */
  readonly field: string;
  readonly label: string;
}

/** Which fields of an org mean what. Kept by an admin; the host page and the adapter must have the same. */
export interface FieldMapping {
  /** Further fields of accounts: rules such as "region = North" read them. */
  readonly account?: readonly MappedField[];
  readonly opportunity?: readonly MappedField[];
  /** A lookup to Product2 on Opportunity, for orgs without line items, for example "MainProduct__c". */
  readonly opportunityProduct?: string;
  /** A text on Asset that names the product where Product2 does not, for example "Model__c". */
  readonly assetProductName?: string;
  /** Values of Asset.Status that say "no longer in use". Default: Obsolete. */
  readonly inactiveAssetStatuses?: readonly string[];
}

const API_NAME = /^[A-Za-z]\w{0,79}$/;

/** An API name goes into a query document as it is, so it must be one. */
export function refuseBadMapping(mapping: FieldMapping): void {
  const names = [
    ...[...(mapping.account ?? []), ...(mapping.opportunity ?? [])].map((mapped) => mapped.field),
    mapping.opportunityProduct,
    mapping.assetProductName,
  ];
  for (const name of names)
    if (name !== undefined && !API_NAME.test(name))
      throw new CrmError("malformed", `"${name}" is no field's API name. Correct the field mapping.`);
  const lookup = mapping.opportunityProduct;
  if (lookup !== undefined && !lookup.endsWith("__c"))
    throw new CrmError("malformed", `"${lookup}" must be a custom lookup to Product2, ending in __c.`);
}

/** The relationship behind a custom lookup field. */
export const toRelationship = (lookup: string): string => lookup.replace(/__c$/, "__r");
