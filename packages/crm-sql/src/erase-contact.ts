import type { RecordId } from "@sweetspot/contract";
import { isAboutContact, namesContacts, personNames, tellingNames } from "@sweetspot/plan-model";
import type { Database } from "./database.ts";
import { eraseFromPlans, eraseName } from "./erase-from-plans.ts";

/**
 * A contact was erased in the CRM for privacy: whatever plans say of the person goes, in every state of every plan, and the
 * name leaves all other texts of the tenant's plans. That there was somebody stays: others in the plan refer to him.
 *
 * Ids of contacts may be those of other objects too, so only fields that name contacts are believed.
 *
 * @returns how many plan records were about the person
 */
export async function eraseContact(database: Database, tenant: string, contact: RecordId): Promise<number> {
  return database.transaction(async (queries) => {
    const { records, names } = await eraseFromPlans(queries, tenant, {
      id: contact,
      mayBeNamed: namesContacts,
      isNamed: (type, fields) => isAboutContact(type, fields, contact),
      namesIn: personNames,
    });
    for (const name of tellingNames(names)) await eraseName(queries, tenant, name);
    return records;
  });
}
