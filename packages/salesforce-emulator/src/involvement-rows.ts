import { type Field, type Involvement, valueOf } from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import type { Cell, Row, Tables } from "./org-rows.ts";

const cell = (field: Field<Cell>): Cell => valueOf(field) ?? null;

/** Several values of one field stand in one text, divided by semicolons. */
const toRoles = ({ roles }: Involvement): Cell => valueOf(roles)?.join(";") ?? null;

/** People in deals and at accounts, each kind in an object of its own. */
export function toInvolvementTables(
  world: CrmWorld,
): Pick<
  Tables,
  "OpportunityContactRole" | "AccountContactRelation" | "AccountTeamMember" | "OpportunityTeamMember"
> {
  const relations = world.involvements.flatMap((one) => toRelation(one) ?? []);
  const told = new Set(relations.map((row) => `${row["AccountId"]} ${row["ContactId"]}`));
  return {
    AccountContactRelation: [
      ...relations,
      ...toOwnPlaces(world).filter((row) => !told.has(`${row["AccountId"]} ${row["ContactId"]}`)),
    ],
    OpportunityContactRole: world.involvements.flatMap((one) =>
      one.person.kind === "contact" && one.place.kind === "opportunity"
        ? [
            {
              Id: one.id,
              OpportunityId: one.place.opportunity,
              ContactId: one.person.contact.id,
              Role: toRoles(one),
              IsPrimary: cell(one.primary) ?? false,
            },
          ]
        : [],
    ),
    AccountTeamMember: world.involvements.flatMap((one) =>
      one.person.kind === "team-member" && one.place.kind === "account"
        ? [
            {
              Id: one.id,
              AccountId: one.place.account,
              UserId: one.person.teamMember,
              TeamMemberRole: toRoles(one),
            },
          ]
        : [],
    ),
    OpportunityTeamMember: world.involvements.flatMap((one) =>
      one.person.kind === "team-member" && one.place.kind === "opportunity"
        ? [
            {
              Id: one.id,
              OpportunityId: one.place.opportunity,
              UserId: one.person.teamMember,
              TeamMemberRole: toRoles(one),
            },
          ]
        : [],
    ),
  };
}

function toRelation(one: Involvement): Row | undefined {
  const { person, place } = one;
  if (person.kind !== "contact" || place.kind !== "account") return undefined;
  return {
    Id: one.id,
    AccountId: place.account,
    ContactId: person.contact.id,
    Roles: toRoles(one),
    IsDirect: valueOf(person.contact.account) === place.account,
    IsActive: cell(one.active) ?? true,
    StartDate: cell(one.since),
    EndDate: cell(one.until),
  };
}

/** Where the feature is on, Salesforce relates each contact to its own account by itself. */
const toOwnPlaces = ({ contacts }: CrmWorld): Row[] =>
  contacts.flatMap(({ id, account }) =>
    account.state === "known"
      ? [
          {
            Id: `direct-${id}`,
            AccountId: account.value,
            ContactId: id,
            Roles: null,
            IsDirect: true,
            IsActive: true,
            StartDate: null,
            EndDate: null,
          },
        ]
      : [],
  );
