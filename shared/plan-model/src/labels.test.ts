import { describe, expect, test } from "vitest";
import de from "../labels/de.json" with { type: "json" };
import en from "../labels/en.json" with { type: "json" };
import id from "../labels/id.json" with { type: "json" };
import { ENTITIES } from "./entities/index.ts";
import { defineEntity } from "./entity.ts";
import { toPlanLabels } from "./labels.ts";

/** Salesforce allows 40 characters in a field's label and 255 in a help text; the strictest of our CRMs sets the limits. */
const LONGEST_LABEL = 40;
const LONGEST_HELP = 255;

const labels = ENTITIES.flatMap((entity) => [
  `${entity.name}:one`,
  `${entity.name}:many`,
  ...Object.entries(entity.fields).flatMap(([name, field]) => [
    `${entity.name}.${name}`,
    ...(field.kind === "choice" ? field.choices.map((choice) => `${entity.name}.${name}:${choice}`) : []),
  ]),
]);
const helps = ENTITIES.flatMap((entity) => [
  `${entity.name}:help`,
  ...Object.keys(entity.fields).map((name) => `${entity.name}.${name}:help`),
]);

const withoutGenders = (texts: object): string[] =>
  Object.keys(texts).filter((key) => !key.endsWith(":gender"));

test("German names the gender of every entity", () => {
  for (const entity of ENTITIES)
    expect(Reflect.get(de, `${entity.name}:gender`), entity.name).toMatch(/^[mfn]$/);
});

test("English has a label for everything and leaves the help to the declarations", () => {
  expect(Object.keys(en).toSorted()).toEqual(labels.toSorted());
});

describe.each([
  ["German", de],
  ["Indonesian", id],
])("%s", (_, texts) => {
  test("has a label and a help text for everything, and nothing besides", () => {
    expect(withoutGenders(texts).toSorted()).toEqual([...labels, ...helps].toSorted());
  });

  test("fits in every CRM", () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text, key).toMatch(/^\S.*\S$|^\S$/);
      expect(text.length, key).toBeLessThanOrEqual(key.endsWith(":help") ? LONGEST_HELP : LONGEST_LABEL);
      if (key.endsWith(":help")) expect(text, key).toMatch(/^\p{Lu}.*[.?]$/u);
    }
  });

  test("tells the labels of one entity apart", () => {
    for (const entity of ENTITIES) {
      const fields = Object.keys(entity.fields).map((name) => Reflect.get(texts, `${entity.name}.${name}`));
      expect(new Set(fields).size, entity.name).toBe(fields.length);
    }
  });
});

test("labels are read by language; what is new is named after itself until it is translated", () => {
  const cell = ENTITIES.find((entity) => entity.name === "cell") ?? expect.fail("no cell");
  expect(toPlanLabels("de").field(cell, "nextStep")).toEqual({
    label: "Nächster Schritt",
    help: "Was als Nächstes passiert.",
  });
  expect(toPlanLabels("en").field(cell, "nextStep")).toEqual({
    label: "Next step",
    help: "What happens next.",
  });
  expect(toPlanLabels("id").choice(cell, "level", "not-possible")).toBe("Tidak mungkin");
  const thing = defineEntity({
    name: "new-thing",
    help: "A thing.",
    scopes: ["plan"],
    schema: 1,
    fields: { someText: { kind: "text", help: "A text.", max: 10 } },
  });
  expect(toPlanLabels("de").entity(thing)).toStrictEqual({
    one: "New thing",
    many: "New thing",
    help: "A thing.",
  });
  expect(toPlanLabels("de").field(thing, "someText").label).toBe("Some text");
});
