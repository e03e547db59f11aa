import { hasTab } from "./generate-access.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { generatePages, type PageWidget, START_PAGE, toRecordPages } from "./generate-pages.ts";
import type { SalesforceObject } from "./salesforce-object.ts";
import { toBookkeeping } from "./scope-objects.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";
import { ENGLISH } from "./words.ts";

/** The app with its tabs and pages: the ways people come to plans. */
export const generateApp = (
  objects: readonly SalesforceObject[],
  widgets: readonly PageWidget[],
): GeneratedFile[] => [
  appFile(objects, widgets),
  ...objects.filter(hasTab).map(tabFile),
  ...generatePages(widgets),
];

const appFile = (objects: readonly SalesforceObject[], widgets: readonly PageWidget[]): GeneratedFile => ({
  path: "applications/Sweetspot.app-meta.xml",
  content: toMetadataXml("CustomApplication", [
    ...toRecordPages(widgets).flatMap(({ object, name }) =>
      FORM_FACTORS.map((formFactor) => pageOverride(object, name, formFactor)),
    ),
    ["description", ENGLISH.own("app:help")],
    ...FORM_FACTORS.map((formFactor): XmlChild => ["formFactors", formFactor]),
    ["isNavAutoTempTabsDisabled", false],
    ["isNavPersonalizationDisabled", false],
    ["label", "Sweetspot"],
    ["navType", "Standard"],
    ["tabs", START_PAGE],
    ["tabs", "standard-Account"],
    ...objects.filter(isInNavigation).map((object): XmlChild => ["tabs", object.apiName]),
    ["tabs", "standard-report"],
    ["uiType", "Lightning"],
  ]),
});

/** Fields of its own from which an object is worth a place in the app; the tabs of others are in the App Launcher. */
const WORTH_A_PLACE = 4;
/** The same for an object whose records have a number and no name: links and ratings are read with what they belong to. */
const WORTH_A_PLACE_UNNAMED = 9;

const isInNavigation = (object: SalesforceObject): boolean =>
  object.role === "root"
    ? object.scope === "plan"
    : object.role === "entity" &&
      ownFieldsOf(object) >= (object.name.format === undefined ? WORTH_A_PLACE : WORTH_A_PLACE_UNNAMED);

const ownFieldsOf = ({ apiName, scope, fields }: SalesforceObject): number =>
  fields.length - toBookkeeping(apiName, scope, ENGLISH).length;

const FORM_FACTORS = ["Large", "Small"];

/** Inside our app, and only there, records open with our widgets: nobody's own pages change by installing. */
const pageOverride = (object: string, page: string, formFactor: string): XmlChild => [
  "actionOverrides",
  [
    ["actionName", "View"],
    ["content", page],
    ["formFactor", formFactor],
    ["skipRecordTypeSelect", false],
    ["type", "Flexipage"],
    ["pageOrSobjectType", object],
  ],
];

const tabFile = (object: SalesforceObject): GeneratedFile => ({
  path: `tabs/${object.apiName}.tab-meta.xml`,
  content: toMetadataXml("CustomTab", [
    ["customObject", true],
    ["description", object.help],
    ["motif", object.scope === "plan" ? "Custom18: Form" : "Custom55: Books"],
  ]),
});
