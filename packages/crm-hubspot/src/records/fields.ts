import {
  EMPTY,
  type Field,
  HIDDEN,
  type IsoDate,
  type IsoInstant,
  type Money,
  type RecordId,
  toField,
  toRecordId,
} from "@sweetspot/contract";
import type { MappedProperty } from "../field-mapping.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { HubspotProperties, HubspotRecord, Nullish } from "../raw/answers.ts";

export const propertiesOf = (record: HubspotRecord): HubspotProperties => record.properties ?? {};

/** A property that was asked for and is not in the answer is withheld; null, and a text without letters, is empty. */
export const toText = (properties: HubspotProperties, name: string): Field<string> =>
  name in properties ? toField(properties[name]) : HIDDEN;

const map = <T, U>(field: Field<T>, change: (value: T) => U | undefined): Field<U> =>
  field.state === "known" ? toField(change(field.value)) : field;

export const toReference = (properties: HubspotProperties, name: string): Field<RecordId> =>
  map(toText(properties, name), toRecordId);

export const toNumber = (properties: HubspotProperties, name: string): Field<number> =>
  map(toText(properties, name), (text) => {
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  });

/** @param code the currency's; the portal's own where the record has none */
export const toMoney = (
  properties: HubspotProperties,
  name: string,
  code: Nullish<string>,
  home: string,
): Field<Money> => map(toNumber(properties, name), (amount) => ({ amount, currency: code || home }));

export const toInstant = (properties: HubspotProperties, name: string): Field<IsoInstant> =>
  map(toText(properties, name), (text) => instantOf(text)?.toISOString());

const formats = new Map<string, Intl.DateTimeFormat>();

/** Closing dates are instants; people read the day they fall on in the portal's zone. Plain dates stay as they are. */
export const toDate = (properties: HubspotProperties, name: string, timeZone: string): Field<IsoDate> =>
  map(toText(properties, name), (text) => {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
    const instant = instantOf(text);
    if (!instant) return undefined;
    const format =
      formats.get(timeZone) ??
      // The Swedish form of a date is the ISO one.
      new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
    return format.format(instant);
  });

/** ISO, or milliseconds as older properties have them. */
function instantOf(text: string): Date | undefined {
  const instant = new Date(/^-?\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** What people call it: an enumeration's label, several of them divided by commas; a text itself. */
export function toLabel(
  properties: HubspotProperties,
  type: LabelledType,
  name: string,
  facts: PortalFacts,
): Field<string> {
  return map(toLabels(properties, type, name, facts), (values) => values.join(", "));
}

/** The labels of an enumeration that takes several values; a text is one of them. */
export function toLabels(
  properties: HubspotProperties,
  type: LabelledType,
  name: string,
  { labels }: PortalFacts,
): Field<readonly string[]> {
  const options = labels.get(`${type}.${name}`);
  return map(toText(properties, name), (text) =>
    options && options.size > 0 ? text.split(";").map((value) => options.get(value) ?? value) : [text],
  );
}

/** Objects whose enumerations are read by their labels. */
export type LabelledType = "companies" | "contacts" | "deals";

export const toAttributes = (
  properties: HubspotProperties,
  type: LabelledType,
  mapped: readonly MappedProperty[] | undefined,
  facts: PortalFacts,
): Readonly<Record<string, Field<string>>> =>
  Object.fromEntries(
    (mapped ?? []).map(({ property, label }) => [label, toLabel(properties, type, property, facts)]),
  );

/** A mapped property; where none is mapped the portal keeps nothing of the kind. */
export const toMapped = (properties: HubspotProperties, name: string | undefined): Field<string> =>
  name === undefined ? EMPTY : toText(properties, name);
