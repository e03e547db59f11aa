import {
  type Account,
  type AccountOverview,
  CrmError,
  type CrmReader,
  foldText,
  type Page,
  type PageOptions,
  type ReadOptions,
  type RecordId,
  type TeamMember,
} from "@sweetspot/contract";
import { type RawBuilder, sql } from "kysely";
import type { Access } from "./access.ts";
import {
  ACCOUNT_COLUMNS,
  type AccountRow,
  ASSET_COLUMNS,
  type AssetRow,
  CONTACT_COLUMNS,
  type ContactRow,
  type NamedRow,
  OPPORTUNITY_COLUMNS,
  type OpportunityRow,
  PRODUCT_COLUMNS,
  type ProductRow,
  TEAM_MEMBER_COLUMNS,
  type TeamMemberRow,
  toAccount,
  toAsset,
  toContact,
  toOpportunity,
  toProduct,
  toTeamMember,
} from "./crm-rows.ts";
import { openList, type SortKey } from "./cursor.ts";
import type { Queries } from "./database.ts";
import { findGaps } from "./data-gaps.ts";
import { familyOf } from "./family.ts";
import { likePart } from "./like-part.ts";
import { createInvolvementList } from "./list-involvements.ts";

export interface ReaderPlace {
  readonly queries: Queries;
  readonly tenant: string;
  readonly member: RecordId;
  readonly access: Access;
}

/** The CRM of one tenant as one team member may see it. Rows are filtered in SQL, fields are veiled on the way out. */
export function createSqlReader(place: ReaderPlace): CrmReader {
  const { queries, tenant, member, access } = place;
  const family = (account: RecordId): RawBuilder<unknown> =>
    familyOf(tenant, account, access.visible("account", sql`a.id`));

  const ensureVisible = async (account: RecordId, options?: ReadOptions): Promise<void> => {
    const [found] = await queries.query(
      sql<object>`select 1 from crm_account a where a.tenant = ${tenant} and a.id = ${account}
        and ${access.visible("account", sql`a.id`)}`,
      options,
    );
    if (!found) throw new CrmError("not-found", "There is no such account, or it is not yours to see.");
  };

  const listAccounts: CrmReader["listAccounts"] = async (query, options) => {
    const words = foldText(query.search ?? "")
      .split(/\s+/)
      .filter((word) => word !== "");
    const list = openList([tenant, "accounts", ...words], ["string", "string"], options);
    const rows = await queries.query(
      sql<AccountRow>`select ${ACCOUNT_COLUMNS} from crm_account a
        where a.tenant = ${tenant} and ${access.visible("account", sql`a.id`)}
          ${sql.join(
            words.map((word) => sql`and a.search_name like ${likePart(word)}`),
            sql` `,
          )}
          and ${afterName(sql`a`, list.after)}
        order by a.search_name, a.id limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(rows, nameKey, (row) => access.veil("account", toAccount(row)));
  };

  const listFamily = async (account: RecordId, options?: PageOptions): Promise<Page<Account>> => {
    const list = openList([tenant, "family", account], ["number", "string", "string"], options);
    const rows = await queries.query(
      sql<AccountRow & { depth: number }>`with recursive ${family(account)}
        select ${ACCOUNT_COLUMNS}, f.depth from family f join crm_account a on a.tenant = ${tenant} and a.id = f.id
        where ${list.after ? sql`(f.depth, a.search_name, a.id) > (${sql.join(list.after)})` : sql`true`}
        order by f.depth, a.search_name, a.id limit ${list.limit + 1}`,
      options,
    );
    if (rows.length === 0) await ensureVisible(account, options);
    return list.toPage(
      rows,
      (row) => [row.depth, row.search_name, row.id],
      (row) => access.veil("account", toAccount(row)),
    );
  };

  const listContacts: CrmReader["listContacts"] = async (account, options) => {
    const list = openList([tenant, "contacts", account], ["string", "string"], options);
    await ensureVisible(account, options);
    const rows = await queries.query(
      sql<ContactRow>`select ${CONTACT_COLUMNS} from crm_contact c
        where c.tenant = ${tenant} and c.account = ${account} and ${access.visible("contact", sql`c.id`)}
          and ${afterName(sql`c`, list.after)}
        order by c.search_name, c.id limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(rows, nameKey, (row) => access.veil("contact", toContact(row)));
  };

  const listOpportunities: CrmReader["listOpportunities"] = async (account, options) => {
    const list = openList([tenant, "opportunities", account], ["string", "string", "string"], options);
    await ensureVisible(account, options);
    // A hidden date must not show in the order either.
    const day = sql`(case when ${access.visible("opportunity", sql`o.id`, "closeDate")}
      then coalesce(o.close_date, '-infinity') else '-infinity' end)`;
    const [date, name, id] = list.after ?? [];
    const after = list.after
      ? sql`(${day} < ${date}::date or (${day} = ${date}::date and (o.search_name, o.id) > (${name}, ${id})))`
      : sql`true`;
    const rows = await queries.query(
      sql<OpportunityRow & { day: string }>`with recursive ${family(account)}
        select ${OPPORTUNITY_COLUMNS}, ${day}::text as day from family f join crm_opportunity o on o.tenant = ${tenant} and o.account = f.id
        where ${access.visible("opportunity", sql`o.id`)} and ${after}
        order by ${day} desc, o.search_name, o.id limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(
      rows,
      (row) => [row.day, row.search_name, row.id],
      (row) => access.veil("opportunity", toOpportunity(row)),
    );
  };

  const listAssets: NonNullable<CrmReader["listAssets"]> = async (account, options) => {
    const list = openList([tenant, "assets", account], ["string", "string"], options);
    await ensureVisible(account, options);
    const rows = await queries.query(
      sql<AssetRow>`with recursive ${family(account)}
        select ${ASSET_COLUMNS} from family f join crm_asset s on s.tenant = ${tenant} and s.account = f.id
        where ${access.visible("asset", sql`s.id`)} and ${afterName(sql`s`, list.after)}
        order by s.search_name, s.id limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(rows, nameKey, (row) => access.veil("asset", toAsset(row)));
  };

  const listProducts: CrmReader["listProducts"] = async (options) => {
    const list = openList([tenant, "products"], ["string", "string"], options);
    const rows = await queries.query(
      sql<ProductRow>`select ${PRODUCT_COLUMNS} from crm_product p
        where p.tenant = ${tenant} and ${access.visible("product", sql`p.id`)} and ${afterName(sql`p`, list.after)}
        order by p.search_name, p.id limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(rows, nameKey, (row) => access.veil("product", toProduct(row)));
  };

  const listTeamMembers: CrmReader["listTeamMembers"] = async (options) => {
    const list = openList([tenant, "team-members"], ["string", "string"], options);
    const rows = await queries.query(
      sql<TeamMemberRow>`select ${TEAM_MEMBER_COLUMNS} from crm_team_member m
        where m.tenant = ${tenant} and ${afterName(sql`m`, list.after)}
        order by m.search_name, m.id limit ${list.limit + 1}`,
      options,
    );
    return list.toPage(rows, nameKey, toTeamMember);
  };

  const openAccount = async (account: RecordId, options?: ReadOptions): Promise<AccountOverview> => {
    await ensureVisible(account, options);
    const [family, contacts, opportunities, assets, products, teamMembers, gaps] = await Promise.all([
      listFamily(account, options),
      listContacts(account, options),
      listOpportunities(account, options),
      listAssets(account, options),
      listProducts(options),
      listTeamMembers(options),
      findGaps(queries, tenant, account, access, options),
    ]);
    const self = family.items.find((item) => item.id === account);
    if (!self) throw new CrmError("not-found", "The account was removed just now.");
    return { account: self, family, contacts, opportunities, assets, products, teamMembers, gaps };
  };

  return {
    contract: "crm/1",
    system: "sql",
    whoAmI: (options) => findMember(queries, tenant, member, options),
    listAccounts,
    openAccount,
    listFamily,
    listContacts,
    listOpportunities,
    listAssets,
    listInvolvements: createInvolvementList(place, ensureVisible),
    listProducts,
    listTeamMembers,
  };
}

async function findMember(
  queries: Queries,
  tenant: string,
  member: RecordId,
  options?: ReadOptions,
): Promise<TeamMember> {
  const [row] = await queries.query(
    sql<TeamMemberRow>`select ${TEAM_MEMBER_COLUMNS} from crm_team_member m
      where m.tenant = ${tenant} and m.id = ${member}`,
    options,
  );
  if (!row) throw new CrmError("unauthenticated", "This user is no team member any more.");
  return toTeamMember(row);
}

const nameKey = (row: NamedRow): SortKey => [row.search_name, row.id];

const afterName = (table: RawBuilder<unknown>, after: SortKey | undefined): RawBuilder<unknown> =>
  after ? sql`(${table}.search_name, ${table}.id) > (${sql.join(after)})` : sql`true`;
