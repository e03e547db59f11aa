import path from "node:path";
import { API_VERSION } from "./api-version.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { toLabelEntries } from "./generate-labels.ts";
import { START_PAGE } from "./generate-pages.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

interface Kind {
  readonly type: string;
  /** Holds plans, or is what people read them with; stays where plans are kept. */
  readonly keepsPlans?: true;
  /** Uses what others are, so it goes before them: Salesforce deletes nothing that is in use. */
  readonly first?: true;
}

/** What the folders of a package hold. Layouts, fields and lists go with their objects. */
const KINDS: Readonly<Record<string, Kind | "with its object">> = {
  applications: { type: "CustomApplication", first: true },
  classes: { type: "ApexClass" },
  cspTrustedSites: { type: "CspTrustedSite" },
  flexipages: { type: "FlexiPage" },
  labels: { type: "CustomLabel" },
  layouts: "with its object",
  lwc: { type: "LightningComponentBundle" },
  objects: { type: "CustomObject", keepsPlans: true },
  permissionsets: { type: "PermissionSet", keepsPlans: true },
  reportTypes: { type: "ReportType", keepsPlans: true },
  staticresources: { type: "StaticResource" },
  tabs: { type: "CustomTab", keepsPlans: true, first: true },
  triggers: { type: "ApexTrigger", first: true },
};

/**
 * Two ways out of an org: `everything` takes all there is, plans included; `keep-plans` takes pages,
 * components and code, and leaves the objects with their plans, reports and permission sets.
 *
 * @param files everything below `force-app/main/default`, by its path there
 */
export function generateUninstall(files: readonly string[]): GeneratedFile[] {
  const everything = membersOf(files);
  const code = everything
    .map(({ kind, names }) => ({ kind, names: kind.keepsPlans ? names.filter(isStart) : names }))
    .filter(({ names }) => names.length > 0);
  return [["uninstall/everything", everything] as const, ["uninstall/keep-plans", code] as const].flatMap(
    ([folder, types]) => [
      {
        path: `${folder}/destructiveChangesPre.xml`,
        content: manifest(types.filter(({ kind }) => kind.first)),
      },
      {
        path: `${folder}/destructiveChangesPost.xml`,
        content: manifest(types.filter(({ kind }) => !kind.first)),
      },
      { path: `${folder}/package.xml`, content: manifest([]) },
    ],
  );
}

const isStart = (name: string): boolean => name === START_PAGE;

interface Members {
  readonly kind: Kind;
  readonly names: readonly string[];
}

function membersOf(files: readonly string[]): Members[] {
  const byFolder = Map.groupBy(files, (file) => file.split("/")[0] ?? "");
  return [...byFolder].flatMap(([folder, paths]) => {
    const kind = KINDS[folder];
    if (kind === undefined)
      throw new Error(`The package has a folder ${folder}; say in generate-uninstall.ts how to remove it.`);
    if (kind === "with its object") return [];
    const names =
      kind.type === "CustomLabel"
        ? toLabelEntries("en").map((entry) => entry.name)
        : paths.map((file) => nameOf(file));
    return [{ kind, names: [...new Set(names)] }];
  });
}

/** A folder within the folder is the component; otherwise the file's name up to its first point is. */
function nameOf(file: string): string {
  const steps = file.split("/");
  return steps.length > 2 ? (steps[1] ?? "") : path.basename(file).replace(/\..*$/, "");
}

const manifest = (types: readonly Members[]): string =>
  toMetadataXml("Package", [
    ...types
      .toSorted((one, other) => (one.kind.type < other.kind.type ? -1 : 1))
      .map(({ kind, names }): XmlChild => [
        "types",
        [...names.toSorted().map((name): XmlChild => ["members", name]), ["name", kind.type]],
      ]),
    ["version", API_VERSION],
  ]);
