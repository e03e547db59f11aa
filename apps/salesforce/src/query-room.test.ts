import { ENTITIES, type Entity } from "@sweetspot/plan-model";
import { describe, expect, test } from "vitest";

/** Queries Salesforce allows one transaction. */
const ALLOWED = 100;
/** What a commit asks for besides: its scope, its key, the CRM's records by kind, the history. */
const BESIDES = 15;

const referencesOf = ({ fields }: Entity) =>
  Object.values(fields).flatMap((field) => {
    const item = field.kind === "list" ? field.of : field;
    return item.kind === "reference" ? [{ ...item, isTree: field.kind === "reference" }] : [];
  });

/** As SweetspotWorld and SweetspotReferences ask: by entity for what is stored and for who refers to it, by tree for circles. */
function mostQueries(scope: "plan" | "library"): number {
  const entities = ENTITIES.filter(({ scopes }) => scopes.includes(scope));
  const found = entities.flatMap((entity) =>
    referencesOf(entity).map((reference) => ({ ...reference, from: entity.name })),
  );
  const pointing = found.filter(({ within }) => scope === "library" || within !== "library");
  const referrers = new Set(pointing.map(({ from }) => from)).size;
  const trees = found.filter(({ to, from, isTree }) => isTree && to === from).length;
  const library = scope === "plan" ? ENTITIES.filter(({ scopes }) => scopes.includes("library")).length : 0;
  return entities.length + library + referrers + trees + BESIDES;
}

describe.each(["plan", "library"] as const)("a commit in the %s", (scope) => {
  test("may remove one record of every kind and stays within the queries of one transaction", () => {
    // When this fails, ask only for entities the commit writes, removes or points to before adding another entity.
    expect(mostQueries(scope)).toBeLessThanOrEqual(ALLOWED);
  });
});

test("loading a plan and the library begins with one query an entity", () => {
  const places = ENTITIES.flatMap(({ scopes }) => scopes);
  expect(places.length).toBeLessThanOrEqual(ALLOWED / 2);
});
