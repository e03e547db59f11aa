import { defineEntity, ENTITIES, type FieldKind } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toApiName, toObjectName } from "./api-names.ts";
import { LONGEST_TEXT } from "./field-mapping.ts";
import { generatePackage } from "./generate-package.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";

const OBJECTS = toSalesforceObjects();
const PLACES = ENTITIES.flatMap((entity) =>
  entity.scopes.map((scope) => ({ entity, scope, name: entity.name })),
);
const objectOf = (name: string, scope: string) =>
  OBJECTS.find((object) => object.entity === name && object.scope === scope);
/** Salesforce's limit for the long texts of one object together. */
const LONG_TEXT_ROOM = 1_638_400;

describe.each(PLACES)("$name in the $scope", ({ entity, scope }) => {
  const object = objectOf(entity.name, scope);

  test("is an object below its plan or the library, with the entity's help", () => {
    expect(object).toMatchObject({ help: entity.help, sharing: "ControlledByParent" });
    expect(object?.fields[0]).toMatchObject({
      apiName: "Scope__c",
      type: "MasterDetail",
      referenceTo: scope === "plan" ? "Sweetspot_Plan__c" : "Sweetspot_Library__c",
      masterReadSuffices: scope === "library",
    });
  });

  test.for(Object.entries(entity.fields))("holds %s as declared", ([name, declaration]) => {
    const apiName = `${name.charAt(0).toUpperCase()}${name.slice(1)}__c`;
    const field = object?.fields.find((one) => one.apiName === apiName);
    expect(field).toMatchObject(expected(declaration));
    expect(field?.help).toBe(declaration.help);
  });

  test("keeps revision, schema, key, tombstone and what no column can hold", () => {
    const names = object?.fields.map((field) => field.apiName);
    expect(names).toEqual(
      expect.arrayContaining(["Key__c", "RecordId__c", "Revision__c", "Schema__c", "Removed__c", "Extra__c"]),
    );
    expect(object?.fields.find((field) => field.apiName === "Extra__c")).toMatchObject({
      hidden: true,
      length: LONGEST_TEXT,
    });
  });

  test("asks for no more long text than an object may have", () => {
    const room = (object?.fields ?? []).map((field) =>
      field.type === "LongTextArea" ? (field.length ?? 0) : 0,
    );
    expect(room.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(LONG_TEXT_ROOM);
  });
});

/** Written a second time, on purpose: what a reader of the plan model would expect in Salesforce. */
function expected(declaration: FieldKind): object {
  switch (declaration.kind) {
    case "text":
      return declaration.max <= 255
        ? { type: "Text", length: declaration.max }
        : { type: "LongTextArea", length: Math.max(256, declaration.max) };
    case "choice":
      return {
        type: "Picklist",
        choices: declaration.choices.map((value) => expect.objectContaining({ value })),
      };
    case "number": {
      const whole = Math.max(
        ...[declaration.min, declaration.max].map((one) => String(Math.abs(Math.trunc(one))).length),
      );
      return { type: "Number", scale: declaration.scale, precision: whole + declaration.scale };
    }
    case "flag":
      return { type: "Checkbox" };
    case "money":
      return { type: "Number", precision: 18, scale: 2 };
    case "date":
      return { type: "Date" };
    case "instant":
      return { type: "DateTime" };
    case "reference":
      return { type: "Lookup", referenceTo: expect.stringMatching(/^Sweetspot_/) };
    case "crm-reference":
      return {
        type: "Lookup",
        referenceTo: expect.stringMatching(/^(Account|Contact|Opportunity|Product2|User)$/),
      };
    case "list":
      return { type: "LongTextArea" };
  }
}

describe("an entity that lives in both places", () => {
  test("has an object in each, and references to either have a lookup for each", () => {
    expect([objectOf("offering", "plan")?.apiName, objectOf("offering", "library")?.apiName]).toEqual([
      "Sweetspot_Offering__c",
      "Sweetspot_Library_Offering__c",
    ]);
    const lookups = objectOf("cell", "plan")?.fields.filter((field) => field.apiName.startsWith("Offering"));
    expect(lookups?.map((field) => [field.apiName, field.referenceTo])).toEqual([
      ["Offering__c", "Sweetspot_Offering__c"],
      ["OfferingLibrary__c", "Sweetspot_Library_Offering__c"],
    ]);
  });

  test("points within the library only, where it is the library's", () => {
    const parents = objectOf("offering", "library")?.fields.filter((field) =>
      field.apiName.startsWith("Parent"),
    );
    expect(parents?.map((field) => field.referenceTo)).toEqual(["Sweetspot_Library_Offering__c"]);
  });
});

describe("names", () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{0,14}$/);
  test("keep to Salesforce's forty characters, are stable, and differ where they were cut", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), word, (words, other) => {
        const name = words.join("_");
        expect(toApiName(name)).toMatch(/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/);
        expect(toApiName(name).length).toBeLessThanOrEqual(40);
        expect(toApiName(name)).toBe(toApiName(name));
        if (other !== words.at(-1)) expect(toApiName([...words, other].join("_"))).not.toBe(toApiName(name));
      }),
    );
  });

  test("never change for what is stored already", () => {
    expect(
      ENTITIES.flatMap((entity) => entity.scopes.map((scope) => toObjectName(entity.name, scope))),
    ).toEqual([
      "Sweetspot_Library_Offering__c",
      "Sweetspot_Offering__c",
      "Sweetspot_Library_WhiteSpaceRules__c",
      "Sweetspot_Perspective__c",
      "Sweetspot_Area__c",
      "Sweetspot_Cell__c",
      "Sweetspot_Barrier__c",
      "Sweetspot_GridLayout__c",
      "Sweetspot_KnowledgeGap__c",
      "Sweetspot_Library_StrategyLevel__c",
      "Sweetspot_StrategyLevel__c",
      "Sweetspot_Library_OwnInsight__c",
      "Sweetspot_BuyingCentreMember__c",
      "Sweetspot_MemberRating__c",
      "Sweetspot_Insight__c",
      "Sweetspot_InsightLink__c",
      "Sweetspot_SweetSpot__c",
      "Sweetspot_DismissedMatch__c",
      "Sweetspot_CoreMessage__c",
      "Sweetspot_MessageReader__c",
      "Sweetspot_Library_Proof__c",
      "Sweetspot_Proof__c",
      "Sweetspot_ValueProposition__c",
      "Sweetspot_BenefitLadder__c",
      "Sweetspot_VoiceNote__c",
      "Sweetspot_LexiconTerm__c",
      "Sweetspot_MeetingSheet__c",
      "Sweetspot_AccountPlan__c",
      "Sweetspot_Library_RelationRules__c",
      "Sweetspot_Library_SearchProfile__c",
      "Sweetspot_Library_ReferralPartner__c",
      "Sweetspot_Introduction__c",
      "Sweetspot_DismissedTie__c",
      "Sweetspot_StepReview__c",
      "Sweetspot_Library_MoneyRules__c",
      "Sweetspot_Library_ExchangeRate__c",
      "Sweetspot_Library_OfferingPrice__c",
      "Sweetspot_DismissedSuggestion__c",
      "Sweetspot_GridSnapshot__c",
      "Sweetspot_SavedView__c",
      "Sweetspot_CellComment__c",
    ]);
  });

  test("that collide are refused with their names", () => {
    const entity = (fields: Record<string, FieldKind>) =>
      defineEntity({ name: "thing", help: "A thing.", scopes: ["plan"], schema: 1, fields });
    const text = { kind: "text", help: "A text.", max: 10 } as const;
    expect(() => toSalesforceObjects([entity({ revision: text })])).toThrow(
      /Revision__c and Revision__c collide/,
    );
    expect(() =>
      toSalesforceObjects([entity({ price: { kind: "money", help: "Money." }, priceCurrency: text })]),
    ).toThrow(/PriceCurrency__c/);
  });

  test("of a number with more digits than Salesforce keeps are refused", () => {
    const fields = { wide: { kind: "number", help: "Wide.", min: 0, max: 1e15, scale: 6 } } as const;
    expect(() =>
      toSalesforceObjects([
        defineEntity({ name: "thing", help: "A thing.", scopes: ["plan"], schema: 1, fields }),
      ]),
    ).toThrow(/thing.*wide needs 22 digits/i);
  });
});

describe("access", () => {
  const permissionSet = (name: string): string =>
    generatePackage().find((file) => file.path.includes(`/Sweetspot_${name}.`))?.content ?? "";
  const rights = (name: string, object: string): string | undefined =>
    permissionSet(name)
      .split("<objectPermissions>")
      .find((part) => part.includes(`<object>${object}</object>`));

  test.for(OBJECTS.filter((object) => object.scope === "library"))(
    "reps only read $apiName",
    ({ apiName }) => {
      expect(rights("Rep", apiName)).toMatch(/<allowCreate>false[\s\S]*<allowEdit>false/);
    },
  );

  test.for(OBJECTS.filter((object) => object.role === "change" || object.role === "commit"))(
    "nobody changes or deletes $apiName",
    ({ apiName }) => {
      for (const role of ["Rep", "Manager", "Admin"])
        expect(rights(role, apiName)).toMatch(/<allowDelete>false[\s\S]*<allowEdit>false/);
    },
  );

  test.for(OBJECTS.filter(({ role }) => role !== "relation"))(
    "rows of $apiName are written by the service alone",
    ({ apiName, role }) => {
      const trigger = generatePackage().find((file) => file.content.includes(` on ${apiName} (`))?.content;
      expect(trigger).toMatch(/before insert, before update/);
      expect(trigger?.includes("before delete")).toBe(role !== "root");
    },
  );

  test("managers change nothing, and nobody sees more accounts than sharing gives", () => {
    expect(permissionSet("Manager")).not.toMatch(/<(allowCreate|allowEdit|allowDelete|editable)>true/);
    for (const role of ["Rep", "Manager", "Admin"])
      expect(permissionSet(role)).not.toMatch(/<(viewAllRecords|modifyAllRecords)>true/);
  });
});
