import { expect, test } from "vitest";
import { WIDGET } from "./built-container.fixture.ts";
import { parseCatalogue, parseWidgetManifest } from "./catalogue-schema.ts";

const manifest = (changes: object) => () =>
  parseWidgetManifest(JSON.stringify({ ...WIDGET, ...changes }), "packages/acme/widget.json");

const LENS = { type: "text", choices: ["level", "money"], default: "level", titles: { en: "Lens" } };

test("a right widget.json is taken as it is", () => {
  expect(manifest({})()).toEqual(WIDGET);
  expect(manifest({ options: { lens: LENS } })()).toMatchObject({ options: { lens: LENS } });
});

for (const [what, changes, field] of [
  ["an id in capitals", { id: "Acme" }, "id"],
  ["an expose without a dot", { expose: "acme" }, "expose"],
  ["a contract of another kind", { contract: "1" }, "contract"],
  ["a React version that is no range", { react: "latest" }, "react"],
  ["an unknown record type", { recordTypes: ["lead"] }, "recordTypes.0"],
  ["no record type", { recordTypes: [] }, "recordTypes"],
  ["no English title", { titles: { de: "Acme" } }, "titles.en"],
  ["a height that is no number", { minHeight: "tall" }, "minHeight"],
  ["an option in capitals", { options: { Lens: LENS } }, "options.Lens"],
  [
    "an option of another type than its default",
    { options: { lens: { ...LENS, default: 3 } } },
    "options.lens",
  ],
  ["a default that cannot be chosen", { options: { lens: { ...LENS, default: "size" } } }, "options.lens"],
  [
    "an option without an English title",
    { options: { lens: { ...LENS, titles: {} } } },
    "options.lens.titles",
  ],
  ["a misspelt field", { minheight: 3 }, "minheight"],
] as const) {
  test(`a widget.json with ${what} is refused, naming file and field`, () => {
    expect(manifest(changes)).toThrow("packages/acme/widget.json");
    expect(manifest(changes)).toThrow(field);
  });
}

test("a file that is no JSON is refused by its name", () => {
  expect(() => parseCatalogue("{", "dist/widgets.json")).toThrow(/^dist\/widgets\.json: is no JSON/);
});

test("a hash that is not one is refused where it stands", () => {
  const entry = { ...WIDGET, version: "1", container: "acme", entry: "a.js", integrity: { "a.js": "md5-x" } };
  expect(() => parseCatalogue(JSON.stringify({ widgets: [entry] }), "widgets.json")).toThrow(
    "widgets.0.integrity.a.js",
  );
});
