/** Standard objects, as far as Sweetspot reads them. Names from the object reference, standard knowledge [?]. */
export type ObjectName =
  | "Account"
  | "Contact"
  | "Opportunity"
  | "OpportunityLineItem"
  | "Asset"
  | "Product2"
  | "PricebookEntry"
  | "Pricebook2"
  | "User"
  | "OpportunityContactRole"
  | "AccountContactRelation"
  | "AccountTeamMember"
  | "OpportunityTeamMember"
  | "Task";

export type FieldType =
  | "id"
  | "string"
  | "picklist"
  | "multipicklist"
  | "reference"
  | "currency"
  | "double"
  | "int"
  | "boolean"
  | "date"
  | "datetime"
  | "email"
  | "phone"
  | "url";

export interface FieldInfo {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Of a reference: the object it leads to, and the name of the way there. */
  readonly to?: ObjectName;
  readonly relationship?: string;
}

export interface ChildRelationship {
  readonly name: string;
  readonly object: ObjectName;
  readonly field: string;
}

export interface ObjectInfo {
  readonly name: ObjectName;
  readonly keyPrefix: string;
  readonly fields: readonly FieldInfo[];
  readonly children: readonly ChildRelationship[];
}

const toField = (declaration: string): FieldInfo => {
  const [name = "", type = "string", to] = declaration.split(" ");
  return {
    name,
    label: name,
    type: type as FieldType,
    ...(to === undefined ? {} : { to: to as ObjectName, relationship: name.replace(/Id$/, "") }),
  };
};

const COMMON = ["Id id", "LastModifiedDate datetime"];

const object = (
  name: ObjectName,
  keyPrefix: string,
  fields: readonly string[],
  children: readonly ChildRelationship[] = [],
): ObjectInfo => ({ name, keyPrefix, fields: [...COMMON, ...fields].map(toField), children });

/** "name type target": the objects of an org before custom fields and currencies. */
export const STANDARD_OBJECTS: readonly ObjectInfo[] = [
  object(
    "Account",
    "001",
    [
      "Name string",
      "ParentId reference Account",
      "OwnerId reference User",
      "Industry picklist",
      "BillingCountry string",
      "BillingCity string",
      "Website url",
      "NumberOfEmployees int",
      "AnnualRevenue currency",
    ],
    [
      { name: "Contacts", object: "Contact", field: "AccountId" },
      { name: "Opportunities", object: "Opportunity", field: "AccountId" },
      { name: "Assets", object: "Asset", field: "AccountId" },
      { name: "ChildAccounts", object: "Account", field: "ParentId" },
    ],
  ),
  object("Contact", "003", [
    "Name string",
    "AccountId reference Account",
    "Title string",
    "Department string",
    "Email email",
    "Phone phone",
    "OwnerId reference User",
  ]),
  object(
    "Opportunity",
    "006",
    [
      "Name string",
      "AccountId reference Account",
      "OwnerId reference User",
      "StageName picklist",
      "IsWon boolean",
      "IsClosed boolean",
      "Amount currency",
      "CloseDate date",
      "HasOpportunityLineItem boolean",
    ],
    [{ name: "OpportunityLineItems", object: "OpportunityLineItem", field: "OpportunityId" }],
  ),
  object("OpportunityLineItem", "00k", [
    "Name string",
    "OpportunityId reference Opportunity",
    "Product2Id reference Product2",
    "Quantity double",
    "TotalPrice currency",
    "SortOrder int",
  ]),
  object("Asset", "02i", [
    "Name string",
    "AccountId reference Account",
    "Product2Id reference Product2",
    "Status picklist",
    "InstallDate date",
    "UsageEndDate date",
  ]),
  object(
    "Product2",
    "01t",
    ["Name string", "ProductCode string", "Family picklist", "IsActive boolean"],
    [{ name: "PricebookEntries", object: "PricebookEntry", field: "Product2Id" }],
  ),
  object("PricebookEntry", "01u", [
    "Product2Id reference Product2",
    "Pricebook2Id reference Pricebook2",
    "UnitPrice currency",
  ]),
  object("Pricebook2", "01s", ["Name string", "IsStandard boolean"]),
  object("OpportunityContactRole", "00K", [
    "OpportunityId reference Opportunity",
    "ContactId reference Contact",
    "Role picklist",
    "IsPrimary boolean",
  ]),
  // Fields and their types: [D sforce_api_objects_accountcontactrelation]. Every contact has one with its own account.
  object("AccountContactRelation", "07k", [
    "AccountId reference Account",
    "ContactId reference Contact",
    "Roles multipicklist",
    "IsDirect boolean",
    "IsActive boolean",
    "StartDate date",
    "EndDate date",
  ]),
  object("AccountTeamMember", "01M", [
    "AccountId reference Account",
    "UserId reference User",
    "TeamMemberRole picklist",
  ]),
  object("OpportunityTeamMember", "00q", [
    "OpportunityId reference Opportunity",
    "UserId reference User",
    "TeamMemberRole picklist",
  ]),
  object("Task", "00T", [
    "Subject string",
    "WhatId string",
    "OwnerId reference User",
    "ActivityDate date",
    "Description string",
  ]),
  object("User", "005", ["Name string", "Email email", "IsActive boolean", "UserType picklist"]),
];
