import {
  type Account,
  CrmError,
  type CrmReader,
  type DataGap,
  type InvolvementGap,
  type Page,
  type PageOptions,
  type RecordId,
} from "@sweetspot/contract";
import type { Line } from "./line.ts";
import { type Query, readPlace, toPage } from "./pages.ts";
import {
  type Row,
  toAccount,
  toAsset,
  toContact,
  toInvolvement,
  toOpportunity,
  toProduct,
  toTeamMember,
} from "./records.ts";

export function createTinyReader(line: Line): CrmReader {
  async function queryRows(query: Query, offset: number, limit: number, signal?: AbortSignal) {
    const body = await line("/query", { ...query, offset, limit }, signal);
    return { rows: body["rows"] as readonly Row[], total: body["total"] as number };
  }

  async function list<T>(query: Query, toItem: (row: Row) => T, options: PageOptions = {}): Promise<Page<T>> {
    const { start, limit } = readPlace(query, options);
    const { rows, total } = await queryRows(query, start, limit, options.signal);
    return toPage(query, start, rows.map(toItem), total);
  }

  /** The account and what is below it, level by level. Where the user may not see an account, its branch ends. */
  async function readFamily(root: RecordId, signal?: AbortSignal): Promise<Account[]> {
    const family = new Map<RecordId, Account>();
    let where: Row = { id: [root] };
    for (;;) {
      const { rows } = await queryRows({ table: "accounts", where }, 0, 2000, signal);
      const level = rows.map(toAccount).filter((account) => !family.has(account.id));
      if (level.length === 0) break;
      for (const account of level) family.set(account.id, account);
      where = { parent: level.map((account) => account.id) };
    }
    if (family.size === 0) throw new CrmError("not-found", `There is no account ${root}.`);
    return [...family.values()];
  }

  async function inFamily(table: string, root: RecordId, options?: PageOptions): Promise<Query> {
    const family = await readFamily(root, options?.signal);
    return { table, where: { account: family.map((account) => account.id) } };
  }

  /** Which of these the CRM has none of at all. */
  async function readMissing<Gap>(
    probes: readonly (readonly [Gap, Query])[],
    signal?: AbortSignal,
  ): Promise<Gap[]> {
    const found = await Promise.all(probes.map(([, query]) => queryRows(query, 0, 1, signal)));
    return probes.flatMap(([gap], index) => (found[index]?.total === 0 ? [gap] : []));
  }

  const reader: Required<CrmReader> = {
    contract: "crm/1",
    system: "tiny",
    async whoAmI({ signal } = {}) {
      const { id } = await line("/me", {}, signal);
      const { rows } = await queryRows({ table: "users", where: { id: [id] } }, 0, 1, signal);
      return toTeamMember(rows[0] ?? {});
    },
    listAccounts({ search = "" }, options) {
      const words = search.split(/\s+/).filter((word) => word !== "");
      return list({ table: "accounts", words }, toAccount, options);
    },
    async listFamily(account, options = {}) {
      const query = { table: "family", account };
      const { start, limit } = readPlace(query, options);
      const family = await readFamily(account, options.signal);
      return toPage(query, start, family.slice(start, start + limit), family.length);
    },
    async listContacts(account, options) {
      await readFamily(account, options?.signal);
      return list({ table: "contacts", where: { account: [account] } }, toContact, options);
    },
    async listOpportunities(account, options) {
      const query = await inFamily("opportunities", account, options);
      return list({ ...query, newestFirst: "closeDate" }, toOpportunity, options);
    },
    async listAssets(account, options) {
      return list(await inFamily("assets", account, options), toAsset, options);
    },
    async listInvolvements(account, options) {
      const family = await readFamily(account, options?.signal);
      const query = { table: "involvements", where: { customer: family.map(({ id }) => id) } };
      const [page, gaps] = await Promise.all([
        list(query, toInvolvement, options),
        readMissing(INVOLVEMENTS, options?.signal),
      ]);
      return { ...page, gaps };
    },
    listProducts: (options) => list({ table: "products" }, toProduct, options),
    listTeamMembers: (options) => list({ table: "users" }, toTeamMember, options),
    async openAccount(id, options) {
      const [family, contacts, opportunities, assets, products, teamMembers, gaps] = await Promise.all([
        reader.listFamily(id, options),
        reader.listContacts(id, options),
        reader.listOpportunities(id, options),
        reader.listAssets(id, options),
        reader.listProducts(options),
        reader.listTeamMembers(options),
        readMissing(GAPS, options?.signal),
      ]);
      const [account] = family.items;
      if (!account) throw new CrmError("not-found", `There is no account ${id}.`);
      const told: DataGap[] = [...gaps, "hidden-unknown"];
      return { account, family, contacts, opportunities, assets, products, teamMembers, gaps: told };
    },
  };
  return reader;
}

/** TinyCRM cannot say what it withholds: "hidden-unknown" stands for that. */
const GAPS: readonly (readonly [DataGap, Query])[] = [
  ["no-line-items", { table: "opportunities", filled: "lineItems" }],
  ["no-assets", { table: "assets" }],
  ["no-products", { table: "products" }],
  ["no-hierarchy", { table: "accounts", filled: "parent" }],
];

const INVOLVEMENTS: readonly (readonly [InvolvementGap, Query])[] = [
  ["no-account-contacts", { table: "involvements", where: { kind: ["account contact"] } }],
  ["no-deal-contacts", { table: "involvements", where: { kind: ["deal contact"] } }],
  ["no-account-team", { table: "involvements", where: { kind: ["account team"] } }],
  ["no-deal-team", { table: "involvements", where: { kind: ["deal team"] } }],
];
