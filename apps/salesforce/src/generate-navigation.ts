import { toApiName } from "./api-names.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { columnsOf, ownFieldsFirst } from "./generate-objects.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";
import { LIBRARY_ROOT, PLAN_ROOT } from "./scope-objects.ts";
import { ENGLISH } from "./words.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

/** Layouts and report types: how an admin or a manager reads the records. */
export const generateNavigation = (objects: readonly SalesforceObject[]): GeneratedFile[] => [
  ...objects.map((object) => layoutFile(object, objects)),
  ...objects.filter(hasReportType).map((object) => reportTypeFile(object, objects)),
];

/** The library's one row is nothing to report on. */
export const hasReportType = (object: SalesforceObject): boolean => object.apiName !== LIBRARY_ROOT;

export const layoutName = (object: SalesforceObject): string => `${object.label} layout`;

/** Plans are there to read, not to edit: the widgets edit, and keep the history. Relations admins edit here. */
const layoutFile = (object: SalesforceObject, objects: readonly SalesforceObject[]): GeneratedFile => ({
  path: `layouts/${object.apiName}-${encodeURIComponent(layoutName(object))}.layout-meta.xml`,
  content: toMetadataXml("Layout", [
    [
      "layoutSections",
      [
        ["customLabel", true],
        ["detailHeading", true],
        ["editHeading", true],
        ["label", object.label],
        [
          "layoutColumns",
          [
            layoutItem("Name", object.name.format === undefined ? "Required" : "Readonly"),
            ...object.fields
              .filter((field) => !field.hidden)
              .toSorted(ownFieldsFirst)
              .map((field) => layoutItem(field.apiName, behaviorOf(object, field))),
          ],
        ],
        ["style", "OneColumn"],
      ],
    ],
    ...(object.role === "root" ? relatedLists(object, objects) : []),
  ]),
});

/** On a plan's page stands what is in it; its history is read in reports. */
const relatedLists = (root: SalesforceObject, objects: readonly SalesforceObject[]): XmlChild[] =>
  objects
    .filter((object) => object.role === "entity" && object.scope === root.scope)
    .map((object): XmlChild => [
      "relatedLists",
      [
        ["fields", "NAME"],
        ...columnsOf(object)
          .filter((field) => field.type !== "MasterDetail")
          .slice(0, RELATED_COLUMNS)
          .map((field): XmlChild => ["fields", field.apiName]),
        ["relatedList", `${object.apiName}.Scope__c`],
      ],
    ]);

/** A master and a written name cannot be read-only on a layout: Salesforce takes them for required. */
function behaviorOf(object: SalesforceObject, field: SalesforceField): string {
  if (object.role === "relation") return "Edit";
  return field.type === "MasterDetail" ? "Required" : "Readonly";
}

const layoutItem = (name: string, behavior: string): XmlChild => [
  "layoutItems",
  [
    ["behavior", behavior],
    ["field", name],
  ],
];

export const reportTypeName = (object: SalesforceObject): string =>
  toApiName(object.apiName.replace(/__c$/, ""));

/** Accounts with their plans with one kind of record; the library with one kind of record. */
function reportTypeFile(object: SalesforceObject, objects: readonly SalesforceObject[]): GeneratedFile {
  const path = pathTo(object, objects);
  const relations = path.slice(1).map((step) => step.relation);
  return {
    path: `reportTypes/${reportTypeName(object)}.reportType-meta.xml`,
    content: toMetadataXml("ReportType", [
      ["baseObject", path[0]?.table],
      ["category", object.scope === "plan" ? "accounts" : "other"],
      ["deployed", true],
      ["description", object.help],
      ...(relations.length === 0 ? [] : [joinOf(relations)]),
      ["label", object.plural],
      ...path.map((step): XmlChild => ["sections", sectionOf(step)]),
    ]),
  };
}

const RELATED_COLUMNS = 5;
/** Columns a new report begins with. */
const REPORT_BEGINS_WITH = 6;

interface Step {
  /** Path from the base object, as Salesforce writes it in report types. */
  readonly table: string;
  readonly relation: string;
  readonly label: string;
  readonly columns: readonly string[];
  /** How many of the columns a new report shows. */
  readonly shown: number;
}

const ACCOUNT_COLUMNS = ["Name", "Industry", "Owner"];

/** The way from the base object of a report to the records reported on, with what each step is called. */
export function pathTo(
  object: SalesforceObject,
  objects: readonly SalesforceObject[],
  accounts = ENGLISH.own("account:many"),
): Step[] {
  const rootName = object.scope === "plan" ? PLAN_ROOT : LIBRARY_ROOT;
  // Relations belong to nobody's plan and are no part of the library.
  const chain =
    object.role === "relation"
      ? [object]
      : objects.filter((one) => one === object || one.apiName === rootName);
  const steps: Step[] =
    object.scope === "plan"
      ? [{ table: "Account", relation: "", label: accounts, columns: ACCOUNT_COLUMNS, shown: 1 }]
      : [];
  for (const one of chain) {
    const above = steps.at(-1);
    const relation = `${one.fields.find((field) => field.type === "MasterDetail")?.relationshipName}__r`;
    steps.push({
      table: above === undefined ? one.apiName : `${above.table}.${relation}`,
      relation,
      label: one.plural,
      columns: ["Name", ...reportColumns(one).map((field) => field.apiName)],
      shown: one === object ? REPORT_BEGINS_WITH : 0,
    });
  }
  return steps;
}

const reportColumns = (object: SalesforceObject): readonly SalesforceField[] =>
  object.fields
    .filter((field) => !field.hidden && !field.list && field.type !== "MasterDetail")
    .toSorted(ownFieldsFirst);

const joinOf = ([relation, ...deeper]: readonly string[]): XmlChild => [
  "join",
  [...(deeper.length === 0 ? [] : [joinOf(deeper)]), ["outerJoin", false], ["relationship", relation]],
];

const sectionOf = (step: Step): readonly XmlChild[] => [
  ...step.columns.map((field, index): XmlChild => [
    "columns",
    [
      ["checkedByDefault", index < step.shown],
      ["field", field],
      ["table", step.table],
    ],
  ]),
  ["masterLabel", step.label],
];
