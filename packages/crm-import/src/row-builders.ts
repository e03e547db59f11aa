import { type OpportunityStatus, type RecordId, toRecordId } from "@sweetspot/contract";
import type { CellValues } from "./cell-values.ts";
import type { FileMapping } from "./file-mapping.model.ts";
import type { ImportKind, ImportRowOf } from "./import-sink.port.ts";
import { normaliseName } from "./normalise-name.ts";
import { statusOfStage } from "./stage-status.ts";

/** Where a row's references lead; null where it has none or nobody is known. */
export type ResolvedReferences = Readonly<Record<string, RecordId | null>>;

export interface RowParts {
  readonly id: RecordId;
  readonly name: string;
  readonly values: CellValues;
  readonly references: ResolvedReferences;
}

type RowBuilder<Kind extends ImportKind> = (parts: RowParts, mapping: FileMapping) => ImportRowOf[Kind];

const statusOf = ({ booleans, texts }: CellValues, { stages }: FileMapping): OpportunityStatus => {
  if (booleans["won"] === true) return "won";
  const stage = texts["stage"];
  const byStage = stage === undefined ? "open" : (stages[stage] ?? statusOfStage(stage));
  if (booleans["closed"] === false) return "open";
  if (booleans["closed"] === true) return booleans["won"] === false || byStage === "open" ? "lost" : byStage;
  return byStage;
};

/** A status such as "Obsolete" or "Uninstalled" says an asset is no longer in use. */
const INACTIVE =
  /obsolete|uninstalled|retired|expired|cancel|ended|inactive|inaktiv|abgelaufen|deinstalliert|stillgelegt|nonaktif|berakhir/iu;

/** Turns a row's values into the typed row a sink takes. */
export const ROW_BUILDERS: { readonly [Kind in ImportKind]: RowBuilder<Kind> } = {
  teamMembers: ({ id, name, values: { texts, booleans } }) => ({
    id,
    name,
    nameKey: normaliseName(name),
    email: texts["email"] ?? null,
    role: "rep",
    active: booleans["active"] ?? true,
  }),
  accounts: ({ id, name, values: { texts, numbers, money, attributes }, references }) => ({
    id,
    name,
    nameKey: normaliseName(name),
    parent: references["parent"] ?? null,
    owner: references["owner"] ?? null,
    industry: texts["industry"] ?? null,
    country: texts["country"] ?? null,
    city: texts["city"] ?? null,
    website: texts["website"] ?? null,
    employees: numbers["employees"] ?? null,
    annualRevenue: money["annualRevenue"] ?? null,
    attributes,
    updatedAt: texts["updatedAt"] ?? null,
  }),
  products: ({ id, name, values: { texts, money, booleans } }) => ({
    id,
    name,
    nameKey: normaliseName(name),
    code: texts["code"] ?? null,
    family: texts["family"] ?? null,
    listPrice: money["listPrice"] ?? null,
    active: booleans["active"] ?? true,
  }),
  contacts: ({ id, name, values: { texts }, references }) => ({
    id,
    name,
    account: references["account"] ?? null,
    title: texts["title"] ?? null,
    department: texts["department"] ?? null,
    email: texts["email"] ?? null,
    phone: texts["phone"] ?? null,
    owner: references["owner"] ?? null,
  }),
  opportunities: ({ id, name, values, references }, mapping) => ({
    id,
    name,
    nameKey: normaliseName(name),
    account: references["account"] ?? null,
    status: statusOf(values, mapping),
    stage: values.texts["stage"] ?? null,
    amount: values.money["amount"] ?? null,
    closeDate: values.texts["closeDate"] ?? null,
    owner: references["owner"] ?? null,
    product: references["product"] ?? null,
    productName: values.texts["productName"] ?? null,
    attributes: values.attributes,
  }),
  lineItems: ({ id, values: { texts, numbers, money }, references }) => ({
    id,
    opportunity: references["opportunity"] ?? toRecordId(""),
    product: references["product"] ?? null,
    productName: texts["productName"] ?? texts["productId"] ?? "",
    quantity: numbers["quantity"] ?? null,
    amount: money["amount"] ?? totalOf(numbers["quantity"], money["unitPrice"]),
  }),
  assets: ({ id, name, values: { texts, booleans }, references }) => ({
    id,
    name,
    account: references["account"] ?? null,
    product: references["product"] ?? null,
    productName: texts["productName"] ?? "",
    active: booleans["active"] ?? !INACTIVE.test(texts["status"] ?? ""),
    since: texts["since"] ?? null,
    until: texts["until"] ?? null,
  }),
};

const totalOf = (quantity: number | undefined, unitPrice: CellValues["money"][string] | undefined) =>
  quantity === undefined || unitPrice === undefined
    ? null
    : { amount: Math.round(quantity * unitPrice.amount * 1e6) / 1e6, currency: unitPrice.currency };

/** Targets whose presence in a file lets it speak about a field of the row. */
const SPOKEN_BY: Readonly<Record<string, readonly string[]>> = {
  name: ["name", "firstName", "lastName"],
  nameKey: ["name", "firstName", "lastName"],
  parent: ["parentId", "parentName"],
  owner: ["ownerId", "ownerName"],
  account: ["accountId", "accountName"],
  opportunity: ["opportunityId", "opportunityName"],
  product: ["productId", "productName"],
  productName: ["productId", "productName"],
  status: ["stage", "won", "closed"],
  attributes: ["attribute", "startDate"],
  amount: ["amount", "unitPrice"],
};

const FIELDS: { readonly [Kind in ImportKind]: readonly (keyof ImportRowOf[Kind] & string)[] } = {
  teamMembers: ["name", "nameKey", "email", "active"],
  accounts: [
    "name",
    "nameKey",
    "parent",
    "owner",
    "industry",
    "country",
    "city",
    "website",
    "employees",
    "annualRevenue",
    "attributes",
    "updatedAt",
  ],
  products: ["name", "nameKey", "code", "family", "listPrice", "active"],
  contacts: ["name", "account", "title", "department", "email", "phone", "owner"],
  opportunities: [
    "name",
    "nameKey",
    "account",
    "status",
    "stage",
    "amount",
    "closeDate",
    "owner",
    "product",
    "productName",
    "attributes",
  ],
  lineItems: ["opportunity", "product", "productName", "quantity", "amount"],
  assets: ["name", "account", "product", "productName", "active", "since", "until"],
};

/** The fields a file with this mapping speaks about; rows that exist already keep all others. */
export function spokenFields<Kind extends ImportKind>(
  kind: Kind,
  mapping: FileMapping,
): readonly (keyof ImportRowOf[Kind] & string)[] {
  const targets = new Set(mapping.columns.map(({ target }) => target));
  return FIELDS[kind].filter((field) => {
    if (field === "active" && targets.has("status")) return true;
    return (SPOKEN_BY[field] ?? [field]).some((target) => targets.has(target));
  });
}
