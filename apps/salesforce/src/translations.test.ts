import { ENTITIES } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";
import de from "../labels/de.json" with { type: "json" };
import en from "../labels/en.json" with { type: "json" };
import id from "../labels/id.json" with { type: "json" };
import { generateLabels } from "./generate-labels.ts";
import { generateTranslations } from "./generate-translations.ts";
import { LABELS } from "./labels.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";
import { toWords } from "./words.ts";

/** Salesforce's limits, in characters. */
const LONGEST = { label: 40, relationshipLabel: 80, help: 255, customLabel: 765 };
/** The same in both languages, and rightly so. */
const SAME =
  /^(account:many|field:version|plan\.account|plan\.scope|relation:person|start:tab|change\.(revision|schema)|record\.(revision|schema))$/;

describe("our own words", () => {
  test.each([
    ["German", de],
    ["Indonesian", id],
  ])("are all said in %s, with the same blanks to fill", (_, texts) => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(texts)) {
      const master = Reflect.get(en, key);
      expect(text.match(/\{\w+\}/g) ?? [], key).toEqual(String(master).match(/\{\w+\}/g) ?? []);
      if (!SAME.test(key)) expect(text, key).not.toBe(master);
    }
  });
});

describe.each(["en", "de", "id"] as const)("in %s", (language) => {
  const objects = toSalesforceObjects(ENTITIES, toWords(language));

  test("every label and help text fits", () => {
    for (const object of objects) {
      for (const label of [object.label, object.plural, object.name.label])
        expect(label.length, label).toBeLessThanOrEqual(LONGEST.label);
      for (const field of object.fields) {
        expect(field.label.length, field.label).toBeLessThanOrEqual(LONGEST.label);
        expect(field.help.length, field.help).toBeLessThanOrEqual(LONGEST.help);
        expect(`${object.plural} (${field.label})`.length).toBeLessThanOrEqual(LONGEST.relationshipLabel);
      }
    }
  });

  test("no two objects, and no two fields of one that people see, are called the same", () => {
    expect(new Set(objects.map((object) => object.label)).size).toBe(objects.length);
    for (const object of objects) {
      const labels = object.fields.filter((field) => !field.hidden).map((field) => field.label);
      expect(new Set(labels).size, object.label).toBe(labels.length);
    }
  });

  test("no placeholder is left unfilled", () => {
    for (const object of objects)
      for (const field of object.fields)
        expect(`${object.label} ${field.label} ${field.help}`).not.toMatch(/[{}]|undefined/);
  });
});

describe("the translations of an org", () => {
  const files = new Map(generateTranslations().map((file) => [file.path, file.content]));
  const german = files.get("translations/de/objectTranslations/Sweetspot_Cell__c-de.objectTranslation") ?? "";

  test("name objects in every case of German, with their gender", () => {
    expect(german.match(/<caseValues>/g)).toHaveLength(8);
    expect(german).toContain("<value>Sweetspot-Potenzialfelder</value>");
    expect(german).toContain("<gender>Neuter</gender>");
    for (const [path, content] of files)
      if (path.includes("/de/objectTranslations/")) expect(content, path).toMatch(/<gender>\w+<\/gender>/);
  });

  test("translate every value of a picklist by the label it has in English", () => {
    expect(german).toMatch(/<masterLabel>Not possible<\/masterLabel>\s*<translation>Nicht möglich</);
    expect(german).toContain("<help>Was als Nächstes passiert.</help>");
  });

  test("translate app, tab, report types and our own labels", () => {
    const all = files.get("translations/in/translations/in.translation") ?? "";
    expect(all).toMatch(/<label>Sel peluang Sweetspot<\/label>\s*<name>Sweetspot_Cell<\/name>/);
    expect(all).toMatch(/<label>Akun<\/label>\s*<name>Accounts<\/name>/);
    for (const name of Object.keys(LABELS)) expect(all).toContain(`<name>Sweetspot_${name}</name>`);
  });
});

test("custom labels keep to Salesforce's limits in every language", () => {
  for (const [name, texts] of Object.entries(LABELS))
    for (const text of Object.values(texts))
      expect(text.length, name).toBeLessThanOrEqual(LONGEST.customLabel);
  expect(generateLabels().content).toContain("<fullName>Sweetspot_Loading</fullName>");
});
