import { createWriteStream } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { EXPORT_HEADERS, EXPORT_SHAPES } from "./export-shapes.ts";

/** How large the company is. */
export interface LargeWorldSize {
  readonly accounts: number;
  readonly contacts: number;
  readonly opportunities: number;
  readonly lineItems: number;
  /** Accounts below the first one, all of them directly. */
  readonly children: number;
}

/** A large company's CRM: 100,000 accounts, one of which has 5,000 below it. */
export const LARGE_WORLD: LargeWorldSize = {
  accounts: 100_000,
  contacts: 300_000,
  opportunities: 200_000,
  lineItems: 600_000,
  children: 5000,
};

export type LargeWorldShape = "salesforce-data-loader" | "hubspot-en";

const MEMBERS = 40;
const PRODUCTS = 60;
const INDUSTRIES = [
  "Food retail",
  "Mechanical engineering",
  "Logistics",
  "Chemicals",
  "Health care",
  "Energy",
];
const COUNTRIES = ["Germany", "Austria", "Indonesia", "Poland", "France", "Spain"];
const HEADS = [
  "Alder",
  "Birken",
  "Cedar",
  "Dorn",
  "Eiben",
  "Föhren",
  "Ginster",
  "Holunder",
  "Ilex",
  "Jasmin",
];
const TAILS = [
  "Markt",
  "Werke",
  "Logistik",
  "Stahl",
  "Pharma",
  "Energie",
  "Bau",
  "Technik",
  "Papier",
  "Glas",
];
const THINGS = ["Cabinets", "Cold rooms", "Service", "Spare parts", "Lighting", "Software"];

/** Ids as long as the CRM's own, equal for equal numbers. */
const idOf = (shape: LargeWorldShape, prefix: string, at: number): string =>
  shape === "hubspot-en"
    ? String(10_000_000_000 + Number(prefix.replaceAll(/\D/g, "")) * 100_000_000 + at)
    : `${prefix}4x00${String(at).padStart(11, "0")}`;

/**
 * A number from 0 to below `below` that depends on its place alone, so that any row can be written without those before:
 * the files of one seed are the same on every machine.
 */
function pick(seed: number, at: number, below: number): number {
  let hash = (at + 1) * 0x9e3779b1 + seed * 0x85ebca6b;
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}

export const largeAccountName = (at: number): string =>
  `${HEADS[pick(1, at, HEADS.length)]}${TAILS[pick(2, at, TAILS.length)]?.toLowerCase()} ${at}`;
export const largeAccountId = (shape: LargeWorldShape, at: number): string => idOf(shape, "001", at);
export const largeProductName = (at: number): string => `${THINGS[at % THINGS.length]} ${at}`;

type Row = (at: number) => Readonly<Record<string, string>>;

/**
 * Writes a company of that size as the vendor's export would be, file by file and row by row: memory does not grow with it.
 *
 * @returns the paths, what is pointed at last
 */
export async function writeLargeWorld(
  folder: string,
  shape: LargeWorldShape,
  size: LargeWorldSize = LARGE_WORLD,
): Promise<readonly string[]> {
  const id = (prefix: string, at: number): string => idOf(shape, prefix, at);
  const memberName = (at: number): string => `Member ${at}`;
  const format = EXPORT_SHAPES[shape];
  const ofAccount = (seed: number, at: number): Readonly<Record<string, string>> => {
    const account = pick(seed, at, size.accounts);
    return { accountId: id("001", account), accountName: largeAccountName(account) };
  };
  const owner = (seed: number, at: number): Readonly<Record<string, string>> => {
    const member = pick(seed, at, MEMBERS);
    return { ownerId: id("005", member), ownerName: memberName(member) };
  };
  const day = (seed: number, at: number): string =>
    `${2022 + pick(seed, at, 5)}-${String(1 + pick(seed + 1, at, 12)).padStart(2, "0")}-${String(1 + pick(seed + 2, at, 28)).padStart(2, "0")}`;
  const rows: readonly (readonly [keyof (typeof EXPORT_HEADERS)["hubspot-en"], number, Row])[] = [
    [
      "lineItems",
      size.lineItems,
      (at) => ({
        id: id("00k", at),
        opportunityId: id("006", at % Math.max(1, size.opportunities)),
        productId: id("01t", pick(3, at, PRODUCTS)),
        productName: largeProductName(pick(3, at, PRODUCTS)),
        quantity: String(1 + pick(4, at, 9)),
        amount: String(100 + pick(5, at, 50_000)),
        currency: "EUR",
      }),
    ],
    [
      "opportunities",
      size.opportunities,
      (at) => {
        const state = pick(6, at, 10);
        return {
          id: id("006", at),
          name: `${THINGS[pick(7, at, THINGS.length)]} lot ${at}`,
          ...ofAccount(8, at),
          stage: state < 6 ? "Closed Won" : state < 8 ? "Closed Lost" : "Proposal",
          won: state < 6 ? format.yes : format.no,
          closed: state < 8 ? format.yes : format.no,
          amount: String(1000 + pick(9, at, 100_000)),
          currency: "EUR",
          closeDate: day(10, at),
          ...owner(13, at),
        };
      },
    ],
    [
      "contacts",
      size.contacts,
      (at) => ({
        id: id("003", at),
        firstName: `First${pick(14, at, 500)}`,
        lastName: `Last${at}`,
        ...ofAccount(15, at),
        title: "Head of purchasing",
        department: "Purchasing",
        email: `person${at}@example.com`,
        phone: `+49 30 ${at}`,
        ...owner(16, at),
      }),
    ],
    [
      "accounts",
      size.accounts,
      (at) => ({
        id: id("001", at),
        name: largeAccountName(at),
        ...(at > 0 && at <= size.children ? { parentId: id("001", 0), parentName: largeAccountName(0) } : {}),
        industry: INDUSTRIES[pick(17, at, INDUSTRIES.length)] ?? "",
        country: COUNTRIES[pick(18, at, COUNTRIES.length)] ?? "",
        city: "Example City",
        website: `https://customer${at}.example.com`,
        employees: String(pick(19, at, 5000)),
        annualRevenue: String(pick(20, at, 9_000_000)),
        currency: "EUR",
        ...owner(21, at),
      }),
    ],
    [
      "products",
      PRODUCTS,
      (at) => ({
        id: id("01t", at),
        name: largeProductName(at),
        code: `P-${at}`,
        family: THINGS[at % THINGS.length] ?? "",
        listPrice: String(100 + at),
        currency: "EUR",
        active: format.yes,
      }),
    ],
    [
      "teamMembers",
      MEMBERS,
      (at) => ({
        id: id("005", at),
        name: memberName(at),
        email: `member${at}@example.com`,
        active: format.yes,
      }),
    ],
  ];
  const files: string[] = [];
  for (const [kind, count, row] of rows) {
    const headers = EXPORT_HEADERS[shape][kind];
    if (!headers) continue;
    const file = path.join(folder, headers.file);
    await writeRows(file, headers.columns, count, row);
    files.push(file);
  }
  return files;
}

const ROWS_AT_ONCE = 2000;

async function writeRows(
  file: string,
  columns: Readonly<Record<string, string | undefined>>,
  count: number,
  row: Row,
): Promise<void> {
  const out = createWriteStream(file);
  const targets = Object.keys(columns);
  const lineOf = (cells: readonly (string | undefined)[]): string =>
    `${cells.map((cell = "") => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
  out.write(lineOf(Object.values(columns)));
  for (let start = 0; start < count; start += ROWS_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(ROWS_AT_ONCE, count - start) }, (_, at) => start + at);
    const text = numbers
      .map((at) => {
        const cells = row(at);
        return lineOf(targets.map((target) => cells[target]));
      })
      .join("");
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
