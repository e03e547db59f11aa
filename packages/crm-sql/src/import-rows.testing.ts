import { toRecordId } from "@sweetspot/contract";
import { type ImportRowOf, normaliseName } from "@sweetspot/crm-import";

export type AccountRow = ImportRowOf["accounts"];

export const accountRow = (id: string, name: string, rest: Partial<AccountRow> = {}): AccountRow => ({
  id: toRecordId(id),
  name,
  nameKey: normaliseName(name),
  parent: null,
  owner: null,
  industry: null,
  country: null,
  city: null,
  website: null,
  employees: null,
  annualRevenue: null,
  updatedAt: null,
  attributes: {},
  ...rest,
});

export const opportunityRow = (
  id: string,
  rest: Partial<ImportRowOf["opportunities"]> = {},
): ImportRowOf["opportunities"] => ({
  id: toRecordId(id),
  name: `Deal ${id}`,
  nameKey: `deal ${id}`,
  account: null,
  status: "won",
  stage: null,
  amount: { amount: 99.5, currency: "EUR" },
  closeDate: "2024-02-29",
  owner: null,
  product: null,
  productName: null,
  attributes: {},
  ...rest,
});
