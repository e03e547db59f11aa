import type { RecordId } from "@sweetspot/contract";
import { type RawBuilder, sql } from "kysely";

const FAMILY = sql.table("family");
export const WHOLE_FAMILY = sql.table("whole_family");

/**
 * Common table expression (id, depth) of an account and everything below it, through accounts for which `visible`
 * holds; for use after `with recursive`. An account has one parent, so the only one a walk downwards can meet twice
 * is the root: leaving it out makes cycles harmless.
 */
export const familyOf = (
  tenant: string,
  root: RecordId,
  visible: RawBuilder<unknown>,
  name: RawBuilder<unknown> = FAMILY,
): RawBuilder<unknown> => sql`${name} (id, depth) as (
    select a.id, 0 from crm_account a where a.tenant = ${tenant} and a.id = ${root} and ${visible}
    union all
    select a.id, above.depth + 1 from crm_account a join ${name} above on a.parent = above.id
      where a.tenant = ${tenant} and a.id <> ${root} and ${visible})`;
