import { toRelationshipName } from "./api-names.ts";
import { LONGEST_TEXT } from "./field-mapping.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";
import type { WordKey, Words } from "./words.ts";

export const PLAN_ROOT = "Sweetspot_Plan__c";
export const LIBRARY_ROOT = "Sweetspot_Library__c";

/** One account's plan; everything of the plan hangs below it, so sharing follows the account. */
export const toPlanRoot = (words: Words): SalesforceObject => ({
  apiName: PLAN_ROOT,
  ...words.rootOf("plan"),
  help: words.own("plan:help"),
  scope: "plan",
  role: "root",
  name: { label: words.own("plan:number"), format: "PLAN-{000000}" },
  sharing: "ControlledByParent",
  fields: [
    {
      apiName: "Account__c",
      label: words.own("plan.account"),
      help: words.own("plan.account:help"),
      type: "MasterDetail",
      referenceTo: "Account",
      relationshipName: "SweetspotPlans",
      masterReadSuffices: false,
    },
    ...rootFields(PLAN_ROOT, words),
  ],
});

/** The company's own library: one row. Who may write it is the object permission's to say, not sharing's. */
export const toLibraryRoot = (words: Words): SalesforceObject => ({
  apiName: LIBRARY_ROOT,
  ...words.rootOf("library"),
  help: words.own("library:help"),
  scope: "library",
  role: "root",
  name: { label: words.own("library:number"), format: "LIBRARY-{0}" },
  sharing: "ReadWrite",
  fields: rootFields(LIBRARY_ROOT, words),
});

function rootFields(object: string, words: Words): readonly SalesforceField[] {
  return [
    { ...whole("Version__c"), label: words.own("field:version"), help: words.own("root.version:help") },
    { ...instant("ChangedAt__c"), ...said(words, "root.changedAt"), hidden: true },
    { ...text("ScopeKey__c", 64), ...said(words, "root.scopeKey"), key: true, hidden: true },
    { ...user(object, "ChangedBy__c"), ...said(words, "root.changedBy") },
  ];
}

/** The link of a record to its plan, or to the library. */
export function toScopeField(object: string, scope: "plan" | "library", words: Words): SalesforceField {
  return {
    apiName: "Scope__c",
    ...said(words, `${scope}.scope`),
    type: "MasterDetail",
    referenceTo: scope === "plan" ? PLAN_ROOT : LIBRARY_ROOT,
    relationshipName: toRelationshipName(object, "Rows"),
    masterReadSuffices: scope === "library",
  };
}

/** What the commit service keeps of every record beside its fields. */
export function toBookkeeping(object: string, scope: "plan" | "library", words: Words): SalesforceField[] {
  return [
    toScopeField(object, scope, words),
    {
      ...text("Key__c", 64),
      label: words.own("field:key"),
      help: words.own("record.key:help"),
      key: true,
      hidden: true,
    },
    { ...longText("RecordId__c", 400), ...said(words, "record.recordId"), hidden: true },
    { ...whole("Revision__c"), ...said(words, "record.revision") },
    { ...whole("Schema__c", 4), ...said(words, "record.schema"), hidden: true },
    { apiName: "Removed__c", type: "Checkbox", ...said(words, "record.removed") },
    { ...instant("BegunAt__c"), ...said(words, "record.begunAt"), hidden: true },
    { ...user(object, "BegunBy__c"), ...said(words, "record.begunBy") },
    { ...instant("ChangedAt__c"), ...said(words, "record.changedAt"), hidden: true },
    { ...user(object, "ChangedBy__c"), ...said(words, "record.changedBy") },
    { ...longText("Extra__c", LONGEST_TEXT), ...said(words, "record.extra"), hidden: true },
  ];
}

/** The commits of a scope, by their keys, and each record's part in them. Both are only ever added to. */
export function toHistoryObjects(scope: "plan" | "library", words: Words): SalesforceObject[] {
  const word = scope === "plan" ? "Plan" : "Library";
  const commit = `Sweetspot_${word}_Commit__c`;
  const change = `Sweetspot_${word}_Change__c`;
  const shared = (role: "commit" | "change") => ({
    scope,
    role,
    sharing: "ControlledByParent" as const,
    ...words.historyOf(scope, role),
    help: words.own(`${role}:help`),
    name: { label: words.own(`${role}:number`), format: "{000000000}" },
  });
  const key = { ...text("Key__c", 128), label: words.own("field:key"), key: true, hidden: true };
  const version = { ...whole("Version__c"), label: words.own("field:version") };
  const at = { ...instant("At__c"), ...said(words, "field:at") };
  return [
    {
      ...shared("commit"),
      apiName: commit,
      fields: [
        toScopeField(commit, scope, words),
        { ...key, help: words.own("commit.key:help") },
        { ...text("Content__c", 64), ...said(words, "commit.content") },
        { ...version, help: words.own("commit.version:help") },
        at,
        { ...user(commit, "By__c"), ...said(words, "field:by") },
      ],
    },
    {
      ...shared("change"),
      apiName: change,
      fields: [
        toScopeField(change, scope, words),
        { ...key, help: words.own("change.key:help") },
        { ...version, help: words.own("change.version:help") },
        { ...whole("Position__c"), ...said(words, "change.position") },
        { ...text("RecordKey__c", 64), ...said(words, "change.recordKey"), indexed: true },
        { ...longText("RecordId__c", 400), ...said(words, "change.recordId") },
        { ...text("Type__c", 40), ...said(words, "change.type") },
        { ...whole("Revision__c"), ...said(words, "change.revision") },
        { ...whole("Schema__c"), ...said(words, "change.schema") },
        { ...longText("Before__c", LONGEST_TEXT), ...said(words, "change.before") },
        { ...longText("After__c", LONGEST_TEXT), ...said(words, "change.after") },
        at,
        { ...user(change, "By__c"), ...said(words, "field:by") },
        { ...instant("BegunAt__c"), ...said(words, "change.begunAt") },
        { ...user(change, "BegunBy__c"), ...said(words, "change.begunBy") },
      ],
    },
  ];
}

/** Keys whose help stands beside them. */
type SaidKey = { [K in WordKey]: `${K}:help` extends WordKey ? K : never }[WordKey];

const said = (words: Words, key: SaidKey): { readonly label: string; readonly help: string } => ({
  label: words.own(key),
  help: words.own(`${key}:help`),
});
const text = (apiName: string, length: number) => ({ apiName, type: "Text", length }) as const;
const longText = (apiName: string, length: number) => ({ apiName, type: "LongTextArea", length }) as const;
/** Text to the millisecond, which Salesforce's own instants would lose. */
const instant = (apiName: string) => text(apiName, 24);
const whole = (apiName: string, precision = 9) => ({ apiName, type: "Number", precision, scale: 0 }) as const;
const user = (object: string, apiName: string) =>
  ({
    apiName,
    type: "Lookup",
    referenceTo: "User",
    relationshipName: toRelationshipName(object, apiName),
  }) as const;
