import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { API_VERSION } from "./api-version.ts";
import { generateComponents, readWidgets } from "./generate-components.ts";
import { generateHosted } from "./generate-hosted.ts";
import { generatePackage, toApexDescription } from "./generate-package.ts";
import { generateTranslations } from "./generate-translations.ts";
import { generateUninstall } from "./generate-uninstall.ts";
import { toPageWidget } from "./widget-component.ts";
import { toMetadataXml } from "./xml.ts";

/** Salesforce's limit for one static resource. */
const LARGEST_RESOURCE = 5 * 1024 * 1024;
const SOURCE = "force-app/main/default";
/** Name of the container that every page loads first. */
const PAGE_SCRIPT = "sweetspot_page";

export interface PackagePlaces {
  /** The SFDX project to write; what is there goes when the new one is whole. */
  readonly target: string;
  /** Folder of the hand-written part, `force-app`. */
  readonly handWritten: string;
  /** Folder of built `var` containers; without it the package holds data and service alone. */
  readonly containers?: string;
  /** Address of the gateway; with it the package has hosted mode too. */
  readonly gateway?: string;
}

/** Writes the project that `sf project deploy start` takes as it is. Answers the paths of its static resources. */
export async function writePackage({
  target,
  handWritten,
  containers,
  gateway,
}: PackagePlaces): Promise<readonly string[]> {
  // Beside its place until it is whole: nobody deploys half a package after a failure.
  const building = `${target}.building`;
  rmSync(building, { recursive: true, force: true });
  const write = (file: string, content: string | Uint8Array): void => {
    const place = path.join(building, file);
    if (existsSync(place))
      throw new Error(`Two things are called ${file}. Give the widget or its container another name.`);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
  };
  cpSync(handWritten, path.join(building, "force-app"), { recursive: true });
  const widgets = containers === undefined ? [] : readWidgets(containers);
  for (const file of [
    ...generatePackage(undefined, widgets.map(toPageWidget)),
    ...(await generateComponents(widgets)),
    ...(gateway === undefined ? [] : await generateHosted(widgets, gateway)),
  ])
    write(path.join(SOURCE, file.path), file.content);
  for (const file of globSync(["classes/*.cls", "triggers/*.trigger"], {
    cwd: path.join(building, SOURCE),
  })) {
    const description = toApexDescription(file);
    write(path.join(SOURCE, description.path), description.content);
  }
  const resources = containers === undefined ? [] : copyContainers(containers, write);
  for (const file of generateTranslations()) write(file.path, file.content);
  const deployed = globSync("**/*.*", { cwd: path.join(building, SOURCE) });
  for (const file of generateUninstall(deployed)) write(file.path, file.content);
  write("sfdx-project.json", PROJECT);
  write(".forceignore", "**/.*\n**/README.md\nsource-maps/**\n");
  rmSync(target, { recursive: true, force: true });
  renameSync(building, target);
  return resources;
}

const PROJECT = `${JSON.stringify(
  {
    name: "sweetspot",
    packageDirectories: [{ path: "force-app", default: true }],
    namespace: "",
    sfdcLoginUrl: "https://login.salesforce.com",
    sourceApiVersion: API_VERSION,
  },
  null,
  2,
)}\n`;

/** Each `var` container becomes a static resource; its source map stands beside the package for the security review. */
function copyContainers(
  folder: string,
  write: (file: string, content: string | Uint8Array) => void,
): string[] {
  const scripts = globSync("*.var.js", { cwd: folder });
  if (scripts.length === 0)
    throw new Error(`There is no var container in ${folder}. Build it first: pnpm exec turbo run build.`);
  return scripts.map((script) => {
    const size = statSync(path.join(folder, script)).size;
    if (size > LARGEST_RESOURCE)
      throw new Error(
        `${script} has ${size} bytes; Salesforce takes ${LARGEST_RESOURCE}. Split the container.`,
      );
    const name = path.basename(script, ".var.js");
    write(`${SOURCE}/staticresources/${name}.js`, readFileSync(path.join(folder, script)));
    write(`${SOURCE}/staticresources/${name}.resource-meta.xml`, resourceXml(name));
    const map = path.join(folder, `${script}.map`);
    if (existsSync(map)) write(`source-maps/${name}.js.map`, readFileSync(map));
    return name;
  });
}

const resourceXml = (name: string): string =>
  toMetadataXml("StaticResource", [
    ["cacheControl", "Public"],
    ["contentType", "application/javascript"],
    [
      "description",
      name === PAGE_SCRIPT
        ? "What the Sweetspot widgets of a page share: React, the plan and the account's data."
        : `Sweetspot widgets: ${name}. Its source map stands beside the package.`,
    ],
  ]);
