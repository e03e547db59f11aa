import type { FieldMapping } from "./field-mapping.ts";
import type { PortalProperties } from "./portal-properties.ts";
import {
  STANDARD_FIELD_NAMES,
  STANDARD_FIELDS,
  type StandardField,
  type ValueKind,
} from "./standard-fields.ts";

/** What a mapping names and the portal does not have, or not in a form that can be read. */
export interface MappingProblem {
  /** Of the mapping, for example "standard.accountIndustry" or "accountTeam". */
  readonly field: string;
  readonly property: string;
  readonly problem: "unknown" | "wrong-kind";
}

interface Use {
  readonly field: string;
  readonly object: StandardField["object"];
  readonly property: string;
  /** Any where none is named. */
  readonly kinds?: readonly ValueKind[];
}

/** Pure. Where the app may not see an object's definitions nothing can be said of its properties. */
export function findMappingProblems(mapping: FieldMapping, defined: PortalProperties): MappingProblem[] {
  return usesOf(mapping).flatMap(({ field, object, property, kinds }): MappingProblem[] => {
    const known = defined[object];
    if (known === undefined) return [];
    const found = known.find(({ name }) => name === property);
    if (!found) return [{ field, property, problem: "unknown" }];
    return kinds && !kinds.includes(found.kind) ? [{ field, property, problem: "wrong-kind" }] : [];
  });
}

function usesOf(mapping: FieldMapping): Use[] {
  const { standard = {}, account, opportunity, accountTeam, opportunityTeam } = mapping;
  const list = (
    field: string,
    object: Use["object"],
    properties: FieldMapping["account"],
    kinds?: Use["kinds"],
  ): Use[] =>
    (properties ?? []).map(({ property }) => ({ field, object, property, ...(kinds ? { kinds } : {}) }));
  const one = (field: keyof FieldMapping, object: Use["object"]): Use[] => {
    const property = mapping[field];
    return typeof property === "string"
      ? [{ field, object, property, kinds: ["text", "choice", "number"] }]
      : [];
  };
  return [
    ...STANDARD_FIELD_NAMES.flatMap((name): Use[] => {
      const property = standard[name];
      const { object, kinds } = STANDARD_FIELDS[name];
      return property === undefined ? [] : [{ field: `standard.${name}`, object, property, kinds }];
    }),
    ...list("account", "companies", account),
    ...list("opportunity", "deals", opportunity),
    ...one("opportunityProduct", "deals"),
    ...one("contactDepartment", "contacts"),
    ...one("productFamily", "products"),
    // People are a choice too where the portal does not say whose.
    ...list("accountTeam", "companies", accountTeam, ["people", "choice"]),
    ...list("opportunityTeam", "deals", opportunityTeam, ["people", "choice"]),
  ];
}
