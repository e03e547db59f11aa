import { toRelationshipName } from "./api-names.ts";
import { LONGEST_TEXT } from "./field-mapping.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";

const rootFields = (object: string): readonly SalesforceField[] => [
  {
    apiName: "Version__c",
    label: "Version",
    help: "Counts the commits; locked while one is stored.",
    type: "Number",
    precision: 9,
    scale: 0,
  },
  {
    apiName: "ChangedAt__c",
    label: "Changed at",
    help: "Instant of the last commit in UTC, to the millisecond.",
    type: "Text",
    length: 24,
    hidden: true,
  },
  {
    apiName: "ScopeKey__c",
    label: "Scope key",
    help: "One plan for an account, one library for the company.",
    type: "Text",
    length: 64,
    key: true,
    hidden: true,
  },
  {
    apiName: "ChangedBy__c",
    label: "Changed by",
    help: "Who stored the last commit.",
    type: "Lookup",
    referenceTo: "User",
    relationshipName: toRelationshipName(object, "ChangedBy"),
  },
];

/** One account's plan; everything of the plan hangs below it, so sharing follows the account. */
export const PLAN_ROOT: SalesforceObject = {
  apiName: "Sweetspot_Plan__c",
  label: "Sweetspot plan",
  plural: "Sweetspot plans",
  help: "The account plan of one account.",
  scope: "plan",
  role: "root",
  name: { label: "Plan number", format: "PLAN-{000000}" },
  sharing: "ControlledByParent",
  fields: [
    {
      apiName: "Account__c",
      label: "Account",
      help: "The account planned for.",
      type: "MasterDetail",
      referenceTo: "Account",
      relationshipName: "SweetspotPlans",
      masterReadSuffices: false,
    },
    ...rootFields("Sweetspot_Plan__c"),
  ],
};

/** The company's own library: one row. Who may write it is the object permission's to say, not sharing's. */
export const LIBRARY_ROOT: SalesforceObject = {
  apiName: "Sweetspot_Library__c",
  label: "Sweetspot library",
  plural: "Sweetspot libraries",
  help: "The company's own library: offerings, proofs and rules that every plan uses.",
  scope: "library",
  role: "root",
  name: { label: "Library number", format: "LIBRARY-{0}" },
  sharing: "ReadWrite",
  fields: rootFields("Sweetspot_Library__c"),
};

/** The link of a record to its plan, or to the library. */
export function toScopeField(object: string, scope: "plan" | "library"): SalesforceField {
  return {
    apiName: "Scope__c",
    label: scope === "plan" ? "Plan" : "Library",
    help: scope === "plan" ? "The account plan it belongs to." : "The company's library.",
    type: "MasterDetail",
    referenceTo: (scope === "plan" ? PLAN_ROOT : LIBRARY_ROOT).apiName,
    relationshipName: toRelationshipName(object, "Rows"),
    masterReadSuffices: scope === "library",
  };
}

/** The commits of a scope, by their keys, and each record's part in them. Both are only ever added to. */
export function toHistoryObjects(scope: "plan" | "library"): SalesforceObject[] {
  const word = scope === "plan" ? "Plan" : "Library";
  const shared = { scope, sharing: "ControlledByParent" } as const;
  const commit = `Sweetspot_${word}_Commit__c`;
  const change = `Sweetspot_${word}_Change__c`;
  return [
    {
      ...shared,
      apiName: commit,
      label: `Sweetspot ${scope} commit`,
      plural: `Sweetspot ${scope} commits`,
      help: "One stored commit. Its key makes sending it again harmless.",
      role: "commit",
      name: { label: "Commit number", format: "{000000000}" },
      fields: [
        toScopeField(commit, scope),
        key("Scope and the key its sender chose."),
        text("Content__c", "Content", "Hash of what the commit held.", 64),
        whole("Version__c", "Version", "The scope's version it made."),
        text("At__c", "At", "Instant in UTC, to the millisecond.", 24),
        user(commit),
      ],
    },
    {
      ...shared,
      apiName: change,
      label: `Sweetspot ${scope} change`,
      plural: `Sweetspot ${scope} changes`,
      help: "One record's part in one commit: what it was and what it became.",
      role: "change",
      name: { label: "Change number", format: "{000000000}" },
      fields: [
        toScopeField(change, scope),
        key("Scope, version and place within the commit."),
        whole("Version__c", "Version", "The scope's version the commit made."),
        whole("Position__c", "Position", "Place within the commit."),
        { ...text("RecordKey__c", "Record key", "The key of the record changed.", 64), indexed: true },
        longText("RecordId__c", "Record id", "Sweetspot's id of the record changed.", 400),
        text("Type__c", "Type", "The kind of record.", 40),
        whole("Revision__c", "Revision", "The record's revision after the change."),
        whole("Schema__c", "Schema", "Version of the declaration the fields follow; 0 for a removal."),
        longText("Before__c", "Before", "The fields before, as JSON; empty for a creation.", LONGEST_TEXT),
        longText("After__c", "After", "The fields after, as JSON; empty for a removal.", LONGEST_TEXT),
        text("At__c", "At", "Instant in UTC, to the millisecond.", 24),
        user(change),
        text("BegunAt__c", "Begun at", "Instant of the record's creation.", 24),
        { ...user(change, "BegunBy__c"), label: "Begun by", help: "Who created the record." },
      ],
    },
  ];
}

const key = (help: string): SalesforceField => ({
  apiName: "Key__c",
  label: "Key",
  help,
  type: "Text",
  length: 128,
  key: true,
  hidden: true,
});
const text = (apiName: string, label: string, help: string, length: number): SalesforceField => ({
  apiName,
  label,
  help,
  type: "Text",
  length,
});
const longText = (apiName: string, label: string, help: string, length: number): SalesforceField => ({
  apiName,
  label,
  help,
  type: "LongTextArea",
  length,
});
const whole = (apiName: string, label: string, help: string): SalesforceField => ({
  apiName,
  label,
  help,
  type: "Number",
  precision: 9,
  scale: 0,
});
const user = (object: string, apiName = "By__c"): SalesforceField => ({
  apiName,
  label: "By",
  help: "Who did it.",
  type: "Lookup",
  referenceTo: "User",
  relationshipName: toRelationshipName(object, apiName),
});
