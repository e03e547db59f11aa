import { foldText } from "@sweetspot/contract";
import type { ImportKind, ImportRowOf } from "@sweetspot/crm-import";

interface Column<Row> {
  readonly name: string;
  readonly type: string;
  /** The field of the record it belongs to: a file that does not speak about the field leaves the column alone. */
  readonly field: keyof Row;
  readonly valueOf: (row: Row) => unknown;
  /** Merged label by label instead of replaced. */
  readonly merged?: true;
}

/** How the records of one kind lie in their table. */
export interface CrmTable<Row> {
  readonly table: string;
  readonly columns: readonly Column<Row>[];
  /** The table has a `position` column that keeps the order in which rows came. */
  readonly ordered?: true;
}

const text = <Row>(field: keyof Row & string, name: string = toSnake(field)): Column<Row> => ({
  name,
  type: "text",
  field,
  valueOf: (row) => row[field],
});
const typed = <Row>(field: keyof Row & string, type: string): Column<Row> => ({ ...text<Row>(field), type });
const money = <Row>(field: keyof Row & string): Column<Row>[] => [
  { name: toSnake(field), type: "numeric", field, valueOf: (row) => moneyOf(row[field])?.amount },
  {
    name: `${toSnake(field)}_currency`,
    type: "text",
    field,
    valueOf: (row) => moneyOf(row[field])?.currency,
  },
];
const searchName = <Row extends { readonly name: string }>(): Column<Row> => ({
  name: "search_name",
  type: "text",
  field: "name",
  valueOf: (row) => foldText(row.name),
});
const names = <Row extends { readonly name: string; readonly nameKey: string }>(): Column<Row>[] => [
  text<Row>("name"),
  searchName<Row>(),
  { name: "name_key", type: "text", field: "name", valueOf: (row) => row.nameKey },
];
const attributes = <Row extends { readonly attributes: unknown }>(): Column<Row> => ({
  name: "attributes",
  type: "jsonb",
  field: "attributes",
  valueOf: (row) => row.attributes,
  merged: true,
});

type Tables = { readonly [Kind in ImportKind]: CrmTable<ImportRowOf[Kind]> };

/** Every table of CRM records; the column `id` is the CRM's own id. */
export const CRM_TABLES: Tables = {
  teamMembers: {
    table: "crm_team_member",
    columns: [...names(), text("email"), text("role"), typed("active", "boolean")],
  },
  accounts: {
    table: "crm_account",
    columns: [
      ...names(),
      text("parent"),
      text("owner"),
      text("industry"),
      text("country"),
      text("city"),
      text("website"),
      typed("employees", "numeric"),
      ...money<ImportRowOf["accounts"]>("annualRevenue"),
      attributes(),
      typed("updatedAt", "timestamptz"),
    ],
  },
  products: {
    table: "crm_product",
    columns: [
      ...names(),
      text("code"),
      text("family"),
      ...money<ImportRowOf["products"]>("listPrice"),
      typed("active", "boolean"),
    ],
  },
  contacts: {
    table: "crm_contact",
    columns: [
      text("name"),
      searchName(),
      text("account"),
      text("title"),
      text("department"),
      text("email"),
      text("phone"),
      text("owner"),
    ],
  },
  opportunities: {
    table: "crm_opportunity",
    columns: [
      ...names(),
      text("account"),
      text("status"),
      text("stage"),
      ...money<ImportRowOf["opportunities"]>("amount"),
      typed("closeDate", "date"),
      text("owner"),
      text("product"),
      text("productName"),
      attributes(),
    ],
  },
  lineItems: {
    table: "crm_line_item",
    columns: [
      text("opportunity"),
      text("product"),
      text("productName"),
      typed("quantity", "numeric"),
      ...money<ImportRowOf["lineItems"]>("amount"),
    ],
    ordered: true,
  },
  assets: {
    table: "crm_asset",
    columns: [
      text("name"),
      searchName(),
      text("account"),
      text("product"),
      text("productName"),
      typed("active", "boolean"),
      typed("since", "date"),
      typed("until", "date"),
    ],
  },
};

/** A row and its place among all rows of its kind, which ordered tables keep. */
export interface PlacedRow<Row> {
  readonly row: Row;
  readonly position: number;
}

function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function moneyOf(value: unknown): { readonly amount: number; readonly currency: string } | undefined {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value
    ? (value as { amount: number; currency: string })
    : undefined;
}
