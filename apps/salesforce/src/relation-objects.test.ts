import { describe, expect, test } from "vitest";
import { generatePackage } from "./generate-package.ts";
import { toRelationObjects } from "./relation-objects.ts";
import { ENGLISH } from "./words.ts";

const OBJECTS = toRelationObjects(ENGLISH);
const FILES = new Map(generatePackage().map((file) => [file.path, file.content]));

describe("the relations of an org", () => {
  test("are these objects", () => {
    expect(OBJECTS.map(({ apiName }) => apiName)).toEqual(
      ["Source", "Person", "Body", "Tie", "Decision", "Wish"].map((kind) => `Sweetspot_Relation_${kind}__c`),
    );
  });

  test.for(OBJECTS)("rows of $apiName are loaded by a key of their own", ({ apiName }) => {
    const key = FILES.get(`objects/${apiName}/fields/Key__c.field-meta.xml`);
    for (const element of ["externalId", "unique", "caseSensitive"])
      expect(key).toContain(`<${element}>true</${element}>`);
  });

  test.for(OBJECTS)("rows of $apiName are for reps to read and for admins to write", ({ apiName }) => {
    const may = (role: string, what: string): boolean => {
      const text = FILES.get(`permissionsets/Sweetspot_${role}.permissionset-meta.xml`) ?? "";
      const [, permissions = ""] =
        [...text.matchAll(/<objectPermissions>([\s\S]*?)<\/objectPermissions>/g)].find(([block]) =>
          block.includes(`<object>${apiName}<`),
        ) ?? [];
      return permissions.includes(`<allow${what}>true<`);
    };
    for (const role of ["Rep", "Manager"]) {
      expect(may(role, "Read")).toBe(true);
      for (const what of ["Create", "Edit", "Delete"]) expect(may(role, what)).toBe(false);
    }
    for (const what of ["Read", "Create", "Edit", "Delete"]) expect(may("Admin", what)).toBe(true);
  });

  test("have no guard, which would keep loaders out", () => {
    for (const [path, content] of FILES)
      if (path.startsWith("triggers/")) expect(content).not.toContain("Sweetspot_Relation_");
  });
});
