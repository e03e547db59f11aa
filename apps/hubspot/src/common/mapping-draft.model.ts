import type { FieldMapping, PortalProperty, ReadableField, ValueKind } from "./gateway-answers.ts";

/** Lists of properties in a mapping, and single ones, with the object they are chosen from. */
export const LISTS = [
  { name: "account", object: "companies", kinds: undefined },
  { name: "opportunity", object: "deals", kinds: undefined },
  { name: "accountTeam", object: "companies", kinds: ["people", "choice"] },
  { name: "opportunityTeam", object: "deals", kinds: ["people", "choice"] },
] as const satisfies readonly Choice<"account" | "opportunity" | "accountTeam" | "opportunityTeam">[];

export const SINGLES = [
  { name: "opportunityProduct", object: "deals", kinds: ["text", "choice", "number"] },
  { name: "contactDepartment", object: "contacts", kinds: ["text", "choice", "number"] },
  { name: "productFamily", object: "products", kinds: ["text", "choice", "number"] },
] as const satisfies readonly Choice<"opportunityProduct" | "contactDepartment" | "productFamily">[];

interface Choice<Name extends string> {
  readonly name: Name;
  readonly object: string;
  readonly kinds: readonly ValueKind[] | undefined;
}

export type ListName = (typeof LISTS)[number]["name"];
export type SingleName = (typeof SINGLES)[number]["name"];

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** Properties to choose from; one that is chosen and no longer there stays, so that it can be seen and taken out. */
export function toOptions(
  defined: readonly PortalProperty[] | undefined,
  kinds: readonly ValueKind[] | undefined,
  chosen: readonly string[],
): Option[] {
  const fit = (defined ?? []).filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  const lost = chosen.filter((name) => !fit.some((one) => one.name === name));
  return [
    ...lost.map((name) => ({ label: name, value: name })),
    ...fit.map(({ name, label }) => ({ label: label === name ? name : `${label} (${name})`, value: name })),
  ];
}

/** A field that is read from HubSpot's own property again needs no entry. */
export function withStandard(mapping: FieldMapping, field: ReadableField, property: string): FieldMapping {
  const { [field.name]: _, ...others } = mapping.standard ?? {};
  const standard = property === field.property ? others : { ...others, [field.name]: property };
  return { ...mapping, standard };
}

/** "" takes it out. */
export function withSingle(mapping: FieldMapping, name: SingleName, property: string): FieldMapping {
  const { [name]: _, ...others } = mapping;
  return property === "" ? others : { ...others, [name]: property };
}

/** A label once given stays: rules of areas name it. */
export function withList(
  mapping: FieldMapping,
  name: ListName,
  chosen: readonly string[],
  defined: readonly PortalProperty[] | undefined,
): FieldMapping {
  const known = mapping[name] ?? [];
  const list = chosen.map(
    (property) =>
      known.find((one) => one.property === property) ?? {
        property,
        label: (defined ?? []).find((one) => one.name === property)?.label ?? property,
      },
  );
  return { ...mapping, [name]: list };
}
