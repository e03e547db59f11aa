import type { Account, Contact, Involvement, Opportunity, TeamMember } from "@sweetspot/contract";
import type { CrmRelations } from "./relation-book.ts";

export interface CrmRecords {
  readonly teamMembers: Iterable<TeamMember>;
  readonly accounts: Iterable<Account>;
  readonly contacts: Iterable<Contact>;
  readonly opportunities: Iterable<Opportunity>;
  readonly involvements: Iterable<Involvement>;
}

/** The relations that the CRM's own records tell, as records of the source `CRM`. */
export function tiesOfCrm(records: CrmRecords): CrmRelations {
  throw new Error(`Ties of the CRM's ${Object.keys(records).length} kinds of records are not written yet.`);
}
