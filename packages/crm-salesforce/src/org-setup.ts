import { type RecordId, toRecordId } from "@sweetspot/contract";
import { type FieldMapping, type MappedField, refuseBadMapping } from "./field-mapping.ts";

/** What an org says of itself before it is read: who may write the library, and what its own fields mean. */
export interface OrgSetup {
  readonly admins: ReadonlySet<RecordId>;
  readonly mapping: FieldMapping;
}

/** What a row of the custom metadata type `Sweetspot_Setting__mdt` is about: the choices of its `Kind__c`. */
export const SETTING_KINDS = [
  "accountAttribute",
  "opportunityAttribute",
  "opportunityProduct",
  "assetProductName",
  "inactiveAssetStatus",
] as const;

interface Setting {
  readonly kind: (typeof SETTING_KINDS)[number];
  /** API name of a field, or a status. */
  readonly value: string;
  readonly label: string;
}

/**
 * From the plan service's `setup`: `{ admins: ids, settings: [{ kind, value, label }] }`.
 *
 * @throws CrmError `malformed` for a field that has no API name.
 */
export function toOrgSetup(answer: unknown): OrgSetup {
  const { admins, settings } = (answer ?? {}) as { readonly admins?: unknown; readonly settings?: unknown };
  const ids: readonly unknown[] = Array.isArray(admins) ? admins : [];
  const mapping = toFieldMapping(Array.isArray(settings) ? (settings as readonly Setting[]) : []);
  return { admins: new Set(ids.map((id) => toRecordId(String(id)))), mapping };
}

function toFieldMapping(settings: readonly Setting[]): FieldMapping {
  const of = (kind: Setting["kind"]) => settings.filter((setting) => setting.kind === kind);
  const fields = (kind: Setting["kind"]): readonly MappedField[] =>
    of(kind).map(({ value, label }) => ({ field: value, label }));
  const [product] = of("opportunityProduct");
  const [productName] = of("assetProductName");
  const statuses = of("inactiveAssetStatus").map(({ value }) => value);
  const mapping: FieldMapping = {
    account: fields("accountAttribute"),
    opportunity: fields("opportunityAttribute"),
    ...(product ? { opportunityProduct: product.value } : {}),
    ...(productName ? { assetProductName: productName.value } : {}),
    ...(statuses.length > 0 ? { inactiveAssetStatuses: statuses } : {}),
  };
  refuseBadMapping(mapping);
  return mapping;
}
