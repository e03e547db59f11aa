import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ComponentSet, MetadataConverter } from "@salesforce/source-deploy-retrieve";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatePackage } from "./generate-package.ts";
import { schemaFaults } from "./metadata-schema.testing.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";
import { writeSomeContainer } from "./some-container.fixture.ts";
import { writePackage } from "./write-package.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-package-"));
const containers = path.join(scratch, "containers");
const target = path.join(scratch, "package");
const handWritten = path.resolve(import.meta.dirname, "../force-app");

beforeAll(async () => {
  writeSomeContainer(containers);
  await writePackage({ target, handWritten, containers });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("Salesforce's own converter recognises every file and turns the source into metadata", async () => {
  const components = ComponentSet.fromSource(path.join(target, "force-app"));
  const { converted } = await new MetadataConverter().convert(components, "metadata", {
    type: "directory",
    outputDirectory: path.join(scratch, "metadata"),
    genUniqueDir: false,
  });
  const types = new Set(converted?.map((component) => component.type.name));
  expect([...types].toSorted()).toEqual([
    "ApexClass",
    "ApexTrigger",
    "CustomApplication",
    "CustomLabels",
    "CustomObject",
    "CustomTab",
    "FlexiPage",
    "Layout",
    "LightningComponentBundle",
    "PermissionSet",
    "ReportType",
    "StaticResource",
  ]);
  const known = new Set(
    [...components.getSourceComponents()].flatMap((component) => [
      ...component.walkContent(),
      ...(component.xml === undefined ? [] : [component.xml]),
      ...component.getChildren().flatMap((child) => (child.xml === undefined ? [] : [child.xml])),
    ]),
  );
  const missed = generatePackage()
    .map((file) => path.join(target, "force-app/main/default", file.path))
    .filter((file) => !known.has(file));
  expect(missed).toEqual([]);
  const object = readFileSync(path.join(scratch, "metadata/objects/Sweetspot_Cell__c.object"), "utf8");
  expect(object).toContain("<fullName>OfferingLibrary__c</fullName>");
});

test("a container becomes a static resource, its source map stands beside the package and is not deployed", () => {
  const resources = path.join(target, "force-app/main/default/staticresources");
  expect(statSync(path.join(resources, "some_widgets.js")).size).toBeGreaterThan(0);
  expect(existsSync(path.join(resources, "some_widgets.resource-meta.xml"))).toBe(true);
  expect(existsSync(path.join(target, "source-maps/some_widgets.js.map"))).toBe(true);
  expect(readFileSync(path.join(target, ".forceignore"), "utf8")).toContain("source-maps/**");
});

test("a container above Salesforce's five megabytes is refused, and the package built before stays", async () => {
  const large = path.join(scratch, "large");
  mkdirSync(large);
  writeFileSync(path.join(large, "large.var.js"), " ".repeat(5 * 1024 * 1024 + 1));
  await expect(writePackage({ target, handWritten, containers: large })).rejects.toThrow(
    /large\.var\.js has/,
  );
  expect(existsSync(path.join(target, "sfdx-project.json"))).toBe(true);
});

describe("Salesforce's schema of metadata", () => {
  test("has nothing against any file of the package, its translations and its uninstallers", () => {
    const files = globSync("**/*{.xml,.translation,.objectTranslation}", { cwd: target });
    expect(files.length).toBeGreaterThan(300);
    const faults = files.flatMap((file) =>
      schemaFaults(readFileSync(path.join(target, file), "utf8")).map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test("tells a wrong name, a missing part, a value of the wrong type", () => {
    const field = "<CustomField><label>A</label><lenght>3</lenght><scale>two</scale></CustomField>";
    expect(schemaFaults(field)).toEqual([
      "CustomField.lenght is unknown.",
      "CustomField.scale is no number: two",
    ]);
    expect(schemaFaults("<FlexiPage><masterLabel>A</masterLabel></FlexiPage>")).toEqual([
      "FlexiPage.template is missing.",
      "FlexiPage.type is missing.",
    ]);
  });
});

test("pages, app and permission sets name nothing that is not deployed along with them", () => {
  const deployed = new Set(
    ComponentSet.fromSource(path.join(target, "force-app"))
      .getSourceComponents()
      .toArray()
      .map((component) => `${component.type.name} ${component.fullName}`),
  );
  const source = path.join(target, "force-app/main/default");
  const named = (files: string, element: string): readonly string[] =>
    globSync(files, { cwd: source }).flatMap((file) =>
      [
        ...readFileSync(path.join(source, file), "utf8").matchAll(new RegExp(`<${element}>([^<]+)<`, "g")),
      ].map((match) => match[1] ?? ""),
    );
  const ours = (names: readonly string[], type: string): void => {
    expect(names.length, type).toBeGreaterThan(0);
    for (const name of names) expect(deployed).toContain(`${type} ${name}`);
  };
  ours(
    named("flexipages/*", "componentName").filter((name) => !name.includes(":")),
    "LightningComponentBundle",
  );
  ours(named("applications/*", "content"), "FlexiPage");
  ours(named("tabs/*", "flexiPage"), "FlexiPage");
  ours(
    named("applications/*", "tabs").filter((name) => !name.startsWith("standard-")),
    "CustomTab",
  );
  ours(named("permissionsets/*", "tab"), "CustomTab");
  ours(named("permissionsets/*", "apexClass"), "ApexClass");
});

test("a widget that would take the place of one of our own components is refused", async () => {
  const clash = path.join(scratch, "clash");
  writeSomeContainer(clash, "host");
  await expect(
    writePackage({ target: path.join(scratch, "never"), handWritten, containers: clash }),
  ).rejects.toThrow("Two things are called force-app/main/default/lwc/sweetspotHost/sweetspotHost.js");
});

test("uninstalling everything names every component that was deployed", () => {
  const manifest = removedBy("everything");
  const deployed = ComponentSet.fromSource(path.join(target, "force-app")).getSourceComponents();
  for (const component of deployed) {
    const { name } = component.type;
    if (name === "Layout") continue;
    if (name === "CustomLabels")
      for (const label of component.getChildren()) expect(manifest.get("CustomLabel")).toContain(label.name);
    else expect(manifest.get(name), name).toContain(component.fullName);
  }
});

test("uninstalling without the plans leaves the objects, and what people read them with", () => {
  const manifest = removedBy("keep-plans");
  expect(manifest.get("CustomTab")).toEqual(["Sweetspot_Start"]);
  for (const kept of ["CustomObject", "PermissionSet", "ReportType"])
    expect(manifest.has(kept), kept).toBe(false);
  for (const taken of ["ApexClass", "ApexTrigger", "CustomLabel", "FlexiPage", "LightningComponentBundle"])
    expect(manifest.has(taken), taken).toBe(true);
});

test.for(["de", "in"])(
  "translations to %s stand beside the package, in a folder of their own",
  async (code) => {
    const components = ComponentSet.fromSource(path.join(target, "translations", code));
    const { converted } = await new MetadataConverter().convert(components, "source", {
      type: "directory",
      outputDirectory: path.join(scratch, `translations-${code}`),
      genUniqueDir: false,
    });
    expect([...new Set(converted?.map((component) => component.type.name))].toSorted()).toEqual([
      "CustomObjectTranslation",
      "Translations",
    ]);
    const manifest = membersOf(`translations/${code}/package.xml`);
    expect(manifest.get("CustomObjectTranslation")).toEqual(
      toSalesforceObjects()
        .map((object) => `${object.apiName}-${code}`)
        .toSorted(),
    );
    expect(manifest.get("Translations")).toEqual([code]);
  },
);

/** What goes first, and what goes when that is gone. */
function removedBy(way: string): ReadonlyMap<string, readonly string[]> {
  const [first, rest] = ["Pre", "Post"].map((step) =>
    membersOf(`uninstall/${way}/destructiveChanges${step}.xml`),
  );
  expect([...(first?.keys() ?? [])]).toEqual(["ApexTrigger", "CustomApplication", "CustomTab"]);
  return new Map([...(first ?? []), ...(rest ?? [])]);
}

/** Names by type, as a manifest lists them. */
function membersOf(file: string): ReadonlyMap<string, readonly string[]> {
  const types = readFileSync(path.join(target, file), "utf8").split("<types>").slice(1);
  return new Map(
    types.map((part) => [
      /<name>(\w+)<\/name>/.exec(part)?.[1] ?? "",
      [...part.matchAll(/<members>([^<]+)<\/members>/g)].map((match) => match[1] ?? ""),
    ]),
  );
}
