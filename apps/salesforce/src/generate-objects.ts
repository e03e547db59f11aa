import type { GeneratedFile } from "./generated-file.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

/** Object, fields and list view of one object, as SFDX source. */
export function generateObject(object: SalesforceObject): GeneratedFile[] {
  const folder = `objects/${object.apiName}`;
  return [
    { path: `${folder}/${object.apiName}.object-meta.xml`, content: objectXml(object) },
    ...object.fields.map((field) => ({
      path: `${folder}/fields/${field.apiName}.field-meta.xml`,
      content: toMetadataXml("CustomField", fieldXml(object, field)),
    })),
    { path: `${folder}/listViews/Sweetspot_All.listView-meta.xml`, content: listViewXml(object) },
  ];
}

function objectXml(object: SalesforceObject): string {
  return toMetadataXml("CustomObject", [
    ["deploymentStatus", "Deployed"],
    ["description", object.help],
    ["enableActivities", false],
    ["enableBulkApi", true],
    ["enableHistory", false],
    ["enableReports", true],
    ["enableSearch", ["entity", "root", "relation"].includes(object.role)],
    ["enableSharing", true],
    ["enableStreamingApi", true],
    ["label", object.label],
    [
      "nameField",
      [
        ["displayFormat", object.name.format],
        ["label", object.name.label],
        ["type", object.name.format === undefined ? "Text" : "AutoNumber"],
      ],
    ],
    ["pluralLabel", object.plural],
    ["sharingModel", object.sharing],
  ]);
}

function fieldXml(object: SalesforceObject, field: SalesforceField): XmlChild[] {
  const lookup = field.type === "Lookup";
  return [
    ["fullName", field.apiName],
    // A text key tells case apart, so that two ids never meet.
    ["caseSensitive", field.key ? true : undefined],
    ["defaultValue", field.type === "Checkbox" ? false : undefined],
    // Never "restrict": deleting an account must take its plan along, whatever points to what.
    ["deleteConstraint", lookup && field.referenceTo !== "User" ? "SetNull" : undefined],
    ["description", field.help],
    ["externalId", field.key || field.indexed ? true : undefined],
    ["inlineHelpText", field.hidden ? undefined : field.help],
    ["label", field.label],
    ["length", field.length],
    ["precision", field.precision],
    ["referenceTo", field.referenceTo],
    ["relationshipLabel", relationshipLabel(object, field)],
    ["relationshipName", field.relationshipName],
    ["relationshipOrder", field.type === "MasterDetail" ? 0 : undefined],
    ["reparentableMasterDetail", field.type === "MasterDetail" ? false : undefined],
    // Never required by the database: a removed record keeps its row and loses its values.
    ["required", ["MasterDetail", "Checkbox", "LongTextArea"].includes(field.type) ? undefined : false],
    ["scale", field.scale],
    ["type", field.type],
    ["unique", field.key ? true : undefined],
    ["valueSet", field.choices && valueSet(field.choices)],
    ["visibleLines", field.type === "LongTextArea" ? 4 : undefined],
    ["writeRequiresMasterRead", field.masterReadSuffices],
  ];
}

/** What the list is called that stands on the page of the record pointed to. */
export function relationshipLabel(object: SalesforceObject, field: SalesforceField): string | undefined {
  if (field.relationshipName === undefined) return undefined;
  return field.type === "MasterDetail" ? object.plural : `${object.plural} (${field.label})`;
}

const valueSet = (choices: NonNullable<SalesforceField["choices"]>): readonly XmlChild[] => [
  ["restricted", true],
  [
    "valueSetDefinition",
    [
      ["sorted", false],
      ...choices.map(({ value, label }): XmlChild => [
        "value",
        [
          ["fullName", value],
          ["default", false],
          ["label", label],
        ],
      ]),
    ],
  ],
];

const COLUMNS = 8;

/** What a list shows: the name, then what is short enough for a column. */
export const columnsOf = (object: SalesforceObject): readonly SalesforceField[] =>
  object.fields
    .filter((field) => !field.hidden && field.type !== "LongTextArea" && field.apiName !== "Removed__c")
    .toSorted(ownFieldsFirst)
    .slice(0, COLUMNS);

/** What people planned stands before what the service notes about it. */
export const ownFieldsFirst = (one: SalesforceField, other: SalesforceField): number =>
  Number(isBookkeeping(one)) - Number(isBookkeeping(other));

const isBookkeeping = (field: SalesforceField): boolean =>
  ["Removed__c", "Revision__c", "Version__c", "BegunBy__c", "ChangedBy__c"].includes(field.apiName);

function listViewXml(object: SalesforceObject): string {
  const removable = object.fields.some((field) => field.apiName === "Removed__c");
  return toMetadataXml("ListView", [
    ["fullName", "Sweetspot_All"],
    ["columns", "NAME"],
    ...columnsOf(object).map((field): XmlChild => ["columns", field.apiName]),
    ["filterScope", "Everything"],
    [
      "filters",
      removable
        ? [
            ["field", "Removed__c"],
            ["operation", "equals"],
            ["value", "0"],
          ]
        : undefined,
    ],
    ["label", "All"],
  ]);
}
