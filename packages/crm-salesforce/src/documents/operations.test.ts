import { type DocumentNode, type FieldNode, Kind, parse, visit } from "graphql";
import { describe, expect, it } from "vitest";
import type { FieldMapping } from "../field-mapping.ts";
import { OPERATION_NAMES, toQueryDocument } from "./operations.ts";
import { ORG_PARTS, type OrgPart } from "./org-parts.ts";

const MAPPING: FieldMapping = {
  account: [
    { field: "Region__c", label: "Region" },
    { field: "Tier__c", label: "Tier" },
  ],
  opportunity: [{ field: "LeadSource", label: "Source" }],
  opportunityProduct: "MainProduct__c",
  assetProductName: "Model__c",
};

/** What an org may lack: nothing, any one part, any two, all. */
const LACKS: readonly (readonly OrgPart[])[] = [
  [],
  ...ORG_PARTS.flatMap((one, place) => [[one], ...ORG_PARTS.slice(place + 1).map((other) => [one, other])]),
  ORG_PARTS,
];
const SHAPES = LACKS.flatMap((lacks) => [{ lacks }, { lacks, mapping: MAPPING }]);

const documentsOf = (operation: string): DocumentNode[] =>
  SHAPES.map((shape) => parse(toQueryDocument(operation, shape)));

/** Lists of records, nested ones included; `objectInfos` and `currentUser` are none. */
function subqueriesOf(document: DocumentNode): FieldNode[] {
  const found: FieldNode[] = [];
  visit(document, {
    Field(node) {
      const holds = node.selectionSet?.selections.some(
        (one) => one.kind === Kind.FIELD && one.name.value === "edges",
      );
      if (holds) found.push(node);
    },
  });
  return found;
}

describe.each(OPERATION_NAMES)("the read %s", (operation) => {
  it("is one named query, whatever the org lacks and the admin maps", () => {
    for (const { definitions } of documentsOf(operation))
      expect(definitions).toMatchObject([{ operation: "query", name: { value: operation } }]);
  });

  it("keeps to ten subqueries", () => {
    for (const document of documentsOf(operation))
      expect(subqueriesOf(document).length).toBeLessThanOrEqual(10);
  });

  it("asks for at most 2,000 rows, for 200 at least where it sets a bound, and always in one order", () => {
    for (const document of documentsOf(operation))
      for (const { arguments: given = [] } of subqueriesOf(document)) {
        const value = (name: string) => given.find((one) => one.name.value === name)?.value;
        const first = value("first");
        if (first?.kind === Kind.INT) {
          expect(Number(first.value)).toBeLessThanOrEqual(2000);
          if (value("upperBound")) expect(Number(first.value)).toBeGreaterThanOrEqual(200);
        } else expect(first).toMatchObject({ kind: Kind.VARIABLE, name: { value: "first" } });
      }
  });

  it("survives field security: every field but the id is optional", () => {
    for (const document of documentsOf(operation))
      visit(document, {
        Field(node) {
          const holds = node.selectionSet?.selections.some(
            (one) => one.kind === Kind.FIELD && one.name.value === "value",
          );
          if (holds)
            expect(
              node.directives?.map((directive) => directive.name.value),
              node.name.value,
            ).toEqual(["optional"]);
        },
      });
  });

  it("uses the variables it declares, and no others", () => {
    for (const document of documentsOf(operation)) {
      const [declared, used] = [new Set<string>(), new Set<string>()];
      visit(document, {
        VariableDefinition(node) {
          declared.add(node.variable.name.value);
        },
        Argument(node) {
          visit(node, {
            Variable({ name }) {
              used.add(name.value);
            },
          });
        },
      });
      expect([...used].filter((name) => !declared.has(name))).toEqual([]);
      expect([...declared].filter((name) => !used.has(name))).toEqual([]);
    }
  });

  it("follows five relationships at most", () => {
    for (const shape of SHAPES) {
      const filters = toQueryDocument(operation, shape).match(/where: .*?, orderBy/g) ?? [];
      for (const filter of filters)
        for (const path of filter.match(/(?:(?:Opportunity|Account|Parent): \{ )+/g) ?? [])
          expect(path.match(/:/g)?.length).toBeLessThanOrEqual(5);
    }
  });
});

describe("documents", () => {
  it("exist for the names on the list alone", () => {
    for (const name of ["", "__proto__", "toString", "query { uiapi }"])
      expect(() => toQueryDocument(name), name).toThrow("no named read");
  });

  it("take API names and nothing else into their text", () => {
    const inject = "Name { value } } } } } #";
    for (const mapping of [
      { account: [{ field: inject, label: "x" }] },
      { opportunity: [{ field: "", label: "x" }] },
      { opportunityProduct: "Product2Id" },
      { assetProductName: "Model c" },
    ])
      expect(() => toQueryDocument("overview", { mapping })).toThrow(/field|lookup/);
  });

  it("leave out what the org lacks", () => {
    const document = toQueryDocument("overview", { lacks: [...ORG_PARTS], mapping: MAPPING });
    for (const name of [
      "OpportunityLineItems",
      "Asset",
      "Product2(",
      "Product2 @",
      "PricebookEntries",
      "MainProduct__r",
    ])
      expect(document).not.toContain(name);
  });
});
