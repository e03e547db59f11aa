import { ENTITIES, type Entity } from "@sweetspot/plan-model";
import { generateAccess, hasTab, PERMISSION_SETS } from "./generate-access.ts";
import { generateApexModel } from "./generate-apex-model.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { generateNavigation, hasReportType, reportTypeName } from "./generate-navigation.ts";
import { generateObject } from "./generate-objects.ts";
import { generateTriggers } from "./generate-triggers.ts";
import { refuseCollisions } from "./api-names.ts";
import { API_VERSION } from "./api-version.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

/** Everything that follows from the plan model, as files below `force-app/main/default`. */
export function generatePackage(entities: readonly Entity[] = ENTITIES): GeneratedFile[] {
  const objects = toSalesforceObjects(entities);
  const files = [
    ...objects.flatMap(generateObject),
    ...generateAccess(objects),
    ...generateNavigation(objects),
    ...generateTriggers(objects),
    generateApexModel(entities),
  ];
  refuseCollisions(
    "files",
    files.map((file) => file.path),
  );
  return files;
}

/** The description that Salesforce wants beside every class and trigger. */
export function toApexDescription(file: string): GeneratedFile {
  const root = file.endsWith(".cls") ? "ApexClass" : "ApexTrigger";
  const content = toMetadataXml(root, [
    ["apiVersion", API_VERSION],
    ["status", "Active"],
  ]);
  return { path: `${file}-meta.xml`, content };
}

/**
 * What takes the product out of an org again: access first, then code, then the objects with all plans in them.
 *
 * @param handWritten names of the classes, components and static resources that do not follow from the plan model
 */
export function generateUninstall(handWritten: {
  readonly classes: readonly string[];
  readonly components: readonly string[];
  readonly resources: readonly string[];
}): GeneratedFile[] {
  const objects = toSalesforceObjects();
  const triggers = generateTriggers(objects).map((file) => nameOf(file.path));
  const types: readonly (readonly [string, readonly string[]])[] = [
    ["CustomApplication", ["Sweetspot"]],
    ["PermissionSet", PERMISSION_SETS],
    ["CustomTab", objects.filter(hasTab).map((object) => object.apiName)],
    ["ReportType", objects.filter(hasReportType).map(reportTypeName)],
    ["LightningComponentBundle", handWritten.components],
    ["ApexTrigger", triggers],
    ["ApexClass", [...handWritten.classes, "SweetspotModel"]],
    ["StaticResource", handWritten.resources],
    ["CustomObject", objects.map((object) => object.apiName)],
  ];
  return [
    { path: "uninstall/destructiveChanges.xml", content: manifest(types) },
    { path: "uninstall/package.xml", content: manifest([]) },
  ];
}

const manifest = (types: readonly (readonly [string, readonly string[]])[]): string =>
  toMetadataXml("Package", [
    ...types
      .filter(([, members]) => members.length > 0)
      .map(([name, members]): XmlChild => [
        "types",
        [...members.toSorted().map((member): XmlChild => ["members", member]), ["name", name]],
      ]),
    ["version", API_VERSION],
  ]);

const nameOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.\w+$/, "");
