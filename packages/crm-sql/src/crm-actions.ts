import { randomUUID } from "node:crypto";
import {
  CrmError,
  foldText,
  type NewOpportunity,
  type NewTask,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { normaliseName } from "@sweetspot/crm-import";
import { sql } from "kysely";
import type { Access } from "./access.ts";
import type { Database, Queries } from "./database.ts";

export interface ActionPlace {
  readonly database: Database;
  readonly tenant: string;
  readonly by: RecordId;
  readonly access: Access;
  readonly now: () => Date;
}

/** Stores a task on an account the member can see. */
export async function createTask(place: ActionPlace, task: NewTask): Promise<{ readonly id: RecordId }> {
  const { database, tenant, by, now } = place;
  const id = toRecordId(`task-${randomUUID()}`);
  const subject = requireText(task.subject, "A task needs a subject.");
  await database.transaction(async (queries) => {
    await ensureVisible(queries, place, "account", task.account);
    await queries.query(
      sql`insert into crm_task (tenant, id, account, subject, due, owner, note, created_by, created_at)
        values (${tenant}, ${id}, ${task.account}, ${subject}, ${task.due ?? null}, ${task.owner ?? by},
          ${task.note ?? null}, ${by}, ${now().toISOString()})`,
    );
  });
  return { id };
}

/** Stores an open opportunity on an account the member can see; its product becomes its one line item. */
export async function createOpportunity(
  place: ActionPlace,
  opportunity: NewOpportunity,
): Promise<{ readonly id: RecordId }> {
  const { database, tenant, by } = place;
  const { account, amount, closeDate, product, owner } = opportunity;
  const id = toRecordId(`opportunity-${randomUUID()}`);
  const name = requireText(opportunity.name, "An opportunity needs a name.");
  await database.transaction(async (queries) => {
    await ensureVisible(queries, place, "account", account);
    const productName =
      product === undefined ? null : await ensureVisible(queries, place, "product", product);
    await queries.query(
      sql`insert into crm_opportunity (tenant, id, name, search_name, name_key, account, status, amount,
          amount_currency, close_date, owner, product, product_name, attributes)
        values (${tenant}, ${id}, ${name}, ${foldText(name)}, ${normaliseName(name)}, ${account}, 'open',
          ${amount?.amount ?? null}::numeric, ${amount?.currency ?? null}, ${closeDate ?? null}::date, ${owner ?? by},
          ${product ?? null}, ${productName}, '{}')`,
    );
  });
  return { id };
}

/** The record's name; `not-found` alike where it is missing and where it is hidden. */
async function ensureVisible(
  queries: Queries,
  { tenant, access }: ActionPlace,
  object: "account" | "product",
  id: RecordId,
): Promise<string> {
  const [found] = await queries.query(
    sql<{ name: string }>`select x.name from ${sql.table(`crm_${object}`)} x
      where x.tenant = ${tenant} and x.id = ${id} and ${access.visible(object, sql`x.id`)}`,
  );
  if (!found) throw new CrmError("not-found", `There is no such ${object}, or it is not yours to see.`);
  return found.name;
}

function requireText(text: string, complaint: string): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new CrmError("malformed", complaint);
  return trimmed;
}
