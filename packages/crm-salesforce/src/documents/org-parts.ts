/** What an org may lack: the feature is off, or the user has no access to the object. */
export type OrgPart = "lineItems" | "assets" | "products" | "prices";

/** The object behind each part. */
export const PART_OBJECTS: Readonly<Record<OrgPart, string>> = {
  lineItems: "OpportunityLineItem",
  assets: "Asset",
  products: "Product2",
  prices: "PricebookEntry",
};

export const ORG_PARTS = Object.keys(PART_OBJECTS) as readonly OrgPart[];
