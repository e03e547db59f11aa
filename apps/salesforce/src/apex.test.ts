import { ENTITIES } from "@sweetspot/plan-model";
import { parseQuery } from "@jetstreamapp/soql-parser-js";
import { describe, expect, test } from "vitest";
import { APEX_FILES, inlineQueries, queryTemplates, syntaxErrors } from "./apex-source.testing.ts";
import { selectedColumns } from "./generate-apex-model.ts";
import { SETTING_FIELDS } from "./generate-settings.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";
import type { SalesforceObject } from "./salesforce-object.ts";

const OBJECTS = new Map(toSalesforceObjects().map((object) => [object.apiName, object]));
/** What every row has, whoever declared its object. */
const STANDARD = [
  "Id",
  "Name",
  "CreatedDate",
  "RecordId",
  "HasEditAccess",
  "UserId",
  "AssigneeId",
  "PermissionSetGroupId",
];
/** Reserved in Apex without being part of its grammar. */
const RESERVED =
  "activate and any array asc autonomous begin bigdecimal bulk byte char collect const currency default desc end exit export float goto group having hint import inner interval into join loop merge new nulls number object of or outer package parallel pragma retrieve rollback short sort stat synchronized then transaction trigger".split(
    " ",
  );

describe("the Apex of the package", () => {
  test.for([...APEX_FILES])("%s has no syntax error", ([file, source]) => {
    expect(syntaxErrors(file, source)).toEqual([]);
  });

  test("the parser tells good from bad", () => {
    expect(syntaxErrors("Bad.cls", "public class Bad { void run() { Integer number = ; } }")).not.toEqual([]);
  });

  test.for([...APEX_FILES].filter(([file]) => file.endsWith(".cls")))("%s is small", ([file, source]) => {
    if (file === "SweetspotModel.cls") return;
    expect(source.split("\n").length, file).toBeLessThanOrEqual(300);
    expect(file.replace(".cls", "").length).toBeLessThanOrEqual(40);
  });

  test("every class is named like its file", () => {
    for (const [file, source] of APEX_FILES)
      expect(source).toMatch(new RegExp(`\\b(class|trigger) ${file.replace(/\.\w+$/, "")}\\b`));
  });

  test("names nothing by a word that Apex keeps for itself, which no parser complains about", () => {
    for (const [file, source] of APEX_FILES)
      for (const word of RESERVED)
        expect(withoutTexts(source), file).not.toMatch(
          new RegExp(`[\\w>\\]] ${word}\\s*(=(?!=)|:|;|,|\\))`, "i"),
        );
  });

  test("compares ids and names with equals or sets, never with ==, which does not tell case apart", () => {
    for (const [file, source] of APEX_FILES)
      expect(source, file).not.toMatch(
        /\b(recordId|typeName)\s*[!=]=(?!\s*null)|[!=]=\s*\w*\.?(recordId|typeName)\b/,
      );
  });

  test("reads and writes rows as the user only", () => {
    for (const [file, source] of APEX_FILES) {
      // Who keeps the library is told to everybody, and nothing but ids.
      if (/@IsTest/.test(source) || file === "SweetspotAdmins.cls") continue;
      expect(source, file).not.toMatch(/\b(insert|update|upsert|delete|undelete) (?!as user\b)\w+;/);
      expect(source, file).not.toMatch(
        /without sharing|SYSTEM_MODE|Database\.(query|insert|update|delete)\(/,
      );
      for (const query of inlineQueries(source))
        if (!/FROM UserRecordAccess/.test(query)) expect(query, file).toContain("WITH USER_MODE");
    }
  });
});

describe("what the compiler would say, as far as names go", () => {
  const sources = [...APEX_FILES].map(([file, source]) => [file, withoutTexts(source)] as const);
  const declared = (name: string): string => sources.find(([file]) => file === `${name}.cls`)?.[1] ?? "";

  test.for(sources)("%s calls only what its neighbours declare", ([file, source]) => {
    for (const [, owner = "", member = ""] of source.matchAll(/\b(Sweetspot[A-Za-z]+)\.(\w+)/g)) {
      expect(declared(owner), `${file} uses ${owner}`).not.toBe("");
      const declaration = new RegExp(`(static|class)\\b[^;={]*\\b${member}\\b|\\bclass ${member}\\b`);
      expect(declared(owner), `${file} uses ${owner}.${member}`).toMatch(declaration);
    }
  });

  test("every value bound in a dynamic query is given to it somewhere", () => {
    const all = [...APEX_FILES.values()].join("\n");
    for (const template of queryTemplates(APEX_FILES.get("SweetspotQueries.cls") ?? ""))
      for (const [, name = ""] of template.matchAll(/:(\w+)/g))
        expect(all).toMatch(new RegExp(`'${name}'( =>|,)`));
  });

  test("no variable hides the object whose type is asked for: Apex does not tell case apart", () => {
    for (const [file, source] of sources)
      for (const [, object = ""] of source.matchAll(/\b(\w+)\.SObjectType\b/g))
        expect(source, file).not.toMatch(
          new RegExp(`\\b[A-Z]\\w* ${object.toLowerCase()}\\b\\s*(=|:|;|,|\\))`),
        );
  });

  test("every class that is made or declared somewhere exists", () => {
    for (const [file, source] of sources)
      for (const [name] of source.matchAll(/\bSweetspot[A-Z][A-Za-z]+\b/g))
        if (!file.endsWith(".trigger")) expect(declared(name), `${file} uses ${name}`).not.toBe("");
  });

  test("every field and object that is named exists", () => {
    const fields = new Set(
      [...OBJECTS.values()]
        .flatMap((object) => object.fields.map((field) => field.apiName))
        .concat(SETTING_FIELDS),
    );
    for (const [file, source] of APEX_FILES)
      for (const [name] of source.matchAll(/\b[A-Za-z]\w*__[cr]\b/g)) {
        const known = OBJECTS.has(name) || fields.has(name.replace(/__r$/, "__c"));
        expect(known, `${file} names ${name}`).toBe(true);
      }
  });
});

describe("the queries", () => {
  const written = [...APEX_FILES].flatMap(([file, source]) =>
    inlineQueries(source).map((query) => [file, query] as const),
  );
  test.for(written)("of %s ask for fields that exist: %s", ([, query]) => {
    expectKnownFields(query.replace(/\bWITH USER_MODE\b/, ""));
  });

  const templates = queryTemplates(APEX_FILES.get("SweetspotQueries.cls") ?? "");
  test("are eleven templates", () => expect(templates).toHaveLength(11));

  const aboutRecords = templates.filter((template) => !/Version__c|CHANGE|RecordKey__c/.test(template));
  const places = ENTITIES.flatMap((entity) => entity.scopes.map((scope) => ({ entity, scope })));
  test.for(places)("of $entity.name records in the $scope ask for fields that exist", ({ entity, scope }) => {
    const object = objectOf(entity.name, scope);
    const lookups = object.fields.filter(
      (field) => field.type === "Lookup" && field.referenceTo?.startsWith("Sweetspot_"),
    );
    const columns = selectedColumns(entity, scope).join(", ");
    for (const template of aboutRecords)
      if (template.includes("{pointers}")) {
        if (lookups.length > 0)
          expectKnownFields(
            fillPointers(
              fill(template, object.apiName, columns),
              lookups.map(({ apiName }) => apiName),
            ),
          );
      } else
        for (const lookup of template.includes("{lookup}") ? lookups : [undefined])
          expectKnownFields(fill(template, object.apiName, columns, lookup?.apiName));
  });

  test.for(["Plan", "Library"])("of the %s's history ask for fields that exist", (scope) => {
    const columns =
      /CHANGE_COLUMNS =\s*'([^']+)'/.exec(APEX_FILES.get("SweetspotHistory.cls") ?? "")?.[1] ?? "";
    expect(columns).not.toBe("");
    for (const template of templates.filter((one) => !aboutRecords.includes(one))) {
      const part = /Content__c|At__c <=/.test(template) ? "Commit" : "Change";
      expectKnownFields(fill(template, `Sweetspot_${scope}_${part}__c`, columns));
    }
  });
});

/** Comments and texts hold names that are none. */
const withoutTexts = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/'(\\.|[^'\\])*'/g, "''");

function objectOf(entity: string, scope: "plan" | "library"): SalesforceObject {
  const found = [...OBJECTS.values()].find((object) => object.entity === entity && object.scope === scope);
  if (!found) throw new Error(`There is no object for ${entity} in the ${scope}.`);
  return found;
}

const fill = (template: string, object: string, columns: string, lookup = ""): string =>
  template
    .replace("{columns}", columns)
    .replace("{object}", object)
    .replaceAll("{lookup}", lookup)
    .replaceAll("{relation}", lookup.replace("__c", "__r"));

/** As `SweetspotQueries.pointing` fills it, with every lookup of the object. */
const fillPointers = (template: string, lookups: readonly string[]): string =>
  template
    .replace("{pointers}", lookups.map((lookup) => `${lookup.replace("__c", "__r")}.RecordId__c`).join(", "))
    .replace("{conditions}", lookups.map((lookup) => `${lookup} IN :targetRows`).join(" OR "));

/** Parses the query and looks up every field it names, through its relations. */
function expectKnownFields(query: string): void {
  // The parser knows no bound number of rows; Salesforce does.
  const parsed = parseQuery(query.replace("LIMIT :pageSize", "LIMIT 1"), { allowApexBindVariables: true });
  const own = OBJECTS.get(parsed.sObject ?? "");
  const names = [...query.matchAll(/\b[A-Za-z]+(?:__r\.[A-Za-z]+)*__[cr]\b(?:\.[A-Za-z]+__c)?/g)].map(
    (match) => match[0],
  );
  for (const name of names.filter((one) => one !== parsed.sObject && !OBJECTS.has(one))) {
    const steps = name.split(".");
    let object = own;
    for (const [index, step] of steps.entries()) {
      const field = object?.fields.find((one) => one.apiName === step.replace(/__r$/, "__c"));
      expect(field, `${name} in: ${query}`).toBeDefined();
      if (index < steps.length - 1) object = OBJECTS.get(field?.referenceTo ?? "");
    }
  }
  for (const field of parsed.fields ?? [])
    if (field.type === "Field" && !field.field.endsWith("__c"))
      expect(STANDARD, query).toContain(field.field);
}
