import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ContainerDescription, parseContainerDescription } from "@sweetspot/catalogue";
import { buildDocuments } from "./build-documents.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { generateLabelModule } from "./generate-label-module.ts";
import { generateWidgetComponents } from "./generate-widgets.ts";
import { type ContainedWidget, toContainedWidgets } from "./widget-component.ts";

/** What stands beside each `<name>.var.js`: the container's description, as its build for pages has it too. */
const DESCRIPTION = ".container.json";

/** The components that are not hand-written: one for each widget, and the modules all of them share. */
export const generateComponents = async (widgets: readonly ContainedWidget[]): Promise<GeneratedFile[]> => [
  ...generateWidgetComponents(widgets),
  ...generateLabelModule(),
  ...(await buildDocuments()),
];

/** The widgets of all containers in a folder. Throws where a description does not fit its script. */
export function readWidgets(containers: string): ContainedWidget[] {
  const files = globSync(`*${DESCRIPTION}`, { cwd: containers }).toSorted();
  return toContainedWidgets(files.map((file) => readDescription(containers, file)));
}

function readDescription(folder: string, file: string): ContainerDescription {
  const description = parseContainerDescription(readFileSync(path.join(folder, file), "utf8"), file);
  if (`${description.name}${DESCRIPTION}` !== file)
    throw new Error(`${file} describes "${description.name}": a container and its script have one name.`);
  return description;
}
