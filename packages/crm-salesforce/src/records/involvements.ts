import {
  EMPTY,
  type Field,
  type Involvement,
  type RecordId,
  toField,
  toRecordId,
  valueOf,
} from "@sweetspot/contract";
import type { InvolvementPart } from "../documents/involvements.ts";
import type { Nullish, SalesforceValue } from "../raw/graphql-response.ts";
import type { SalesforceContactPartRow, SalesforceTeamPartRow } from "../raw/rows.ts";
import { toKnown, toLabel, toReference } from "./fields.ts";
import { toContact } from "./records.ts";

type PartRow = SalesforceContactPartRow & SalesforceTeamPartRow;

/** Undefined where the user sees only one end of it, or where it is no part of this family. */
export type ToInvolvement = (row: PartRow, family: ReadonlySet<string>) => Involvement | undefined;

export const TO_INVOLVEMENT: Readonly<Record<InvolvementPart, ToInvolvement>> = {
  contactRoles: (row, family) =>
    build(row, toPerson(row), toDeal(row, family), {
      roles: toRoles(row.Role),
      primary: toKnown(row.IsPrimary),
    }),
  relations: (row, family) =>
    build(row, toPerson(row), toAccount(row, family), {
      roles: toRoles(row.Roles, ";"),
      active: toKnown(row.IsActive),
      since: toKnown(row.StartDate),
      until: toKnown(row.EndDate),
    }),
  accountTeam: (row, family) =>
    build(row, toOurs(row), toAccount(row, family), { roles: toRoles(row.TeamMemberRole) }),
  dealTeam: (row, family) =>
    build(row, toOurs(row), toDeal(row, family), { roles: toRoles(row.TeamMemberRole) }),
};

const build = (
  { Id }: PartRow,
  person: Involvement["person"] | undefined,
  place: Involvement["place"] | undefined,
  told: Pick<Involvement, "roles"> & Partial<Involvement>,
): Involvement | undefined => person && place && { id: toRecordId(Id), person, place, ...NOT_KEPT, ...told };

/** What an object has no field for. */
const NOT_KEPT = { primary: EMPTY, active: EMPTY, since: EMPTY, until: EMPTY } as const;

const toPerson = ({ Contact }: PartRow): Involvement["person"] | undefined =>
  Contact ? { kind: "contact", contact: toContact(Contact) } : undefined;

function toOurs({ UserId }: PartRow): Involvement["person"] | undefined {
  const teamMember = valueOf(toReference(UserId));
  return teamMember && { kind: "team-member", teamMember };
}

/** Filters look through accounts the user may not see, so what lies behind one is left out here. */
const inFamily = (account: Nullish<SalesforceValue>, family: ReadonlySet<string>): RecordId | undefined => {
  const id = valueOf(toReference(account));
  return id !== undefined && family.has(id) ? id : undefined;
};

function toAccount({ AccountId }: PartRow, family: ReadonlySet<string>): Involvement["place"] | undefined {
  const account = inFamily(AccountId, family);
  return account && { kind: "account", account };
}

function toDeal(row: PartRow, family: ReadonlySet<string>): Involvement["place"] | undefined {
  const opportunity = valueOf(toReference(row.OpportunityId));
  return inFamily(row.Opportunity?.AccountId, family) && opportunity
    ? { kind: "opportunity", opportunity }
    : undefined;
}

function toRoles(raw: Nullish<SalesforceValue>, separator?: string): Field<readonly string[]> {
  const label = toLabel(raw);
  if (label.state !== "known") return label;
  return toField(separator === undefined ? [label.value] : label.value.split(separator));
}
