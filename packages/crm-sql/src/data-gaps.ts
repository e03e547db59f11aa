import type { DataGap, ReadOptions, RecordId } from "@sweetspot/contract";
import { sql } from "kysely";
import type { Access } from "./access.ts";
import type { Queries } from "./database.ts";
import { familyOf, WHOLE_FAMILY } from "./family.ts";

const DATA_GAPS: readonly DataGap[] = [
  "no-line-items",
  "no-assets",
  "no-products",
  "no-hierarchy",
  "hidden-accounts",
  "hidden-opportunities",
  "hidden-contacts",
];

/** What the tenant keeps none of, and whether this account's family has something the role may not see. */
export async function findGaps(
  queries: Queries,
  tenant: string,
  account: RecordId,
  access: Access,
  options?: ReadOptions,
): Promise<readonly DataGap[]> {
  const whole = familyOf(tenant, account, sql`true`, WHOLE_FAMILY);
  const visible = familyOf(tenant, account, access.visible("account", sql`a.id`));
  const [found] = await queries.query(
    sql<Readonly<Record<DataGap, boolean>>>`with recursive ${whole}, ${visible}
      select
        not exists (select from crm_line_item where tenant = ${tenant})
          and not exists (select from crm_opportunity
            where tenant = ${tenant} and (product is not null or product_name is not null)) as "no-line-items",
        not exists (select from crm_asset where tenant = ${tenant}) as "no-assets",
        not exists (select from crm_product where tenant = ${tenant}) as "no-products",
        not exists (select from crm_account where tenant = ${tenant} and parent is not null) as "no-hierarchy",
        (select count(*) from ${WHOLE_FAMILY}) > (select count(*) from family) as "hidden-accounts",
        exists (select from ${WHOLE_FAMILY} w join crm_opportunity o on o.tenant = ${tenant} and o.account = w.id
          where not ${access.visible("opportunity", sql`o.id`)} or w.id not in (select id from family))
          as "hidden-opportunities",
        exists (select from crm_contact c where c.tenant = ${tenant} and c.account = ${account}
          and not ${access.visible("contact", sql`c.id`)}) as "hidden-contacts"`,
    options,
  );
  return DATA_GAPS.filter((gap) => found?.[gap]);
}
