import { LIBRARY, type Put, type Scope, toRecordId } from "@sweetspot/contract";
import { accountScope } from "@sweetspot/contract";
import { COMMIT_LIMIT, followMergedRecord, type MergedRecord } from "@sweetspot/plan-model";
import { sql } from "kysely";
import { hashOf } from "./content-hash.ts";
import type { Database } from "./database.ts";
import { commitPlan } from "./plan-commit.ts";
import { type PlanRow, RECORD_COLUMNS, toPlanRecords } from "./plan-rows.ts";

/** Who did it, in the history of plans: no person did. */
export const HUBSPOT_ITSELF = toRecordId("hubspot");

/**
 * Plans that point to a CRM record which was merged point to the survivor from then on: a change like any other, with its
 * place in the history. @returns how many plan records
 */
export async function followReferences(
  {
    database,
    tenant,
    now,
  }: { readonly database: Database; readonly tenant: string; readonly now: () => Date },
  { type, kept, gone }: MergedRecord,
): Promise<number> {
  const scopes = await database.query(
    sql<{ scope: string }>`select distinct scope from plan_record r where tenant = ${tenant} and not removed
      and strpos(fields::text, ${JSON.stringify(gone)}) > 0 order by scope`,
  );
  let changed = 0;
  for (const { scope } of scopes)
    changed += await database.transaction(async (queries) => {
      // The row of the scope first, as every commit does: nobody writes between reading and changing.
      await queries.query(
        sql`select 1 from plan_scope where tenant = ${tenant} and scope = ${scope} for update`,
      );
      const rows = await queries.query(
        sql<PlanRow>`select ${RECORD_COLUMNS} from plan_record r where r.tenant = ${tenant} and r.scope = ${scope}
          and not r.removed and strpos(r.fields::text, ${JSON.stringify(gone)}) > 0 order by r.id`,
      );
      const puts = toPlanRecords(rows).flatMap((record): Put[] => {
        const fields = followMergedRecord(record.type, record.fields, { type, kept, gone });
        return fields ? [{ id: record.id, type: record.type, base: record.revision, fields }] : [];
      });
      for (let start = 0; start < puts.length; start += COMMIT_LIMIT) {
        const part = puts.slice(start, start + COMMIT_LIMIT);
        const key = hashOf(["follow", scope, type, gone, part.map(({ id, base }) => [id, base])]);
        await commitPlan(
          { queries, tenant, by: HUBSPOT_ITSELF, now },
          { scope: toScope(scope), key, puts: part, removes: [] },
        );
      }
      return puts.length;
    });
  return changed;
}

const toScope = (key: string): Scope =>
  key === "library" ? LIBRARY : accountScope(toRecordId(key.slice("account:".length)));
