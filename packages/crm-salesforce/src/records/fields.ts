import {
  type Field,
  HIDDEN,
  type IsoInstant,
  type Money,
  type RecordId,
  toField,
  toRecordId,
} from "@sweetspot/contract";
import type { MappedField } from "../field-mapping.ts";
import type { Nullish, SalesforceConnection, SalesforceValue } from "../raw/graphql-response.ts";

/** A key that is missing, or null because only this field failed, is withheld; a value of null is empty. */
export const toKnown = <T>(raw: Nullish<SalesforceValue<T>>): Field<T> => (raw ? toField(raw.value) : HIDDEN);

const map = <T, U>(field: Field<T>, change: (value: T) => U): Field<U> =>
  field.state === "known" ? toField(change(field.value)) : field;

export const toReference = (raw: Nullish<SalesforceValue>): Field<RecordId> => map(toKnown(raw), toRecordId);

export const toInstant = (raw: Nullish<SalesforceValue>): Field<IsoInstant> =>
  map(toKnown(raw), (text) => {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? "" : instant.toISOString();
  });

/** @param fallback the org's currency, where it has only one and records carry no code. */
export const toMoney = (
  raw: Nullish<SalesforceValue<number>>,
  code: Nullish<SalesforceValue>,
  fallback: string,
): Field<Money> => map(toKnown(raw), (amount) => ({ amount, currency: code?.value ?? fallback }));

/** What people call it: a picklist's label, a text itself. */
export const toLabel = (raw: Nullish<SalesforceValue>): Field<string> =>
  raw ? toField(raw.displayValue ?? raw.value) : HIDDEN;

/** A text stays as it is, so that rules can compare it; a number or date reads as Salesforce shows it. */
function toText(raw: Nullish<SalesforceValue<unknown>>): Field<string> {
  if (!raw) return HIDDEN;
  const { value, displayValue } = raw;
  if (value == null) return toField<string>(null);
  return toField(typeof value === "string" ? value : (displayValue ?? String(value)));
}

export const toAttributes = (
  row: object,
  mapped: readonly MappedField[] = [],
): Readonly<Record<string, Field<string>>> =>
  Object.fromEntries(
    mapped.map(({ field, label }) => [
      label,
      toText((row as Record<string, Nullish<SalesforceValue<unknown>>>)[field]),
    ]),
  );

export const nodesOf = <N>(connection: Nullish<SalesforceConnection<N>>): N[] =>
  (connection?.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node] : []));
