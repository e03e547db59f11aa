import type { ContainerDescription, WidgetOption } from "@sweetspot/catalogue";
import { expect, test } from "vitest";
import { generateWidgetComponents } from "./generate-widgets.ts";
import { toComponentName, toContainedWidgets, toPropertyName } from "./widget-component.ts";

const LENS: WidgetOption = {
  type: "text",
  choices: ["level", "money"],
  default: "level",
  titles: { en: "Lens" },
};
const CONTAINER: ContainerDescription = {
  name: "acme_widgets",
  version: "1.0.0",
  entry: "remoteEntry.js",
  var: "acme_widgets.var.js",
  react: "^19.3.0",
  widgets: [
    {
      id: "deal-map",
      expose: "./deal-map",
      contract: "widget/1",
      react: "^19.3.0",
      recordTypes: ["account", "opportunity"],
      titles: { en: 'Deals & "maps"', de: "Karte" },
      minHeight: 300,
      options: { lens: LENS, onlyOpen: { type: "boolean", default: true, titles: { en: "Open only" } } },
    },
  ],
};

const files = new Map(
  generateWidgetComponents(toContainedWidgets([CONTAINER])).map((file) => [file.path, file.content]),
);
const metadata = files.get("lwc/sweetspotDealMap/sweetspotDealMap.js-meta.xml") ?? "";
const script = files.get("lwc/sweetspotDealMap/sweetspotDealMap.js") ?? "";

test("a widget may be dragged onto the pages of its record types alone, on desktop and phone", () => {
  expect(metadata).toContain("<isExposed>true</isExposed>");
  expect(metadata).toContain('<targetConfig targets="lightning__RecordPage">');
  expect([...metadata.matchAll(/<object>(\w+)</g)].map((match) => match[1])).toEqual([
    "Account",
    "Opportunity",
  ]);
  for (const factor of ["Small", "Large"])
    expect(metadata).toContain(`<supportedFormFactor type="${factor}" />`);
});

test("its options are App Builder's properties, beside height and language", () => {
  expect(metadata).toContain(
    '<property name="optionLens" type="String" label="Lens" datasource="level,money" default="level" />',
  );
  expect(metadata).toContain(
    '<property name="optionOnlyOpen" type="Boolean" label="Open only" default="true" />',
  );
  expect(metadata).toMatch(/<property name="height" type="Integer"/);
  expect(metadata).toMatch(/<property name="language" type="String"[^>]*datasource="automatic,en,de,id"/);
  for (const property of ["optionLens", "optionOnlyOpen"]) expect(script).toContain(`@api ${property};`);
});

test("titles are text wherever they go", () => {
  expect(metadata).toContain("<masterLabel>Sweetspot: Deals &amp; &quot;maps&quot;</masterLabel>");
  expect(script).toContain('"en": "Deals & \\"maps\\""');
});

test("the script comes from the static resource of its container", () => {
  expect(script).toContain('import url from "@salesforce/resourceUrl/acme_widgets";');
});

test("names are Lightning's, and never HTML's own", () => {
  expect(toComponentName("white-space")).toBe("sweetspotWhiteSpace");
  expect(toPropertyName("title")).toBe("optionTitle");
});

test("two containers with one widget are refused", () => {
  expect(() => toContainedWidgets([CONTAINER, { ...CONTAINER, name: "other" }])).toThrow(
    'a widget "deal-map"',
  );
});
