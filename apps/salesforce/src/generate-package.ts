import { ENTITIES, type Entity } from "@sweetspot/plan-model";
import { generateAccess } from "./generate-access.ts";
import { generateApp } from "./generate-app.ts";
import { generateApexModel } from "./generate-apex-model.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { generateNavigation } from "./generate-navigation.ts";
import { generateLabels } from "./generate-labels.ts";
import { generateObject } from "./generate-objects.ts";
import type { PageWidget } from "./generate-pages.ts";
import { generateSettings } from "./generate-settings.ts";
import { generateTriggers } from "./generate-triggers.ts";
import { refuseCollisions } from "./api-names.ts";
import { API_VERSION } from "./api-version.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";
import { toMetadataXml } from "./xml.ts";

/** Everything that follows from the plan model, the labels and the widgets, as files below `force-app/main/default`. */
export function generatePackage(
  entities: readonly Entity[] = ENTITIES,
  widgets: readonly PageWidget[] = [],
): GeneratedFile[] {
  const objects = toSalesforceObjects(entities);
  const files = [
    ...objects.flatMap(generateObject),
    ...generateAccess(objects),
    ...generateNavigation(objects),
    ...generateSettings(),
    ...generateApp(objects, widgets),
    generateLabels(),
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
