import {
  type Account,
  type Asset,
  type Contact,
  type Field,
  type LineItem,
  type Money,
  type Opportunity,
  type Product,
  type RecordId,
  type TeamMember,
  valueOf,
} from "@sweetspot/contract";
import { type ExportColumn, type ExportFormat, toDate, toFile, toNumber } from "./export-format.ts";
import { EXPORT_HEADERS, EXPORT_SHAPES, type ExportShape } from "./export-shapes.ts";
import type { KindHeaders } from "./kind-headers.ts";

/** What is exported; a CrmWorld is one. */
export interface ExportedWorld {
  readonly teamMembers: readonly TeamMember[];
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
  readonly products: readonly Product[];
}

export interface ExportedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

type Cell<Row> = (row: Row) => string | undefined;
type Cells<Row> = Readonly<Record<string, Cell<Row>>>;
interface ExportedLine extends LineItem {
  readonly opportunity: RecordId;
}

/** Writes a world as a vendor's export would: same records, that vendor's files, headers, forms and encoding. */
export function exportWorld(world: ExportedWorld, shape: ExportShape): readonly ExportedFile[] {
  const format = EXPORT_SHAPES[shape];
  const headers = EXPORT_HEADERS[shape];
  const names = {
    teamMembers: nameIn(world.teamMembers),
    accounts: nameIn(world.accounts),
    products: nameIn(world.products),
  };
  const date = (field: Field<string>): string | undefined => {
    const value = valueOf(field);
    return value === undefined ? undefined : toDate(value.slice(0, 10), format.dates);
  };
  const number = (field: Field<number>): string | undefined => {
    const value = valueOf(field);
    return value === undefined ? undefined : toNumber(value, format.decimal);
  };
  const amount = (field: Field<Money>): string | undefined => {
    const value = valueOf(field)?.amount;
    return value === undefined ? undefined : toNumber(value, format.decimal);
  };
  const yes = (value: boolean): string => (value ? format.yes : format.no);

  const members: Cells<TeamMember> = {
    id: ({ id }) => id,
    name: ({ name }) => name,
    email: ({ email }) => valueOf(email),
    active: ({ active }) => yes(active),
  };
  const accounts: Cells<Account> = {
    id: ({ id }) => id,
    name: ({ name }) => name,
    parentId: ({ parent }) => valueOf(parent),
    parentName: ({ parent }) => names.accounts(parent),
    ownerId: ({ owner }) => valueOf(owner),
    ownerName: ({ owner }) => names.teamMembers(owner),
    industry: ({ industry }) => valueOf(industry),
    country: ({ country }) => valueOf(country),
    city: ({ city }) => valueOf(city),
    website: ({ website }) => valueOf(website),
    employees: ({ employees }) => number(employees),
    annualRevenue: ({ annualRevenue }) => amount(annualRevenue),
    currency: ({ annualRevenue }) => valueOf(annualRevenue)?.currency,
    updatedAt: ({ updatedAt }) => valueOf(updatedAt),
  };
  const products: Cells<Product> = {
    id: ({ id }) => id,
    name: ({ name }) => name,
    code: ({ code }) => valueOf(code),
    family: ({ family }) => valueOf(family),
    listPrice: ({ listPrice }) => amount(listPrice),
    currency: ({ listPrice }) => valueOf(listPrice)?.currency,
    active: ({ active }) => yes(active),
  };
  const contacts: Cells<Contact> = {
    id: ({ id }) => id,
    firstName: ({ name }) => name.slice(0, Math.max(0, name.lastIndexOf(" "))),
    lastName: ({ name }) => name.slice(name.lastIndexOf(" ") + 1),
    accountId: ({ account }) => valueOf(account),
    accountName: ({ account }) => names.accounts(account),
    title: ({ title }) => valueOf(title),
    department: ({ department }) => valueOf(department),
    email: ({ email }) => valueOf(email),
    phone: ({ phone }) => valueOf(phone),
    ownerId: ({ owner }) => valueOf(owner),
    ownerName: ({ owner }) => names.teamMembers(owner),
  };
  const opportunities: Cells<Opportunity> = {
    id: ({ id }) => id,
    name: ({ name }) => name,
    accountId: ({ account }) => valueOf(account),
    accountName: ({ account }) => names.accounts(account),
    stage: ({ stage }) => valueOf(stage),
    won: ({ status }) => yes(status === "won"),
    closed: ({ status }) => yes(status !== "open"),
    amount: (deal) => amount(deal.amount),
    currency: (deal) => valueOf(deal.amount)?.currency,
    closeDate: ({ closeDate }) => date(closeDate),
    ownerId: ({ owner }) => valueOf(owner),
    ownerName: ({ owner }) => names.teamMembers(owner),
  };
  const lines: Cells<ExportedLine> = {
    id: ({ id }) => id,
    opportunityId: ({ opportunity }) => opportunity,
    productId: ({ product }) => valueOf(product),
    productName: ({ productName }) => productName,
    quantity: ({ quantity }) => number(quantity),
    amount: (line) => amount(line.amount),
    currency: (line) => valueOf(line.amount)?.currency,
  };
  const assets: Cells<Asset> = {
    id: ({ id }) => id,
    name: ({ name }) => name,
    accountId: ({ account }) => valueOf(account),
    productId: ({ product }) => valueOf(product),
    productName: ({ productName }) => productName,
    status: ({ active }) => (active ? "Installed" : "Obsolete"),
    since: ({ since }) => date(since),
    until: ({ until }) => date(until),
  };
  const lineItems = world.opportunities.flatMap(({ id, lineItems }) =>
    (valueOf(lineItems) ?? []).map((line) => ({ ...line, opportunity: id })),
  );
  // In an order that is not the one of writing: what is pointed at comes last.
  return [
    ...oneFile(headers["lineItems"], lineItems, lines, format),
    ...oneFile(headers["assets"], world.assets, assets, format),
    ...oneFile(
      headers["opportunities"],
      world.opportunities,
      withAttributes(opportunities, world.opportunities),
      format,
    ),
    ...oneFile(headers["contacts"], world.contacts, contacts, format),
    ...oneFile(headers["accounts"], world.accounts, withAttributes(accounts, world.accounts), format),
    ...oneFile(headers["products"], world.products, products, format),
    ...oneFile(headers["teamMembers"], world.teamMembers, members, format),
  ];
}

function oneFile<Row>(
  headers: KindHeaders | undefined,
  rows: readonly Row[],
  cells: Cells<Row>,
  format: ExportFormat,
): readonly ExportedFile[] {
  if (headers === undefined) return [];
  const named = Object.entries(headers.columns).map(([target, header]): ExportColumn<Row> => [
    header,
    cells[target]!,
  ]);
  const further = Object.entries(cells)
    .filter(([target]) => target.startsWith("attribute:"))
    .map(([target, cell]): ExportColumn<Row> => [target.slice("attribute:".length), cell]);
  return [{ name: headers.file, content: toFile(rows, [...named, ...further], format) }];
}

/** Attributes get a column each, under their own label. */
function withAttributes<Row extends { readonly attributes: Readonly<Record<string, Field<string>>> }>(
  cells: Cells<Row>,
  rows: readonly Row[],
): Cells<Row> {
  const labels = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))];
  const further = labels.map((label): [string, Cell<Row>] => [
    `attribute:${label}`,
    ({ attributes }) => valueOf(attributes[label]),
  ]);
  return { ...cells, ...Object.fromEntries(further) };
}

function nameIn(
  records: readonly { readonly id: RecordId; readonly name: string }[],
): (field: Field<RecordId>) => string | undefined {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  return (field) => {
    const id = valueOf(field);
    return id === undefined ? undefined : names.get(id);
  };
}
