/** What an org may lack: the feature is off, or the user has no access to the object or field. */
export type OrgPart =
  | "contacts"
  | "opportunities"
  | "lineItems"
  | "assets"
  | "products"
  | "prices"
  | "contactRoles"
  | "relations"
  | "accountTeam"
  | "dealTeam"
  | "hierarchy"
  | "relationRoles";

interface PartHome {
  readonly object: string;
  /** Given where a filter needs the field: `@optional` helps a selection alone. */
  readonly field?: string;
}

/** Where each part lives. */
export const PART_HOMES: Readonly<Record<OrgPart, PartHome>> = {
  contacts: { object: "Contact", field: "AccountId" },
  opportunities: { object: "Opportunity", field: "AccountId" },
  lineItems: { object: "OpportunityLineItem" },
  assets: { object: "Asset", field: "AccountId" },
  products: { object: "Product2" },
  prices: { object: "PricebookEntry" },
  contactRoles: { object: "OpportunityContactRole" },
  // Only where an admin has allowed contacts to relate to several accounts.
  relations: { object: "AccountContactRelation" },
  accountTeam: { object: "AccountTeamMember" },
  dealTeam: { object: "OpportunityTeamMember" },
  hierarchy: { object: "Account", field: "ParentId" },
  relationRoles: { object: "AccountContactRelation", field: "Roles" },
};

export const ORG_PARTS = Object.keys(PART_HOMES) as readonly OrgPart[];
