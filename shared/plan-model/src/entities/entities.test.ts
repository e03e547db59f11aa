import { describe, expect, test } from "vitest";
import type { FieldKind, ListItem } from "../field-kinds.ts";
import { ENTITIES, findEntity } from "./index.ts";
import * as published from "../index.ts";

const KEBAB = /^[a-z]+(-[a-z]+)*$/;
const CAMEL = /^[a-z][A-Za-z]*$/;
const SENTENCE = /^[A-Z].*[.?]$/;
const CRM_TYPES = ["account", "contact", "opportunity", "product", "team-member"];

/** Salesforce allows 40 characters in a name and 255 in a help text; the strictest of our CRMs sets the limits. */
const LONGEST_NAME = 40;
const LONGEST_HELP = 255;

test("each entity is declared once, and each file's declaration is in the list", () => {
  const names = ENTITIES.map((entity) => entity.name);
  expect(new Set(names).size).toBe(names.length);
  const declared = Object.values(published).filter(
    (value) => typeof value === "object" && "scopes" in value && "fields" in value,
  );
  expect(new Set(declared)).toEqual(new Set(ENTITIES));
  for (const entity of ENTITIES) expect(findEntity(entity.name)).toBe(entity);
});

describe.each(ENTITIES.map((entity) => [entity.name, entity] as const))("%s", (name, entity) => {
  test("has a name, a help text, a place to live and a schema", () => {
    expect(name).toMatch(KEBAB);
    expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(entity.help).toMatch(SENTENCE);
    expect(entity.help.length).toBeLessThanOrEqual(LONGEST_HELP);
    expect(entity.scopes.length).toBeGreaterThan(0);
    expect(Number.isInteger(entity.schema) && entity.schema >= 1).toBe(true);
    expect(entity.schema === 1 || entity.upgrade !== undefined, "a later schema needs an upgrade").toBe(true);
  });

  test("is titled by one of its own text fields, if by any", () => {
    if (entity.title !== undefined) expect(entity.fields[entity.title]?.kind).toBe("text");
  });

  test("gives every field a name a CRM can take and a help text", () => {
    for (const [field, declaration] of Object.entries(entity.fields)) {
      expect(field).toMatch(CAMEL);
      expect(field.length).toBeLessThanOrEqual(LONGEST_NAME);
      expect(declaration.help, field).toMatch(SENTENCE);
      expect(declaration.help.length, field).toBeLessThanOrEqual(LONGEST_HELP);
    }
  });

  test("has fields whose limits leave room for a value", () => {
    for (const [field, declaration] of Object.entries(entity.fields)) expectSound(field, declaration);
  });

  test("refers to entities that exist, where they can be", () => {
    for (const [field, declaration] of Object.entries(entity.fields)) {
      const target = declaration.kind === "list" ? declaration.of : declaration;
      if (target.kind === "crm-reference") expect(CRM_TYPES, field).toContain(target.to);
      if (target.kind !== "reference") continue;
      const other = findEntity(target.to);
      expect(other, `${field} refers to ${target.to}`).toBeDefined();
      const reachable =
        target.within === "library"
          ? ["library"]
          : target.within === "same"
            ? entity.scopes
            : ["library", "plan"];
      expect(
        other?.scopes.some((scope) => reachable.includes(scope)),
        `${field} within ${target.within}`,
      ).toBe(true);
    }
  });

  test("comes after the entities it needs, so that tables and imports can go in this order", () => {
    for (const declaration of Object.values(entity.fields))
      if (declaration.kind === "reference" && declaration.required) {
        const order = ENTITIES.map((one) => one.name);
        expect(order.indexOf(declaration.to)).toBeLessThan(order.indexOf(name));
      }
  });
});

function expectSound(field: string, declaration: FieldKind | ListItem): void {
  switch (declaration.kind) {
    case "text":
      expect(declaration.max, field).toBeGreaterThan(0);
      // The longest text a Salesforce long text area holds.
      expect(declaration.max, field).toBeLessThanOrEqual(131_072);
      break;
    case "number":
      expect(declaration.min, field).toBeLessThan(declaration.max);
      expect(declaration.scale, field).toBeGreaterThanOrEqual(0);
      break;
    case "choice":
      expect(new Set(declaration.choices).size, field).toBe(declaration.choices.length);
      expect(declaration.choices.length, field).toBeGreaterThan(1);
      for (const choice of declaration.choices) expect(choice).toMatch(KEBAB);
      break;
    case "list":
      expect(declaration.max, field).toBeGreaterThan(0);
      expectSound(field, declaration.of);
      break;
    default:
      break;
  }
}
