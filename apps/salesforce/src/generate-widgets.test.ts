import { expect, test } from "vitest";
import { generateWidgetComponents } from "./generate-widgets.ts";
import { SOME_CONTAINER } from "./some-container.fixture.ts";
import { toComponentName, toContainedWidgets, toPropertyName } from "./widget-component.ts";

const files = new Map(
  generateWidgetComponents(toContainedWidgets([SOME_CONTAINER])).map((file) => [file.path, file.content]),
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
  expect(metadata).toContain('<property name="optionYears" type="Integer" label="Years" default="3" />');
  expect(metadata).toMatch(/<property name="height" type="Integer"/);
  expect(metadata).toMatch(/<property name="language" type="String"[^>]*datasource="automatic,en,de,id"/);
  for (const property of ["optionLens", "optionOnlyOpen"]) expect(script).toContain(`@api ${property};`);
});

test("titles are text wherever they go", () => {
  expect(metadata).toContain("<masterLabel>Sweetspot: Deals &amp; &quot;maps&quot;</masterLabel>");
  expect(script).toContain('"en": "Deals & \\"maps\\""');
});

test("the script comes from the static resource of its container", () => {
  expect(script).toContain('import url from "@salesforce/resourceUrl/some_widgets";');
});

test("names are Lightning's, and never HTML's own", () => {
  expect(toComponentName("white-space")).toBe("sweetspotWhiteSpace");
  expect(toPropertyName("title")).toBe("optionTitle");
});

test("names that Salesforce would refuse, or take for one, are refused here", () => {
  const [widget] = SOME_CONTAINER.widgets;
  if (!widget) throw new Error("The container has no widget.");
  const alike = { ...SOME_CONTAINER, widgets: [widget, { ...widget, id: "dealmap" }] };
  expect(() => toContainedWidgets([alike])).toThrow("sweetspotDealMap and sweetspotDealmap collide");
  for (const name of ["acme__widgets", "acme_", "$acme", "a".repeat(41)])
    expect(() => toContainedWidgets([{ ...SOME_CONTAINER, name }]), name).toThrow(name);
});

test("two containers with one widget are refused", () => {
  expect(() => toContainedWidgets([SOME_CONTAINER, { ...SOME_CONTAINER, name: "other" }])).toThrow(
    'a widget "deal-map"',
  );
});
