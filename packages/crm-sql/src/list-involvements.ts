import {
  type CrmReader,
  type Involvement,
  INVOLVEMENT_GAPS,
  type InvolvementGap,
  type ReadOptions,
} from "@sweetspot/contract";
import { sql } from "kysely";
import { openList } from "./cursor.ts";
import { familyOf } from "./family.ts";
import { INVOLVEMENT_COLUMNS, type InvolvementRow, toInvolvement } from "./involvement-rows.ts";
import type { ReaderPlace } from "./sql-reader.ts";

type EnsureVisible = (
  account: Parameters<CrmReader["openAccount"]>[0],
  options?: ReadOptions,
) => Promise<void>;

/** People in the family's deals and at its accounts, by id; each with both ends visible to the role. */
export function createInvolvementList(
  place: ReaderPlace,
  ensureVisible: EnsureVisible,
): NonNullable<CrmReader["listInvolvements"]> {
  const { queries, tenant, access } = place;

  /** A contact is veiled as itself, wherever it shows. */
  const veil = (involvement: Involvement): Involvement => {
    const { person } = involvement;
    return access.veil("involvement", {
      ...involvement,
      person:
        person.kind === "contact" ? { ...person, contact: access.veil("contact", person.contact) } : person,
    });
  };

  return async (account, options) => {
    const list = openList([tenant, "involvements", account], ["string"], options);
    await ensureVisible(account, options);
    const [after] = list.after ?? [];
    const rows = await queries.query(
      sql<InvolvementRow>`with recursive ${familyOf(tenant, account, access.visible("account", sql`a.id`))},
        i as (
          select i.* from family f join crm_involvement i on i.tenant = ${tenant} and i.account = f.id
          union all
          select i.* from family f join crm_opportunity o on o.tenant = ${tenant} and o.account = f.id
            join crm_involvement i on i.tenant = ${tenant} and i.opportunity = o.id
            where ${access.visible("opportunity", sql`o.id`)})
        select ${INVOLVEMENT_COLUMNS} from i
          left join crm_contact c on c.tenant = ${tenant} and c.id = i.contact
        where ${access.visible("involvement", sql`i.id`)}
          and (i.contact is null or (c.id is not null and ${access.visible("contact", sql`c.id`)}))
          and ${after === undefined ? sql`true` : sql`i.id > ${after}`}
        order by i.id limit ${list.limit + 1}`,
      options,
    );
    const page = list.toPage(
      rows,
      (row) => [row.id],
      (row) => veil(toInvolvement(row)),
    );
    return { ...page, gaps: await findInvolvementGaps(place, options) };
  };
}

/** Kinds of which the tenant keeps none at all. */
async function findInvolvementGaps(
  { queries, tenant }: ReaderPlace,
  options?: ReadOptions,
): Promise<InvolvementGap[]> {
  const none = (condition: string) =>
    sql`not exists (select from crm_involvement where tenant = ${tenant} and ${sql.raw(condition)})`;
  const [found] = await queries.query(
    sql<Readonly<Record<InvolvementGap, boolean>>>`select
      ${none("contact is not null and account is not null")} as "no-account-contacts",
      ${none("contact is not null and opportunity is not null")} as "no-deal-contacts",
      ${none("team_member is not null and account is not null")} as "no-account-team",
      ${none("team_member is not null and opportunity is not null")} as "no-deal-team"`,
    options,
  );
  return INVOLVEMENT_GAPS.filter((gap) => found?.[gap]);
}
