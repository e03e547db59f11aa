import { SETTING_KINDS } from "@sweetspot/crm-salesforce";
import type { GeneratedFile } from "./generated-file.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

/** The custom metadata type in which an admin says what the org's own fields mean. Its rows travel with change sets. */
export const SETTING = "Sweetspot_Setting__mdt";
export const SETTING_FIELDS: readonly string[] = ["Kind__c", "Value__c"];

const KINDS: Readonly<Record<(typeof SETTING_KINDS)[number], string>> = {
  accountAttribute: "Account: a field to show and to make areas of",
  opportunityAttribute: "Opportunity: a field to show",
  opportunityProduct: "Opportunity: the lookup that names the product",
  assetProductName: "Asset: the text that names the product",
  inactiveAssetStatus: "Asset: a status that says it is no longer in use",
};

const HELP =
  "Which of the org's own fields Sweetspot reads, and what they mean. Its label is what reps read.";
const VALUE_HELP = "API name of the field, for example Region__c. For a status: its value.";

/** Type, fields and layout. English alone, as all of Setup's own words for admins. */
export const generateSettings = (): GeneratedFile[] => [
  {
    path: `objects/${SETTING}/${SETTING}.object-meta.xml`,
    content: toMetadataXml("CustomObject", [
      ["description", HELP],
      ["label", LABEL],
      ["pluralLabel", "Sweetspot settings"],
      ["visibility", "Public"],
    ]),
  },
  field("Kind__c", [
    ["inlineHelpText", HELP],
    ["label", "What it says"],
    ["required", true],
    ["type", "Picklist"],
    [
      "valueSet",
      [
        ["restricted", true],
        ["valueSetDefinition", [["sorted", false], ...SETTING_KINDS.map(toChoice)]],
      ],
    ],
  ]),
  field("Value__c", [
    ["inlineHelpText", VALUE_HELP],
    ["label", "Field or status"],
    ["length", 255],
    ["required", true],
    ["type", "Text"],
    ["unique", false],
  ]),
  {
    path: `layouts/${SETTING}-${encodeURIComponent(`${LABEL} Layout`)}.layout-meta.xml`,
    content: toMetadataXml("Layout", [
      [
        "layoutSections",
        [
          ["customLabel", true],
          ["detailHeading", true],
          ["editHeading", true],
          ["label", LABEL],
          ["layoutColumns", ["MasterLabel", "DeveloperName", ...SETTING_FIELDS].map(toItem)],
          ["style", "OneColumn"],
        ],
      ],
    ]),
  },
];

const LABEL = "Sweetspot setting";

const field = (apiName: string, children: readonly XmlChild[]): GeneratedFile => ({
  path: `objects/${SETTING}/fields/${apiName}.field-meta.xml`,
  content: toMetadataXml("CustomField", [
    ["fullName", apiName],
    // Whoever installs the package writes the rows.
    ["fieldManageability", "SubscriberControlled"],
    ...children,
  ]),
});

const toChoice = (kind: (typeof SETTING_KINDS)[number]): XmlChild => [
  "value",
  [
    ["fullName", kind],
    ["default", false],
    ["label", KINDS[kind]],
  ],
];

const toItem = (name: string): XmlChild => [
  "layoutItems",
  [
    ["behavior", "Required"],
    ["field", name],
  ],
];
